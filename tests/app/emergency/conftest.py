"""One area a module, in which each test has people of its own; browsers in which somebody is signed in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from graph.driver import Database
from tests import graph_cleaning
from tests.app.emergency.world import emergency_world
from tests.app.page_client import PageClient
from tests.graph.worlds.in_and_out import bring_in

SignIn = Callable[[str], PageClient]


@pytest.fixture(scope="module")
def area(connected_database: Database) -> Database:
    """The database with the area in it."""
    graph_cleaning.empty(connected_database)
    answer = bring_in(connected_database, emergency_world())
    assert not answer.faults, answer.faults
    return connected_database


@pytest.fixture
def sign_in(app: Flask, area: Database) -> SignIn:
    """A function that answers a browser in which an account is signed in, at the time of the call."""

    def browser(username: str) -> PageClient:
        client = PageClient(app, area)
        client.sign_in_as(username)
        return client

    return browser


@pytest.fixture
def ellie(sign_in: SignIn) -> PageClient:
    """A browser in which Ellie of Early Help is signed in."""
    return sign_in("ellie")
