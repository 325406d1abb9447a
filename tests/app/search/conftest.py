"""The application over the small area of tests.app.search.world."""

from __future__ import annotations

import pytest
from flask import Flask

from graph.driver import Database
from tests.app.page_client import PageClient
from tests.app.search.world import search_world
from tests.graph.worlds.in_and_out import bring_in


@pytest.fixture
def area(database: Database) -> Database:
    """The database with the small area in it."""
    answer = bring_in(database, search_world())
    assert not answer.faults
    return database


@pytest.fixture
def ellie(app: Flask, area: Database) -> PageClient:
    """A browser in which Ellie of Early Help is signed in."""
    client = PageClient(app, area)
    client.sign_in_as("ellie")
    return client
