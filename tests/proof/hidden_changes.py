"""Changes to a world that accounts must not notice: drawn at random, and kept where the oracle says so."""

from __future__ import annotations

from collections.abc import Callable, Collection
from copy import deepcopy
from datetime import datetime
from random import Random
from typing import Any

from tests.proof.disclosed import disclosed
from tests.proof.worlds import World

Change = Callable[[World, Random], str]


def changed_unseen(
    world: World, instant: datetime, accounts: Collection[str], dice: Random, tries: int
) -> tuple[World, list[str]]:
    """A world that differs from this one in nothing that is disclosed to the accounts, and what was done to it."""
    return changed_alike(world, dice, tries, lambda one: [disclosed(one, instant, v) for v in accounts])


def changed_alike(world: World, dice: Random, tries: int, view: Callable[[World], Any]) -> tuple[World, list[str]]:
    """A world that is otherwise, with the same view of it, and what was done to it."""
    seen = view(world)
    done: list[str] = []
    for _ in range(tries):
        tried = deepcopy(world)
        told = dice.choice(CHANGES)(tried, dice)
        if told and view(tried) == seen:
            world = tried
            done.append(told)
    return world, done


def _add_person(world: World, dice: Random) -> str:
    """Somebody new who is named as somebody known, in a family, with a service, a link and a decision."""
    like = dice.choice(world["people"])
    id_ = _new_id(world, "people", like["id"])
    world["people"].insert(
        dice.randrange(len(world["people"]) + 1),
        {**like, "id": id_, "shielded": dice.random() < 0.5, "nhs_number": None, "upn": None, "local_id": None},
    )
    if dice.random() < 0.7:
        dice.choice(world["families"])["members"].append({"person": id_, "from": None, "to": None})
    for change in (_add_involvement, _add_link, _add_consent):
        if dice.random() < 0.6:
            change(world, dice, id_)
    return f"added {id_}"


def _add_involvement(world: World, dice: Random, person: str | None = None) -> str:
    """Another involvement of a practitioner, with the services of one that they have."""
    like = dice.choice(world["involvements"])
    id_ = _new_id(world, "involvements", like["id"])
    sensitive = like["sensitive"] or dice.random() < 0.6
    record = {**like, "id": id_, "person": person or dice.choice(world["people"])["id"], "sensitive": sensitive}
    world["involvements"].insert(dice.randrange(len(world["involvements"]) + 1), record)
    return f"added {id_} with {record['person']}"


def _add_holder(world: World, dice: Random) -> str:
    """Somebody else begins to work with one who has a service already, for a sensitive one and without a broker."""
    like, beside = dice.choice(world["involvements"]), dice.choice(world["involvements"])
    id_ = _new_id(world, "involvements", beside["id"])
    record = {**like, "id": id_, "person": beside["person"], "sensitive": True, "confirmed": True, "to": None}
    world["involvements"].insert(0, record | {"basis": "public_task", "broker": None})
    return f"added {id_} with {record['person']}"


def _add_link(world: World, dice: Random, person: str | None = None) -> str:
    pair = [person or dice.choice(world["people"])["id"], dice.choice(world["people"])["id"]]
    if pair[0] == pair[1]:
        return ""
    id_ = _new_id(world, "kinship", "link-")
    link = {"id": id_, "kind": "friend_of", "from_person": pair[0], "to_person": pair[1]}
    world["kinship"].insert(0, link)
    return f"linked {pair}"


def _add_consent(world: World, dice: Random, person: str | None = None) -> str:
    like = dice.choice(world["consents"])
    id_ = _new_id(world, "consents", like["id"])
    decision = dice.choice(("given", "refused", "withdrawn"))
    world["consents"].insert(
        0, {**like, "id": id_, "person": person or dice.choice(world["people"])["id"], "decision": decision}
    )
    return f"added {id_}"


def _add_membership(world: World, dice: Random) -> str:
    family, person = dice.choice(world["families"]), dice.choice(world["people"])["id"]
    if any(one["person"] == person for one in family["members"]):
        return ""
    family["members"].insert(0, {"person": person, "from": None, "to": None})
    return f"{person} joined {family['id']}"


def _add_family(world: World, dice: Random) -> str:
    like = dice.choice(world["families"])
    id_ = _new_id(world, "families", like["id"])
    members = dice.sample(world["people"], 2)
    world["families"].insert(
        0, {**like, "id": id_, "members": [{"person": one["id"], "from": None, "to": None} for one in members]}
    )
    return f"added {id_}"


def _add_bar_or_grant(world: World, dice: Random) -> str:
    name = dice.choice(("bars", "grants"))
    account, person = dice.choice(world["accounts"])["id"], dice.choice(world["people"])["id"]
    like = dice.choice(world["grants"]) if name == "grants" else {}
    id_ = _new_id(world, name, f"{name}-")
    world[name].insert(0, {**like, "id": id_, "account": account, "person": person})
    return f"added {id_}: {account} and {person}"


def _drop(world: World, dice: Random) -> str:
    """One record goes, with everything that refers to it."""
    name = dice.choice(("involvements", "consents", "grants", "bars", "kinship", "families", "people"))
    if len(world[name]) < 2:
        return ""
    gone = world[name].pop(dice.randrange(len(world[name])))["id"]
    if name == "people":
        _forget(world, gone)
    return f"removed {gone}"


def _forget(world: World, person: str) -> None:
    for name in ("involvements", "consents", "grants", "bars"):
        world[name] = [one for one in world[name] if one["person"] != person]
    world["kinship"] = [one for one in world["kinship"] if person not in (one["from_person"], one["to_person"])]
    for family in world["families"]:
        family["members"] = [one for one in family["members"] if one["person"] != person]


_ALTERED: dict[str, dict[str, Callable[[Random], Any]]] = {
    "people": {
        "shielded": lambda dice: dice.random() < 0.5,
        "given_name": lambda dice: dice.choice(("Mia", "Leo", "Una")),
        "family_name": lambda dice: dice.choice(("Reed", "Wren")),
        "postcode": lambda dice: dice.choice(("LS11 0AA", None)),
        "date_of_birth": lambda dice: dice.choice(("2012-02-29", "2015-06-01")),
    },
    "involvements": {
        "sensitive": lambda dice: dice.random() < 0.5,
        "basis": lambda dice: dice.choice(("consent", "public_task")),
        "confirmed": lambda dice: dice.random() < 0.5,
        "role": lambda dice: dice.choice(("Support", "Review", None)),
    },
    "families": {"name": lambda dice: dice.choice(("Reed", "Wren")), "programme": lambda dice: dice.random() < 0.5},
    "consents": {"decision": lambda dice: dice.choice(("given", "refused")), "giver": lambda _: "self"},
}


def _alter(world: World, dice: Random) -> str:
    name = dice.choice([*_ALTERED])
    field = dice.choice([*_ALTERED[name]])
    record = dice.choice(world[name]) if world[name] else {}
    value = _ALTERED[name][field](dice)
    if not record or record.get(field) == value:
        return ""
    record[field] = value
    return f"{field} of {record['id']} is {value}"


def _new_id(world: World, name: str, like: str) -> str:
    """An id beside the one it is like, before it or after it, so that orders would change if it were seen."""
    taken = {one["id"] for one in world[name]}
    return next(id_ for end in range(999) if (id_ := f"{like[:-1]}{'-' if end % 2 else 'z'}{end}") not in taken)


CHANGES: tuple[Change, ...] = (
    _add_person,
    _add_person,
    _add_involvement,
    _add_involvement,
    _add_holder,
    _add_link,
    _add_consent,
    _add_membership,
    _add_family,
    _add_bar_or_grant,
    _drop,
    _drop,
    _alter,
    _alter,
    _alter,
)
