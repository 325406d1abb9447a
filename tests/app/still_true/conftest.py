"""The confirming world with some more work of Ellie's agency, and an administrator who has an address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from flask import Flask

from graph.driver import Database
from graph.moment import Moment
from tests import graph_cleaning
from tests.app.contacts.conftest import site_app, site_settings
from tests.app.proposals.acting import Actors
from tests.app.proposals.world import Record, confirming_world
from tests.app.team.loading import load
from tests.app.team.marsh_family import NOW

__all__ = ["actors", "site_app", "site_settings"]


@pytest.fixture(scope="module")
def actors(site_app: Flask, connected_database: Database) -> Iterator[Actors]:
    """Everybody; each test changes people of its own."""
    graph_cleaning.empty(connected_database)
    with time_machine.travel(NOW, tick=False):
        load(connected_database, _world(), Moment.current())
        yield Actors(site_app, connected_database)


def _world() -> Record:
    """Ruth works with Carol; with Tyler it waits to be confirmed; from Mia she is barred."""
    world = confirming_world()
    world["involvements"] += [
        _work("i-ruth-carol", "x-carol"),
        _work("i-ruth-tyler", "x-tyler", confirmed=False),
        _work("i-ruth-mia", "x-mia"),
    ]
    world["bars"] = [*world.get("bars", []), {"id": "bar-ruth", "account": "acc-ruth", "person": "x-mia"}]
    works = [{"agency": "a-help", "from": "2020-01-01"}]
    world["practitioners"].append(
        {"id": "p-adam", "name": "Adam Minter", "email": "adam.minter@example.org", "works_for": works}
    )
    for account in world["accounts"]:
        if account["username"] == "adam.min":
            account["practitioner"] = "p-adam"
    return world


def _work(id_: str, person: str, **more: object) -> Record:
    ids = {"id": id_, "practitioner": "p-ruth", "agency": "a-help", "person": person, "type": "family_support"}
    return {**ids, "basis": "public_task", "from": "2026-02-01", "last_confirmed": "2026-10-01", **more}
