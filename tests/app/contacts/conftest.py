"""The confirming world in the graph, shared by the tests of a module, where links in mails have somewhere to lead."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from flask import Flask

from app.application import create_app
from config.settings import Settings
from graph.driver import Database
from graph.moment import Moment
from tests import graph_cleaning
from tests.app.proposals.acting import Actors
from tests.app.proposals.world import confirming_world
from tests.app.team.loading import load
from tests.app.team.marsh_family import NOW

SITE = "https://patchwork.example.org"


@pytest.fixture(scope="session")
def site_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a service that people find under an address."""
    return Settings(data_dir=tmp_path_factory.mktemp("data"), public_url=SITE)


@pytest.fixture(scope="session")
def site_app(connected_database: Database, site_settings: Settings) -> Flask:
    """The application of that service."""
    return create_app(connected_database, site_settings)


@pytest.fixture(scope="module")
def actors(site_app: Flask, connected_database: Database) -> Iterator[Actors]:
    """Everybody; each test changes people of its own."""
    graph_cleaning.empty(connected_database)
    with time_machine.travel(NOW, tick=False):
        load(connected_database, confirming_world(), Moment.current())
        yield Actors(site_app, connected_database)
