"""One Neo4j a run, emptied around each test that asks for it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator

import pytest

from graph.driver import Database
from graph.schema import migrate
from tests import graph_cleaning
from tests.neo4j_server import ServerAddress, neo4j_server

# The heads of the trails that tests write, and commands that tests start, stay out of the folder of real ones.
os.environ["PATCHWORK_AUDIT_HEADS_DIR"] = tempfile.mkdtemp(prefix="patchwork-heads-")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by what it needs, so that the fast ones can be run alone."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "connected_database" in fixtures:
            item.add_marker("database")
        if "browser" in fixtures:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def server() -> Iterator[ServerAddress]:
    """The Neo4j of this test run; see tests/neo4j_server.py for which."""
    with neo4j_server() as address:
        yield address


@pytest.fixture(scope="session")
def connected_database(server: ServerAddress) -> Iterator[Database]:
    """The test run's database with its schema, whatever is in it; most tests want `database`."""
    database = Database.connect(server.uri, server.username, server.password)
    migrate(database)
    graph_cleaning.claim(database)
    yield database
    graph_cleaning.empty(database)
    database.close()


@pytest.fixture
def database(connected_database: Database) -> Database:
    """A connected database with the schema and nothing in it."""
    graph_cleaning.empty(connected_database)
    return connected_database
