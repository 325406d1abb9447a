"""The world of involvements in the graph, on the day of its story, shared by the tests of a module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from flask import Flask

from graph.driver import Database
from graph.moment import Moment
from tests import graph_cleaning
from tests.app.involvements.world import CLIENTS, involvement_world
from tests.app.proposals.acting import Actors
from tests.app.team.loading import load
from tests.app.team.marsh_family import NOW


@pytest.fixture(scope="module")
def actors(app: Flask, connected_database: Database) -> Iterator[Actors]:
    """Everybody; each test changes people of its own."""
    graph_cleaning.empty(connected_database)
    with time_machine.travel(NOW, tick=False):
        load(connected_database, involvement_world(), Moment.current())
        yield Actors(app, connected_database)


@pytest.fixture(scope="module")
def clients() -> Iterator[str]:
    """The clients, one after another."""
    return iter(CLIENTS)


@pytest.fixture
def client(clients: Iterator[str]) -> str:
    """A client whom no other test touches, with Ruth and Priya beside Ellie."""
    return next(clients)
