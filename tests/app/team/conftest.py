"""The Marsh family in the graph, on the day of its story, and a browser to look at it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine

from graph.driver import Database
from graph.moment import Moment
from tests.app.page_client import PageClient
from tests.app.team.loading import load
from tests.app.team.marsh_family import ELLIE, NOW, marsh_family


@pytest.fixture
def marsh(database: Database) -> Iterator[Database]:
    """The graph with the family, while the clock stands still."""
    with time_machine.travel(NOW, tick=False):
        load(database, marsh_family(), Moment.current())
        yield database


@pytest.fixture
def ellie(client_request: PageClient, marsh: Database) -> PageClient:
    """The family support worker's browser, signed in."""
    client_request.sign_in_as(ELLIE)
    return client_request
