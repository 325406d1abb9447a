"""Changes to a world that an auditor must not notice before the second purpose: of sensitive services, masked facts."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from random import Random
from typing import Any

from tests.proof.oracle import Oracle
from tests.proof.worlds import World

# A place is a practitioner at an agency from a day on: it is taken whole from another record, so that it fits.
_PLACE = ("practitioner", "agency", "from", "to")


def changed_masked(
    world: World, instant: datetime, dice: Random, tries: int, view: Callable[[World], Any] = lambda _: None
) -> tuple[World, list[str]]:
    """A world with other sensitive services, as many of each person, and as many of them current; and what was done.

    `view`: what else must stay as it is.
    """
    shown, done = (open_view(world, instant), view(world)), []
    for _ in range(tries):
        tried = deepcopy(world)
        told = _alter(tried, instant, dice)
        if told and (open_view(tried, instant), view(tried)) == shown:
            world = tried
            done.append(told)
    return world, done


def open_view(world: World, instant: datetime) -> dict[str, Any]:
    """Everything in a world, but of sensitive services only whose they are and whether they are current."""
    oracle = Oracle(world, instant)
    involvements = world["involvements"]
    masked = [one for one in involvements if oracle.sensitive(one["id"])]
    return world | {
        "involvements": [one for one in involvements if one not in masked],
        "masked": sorted((one["person"], oracle.current(one["id"]), one["id"]) for one in masked),
    }


def _alter(world: World, instant: datetime, dice: Random) -> str:
    """A sensitive service by somebody else, for somebody else, of another kind, in another role, on another basis."""
    oracle = Oracle(world, instant)
    masked = [one for one in world["involvements"] if oracle.sensitive(one["id"])]
    if not masked:
        return ""
    one, like = dice.choice(masked), dice.choice(world["involvements"])
    new = {
        **one,
        **({name: like[name] for name in _PLACE} if dice.random() < 0.6 else {}),
        "broker": None if dice.random() < 0.6 else one["broker"],
        "type": dice.choice(world["involvement_types"])["code"],
        "role": dice.choice(("Support", "Review", None)),
        "basis": dice.choice(("consent", "public_task")),
        "confirmed": dice.random() < 0.8,
        "sensitive": True,
    }
    if new == one or not _broker_fits(world, new):
        return ""
    world["involvements"][world["involvements"].index(one)] = new
    return f"{one['id']} is by {new['practitioner']} for {new['agency']}"


def _broker_fits(world: World, record: dict[str, Any]) -> bool:
    """A broker is neither the practitioner nor of the agency, ever."""
    works = {one["id"]: [work["agency"] for work in one["works_for"]] for one in world["practitioners"]}
    broker = record["broker"]
    return broker is None or (broker != record["practitioner"] and record["agency"] not in works[broker])
