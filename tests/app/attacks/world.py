"""Two areas with accounts of every role, and everything in them that somebody else may want to get at."""

from __future__ import annotations

from typing import Any

from tests.app.proposals.world import ELLIE, GP, confirming_world
from tests.app.team.marsh_family import COORDINATOR

OLIVE, AVA, ADAM, NORA, SOL, SID = (
    "olive.stranger",
    "ava.audit",
    "adam.min",
    "nora.north",
    "sol.south",
    "sid.south",
)
"""Olive works with Neil alone, Ava is a privacy officer; Adam administers Early Help, Nora the North, Sol the South."""
PRACTITIONERS = (ELLIE, OLIVE, GP, COORDINATOR)
Record = dict[str, Any]


def attacked_world() -> Record:
    """The Marsh family and their strangers in North; in South an agency, an agreement and a family of their own."""
    world = confirming_world()
    world["areas"].append({"id": "south", "name": "Southwick"})
    world["agencies"].append(
        {"id": "a-south", "name": "Southwick Hospice", "kind": "hospital", "sector": "statutory", "status": "live"}
    )
    signed = [{"agency": "a-south", "signed_on": "2020-01-01"}]
    world["agreements"].append({"id": "southern", "name": "Southwick", "from": "2020-01-01", "signatures": signed})
    home = [{"agency": "a-south", "from": "2020-01-01"}]
    world["practitioners"].append({"id": "p-sid", "name": "Sid Sutton", "works_for": home})
    world["people"].append(
        {"id": "x-sue", "given_name": "Sue", "family_name": "Sutherland", "date_of_birth": "1980-08-08"}
    )
    world["families"].append({"id": "f-sue", "name": "Sutherland", "area": "south", "members": [{"person": "x-sue"}]})
    world["involvements"].append(
        {
            "id": "i-sid-sue",
            "practitioner": "p-sid",
            "agency": "a-south",
            "person": "x-sue",
            "type": "general_practice",
            "basis": "public_task",
            "from": "2020-01-01",
        }
    )
    world["accounts"] += [
        _account(SID, "a-south", "practitioner", practitioner="p-sid"),
        _account(SOL, "a-south", "administrator", areas=["south"]),
        _account(NORA, "a-care", "administrator", areas=["north"]),
    ]
    for account in world["accounts"]:
        account.pop("password", None)
    return world


def _account(username: str, agency: str, role: str, **more: Any) -> Record:
    account = {"id": f"acc-{username.split('.')[0]}", "username": username, "role": role, "agency": agency}
    return {**account, "status": "active", **more}
