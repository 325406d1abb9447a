"""The demonstration's area with a few accounts more, for the states of a page that no story shows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import time_machine

from graph.driver import Database
from graph.moment import Moment
from graph.synthetic.demo import DEMO_ACCOUNTS, demo_world
from tests import graph_cleaning
from tests.app.team.loading import load
from tests.app.team.marsh_family import NOW, Record

NEWCOMER, NO_AREA, NO_FAMILIES, EVERYWHERE = "nell.newcomer", "noah.blank", "wes.empty", "eve.ryarea"
_PASSWORD = "correct horse battery staple"
PASSWORDS = {account.username: account.password for account in DEMO_ACCOUNTS} | dict.fromkeys(
    (NEWCOMER, NO_AREA, NO_FAMILIES, EVERYWHERE), _PASSWORD
)

# A sensitive service that nobody has confirmed shows its own practitioner the person's name and no more.
_UNCONFIRMED: Record = {
    "id": "hannah-reid-ros-withheld",
    "practitioner": "hannah-reid",
    "agency": "coastshire-police",
    "person": "ros-withheld",
    "type": "substance_misuse",
    "basis": "public_task",
    "from": "2026-01-05",
    "confirmed": False,
    "source": "self",
}

SHIELDED: Record = {
    "id": "shay-sheltered",
    "given_name": "Shay",
    "family_name": "Sheltered",
    "date_of_birth": "2015-04-06",
    "local_id": "NW-SHELTER-1",
    "shielded": True,
}
_STATUTORY: Record = {
    "id": "gareth-lowe-shay-sheltered",
    "practitioner": "gareth-lowe",
    "agency": "childrens-social-care",
    "person": "shay-sheltered",
    "type": "child_protection",
    "basis": "legal_obligation",
    "from": "2026-01-05",
}


@contextmanager
def demo_area(database: Database) -> Iterator[None]:
    """Put the area in place of whatever is in the graph, with the day of its stories on the clock."""
    graph_cleaning.empty(database)
    with time_machine.travel(NOW):
        load(database, _world(), Moment.current())
        yield


def _world() -> Record:
    world = demo_world(NOW)
    areas = [area["id"] for area in world["areas"]]
    world["areas"].append({"id": "westmere", "name": "Westmere"})
    works_for = [{"agency": "families-programme", "from": "2026-11-23"}]
    world["practitioners"].append({"id": "nell-newcomer", "name": "Nell Newcomer", "works_for": works_for})
    world["people"] += [{"id": "ros-withheld", "given_name": "Ros", "family_name": "Withheld"}, SHIELDED]
    world["involvements"] += [_UNCONFIRMED, _STATUTORY]
    world["accounts"] += [
        _account(NEWCOMER, "practitioner", []) | {"practitioner": "nell-newcomer"},
        _account(NO_AREA, "coordinator", []),
        _account(NO_FAMILIES, "coordinator", ["westmere"]),
        _account(EVERYWHERE, "coordinator", areas),
    ]
    return world


def _account(username: str, role: str, areas: list[str]) -> Record:
    return {
        "id": username.replace(".", "-"),
        "username": username,
        "role": role,
        "agency": "families-programme",
        "areas": areas,
        "status": "active",
        "password": _PASSWORD,
    }
