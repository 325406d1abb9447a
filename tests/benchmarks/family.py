"""The family that is measured: eight people, 25 involvements, and a practitioner who sees nearly all of it."""

from __future__ import annotations

from typing import Any

AGENCIES = 14
INVOLVEMENTS = 25
CASELOAD = 60
USERNAME, PASSWORD = "bench.viewer", "a long pass phrase for measuring"
SUBJECT, ACCOUNT, PRACTITIONER = "bench-person-0", "bench-viewer", "bench-practitioner-0"
_KINDS = (
    "early_help",
    "childrens_social_care",
    "education",
    "school_nursing",
    "health_visiting",
    "general_practice",
    "camhs",
    "housing",
    "police",
    "youth_justice",
    "voluntary",
    "employment",
    "adult_social_care",
    "substance_misuse",
)
_TYPES = ("bench-plain", "bench-statutory", "bench-consent", "bench-sensitive")


def family_world(as_of: str, caseload: list[str]) -> dict[str, Any]:
    """A world with the family alone; the viewer also holds an involvement with each person of `caseload`."""
    return {
        "format": "patchwork-world/1",
        "as_of": as_of,
        "involvement_types": [
            {"code": code, "label": code, "sensitive": code == _TYPES[3], "always_findable": code == _TYPES[1]}
            for code in _TYPES
        ],
        "agencies": [_agency(number) for number in range(AGENCIES)],
        "agreements": [
            {
                "id": "bench-agreement",
                "name": "Sharing agreement",
                "from": "2015-01-01",
                "signatures": [{"agency": f"bench-agency-{n}", "signed_on": "2015-02-01"} for n in range(AGENCIES)],
            }
        ],
        "practitioners": [_practitioner(number) for number in range(INVOLVEMENTS)],
        "people": [_person(number) for number in range(8)],
        "families": [{"id": "bench-family", "name": "Bench", "members": [{"person": _id(n)} for n in range(8)]}],
        "kinship": [
            {"id": f"bench-kin-{n}", "kind": "parent_of", "from_person": _id(1), "to_person": _id(n)}
            for n in (0, 2, 3, 4)
        ],
        "involvements": [_involvement(number) for number in range(INVOLVEMENTS)]
        + [_case(number, person) for number, person in enumerate(caseload)],
        "consents": [_consent(number) for number in range(6)],
        "accounts": [
            {
                "id": ACCOUNT,
                "username": USERNAME,
                "role": "practitioner",
                "practitioner": PRACTITIONER,
                "agency": "bench-agency-0",
                "status": "active",
                "password": PASSWORD,
            }
        ],
    }


def _id(number: int) -> str:
    return f"bench-person-{number}"


def _agency(number: int) -> dict[str, Any]:
    return {
        "id": f"bench-agency-{number}",
        "name": f"Agency {number}",
        "kind": _KINDS[number],
        "sector": "statutory",
        "status": "live",
        "phone": f"01632 9601{number:02}",
        "email": f"duty{number}@example.org",
    }


def _practitioner(number: int) -> dict[str, Any]:
    return {
        "id": f"bench-practitioner-{number}",
        "name": f"Practitioner Number{number}",
        "job_title": "Family worker",
        "landline": f"01632 9602{number:02}",
        "mobile": f"07700 9003{number:02}",
        "email": f"worker{number}@example.org",
        "preferred_contact": "mobile",
        "best_time": "mornings",
        "works_for": [{"agency": f"bench-agency-{number % AGENCIES}", "from": "2015-01-01"}],
    }


def _person(number: int) -> dict[str, Any]:
    return {
        "id": _id(number),
        "given_name": f"Given{number}",
        "family_name": "Bench",
        "date_of_birth": f"{1985 if number in (1, 5) else 2010 + number}-03-14",
        "gender": "female" if number % 2 else "male",
    }


def _involvement(number: int) -> dict[str, Any]:
    kind = _TYPES[number % 4]
    return {
        "id": f"bench-involvement-{number}",
        "practitioner": f"bench-practitioner-{number}",
        "agency": f"bench-agency-{number % AGENCIES}",
        "person": _id(number % 6),
        "type": kind,
        "role": "Worker",
        "lead": number == 1,
        "basis": "consent" if kind == "bench-consent" else "public_task",
        "from": "2022-05-01",
        "to": "2025-06-01" if number % 9 == 8 else None,
        "last_confirmed": "2026-10-01",
        "source": "import",
    }


def _case(number: int, person: str) -> dict[str, Any]:
    return {
        "id": f"bench-case-{number}",
        "practitioner": PRACTITIONER,
        "agency": "bench-agency-0",
        "person": person,
        "type": "bench-plain",
        "basis": "public_task",
        "from": "2024-01-01",
    }


def _consent(number: int) -> dict[str, Any]:
    return {
        "id": f"bench-consent-{number}",
        "person": _id(number),
        "decision": "given",
        "giver": "parental_responsibility",
        "includes_sensitive": True,
        "recorded_at": "2023-01-01T09:00:00Z",
    }
