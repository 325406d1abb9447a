"""The confirming world in the graph, on the day of its story, shared by the tests of a module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from flask import Flask

from graph.driver import Database
from graph.moment import Moment
from tests import graph_cleaning
from tests.app.proposals.acting import Actors, own_work
from tests.app.proposals.world import ELLIE, NEIGHBOURS, confirming_world
from tests.app.team.loading import load
from tests.app.team.marsh_family import NOW


@pytest.fixture(scope="module")
def actors(app: Flask, connected_database: Database) -> Iterator[Actors]:
    """Everybody; each test changes people of its own."""
    graph_cleaning.empty(connected_database)
    with time_machine.travel(NOW, tick=False):
        load(connected_database, confirming_world(), Moment.current())
        yield Actors(app, connected_database)


@pytest.fixture(scope="module")
def neighbours() -> Iterator[str]:
    """The strangers, one after another."""
    return iter(NEIGHBOURS)


@pytest.fixture
def neighbour(neighbours: Iterator[str]) -> str:
    """A stranger whom no other test touches."""
    return next(neighbours)


@pytest.fixture
def proposal(actors: Actors, neighbour: str) -> str:
    """Ellie has added herself to the neighbour, whom she opened; the id of what waits."""
    before = set(actors.waiting("acc-lena"))
    answer = actors(ELLIE).post(f"/people/{neighbour}/involvements/new", own_work(), status=303)
    assert answer.location == f"/people/{neighbour}/team"
    (new,) = set(actors.waiting("acc-lena")) - before
    return new
