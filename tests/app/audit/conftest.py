"""The audited family in the graph, on the day of its story."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from flask import Flask

from graph.driver import Database
from graph.moment import Moment
from tests import graph_cleaning
from tests.app.audit.family import AUDITOR, audited_family
from tests.app.audit.reading import NOTE
from tests.app.page_client import PageClient
from tests.app.team.loading import load
from tests.app.team.marsh_family import NOW


@pytest.fixture
def audited(database: Database) -> Iterator[Database]:
    """The database with the family in it."""
    with time_machine.travel(NOW):
        load(database, audited_family(), Moment.current())
        yield database


@pytest.fixture
def asker(client_request: PageClient, audited: Database) -> PageClient:
    """A browser for whoever is to ask."""
    return client_request


@pytest.fixture
def auditor(asker: PageClient) -> PageClient:
    """An auditor who has stated a purpose."""
    asker.sign_in_as(AUDITOR)
    asker.post("/access/purpose", {"code": "check", "note": NOTE}, status=303)
    return asker


@pytest.fixture(scope="module")
def audited_once(app: Flask, connected_database: Database) -> Iterator[Database]:
    """The database with the family in it, once for a module whose tests change nothing but the audit trail."""
    graph_cleaning.empty(connected_database)
    with time_machine.travel(NOW):
        load(connected_database, audited_family(), Moment.current())
        yield connected_database


@pytest.fixture
def asker_once(app: Flask, audited_once: Database) -> PageClient:
    """A browser for whoever is to ask, over that database."""
    return PageClient(app, audited_once)


@pytest.fixture
def auditor_once(asker_once: PageClient) -> PageClient:
    """An auditor who has stated a purpose, over that database."""
    asker_once.sign_in_as(AUDITOR)
    asker_once.post("/access/purpose", {"code": "check", "note": NOTE}, status=303)
    return asker_once
