"""People with whom the same practitioners work: on consent, for a sensitive service, and without an agreement."""

from __future__ import annotations

from typing import Any

from tests.app.proposals.world import ELLIE, GP, MARTIN, OLIVE, confirming_world

ELLIE, GP, MARTIN, OLIVE = ELLIE, GP, MARTIN, OLIVE
RAY, FAROUK, JAMES = "ray.recovery", "farouk.far", "james.whitlock"
PEOPLE = tuple(f"x-client-{number:02}" for number in range(1, 21))
HIDDEN = ("x-hidden", "x-petra", "nobody-at-all")
"""Somebody hidden from Ellie, somebody shielded whom she has opened, and nobody."""
Record = dict[str, Any]
_WORK = (
    ("ellie", "p-ellie", "a-help", "family_support", "public_task"),
    ("james", "p-james", "a-school", "education", "public_task"),
    ("martin", "p-martin", "a-homes", "tenancy", "consent"),
    ("ray", "p-hidden", "a-drugs", "substance_misuse", "public_task"),
    ("farouk", "p-far", "a-far", "other", "public_task"),
)
"""Martin is seen by others with consent alone, Ray with consent that includes sensitive services, Farouk by nobody."""


def consenting_world() -> Record:
    """The confirming world with these people."""
    world = confirming_world()
    world["people"] += [
        {"id": one, "given_name": "Nia", "family_name": f"Ford{one[-2:]}", "date_of_birth": "2010-06-06"}
        for one in PEOPLE
    ]
    world["involvements"] += [
        {
            "id": f"i-{who}-{person}",
            "practitioner": practitioner,
            "agency": agency,
            "person": person,
            "type": type_,
            "basis": basis,
            "from": "2026-01-01",
        }
        for person in PEOPLE
        for who, practitioner, agency, type_, basis in _WORK
    ]
    world["accounts"].append(
        {
            "id": "acc-james",
            "username": JAMES,
            "agency": "a-school",
            "role": "practitioner",
            "practitioner": "p-james",
            "status": "active",
        }
    )
    return world
