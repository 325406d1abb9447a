"""The Marsh family with everybody who proposes, accepts, or tries to although they may not."""

from __future__ import annotations

from typing import Any

from tests.app.audit.family import AUDITOR as AUDITOR
from tests.app.audit.family import audited_family

ELLIE, PRIYA, OLIVE, RUTH, GP, MARTIN = (
    "ellie.brandon",
    "priya.nair",
    "olive.stranger",
    "ruth.adeyemi",
    "lena.fox",
    "martin.shaw",
)
ELLIE_TOO, SECOND_AUDITOR, THIRD_AUDITOR, ELLIE_AUDITS, CORIN, ADAM = (
    "ellie.school",
    "bo.audit",
    "cy.audit",
    "ellie.audits",
    "corin.dale",
    "adam.min",
)
Record = dict[str, Any]


NEIGHBOURS = tuple(f"x-neighbour-{number}" for number in range(1, 10))
"""Strangers to the Marshes, each opened by Ellie and with a GP: for tests that change somebody, one each."""


def confirming_world() -> Record:
    """Ellie works with Leo and Dawn, and has opened Neil Frost, with whom a GP and Olive work; Petra is shielded."""
    world = audited_family()
    world["practitioners"] = [_two_agencies(one) if one["id"] == "p-ellie" else one for one in world["practitioners"]]
    world["people"] += [
        {
            "id": "x-petra",
            "given_name": "Petra",
            "family_name": "Lang",
            "date_of_birth": "2014-07-03",
            "shielded": True,
        },
        {"id": "x-hidden", "given_name": "Irena", "family_name": "Wolska", "date_of_birth": "1980-01-01"},
        {
            "id": "x-kept",
            "given_name": "Kester",
            "family_name": "Marsh",
            "date_of_birth": "2016-05-05",
            "shielded": True,
        },
    ]
    world["people"] += [
        {"id": one, "given_name": "Nan", "family_name": f"Next{one[-1]}", "date_of_birth": "1960-06-06"}
        for one in NEIGHBOURS
    ]
    world["involvements"] += [_work(f"i-{one}", "p-gp", "a-gp", one) for one in NEIGHBOURS]
    world["families"] = [
        {**one, "members": [*one["members"], {"person": "x-kept"}]} if one["id"] == "f-marsh" else one
        for one in world["families"]
    ]
    world["involvements"] += [
        _work("i-gp-petra", "p-gp", "a-gp", "x-petra", type="child_protection"),
        _work("i-hidden-irena", "p-hidden", "a-drugs", "x-hidden", type="substance_misuse"),
        _work("i-priya-kept", "p-priya", "a-care", "x-kept", type="child_protection"),
    ]
    world["accounts"] += [
        _account(RUTH, "a-help", "practitioner", "p-ruth"),
        _account(GP, "a-gp", "practitioner", "p-gp"),
        _account(MARTIN, "a-homes", "practitioner", "p-martin"),
        {**_account(ELLIE_TOO, "a-school", "practitioner", "p-ellie"), "id": "acc-ellie-school"},
        {**_account(ELLIE_AUDITS, "a-help", "auditor", None), "id": "acc-ellie-audits"},
        _account(SECOND_AUDITOR, "a-help", "auditor", None),
        _account(THIRD_AUDITOR, "a-help", "auditor", None),
    ]
    world["grants"] += [_opened(one) for one in ("x-petra", *NEIGHBOURS)]
    return world


def _two_agencies(one: Record) -> Record:
    return {**one, "works_for": [*one["works_for"], {"agency": "a-school", "from": "2020-01-01"}]}


def _work(id_: str, practitioner: str, agency: str, person: str, **more: Any) -> Record:
    ids = {"id": id_, "practitioner": practitioner, "agency": agency, "person": person}
    return {**ids, "type": "general_practice", "basis": "public_task", "from": "2020-01-01", **more}


def _account(username: str, agency: str, role: str, practitioner: str | None) -> Record:
    id_ = f"acc-{username.split('.')[0]}"
    held = {"practitioner": practitioner} if practitioner else {}
    return {"id": id_, "username": username, "role": role, "agency": agency, "status": "active", **held}


def _opened(person: str) -> Record:
    return {
        "id": f"grant-{person}",
        "account": "acc-ellie",
        "person": person,
        "kind": "opened",
        "reason": "Rang about a visit",
        "granted_at": "2026-11-23T08:00:00Z",
        "expires_at": "2026-11-23T20:00:00Z",
    }
