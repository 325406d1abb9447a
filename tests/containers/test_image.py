"""The container that the database tests run against where `make test-containers` started them."""

from __future__ import annotations

import os

import docker
import pytest

from graph.driver import Database
from tests.containers.image import IMAGE


@pytest.mark.skipif(os.environ.get("TEST_NEO4J_IMAGE") != IMAGE, reason="make test-containers sets it")
def test_the_tests_talk_to_the_image_made_here(connected_database: Database) -> None:
    running = [tag for container in docker.from_env().containers.list() for tag in container.image.tags]
    assert IMAGE in running
