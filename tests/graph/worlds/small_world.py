"""A small world that is right in everything, for tests to break in one thing."""

from __future__ import annotations

from typing import Any

World = dict[str, Any]


def small_world() -> World:
    """Two agencies and a broker's, two families, and one record at least of every list."""
    return {
        "format": "patchwork-world/1",
        "as_of": "2026-07-14T22:30:00Z",
        "areas": [{"id": "north", "name": "North"}],
        "involvement_types": [
            {"code": "support", "label": "Family support"},
            {"code": "drugs", "label": "Drug and alcohol", "sensitive": True},
        ],
        "agencies": [
            {"id": "help", "name": "Early Help", "kind": "early_help", "sector": "statutory", "status": "live"},
            {"id": "school", "name": "Hill School", "kind": "education", "sector": "statutory", "status": "live"},
            {"id": "charity", "name": "Open Door", "kind": "voluntary", "sector": "voluntary", "status": "preparing"},
        ],
        "agreements": [
            {
                "id": "sharing",
                "name": "Sharing agreement",
                "from": "2020-01-01",
                "signatures": [
                    {"agency": "school", "signed_on": "2020-02-01"},
                    {"agency": "help", "signed_on": "2020-01-01"},
                ],
            }
        ],
        "practitioners": [
            {"id": "ola", "name": "Ola Berg", "works_for": [{"agency": "help", "from": "2015-01-01"}]},
            {
                "id": "tom",
                "name": "Tom Ash",
                "email": "tom@example.org",
                "preferred_contact": "email",
                "works_for": [
                    {"agency": "school", "from": "2016-01-01", "to": "2019-01-01"},
                    {"agency": "school", "from": "2020-01-01"},
                ],
            },
            {"id": "bea", "name": "Bea Lund", "works_for": [{"agency": "charity", "from": "2015-01-01"}]},
        ],
        "people": [
            {
                "id": "ann",
                "given_name": "Ann",
                "family_name": "Reed",
                "also_known_as": ["Annie"],
                "date_of_birth": "1990-05-01",
                "nhs_number": "4341925415",
            },
            {"id": "kit", "given_name": "Kit", "family_name": "Reed", "date_of_birth": "2015-06-01", "shielded": True},
            {"id": "joe", "given_name": "Joe", "family_name": "Reed", "nhs_number": "1046563416"},
        ],
        "families": [
            {
                "id": "reed",
                "name": "Reed",
                "area": "north",
                "programme": True,
                "members": [
                    {"person": "ann", "from": "2010-01-01", "to": "2012-01-01"},
                    {"person": "ann", "from": "2012-01-01"},
                    {"person": "kit"},
                ],
            }
        ],
        "kinship": [
            {"id": "k1", "kind": "parent_of", "from_person": "ann", "to_person": "kit", "qualifier": "birth"},
            {"id": "k2", "kind": "parent_of", "from_person": "joe", "to_person": "ann"},
            {"id": "k3", "kind": "friend_of", "from_person": "joe", "to_person": "kit", "from": "2020-01-01"},
        ],
        "involvements": [
            {
                "id": "i1",
                "practitioner": "ola",
                "agency": "help",
                "person": "ann",
                "type": "support",
                "lead": True,
                "basis": "public_task",
                "from": "2021-01-01",
                "broker": "bea",
            },
            {
                "id": "i2",
                "practitioner": "tom",
                "agency": "school",
                "person": "kit",
                "type": "drugs",
                "basis": "consent",
                "from": "2021-01-01",
                "to": "2022-01-01",
            },
        ],
        "consents": [
            {
                "id": "c1",
                "person": "ann",
                "decision": "given",
                "giver": "self",
                "recorded_at": "2021-06-01T12:00:00+01:00",
                "expires_at": "2031-06-01T12:00:00.250Z",
            }
        ],
        "accounts": [
            {
                "id": "a-ola",
                "username": "Ola",
                "role": "practitioner",
                "practitioner": "ola",
                "agency": "help",
                "status": "active",
                "password": "correct horse battery",
            },
            {
                "id": "a-north",
                "username": "north",
                "role": "coordinator",
                "agency": "help",
                "areas": ["north"],
                "status": "active",
            },
        ],
        "grants": [
            {
                "id": "g1",
                "account": "a-ola",
                "person": "joe",
                "kind": "opened",
                "reason": "duty enquiry",
                "granted_at": "2026-07-14T10:00:00Z",
                "expires_at": "2026-07-14T22:00:00Z",
            }
        ],
        "bars": [{"id": "b1", "account": "a-north", "person": "kit", "reason": "relative"}],
    }
