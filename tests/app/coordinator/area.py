"""A small area by hand: programme families in two areas, practitioners who are shared and such as must not show."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
COORDINATOR, NO_AREA, QUIET, HELPER = "corin.dale", "nora.blank", "quin.south", "hal.help"
Record = dict[str, Any]

_AGENCIES = (
    ("a-programme", "Families Programme", "other"),
    ("a-help", "Northwick Early Help", "early_help"),
    ("a-drugs", "Fresh Start Recovery", "substance_misuse"),
    ("a-far", "Unsigned Help Service", "voluntary"),
)
_FAMILIES = (
    ("f-ash", "Ash", "north", True, ("x-ann", "x-art")),
    ("f-birch", "Birch", "north", True, ("x-bea", "x-shy")),
    ("f-cedar", "Cedar", "north", False, ("x-cy",)),
    ("f-dogwood", "Dogwood", "south", True, ("x-dee",)),
)
_SHOWN = (
    ("i-hal-ann", "p-hal", "a-help", "x-ann"),
    ("i-hal-bea", "p-hal", "a-help", "x-bea"),
    ("i-one-ann", "p-one", "a-help", "x-ann"),
    ("i-one-art", "p-one", "a-help", "x-art"),
    ("i-gone-ann", "p-gone", "a-help", "x-ann"),
    ("i-gone-bea", "p-gone", "a-help", "x-bea"),
)
_HIDDEN = (
    ("i-one-cy", "p-one", "a-help", "x-cy"),
    ("i-one-dee", "p-one", "a-help", "x-dee"),
    ("i-one-shy", "p-one", "a-help", "x-shy"),
    ("i-one-consent", "p-one", "a-help", "x-bea"),
    ("i-drugs-ann", "p-drugs", "a-drugs", "x-ann"),
    ("i-drugs-bea", "p-drugs", "a-drugs", "x-bea"),
    ("i-far-ann", "p-far", "a-far", "x-ann"),
    ("i-far-bea", "p-far", "a-far", "x-bea"),
)


def small_area(*, with_hidden: bool) -> Record:
    """The world; what differs with `with_hidden` is all `none` for the coordinator."""
    involvements = _SHOWN + (_HIDDEN if with_hidden else ())
    return {
        "format": "patchwork-world/1",
        "as_of": "2026-11-23T10:00:00Z",
        "areas": [{"id": "north", "name": "Northwick"}, {"id": "south", "name": "Southwick"}],
        "agencies": [
            {"id": id_, "name": name, "kind": kind, "sector": "statutory", "status": "live"}
            for id_, name, kind in _AGENCIES
        ],
        "agreements": [
            {
                "id": "agreement",
                "name": "Northwick sharing agreement",
                "from": "2020-01-01",
                "signatures": [{"agency": id_, "signed_on": "2020-01-01"} for id_, _, _ in _AGENCIES if id_ != "a-far"],
            }
        ],
        "practitioners": [
            _practitioner("p-hal", "Hal Help", "a-help"),
            _practitioner("p-one", "Una Only", "a-help"),
            _practitioner("p-gone", "Gus Gone", "a-help"),
            _practitioner("p-drugs", "Hidden Recoveryworker", "a-drugs"),
            _practitioner("p-far", "Farouk Unsigned", "a-far"),
        ],
        "people": [_person(id_) for _, _, _, _, members in _FAMILIES for id_ in members],
        "families": [
            {"id": id_, "name": name, "area": area, "programme": programme, "members": [{"person": one} for one in who]}
            for id_, name, area, programme, who in _FAMILIES
        ],
        "involvements": [_involvement(*one) for one in involvements],
        "accounts": [
            {**_account(COORDINATOR, "a-programme"), "areas": ["north"]},
            _account(NO_AREA, "a-programme"),
            {**_account(QUIET, "a-programme"), "areas": ["south"]},
            {**_account(HELPER, "a-help"), "role": "practitioner", "practitioner": "p-hal"},
        ],
    }


def crowded_area(practitioners: int) -> Record:
    """The same area with so many more practitioners shared by the two families, named in the order of their ids."""
    world = small_area(with_hidden=False)
    for number in range(practitioners):
        id_ = f"p-{number:04}"
        world["practitioners"].append(_practitioner(id_, f"Worker {number:04}", "a-help"))
        world["involvements"] += [_involvement(f"{id_}-{who}", id_, "a-help", who) for who in ("x-ann", "x-bea")]
    return world


def _practitioner(id_: str, name: str, agency: str) -> Record:
    return {
        "id": id_,
        "name": name,
        "job_title": "Worker",
        "landline": "01632 960960",
        "mobile": "07700 900900",
        "preferred_contact": "mobile",
        "works_for": [{"agency": agency, "from": "2020-01-01"}],
    }


def _person(id_: str) -> Record:
    name = id_.removeprefix("x-").capitalize()
    return {"id": id_, "given_name": name, "family_name": "Tree", "shielded": id_ == "x-shy"}


def _involvement(id_: str, practitioner: str, agency: str, person: str) -> Record:
    return {
        "id": id_,
        "practitioner": practitioner,
        "agency": agency,
        "person": person,
        "type": "family_support",
        "basis": "consent" if id_.endswith("consent") else "public_task",
        "from": "2025-01-01",
        "to": "2026-10-01" if id_ == "i-gone-bea" else None,
    }


def _account(username: str, agency: str) -> Record:
    id_ = f"acc-{username.split('.')[0]}"
    return {"id": id_, "username": username, "role": "coordinator", "agency": agency, "status": "active"}
