"""A family with looks in its trail, shared by a module's tests, and an officer who has stated a purpose."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest
import time_machine
from flask import Flask

from graph.driver import Database
from graph.moment import Moment
from tests import graph_cleaning
from tests.app.audit.family import AUDITOR
from tests.app.audit.test_purposes import NOTE
from tests.app.page_client import PageClient
from tests.app.subject_access.world import LEO, world
from tests.app.team.loading import load
from tests.app.team.marsh_family import ELLIE, NOW

BEGIN = {"reference": "SAR-2026-014", "requested": "9 November 2026"}
REPORTS = f"/access/people/{LEO}/subject-access"


@pytest.fixture(scope="module")
def looked(app: Flask, connected_database: Database) -> Iterator[PageClient]:
    """A browser over the family; Ellie has looked at Leo's team, and at Dawn's, which shows Leo too.

    Nothing that a test here does changes what is held: each begins a report of its own.
    """
    graph_cleaning.empty(connected_database)
    with time_machine.travel(NOW) as clock:
        load(connected_database, world(), Moment.current())
        client = PageClient(app, connected_database)
        client.sign_in_as(ELLIE)
        clock.shift(60)
        client.get("/people/x-leo/team")
        client.get("/people/x-dawn/team")
        clock.shift(60)
        yield client


@pytest.fixture
def officer(looked: PageClient) -> PageClient:
    """A privacy officer who has stated a purpose in a session of this test's own."""
    looked.sign_in_as(AUDITOR)
    looked.post("/access/purpose", {"code": "subject_access", "note": NOTE}, status=303)
    return looked


@pytest.fixture
def draft(officer: PageClient) -> str:
    """The address of a draft about Leo."""
    return str(officer.post(REPORTS, BEGIN | {"token": uuid4().hex}, status=303).location)


@pytest.fixture
def unmasked(officer: PageClient, draft: str) -> str:
    """The same, after the second purpose."""
    officer.post(f"/access/people/{LEO}/sensitive", {"code": "subject_access", "note": NOTE}, status=303)
    return draft
