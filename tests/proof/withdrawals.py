"""Ways to take something away from a world, none of which may show anybody more (quality.md, "Visibility").

A withdrawal of consent is made by whoever gave it: the person's own would set aside a refusal by somebody else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import datetime, timedelta
from random import Random
from typing import Any

from tests.proof.worlds import World

Change = Callable[[World, datetime, Random], str | None]


def withdraw_consent(world: World, instant: datetime, dice: Random) -> str | None:
    given = [one for one in world["consents"] if one["decision"] == "given"]
    if not given:
        return None
    one = dice.choice(given)
    withdrawn = {**one, "id": f"{one['id']}-over", "decision": "withdrawn", "expires_at": None}
    at = max(instant, datetime.fromisoformat(one["recorded_at"]))
    world["consents"].append({**withdrawn, "recorded_at": at.isoformat()})
    return f"withdrew {one['id']}"


def end_agreement(world: World, instant: datetime, dice: Random) -> str | None:
    one = dice.choice(world["agreements"])
    one["to"] = _yesterday(instant)
    one["from"] = "2001-01-01"
    return f"ended {one['id']}"


def shield(world: World, instant: datetime, dice: Random) -> str | None:
    one = dice.choice(world["people"])
    one["shielded"] = True
    return f"shielded {one['id']}"


def suspend_account(world: World, instant: datetime, dice: Random) -> str | None:
    one = dice.choice(world["accounts"])
    one["status"] = "suspended"
    return f"suspended {one['id']}"


def suspend_agency(world: World, instant: datetime, dice: Random) -> str | None:
    one = dice.choice(world["agencies"])
    one["status"] = "suspended"
    return f"suspended {one['id']}"


def bar(world: World, instant: datetime, dice: Random) -> str | None:
    account, person = dice.choice(world["accounts"])["id"], dice.choice(world["people"])["id"]
    world["bars"].append({"id": f"bar-{account}-{person}-{len(world['bars'])}", "account": account, "person": person})
    return f"barred {account} from {person}"


def end_membership(world: World, instant: datetime, dice: Random) -> str | None:
    members = [one for family in world["families"] for one in family["members"]]
    if not members:
        return None
    one = dice.choice(members)
    one["from"], one["to"] = None, _yesterday(instant)
    return f"{one['person']} left a family"


def end_grant(world: World, instant: datetime, dice: Random) -> str | None:
    one = dice.choice(world["grants"])
    one["granted_at"] = (instant - timedelta(hours=9)).isoformat()
    one["expires_at"] = instant.isoformat()
    return f"ended {one['id']}"


WITHDRAWALS: tuple[Change, ...] = (
    withdraw_consent,
    end_agreement,
    shield,
    suspend_account,
    suspend_agency,
    bar,
    end_membership,
    end_grant,
)


def each_with_less(worlds: list[World], instant: datetime, seed: str) -> Iterator[tuple[str, list[World]]]:
    """For each kind of withdrawal, the worlds with one such withdrawal in each where there is one to make."""
    for change in WITHDRAWALS:
        less = deepcopy(worlds)
        for number, world in enumerate(less):
            change(world, instant, Random(f"{seed}/{change.__name__}/{number}"))
        yield change.__name__, less


def _yesterday(instant: datetime) -> str:
    day: Any = (instant - timedelta(days=2)).date()
    return day.isoformat()
