"""An area for emergencies: people whom nobody finds, shielded ones, and accounts of every kind that may act.

Each test takes people of its own, told apart by their birth dates, so that one area serves all tests of a module.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.synthetic.numbers import nhs_number
from tests.app.search.world import World, involvement, person

HIDDEN = tuple(f"hidden-{at}" for at in range(1, 10))
SHIELDED = tuple(f"shielded-{at}" for at in range(1, 10))
BORN = {id_: date(2000 + at, at, at + 10) for ids in (HIDDEN, SHIELDED) for at, id_ in enumerate(ids, start=1)}
NHS = {id_: number for at, id_ in enumerate(SHIELDED) if (number := nhs_number(7 * at + 3) or nhs_number(7 * at + 4))}
POSTCODE = "QZ5 6EF"


def emergency_world() -> World:
    """Ellie of Early Help is the one in need; Ida of a refuge and Tom of a school hold; others confirm or review."""
    agencies = {
        "help": ("Early Help", "early_help", "live"),
        "school": ("Hill School", "education", "live"),
        "refuge": ("Safe House", "domestic_abuse", "live"),
        "health": ("Health Visiting", "health_visiting", "live"),
        "council": ("Council", "childrens_social_care", "live"),
        "soon": ("Going Live Soon", "early_help", "preparing"),
        "far": ("Without Agreement", "early_help", "live"),
    }
    works = {
        "ellie": ("Ellie Moss", ("help", "health", "council")),
        "bea": ("Bea Barr", ("help",)),
        "sue": ("Sue Spend", ("help",)),
        "tom": ("Tom Ash", ("school",)),
        "ida": ("Ida Fox", ("refuge",)),
        "nora": ("Nora Vale", ("health",)),
        "nils": ("Nils Early", ("soon",)),
        "fay": ("Fay Away", ("far",)),
        "una": ("Una Sure", ("school",)),
    }
    accounts = [
        *(account(id_, homes[0], practitioner=id_) for id_, (_, homes) in works.items()),
        account("ellie-too", "health", practitioner="ellie"),
        account("ellie-officer", "council", role="auditor", practitioner="ellie"),
        account("ava", "council", role="auditor"),
        account("olaf", "council", role="auditor"),
        account("adam", "council", role="administrator"),
    ]
    return {
        "format": "patchwork-world/1",
        "as_of": "2026-07-14T22:30:00Z",
        "areas": [{"id": "north", "name": "North"}],
        "involvement_types": [
            {"code": "support", "label": "Family support"},
            {"code": "refuge", "label": "Refuge", "sensitive": True},
        ],
        "agencies": [
            {"id": id_, "name": name, "kind": kind, "sector": "statutory", "status": status}
            for id_, (name, kind, status) in agencies.items()
        ],
        "agreements": [
            {
                "id": "sharing",
                "name": "Sharing",
                "from": "2020-01-01",
                "signatures": [{"agency": id_, "signed_on": "2020-01-01"} for id_ in agencies if id_ != "far"],
            }
        ],
        "practitioners": [
            {
                "id": id_,
                "name": name,
                "email": f"{id_}@example.org",
                "works_for": [{"agency": home, "from": "2015-01-01"} for home in homes],
            }
            for id_, (name, homes) in works.items()
        ],
        "people": [
            person("leo", "Leo", "Marsh", postcode="QZ1 2AB"),
            person("unsigned", "Farah", "Lone", "1999-09-09", postcode=POSTCODE),
            *(person(id_, "Irena", "Wolska", str(BORN[id_]), postcode=POSTCODE) for id_ in HIDDEN),
            *(
                person(id_, "Petra", "Lang", str(BORN[id_]), nhs_number=NHS[id_], shielded=True, postcode=POSTCODE)
                for id_ in SHIELDED
            ),
        ],
        "families": [],
        "kinship": [],
        "involvements": [
            involvement("own", "ellie", "help", "leo"),
            involvement("unsigned", "fay", "far", "unsigned"),
            *(involvement(f"of-{id_}", "ida", "refuge", id_, type="refuge") for id_ in HIDDEN),
            *(
                involvement(f"unsure-{id_}", "una", "school", id_, type="refuge", confirmed=False, source="self")
                for id_ in HIDDEN
            ),
            *(involvement(f"of-{id_}", "tom", "school", id_) for id_ in SHIELDED),
        ],
        "consents": [],
        "accounts": accounts,
        "grants": [],
        "bars": [
            {"id": "bar-1", "account": "bea", "person": "hidden-1", "reason": "A relative"},
            {"id": "bar-2", "account": "nora", "person": "shielded-7", "reason": "A relative"},
            {"id": "bar-3", "account": "olaf", "person": "hidden-9", "reason": "A relative"},
        ],
    }


def account(id_: str, agency: str, role: str = "practitioner", **more: Any) -> World:
    """An active account whose username is its id."""
    return {"id": id_, "username": id_, "role": role, "agency": agency, "areas": [], "status": "active", **more}
