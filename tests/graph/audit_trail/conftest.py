"""A database of its own lanes, whose heads lie in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.driver import Database
from tests.neo4j_server import ServerAddress

Connect = Callable[[], Database]


@pytest.fixture
def heads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that heads are written to."""
    monkeypatch.setenv("PATCHWORK_AUDIT_HEADS_DIR", str(tmp_path / "heads"))
    return tmp_path / "heads"


@pytest.fixture
def connect(database: Database, server: ServerAddress, heads: Path) -> Iterator[Connect]:
    """Make further connections, each with lanes of its own as another process would have."""
    made: list[Database] = []

    def another() -> Database:
        made.append(Database.connect(server.uri, server.username, server.password))
        return made[-1]

    yield another
    for one in made:
        one.close()


@pytest.fixture
def trail(connect: Connect) -> Database:
    """An empty graph, and lanes that nothing has used."""
    return connect()
