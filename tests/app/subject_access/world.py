"""The audited family with everything that can be held about a person, and an officer's browser over it."""

from __future__ import annotations

from typing import Any

from tests.app.audit.family import audited_family
from tests.app.team.marsh_family import ELLIE, PRIYA

Record = dict[str, Any]
LEO, DAWN, HALF_SISTER = "x-leo", "x-dawn", "x-sheltered"
SENSITIVE = ("Hidden Recoveryworker", "Fresh Start Recovery", "Drug and alcohol", "i-hidden", "p-hidden")
OTHERS = ("Shelagh", "Dawn", "Ryan", "Mia", "Tyler", "Carol", "x-dawn", "x-mia", "x-tyler", "x-sheltered")


def world() -> Record:
    """Leo has every detail, a shielded half-sister, decisions about consent, openings and a bar."""
    family = audited_family()
    leo = next(person for person in family["people"] if person["id"] == LEO)
    leo |= {
        "also_known_as": ["Leonard Marsh"],
        "nhs_number": "9434765919",
        "upn": "A801200001001",
        "local_id": "NW-LEO-1",
        "address": "3 Harbour Lane",
        "postcode": "ZZ1 1ZZ",
    }
    dawn = next(person for person in family["people"] if person["id"] == DAWN)
    dawn |= {"local_id": "NW-DAWN-1", "address": "12 Other Street", "postcode": "ZZ9 9ZZ"}
    family["people"].append({"id": HALF_SISTER, "given_name": "Shelagh", "family_name": "Hiddenname", "shielded": True})
    family["kinship"].append(
        {"id": "k-sheltered", "kind": "sibling_of", "from_person": HALF_SISTER, "to_person": LEO, "qualifier": "half"}
    )
    family["consents"] = [
        _consent("c-mother", LEO, "given", "parental_responsibility", "Dawn Marsh", "p-ellie", None),
        _consent("c-own", LEO, "refused", "self", None, "p-hidden", "a-drugs"),
        _consent("c-other", DAWN, "given", "self", None, "p-ruth", None),
    ]
    family["grants"] += [_grant("grant-leo", PRIYA, LEO), _grant("grant-dawn", ELLIE, DAWN)]
    family["bars"] = [{"id": "bar-leo", "account": "acc-olive", "person": LEO, "reason": "A neighbour of the family"}]
    return family


def _consent(
    id_: str, person: str, decision: str, giver: str, name: str | None, recorder: str, agency: str | None
) -> Record:
    return {
        "id": id_,
        "person": person,
        "decision": decision,
        "giver": giver,
        "given_by": name,
        "recorded_by": recorder,
        "agency": agency,
        "recorded_at": "2026-10-05T09:15:00Z",
    }


def _grant(id_: str, username: str, person: str) -> Record:
    return {
        "id": id_,
        "account": f"acc-{username.split('.')[0]}",
        "person": person,
        "kind": "opened",
        "reason": f"Reason of {id_}",
        "granted_at": "2026-11-20T08:00:00Z",
        "expires_at": "2026-11-20T20:00:00Z",
    }
