"""A small area for tests of the pages: who is whose, who can be found, and who cannot."""

from __future__ import annotations

from typing import Any

World = dict[str, Any]
NHS = {"found": "9990000018", "hidden": "9990000026", "shielded": "9990000034"}


def person(id_: str, given: str, family: str, born: str | None = "2014-07-03", **more: Any) -> World:
    """A person record."""
    return {"id": id_, "given_name": given, "family_name": family, "date_of_birth": born, **more}


def involvement(id_: str, practitioner: str, agency: str, about: str, **more: Any) -> World:
    """A current involvement on a public task."""
    return {
        "id": id_,
        "practitioner": practitioner,
        "agency": agency,
        "person": about,
        "type": "support",
        "basis": "public_task",
        "from": "2020-01-01",
        **more,
    }


def search_world() -> World:
    """Ellie of Early Help works with Leo Marsh; others are known to the school, to a secret service, or to nobody."""
    types = [
        {"code": "support", "label": "Family support"},
        {"code": "social_work", "label": "Social work", "always_findable": True},
        {"code": "refuge", "label": "Refuge", "sensitive": True},
    ]
    agencies = [
        {"id": id_, "name": name, "kind": kind, "sector": "statutory", "status": "live"}
        for id_, name, kind in (
            ("help", "Early Help", "early_help"),
            ("school", "Hill School", "education"),
            ("refuge", "Safe House", "domestic_abuse"),
        )
    ]
    signatures = [{"agency": id_, "signed_on": "2020-01-01"} for id_ in ("help", "school", "refuge")]
    return {
        "format": "patchwork-world/1",
        "as_of": "2026-07-14T22:30:00Z",
        "areas": [{"id": "north", "name": "North"}],
        "involvement_types": types,
        "agencies": agencies,
        "agreements": [{"id": "sharing", "name": "Sharing", "from": "2020-01-01", "signatures": signatures}],
        "practitioners": [
            {"id": id_, "name": name, "works_for": [{"agency": agency, "from": "2015-01-01"}]}
            for id_, name, agency in (
                ("ellie", "Ellie Moss", "help"),
                ("tom", "Tom Ash", "school"),
                ("ida", "Ida Fox", "refuge"),
            )
        ],
        "people": [
            person("leo", "Leo", "Marsh", postcode="QZ1 2AB"),
            person("mia", "Mia", "Marsh", "2016-02-01"),
            person("found", "Nadia", "Okafor", nhs_number=NHS["found"], postcode="QZ3 4CD"),
            person("hidden", "Irena", "Wolska", nhs_number=NHS["hidden"]),
            person("shielded", "Petra", "Lang", nhs_number=NHS["shielded"], shielded=True),
            person("unsure", "Sami", "Haddad", "2010-05-05"),
            person("past", "Vera", "Stone", "2009-01-09"),
        ],
        "families": [
            {
                "id": "marsh",
                "name": "Marsh",
                "area": "north",
                "programme": True,
                "members": [{"person": "leo"}, {"person": "mia"}],
            }
        ],
        "kinship": [],
        "involvements": [
            involvement("own", "ellie", "help", "leo", lead=True),
            involvement("beside", "tom", "school", "mia"),
            involvement("at-school", "tom", "school", "found"),
            involvement("secret", "ida", "refuge", "hidden", type="refuge"),
            involvement("statutory", "tom", "school", "shielded", type="social_work"),
            involvement("unconfirmed", "ellie", "help", "unsure", confirmed=False, source="self", type="refuge"),
            involvement("over", "ellie", "help", "past", to="2024-01-01"),
        ],
        "consents": [],
        "accounts": [
            {
                "id": "ellie",
                "username": "ellie",
                "role": "practitioner",
                "practitioner": "ellie",
                "agency": "help",
                "areas": [],
                "status": "active",
            },
            {
                "id": "tom",
                "username": "tom",
                "role": "practitioner",
                "practitioner": "tom",
                "agency": "school",
                "areas": [],
                "status": "active",
            },
            {
                "id": "cora",
                "username": "cora",
                "role": "coordinator",
                "agency": "help",
                "areas": ["north"],
                "status": "active",
            },
            {
                "id": "adam",
                "username": "adam",
                "role": "administrator",
                "agency": "help",
                "areas": [],
                "status": "active",
            },
            {"id": "ava", "username": "ava", "role": "auditor", "agency": "help", "areas": [], "status": "active"},
        ],
        "grants": [],
        "bars": [],
    }
