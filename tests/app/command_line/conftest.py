"""The command, run against the test database."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from app.command_line import main
from graph.driver import Database
from tests.neo4j_server import ServerAddress


@pytest.fixture
def patchwork(database: Database, server: ServerAddress, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run `patchwork ARGUMENTS` in this process; the result tells exit code, output and errors."""
    monkeypatch.setenv("NEO4J_URI", server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password)

    def run(*arguments: str, typed: str | None = None) -> Result:
        return CliRunner().invoke(main, arguments, input=typed, prog_name="patchwork")

    return run
