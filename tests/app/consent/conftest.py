"""The consenting world in the graph; each test decides for people of its own. Time runs: decisions have an order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from flask import Flask

from graph.driver import Database
from graph.moment import Moment
from tests import graph_cleaning
from tests.app.consent.world import PEOPLE, consenting_world
from tests.app.proposals.acting import Actors
from tests.app.team.loading import load
from tests.app.team.marsh_family import NOW


@pytest.fixture(scope="module")
def actors(app: Flask, connected_database: Database) -> Iterator[Actors]:
    """Everybody, each signed in once."""
    graph_cleaning.empty(connected_database)
    with time_machine.travel(NOW):
        load(connected_database, consenting_world(), Moment.current())
        yield Actors(app, connected_database)


@pytest.fixture(scope="module")
def people() -> Iterator[str]:
    """The people, one after another."""
    return iter(PEOPLE)


@pytest.fixture
def person(people: Iterator[str]) -> str:
    """Somebody whom no other test decides for."""
    return next(people)
