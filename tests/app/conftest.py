"""The application over the test database, and a client that checks every page it opens."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from app.application import create_app
from config.settings import Settings
from graph.driver import Database
from tests.app.page_client import PageClient


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of the application under test, with a data folder of its own."""
    folder: Path = tmp_path_factory.mktemp("data")
    return Settings(data_dir=folder)


@pytest.fixture(scope="session")
def app(connected_database: Database, settings: Settings) -> Flask:
    """The application over the test database."""
    return create_app(connected_database, settings)


@pytest.fixture
def client_request(app: Flask, database: Database) -> PageClient:
    """A browser that nobody has used, over an empty graph."""
    return PageClient(app, database)
