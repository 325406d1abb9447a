"""Two areas, with administrators of one agency, of an area, and of elsewhere."""

from __future__ import annotations

from typing import Any

Record = dict[str, Any]
ADAM, ABBY, NORA, NICK, FAY = "adam.one", "abby.two", "nora.north", "nick.north", "fay.far"
"""Administrators: of Early Help (two), with area North at the school and at the council, of an agency elsewhere."""


def administered_world() -> Record:
    """Early Help, the school and the refuge work in North, the hospice in South; the council works with nobody."""
    return {
        "format": "patchwork-world/1",
        "as_of": "2026-11-23T10:00:00Z",
        "areas": [{"id": "north", "name": "North"}, {"id": "south", "name": "South"}],
        "involvement_types": [
            {"code": "support", "label": "Family support"},
            {"code": "drugs", "label": "Drug and alcohol", "sensitive": True},
        ],
        "agencies": [
            _agency("help", "Early Help", "early_help", "live"),
            _agency("school", "Hill School", "education", "live"),
            _agency("refuge", "The Refuge", "domestic_abuse", "live"),
            _agency("council", "North Council", "other", "live"),
            _agency("far", "Far Hospice", "hospital", "live"),
        ],
        "agreements": [
            _agreement("north-sharing", "North sharing", "help", "school"),
            _agreement("south-sharing", "South sharing", "far"),
        ],
        "practitioners": [
            _practitioner("ola", "Ola Berg", "help"),
            _practitioner("adam", "Adam One", "help"),
            _practitioner("tom", "Tom Ash", "school"),
            _practitioner("rue", "Rue Dale", "refuge"),
            _practitioner("una", "Una Far", "far"),
        ],
        "people": [
            {"id": "ann", "given_name": "Ann", "family_name": "Hiddenreed"},
            {"id": "bo", "given_name": "Bo", "family_name": "Southgate"},
        ],
        "families": [
            {"id": "reed", "name": "Hiddenreed", "area": "north", "members": [{"person": "ann"}]},
            {"id": "gate", "name": "Southgate", "area": "south", "members": [{"person": "bo"}]},
        ],
        "involvements": [
            _involvement("ola", "help", "ann"),
            _involvement("tom", "school", "ann"),
            _involvement("rue", "refuge", "ann"),
            _involvement("una", "far", "bo"),
        ],
        "accounts": [
            _account(ADAM, "administrator", "help", practitioner="adam"),
            _account(ABBY, "administrator", "help"),
            _account(NORA, "administrator", "school", areas=("north",)),
            _account(NICK, "administrator", "council", areas=("north",)),
            _account(FAY, "administrator", "far"),
            _account("ola.berg", "practitioner", "help", practitioner="ola"),
            _account("tom.ash", "practitioner", "school", practitioner="tom"),
            _account("una.far", "practitioner", "far", practitioner="una"),
            _account("cora.north", "coordinator", "help", areas=("north",)),
        ],
        "grants": [
            {
                "id": "ola-opened-bo",
                "account": "ola-berg",
                "person": "bo",
                "kind": "opened",
                "reason": "referral",
                "granted_at": "2026-11-23T08:00:00Z",
                "expires_at": "2026-11-23T20:00:00Z",
            }
        ],
    }


def account_id(username: str) -> str:
    """The id of an account of this world."""
    return username.replace(".", "-")


def _agency(id_: str, name: str, kind: str, status: str) -> Record:
    return {"id": id_, "name": name, "kind": kind, "sector": "statutory", "status": status, "phone": "01632 960001"}


def _agreement(id_: str, name: str, *agencies: str) -> Record:
    signatures = [{"agency": agency, "signed_on": "2020-02-01"} for agency in agencies]
    return {"id": id_, "name": name, "from": "2020-01-01", "signatures": signatures}


def _practitioner(id_: str, name: str, agency: str) -> Record:
    return {"id": id_, "name": name, "works_for": [{"agency": agency, "from": "2015-01-01"}]}


def _involvement(practitioner: str, agency: str, person: str) -> Record:
    return {
        "id": f"{practitioner}-{person}",
        "practitioner": practitioner,
        "agency": agency,
        "person": person,
        "type": "support",
        "basis": "public_task",
        "from": "2020-01-01",
    }


def _account(
    username: str, role: str, agency: str, *, practitioner: str | None = None, areas: tuple[str, ...] = ()
) -> Record:
    return {
        "id": account_id(username),
        "username": username,
        "role": role,
        "agency": agency,
        "practitioner": practitioner,
        "areas": [*areas],
        "status": "active",
    }
