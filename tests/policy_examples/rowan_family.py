"""The Rowan family, by hand, as on 23 November 2026. Every name is invented; numbers are from Ofcom's ranges for drama.

Hana and Rob live with Jay and Poppy. Kit, Hana's eldest, is shielded. Each involvement stands for one rule.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
Record = dict[str, Any]

_AGENCIES = (
    ("care", "Children’s Social Care", "childrens_social_care", "statutory"),
    ("help", "Early Help", "early_help", "statutory"),
    ("school", "Millbrook School", "education", "statutory"),
    ("homes", "Orchard Homes", "housing", "voluntary"),
    ("health", "Community Health", "health_visiting", "statutory"),
    ("mind", "Mental Health Trust", "adult_mental_health", "statutory"),
    ("drugs", "Clear Water Recovery", "substance_misuse", "voluntary"),
    ("youth", "Youth Service", "youth_service", "statutory"),
    ("police", "County Police", "police", "statutory"),
    ("advice", "Advice Centre", "voluntary", "voluntary"),
    ("friends", "Good Neighbours", "voluntary", "voluntary"),
)
_PRACTITIONERS = (
    ("nadia", "Nadia Khan", "Social worker", "care"),
    ("ama", "Ama Boateng", "Family support worker", "help"),
    ("tom", "Tom Field", "Pastoral lead", "school"),
    ("ben", "Ben Carter", "Housing officer", "homes"),
    ("ivy", "Ivy Nolan", "Health visitor", "health"),
    ("lise", "Lise Holm", "Recovery worker", "drugs"),
    ("max", "Max Unger", "Community psychiatric nurse", "mind"),
    ("gwen", "Gwen Price", "Youth worker", "youth"),
    ("cal", "Cal Dunn", "Volunteer befriender", "friends"),
    ("dee", "Dee Shaw", "Debt adviser", "advice"),
    ("ed", "Ed Stone", "Duty officer", "police"),
    ("zoe", "Zoe Lund", "Attendance officer", "school"),
    ("yan", "Yan Petrov", "Family support worker", "help"),
    ("noor", "Noor Aziz", "Coordinator", "help"),
    ("uma", "Uma Reddy", "Housing officer", "homes"),
)
_PEOPLE = (
    ("hana", "Hana", "1990-04-02", "female", False),
    ("rob", "Rob", "1988-09-17", "male", False),
    ("jay", "Jay", "2016-05-20", "male", False),
    ("poppy", "Poppy", "2021-02-11", "female", False),
    ("kit", "Kit", "2011-07-30", "other", True),
)
_KINSHIP = (
    ("parent_of", "hana", "jay", "birth"),
    ("parent_of", "hana", "poppy", "birth"),
    ("parent_of", "hana", "kit", "birth"),
    ("parent_of", "rob", "jay", "birth"),
    ("parent_of", "rob", "poppy", "birth"),
    ("partner_of", "hana", "rob", "cohabiting"),
    ("sibling_of", "jay", "poppy", None),
)
_INVOLVEMENTS: tuple[tuple[str, str, str, str, str, Record], ...] = (
    ("nadia-jay", "nadia", "care", "jay", "child_protection", {"basis": "legal_obligation"}),
    ("ama-jay", "ama", "help", "jay", "family_support", {"lead": True}),
    ("tom-jay", "tom", "school", "jay", "education", {}),
    ("ben-hana", "ben", "homes", "hana", "tenancy", {}),
    ("ivy-poppy", "ivy", "health", "poppy", "health_visiting", {"from": "2021-02-20", "to": "2025-09-01"}),
    ("lise-rob", "lise", "drugs", "rob", "substance_misuse", {}),
    ("max-hana", "max", "mind", "hana", "mental_health", {"broker": "ama"}),
    ("gwen-kit", "gwen", "youth", "kit", "youth_work", {}),
    ("cal-poppy", "cal", "friends", "poppy", "befriending", {}),
    ("dee-hana", "dee", "advice", "hana", "debt_advice", {"basis": "consent"}),
    ("yan-jay", "yan", "help", "jay", "family_support", {"confirmed": False, "source": "self"}),
)
_ACCOUNTS = ("tom", "ed", "zoe", "gwen", "cal", "yan", "noor", "uma", "ama", "nadia", "ben")


def rowan_family() -> Record:
    """The world of the examples."""
    return {
        "format": "patchwork-world/1",
        "as_of": "2026-11-23T10:00:00Z",
        "areas": [{"id": "north", "name": "North"}],
        "agencies": [_agency(*one) for one in _AGENCIES],
        "agreements": [_agreement()],
        "practitioners": [_practitioner(number, *one) for number, one in enumerate(_PRACTITIONERS)],
        "people": [_person(*one) for one in _PEOPLE],
        "families": [
            {
                "id": "rowan",
                "name": "Rowan",
                "area": "north",
                "programme": True,
                "members": [{"person": one[0]} for one in _PEOPLE],
            }
        ],
        "kinship": [
            {"id": f"link-{number}", "kind": kind, "from_person": one, "to_person": other, "qualifier": qualifier}
            for number, (kind, one, other, qualifier) in enumerate(_KINSHIP)
        ],
        "involvements": [_involvement(*one) for one in _INVOLVEMENTS],
        "consents": [
            _consent("rob-given", "rob", "given", includes_sensitive=True),
            _consent("hana-refused", "hana", "refused", agency="advice"),
        ],
        "accounts": [_account(one) for one in _ACCOUNTS] + [_auditor()],
        "grants": [
            _grant("uma", "jay", "opened", "Rang about a repair and asked for the family"),
            _grant("ed", "rob", "break_glass", "significant_harm: found unwell at home"),
        ],
        "bars": [{"id": "bar-zoe", "account": "zoe", "person": "jay", "reason": "A relative of the family"}],
    }


def _agency(id_: str, name: str, kind: str, sector: str) -> Record:
    contact = {"phone": "01632 960100", "email": f"duty@{id_}.example.org"}
    return {"id": id_, "name": name, "kind": kind, "sector": sector, "status": "live", **contact}


def _agreement() -> Record:
    signed = [{"agency": id_, "signed_on": "2020-01-01"} for id_, *_ in _AGENCIES if id_ != "friends"]
    return {"id": "agreement", "name": "North sharing agreement", "from": "2020-01-01", "signatures": signed}


def _practitioner(number: int, id_: str, name: str, job: str, agency: str) -> Record:
    return {
        "id": id_,
        "name": name,
        "job_title": job,
        "landline": f"01632 960{200 + number}",
        "preferred_contact": "landline",
        "works_for": [{"agency": agency, "from": "2020-01-01"}],
    }


def _person(id_: str, given_name: str, born: str, gender: str, shielded: bool) -> Record:
    return {
        "id": id_,
        "given_name": given_name,
        "family_name": "Rowan",
        "date_of_birth": born,
        "gender": gender,
        "shielded": shielded,
    }


def _involvement(id_: str, practitioner: str, agency: str, person: str, type_: str, more: Record) -> Record:
    record = {
        "id": id_,
        "practitioner": practitioner,
        "agency": agency,
        "person": person,
        "type": type_,
        "basis": "public_task",
        "from": "2025-02-03",
        "last_confirmed": "2026-11-02",
    }
    return record | more


def _consent(id_: str, person: str, decision: str, **more: object) -> Record:
    recorded = {"giver": "self", "recorded_at": "2026-03-02T10:00:00Z", "recorded_by": "ama"}
    return {"id": id_, "person": person, "decision": decision, **recorded, **more}


def _account(practitioner: str) -> Record:
    agency = next(agency for id_, _, _, agency in _PRACTITIONERS if id_ == practitioner)
    role = "coordinator" if practitioner == "noor" else "practitioner"
    account = {"id": practitioner, "username": f"{practitioner}.example", "role": role, "practitioner": practitioner}
    return account | {"agency": agency, "status": "active", "areas": ["north"] if role == "coordinator" else []}


def _auditor() -> Record:
    return {"id": "officer", "username": "officer.example", "role": "auditor", "agency": "care", "status": "active"}


def _grant(account: str, person: str, kind: str, reason: str) -> Record:
    return {
        "id": f"{account}-{person}",
        "account": account,
        "person": person,
        "kind": kind,
        "reason": reason,
        "granted_at": "2026-11-23T09:00:00Z",
        "expires_at": "2026-11-23T21:00:00Z" if kind == "opened" else "2026-11-23T13:00:00Z",
    }
