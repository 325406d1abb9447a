"""The attacked world, made once for all attacks: none of them may change it, and each says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from app.application import create_app
from config.settings import Settings
from graph.driver import Database
from graph.moment import Moment
from tests import graph_cleaning
from tests.app.attacks.ground import Ground
from tests.app.attacks.prey import make_prey
from tests.app.attacks.world import attacked_world
from tests.app.team.loading import load
from tests.app.team.marsh_family import NOW

SITE = "https://patchwork.example.org"


@pytest.fixture(scope="package")
def attacked_app(connected_database: Database, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The application as it is served, with an address for its links."""
    return create_app(connected_database, Settings(data_dir=tmp_path_factory.mktemp("attacked"), public_url=SITE))


@pytest.fixture(scope="module")
def ground(attacked_app: Flask, connected_database: Database) -> Iterator[Ground]:
    """Everything there is to attack, on the day of its story."""
    graph_cleaning.empty(connected_database)
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        load(connected_database, attacked_world(), Moment.current())
        found = Ground(attacked_app, connected_database)
        make_prey(found)
        yield found
