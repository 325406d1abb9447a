"""The administered world in the graph, and a browser for each who administers it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import time_machine
from flask import Flask

from app.application import create_app
from config.settings import Settings
from graph.audit import AuditEvent, tail
from graph.driver import Database
from graph.moment import Moment
from tests.app.administration.browsing import Administrator
from tests.app.administration.world import administered_world
from tests.app.team.loading import load
from tests.app.team.marsh_family import NOW

As = Callable[[str], Administrator]
Events = Callable[[], list[AuditEvent]]


@pytest.fixture(scope="session")
def reachable_app(connected_database: Database, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The application where links in mails have an address to lead to."""
    folder = tmp_path_factory.mktemp("data")
    return create_app(connected_database, Settings(data_dir=folder, public_url="http://127.0.0.1:5000"))


@pytest.fixture
def administered(database: Database) -> Iterator[Database]:
    """The database with the world in it, on its day."""
    with time_machine.travel(NOW):
        load(database, administered_world(), Moment.current())
        yield database


@pytest.fixture
def as_(reachable_app: Flask, administered: Database) -> As:
    """A browser in which somebody is signed in, by username."""
    return lambda username: Administrator(reachable_app, administered, username)


@pytest.fixture
def events(administered: Database) -> Events:
    """What administrators have done so far, newest first."""
    return lambda: [one for one in administered.read(lambda tx: tail(tx, 100)) if one.account and one.objects]
