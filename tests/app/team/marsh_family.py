"""A small area by hand: the Marsh family and everybody around them, as on 23 November 2026.

Every name is invented; numbers are from Ofcom's ranges for drama.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
PASSWORD = "correct horse battery staple"
ELLIE, PRIYA, OUTSIDER, COORDINATOR = "ellie.brandon", "priya.nair", "olive.stranger", "corin.dale"
Record = dict[str, Any]

_AGENCIES = (
    ("a-care", "Children’s Social Care", "childrens_social_care"),
    ("a-help", "Northwick Early Help", "early_help"),
    ("a-school", "Harbour Primary School", "education"),
    ("a-health", "Community Health NHS Trust", "school_nursing"),
    ("a-justice", "Youth Justice Service", "youth_justice"),
    ("a-police", "Coastshire Police", "police"),
    ("a-friend", "Open Door Befriending", "voluntary"),
    ("a-homes", "Tidewater Homes", "housing"),
    ("a-gp", "Quayside GP Practice", "general_practice"),
    ("a-drugs", "Fresh Start Recovery", "substance_misuse"),
    ("a-far", "Unsigned Help Service", "voluntary"),
)
_PRACTITIONERS = (
    (
        "p-priya",
        "Priya Nair",
        "Child-protection social worker",
        "a-care",
        "114",
        "142",
        "landline",
        "in until 5pm",
    ),
    ("p-gareth", "Gareth Lowe", "Social worker", "a-care", "115", None, "landline", None),
    ("p-ellie", "Ellie Brandon", "Family support worker", "a-help", None, "318", "mobile", None),
    ("p-ruth", "Ruth Adeyemi", "Family hub manager", "a-help", "905", None, "landline", "mornings"),
    (
        "p-james",
        "James Whitlock",
        "Designated safeguarding lead",
        "a-school",
        "230",
        None,
        "landline",
        "after 3.30pm",
    ),
    ("p-amina", "Amina Yusuf", "School nurse", "a-health", None, "467", "mobile", "text first"),
    ("p-beth", "Beth Collins", "Health visitor", "a-health", "371", None, "landline", "not Wednesdays"),
    ("p-kofi", "Kofi Mensah", "Youth justice worker", "a-justice", None, "585", "mobile", "until 6pm"),
    ("p-hannah", "PC Hannah Reid", "Neighbourhood officer", "a-police", "609", None, "email", "answers the same day"),
    ("p-joan", "Joan Ellery", "Volunteer befriender", "a-friend", "744", None, "landline", "through the office"),
    ("p-martin", "Martin Shaw", "Housing officer", "a-homes", "820", None, "landline", "9am to 1pm"),
    ("p-gp", "Dr Lena Fox", "GP", "a-gp", "961", None, "landline", None),
    ("p-hidden", "Hidden Recoveryworker", "Recovery worker", "a-drugs", "962", None, "landline", None),
    ("p-far", "Farouk Unsigned", "Adviser", "a-far", "963", None, "landline", None),
    ("p-olive", "Olive Stranger", "Adviser", "a-friend", "964", None, "landline", None),
)
_PEOPLE = (
    ("x-leo", "Leo", "2017-03-14", "male"),
    ("x-dawn", "Dawn", "1992-02-02", "female"),
    ("x-ryan", "Ryan", "1990-05-05", "male"),
    ("x-mia", "Mia", "2022-06-01", "female"),
    ("x-sam", "Sam", "1988-01-20", "male"),
    ("x-tyler", "Tyler", "2011-09-09", "male"),
    ("x-carol", "Carol", "1965-04-04", "female"),
)
_KINSHIP = (
    ("parent_of", "x-dawn", "x-leo", "birth"),
    ("parent_of", "x-dawn", "x-mia", "birth"),
    ("parent_of", "x-dawn", "x-unborn", "birth"),
    ("parent_of", "x-sam", "x-leo", "birth"),
    ("parent_of", "x-sam", "x-mia", "birth"),
    ("parent_of", "x-sam", "x-tyler", "birth"),
    ("parent_of", "x-ryan", "x-unborn", "birth"),
    ("parent_of", "x-carol", "x-dawn", "birth"),
    ("partner_of", "x-dawn", "x-ryan", "cohabiting"),
    ("sibling_of", "x-leo", "x-tyler", "half"),
)
_INVOLVEMENTS = (
    ("i-priya-leo", "p-priya", "a-care", "x-leo", "child_protection", "2026-03-02", "2026-11-20"),
    ("i-priya-mia", "p-priya", "a-care", "x-mia", "child_protection", "2026-03-02", "2026-11-20"),
    ("i-priya-unborn", "p-priya", "a-care", "x-unborn", "child_protection", "2026-08-02", "2026-11-20"),
    ("i-gareth-leo", "p-gareth", "a-care", "x-leo", "child_in_need", "2025-01-08", None),
    ("i-ellie-leo", "p-ellie", "a-help", "x-leo", "family_support", "2026-04-14", "2026-11-12"),
    ("i-ellie-dawn", "p-ellie", "a-help", "x-dawn", "family_support", "2026-04-14", "2026-11-12"),
    ("i-james-leo", "p-james", "a-school", "x-leo", "education", "2024-09-09", "2026-10-19"),
    ("i-amina-leo", "p-amina", "a-health", "x-leo", "school_nursing", "2025-01-11", "2026-11-08"),
    ("i-beth-mia", "p-beth", "a-health", "x-mia", "health_visiting", "2022-06-20", "2026-10-25"),
    ("i-kofi-tyler", "p-kofi", "a-justice", "x-tyler", "youth_justice", "2026-11-16", "2026-11-16"),
    ("i-hannah-tyler", "p-hannah", "a-police", "x-tyler", "neighbourhood_policing", "2026-08-03", "2026-10-12"),
    ("i-joan-carol", "p-joan", "a-friend", "x-carol", "befriending", "2025-05-27", "2026-09-20"),
    ("i-martin-dawn", "p-martin", "a-homes", "x-dawn", "tenancy", "2024-02-04", "2026-06-20"),
    ("i-gp-neil", "p-gp", "a-gp", "x-neil", "general_practice", "2020-01-01", "2026-11-01"),
    ("i-hidden-dawn", "p-hidden", "a-drugs", "x-dawn", "substance_misuse", "2026-01-01", "2026-11-01"),
    ("i-hidden-sam", "p-hidden", "a-drugs", "x-sam", "substance_misuse", "2026-01-01", "2026-11-01"),
    ("i-far-leo", "p-far", "a-far", "x-leo", "other", "2026-01-01", "2026-11-01"),
    ("i-olive-neil", "p-olive", "a-friend", "x-neil", "befriending", "2026-01-01", "2026-11-01"),
)


def marsh_family() -> Record:
    """The world: Ellie and Priya see the family, Olive does not; Ellie has opened Neil Frost with a reason."""
    return {
        "format": "patchwork-world/1",
        "as_of": "2026-11-23T10:00:00Z",
        "areas": [{"id": "north", "name": "Northwick"}],
        "agencies": [_agency(*one) for one in _AGENCIES],
        "agreements": [_agreement()],
        "practitioners": [_practitioner(*one) for one in _PRACTITIONERS],
        "people": [*(_person(*one) for one in _PEOPLE), *_others()],
        "families": [_family("f-marsh", "Marsh", [one[0] for one in _PEOPLE] + ["x-unborn"])],
        "kinship": [_link(number, *one) for number, one in enumerate(_KINSHIP)],
        "involvements": [_involvement(*one) for one in _INVOLVEMENTS],
        "accounts": [
            _account(ELLIE, "a-help", "p-ellie"),
            _account(PRIYA, "a-care", "p-priya"),
            _account(OUTSIDER, "a-friend", "p-olive"),
            {**_account(COORDINATOR, "a-help", None), "role": "coordinator", "areas": ["north"]},
            {**_account("adam.min", "a-help", None), "role": "administrator"},
        ],
        "grants": [_opened(ELLIE, "x-neil")],
    }


def _agency(id_: str, name: str, kind: str) -> Record:
    contact = {"phone": "01632 960960", "email": f"duty@{id_}.example.org"}
    return {"id": id_, "name": name, "kind": kind, "sector": "statutory", "status": "live", **contact}


def _agreement() -> Record:
    signed = [{"agency": id_, "signed_on": "2020-01-01"} for id_, _, _ in _AGENCIES if id_ != "a-far"]
    return {"id": "agreement", "name": "Northwick sharing agreement", "from": "2020-01-01", "signatures": signed}


def _practitioner(
    id_: str, name: str, job: str, agency: str, line: str | None, mobile: str | None, best: str, when: str | None
) -> Record:
    return {
        "id": id_,
        "name": name,
        "job_title": job,
        "landline": f"01632 960{line}" if line else None,
        "mobile": f"07700 900{mobile}" if mobile else None,
        "email": f"{name.lower().split()[-2]}.{name.lower().split()[-1]}@example.org",
        "preferred_contact": best,
        "best_time": when,
        "works_for": [{"agency": agency, "from": "2020-01-01"}],
    }


def _person(id_: str, given_name: str, born: str, gender: str) -> Record:
    return {"id": id_, "given_name": given_name, "family_name": "Marsh", "date_of_birth": born, "gender": gender}


def _others() -> list[Record]:
    return [
        {"id": "x-unborn", "given_name": "Baby", "family_name": "Marsh", "expected_date_of_birth": "2027-02-21"},
        {"id": "x-neil", "given_name": "Neil", "family_name": "Frost", "date_of_birth": "1950-01-01", "gender": "male"},
        {"id": "x-quiet", "given_name": "Quentin", "family_name": "Quiet", "date_of_birth": "2000-01-01"},
    ]


def _family(id_: str, name: str, members: list[str]) -> Record:
    return {
        "id": id_,
        "name": name,
        "area": "north",
        "programme": True,
        "members": [{"person": one} for one in members],
    }


def _link(number: int, kind: str, one: str, other: str, qualifier: str) -> Record:
    return {"id": f"k-{number:02}", "kind": kind, "from_person": one, "to_person": other, "qualifier": qualifier}


def _involvement(
    id_: str, practitioner: str, agency: str, person: str, type_: str, began: str, confirmed: str | None
) -> Record:
    return {
        "id": id_,
        "practitioner": practitioner,
        "agency": agency,
        "person": person,
        "type": type_,
        "basis": "public_task",
        "lead": id_ == "i-priya-leo",
        "from": began,
        "to": "2026-08-31" if id_ == "i-gareth-leo" else None,
        "broker": "p-ruth" if id_ == "i-hidden-dawn" else None,
        "last_confirmed": confirmed,
    }


def _account(username: str, agency: str, practitioner: str | None) -> Record:
    return {
        "id": f"acc-{username.split('.')[0]}",
        "username": username,
        "role": "practitioner",
        "practitioner": practitioner,
        "agency": agency,
        "status": "active",
        "password": PASSWORD,
    }


def _opened(username: str, person: str) -> Record:
    return {
        "id": f"grant-{person}",
        "account": f"acc-{username.split('.')[0]}",
        "person": person,
        "kind": "opened",
        "reason": "Rang about a visit",
        "granted_at": "2026-11-23T08:00:00Z",
        "expires_at": "2026-11-23T20:00:00Z",
    }
