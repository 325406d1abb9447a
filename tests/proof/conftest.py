"""The application over the test database, for visits to every route."""

from __future__ import annotations

import pytest
from flask import Flask

from app.application import create_app
from config.settings import Settings
from graph.driver import Database
from tests.proof.effort import FULL
from tests.proof.report import COUNTS


@pytest.fixture(scope="session")
def app(connected_database: Database, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The application as it is served, with a data folder of its own."""
    return create_app(connected_database, Settings(data_dir=tmp_path_factory.mktemp("proof")))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the proof counted."""
    if FULL and COUNTS:
        terminalreporter.section("the proof")
        for what, number in COUNTS.items():
            terminalreporter.write_line(f"{number:>9,}  {what}")
