"""The Neo4j that the tests talk to: one that is named, else a container, else the embedded server."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import docker
from docker.errors import DockerException, ImageNotFound

from config.settings import read_settings
from graph.embedded.folders import NEO4J_VERSION
from graph.embedded.jar_sources import jar_source
from graph.embedded.memory import ROOM_TO_GROW
from graph.embedded.supervisor import ServerAddress, running_server

OFFICIAL_IMAGE = f"neo4j:{NEO4J_VERSION}-community"
SECONDS_FOR_AN_ENGINE = 3


@contextmanager
def neo4j_server() -> Generator[ServerAddress]:
    """TEST_NEO4J_URI where it is set; else a container where a Docker engine answers; else the embedded server."""
    uri, image = os.environ.get("TEST_NEO4J_URI"), available_image()
    if uri:
        username = os.environ.get("TEST_NEO4J_USERNAME", "neo4j")
        yield ServerAddress(uri, username, os.environ.get("TEST_NEO4J_PASSWORD", ""))
    elif image:
        with container(image) as address:
            yield address
    else:
        with embedded() as address:
            yield address


def available_image() -> str | None:
    """TEST_NEO4J_IMAGE, else the pinned official image; None where no engine answers or it cannot get the image."""
    if os.environ.get("TEST_NEO4J_URI"):
        return None
    image = os.environ.get("TEST_NEO4J_IMAGE")
    try:
        engine = docker.from_env(timeout=SECONDS_FOR_AN_ENGINE)
        engine.ping()
    except DockerException:
        return None
    return image or _obtained(OFFICIAL_IMAGE)


def _obtained(image: str) -> str | None:
    engine = docker.from_env()
    try:
        engine.images.get(image)
    except ImageNotFound:
        try:
            engine.images.pull(image)
        except DockerException:
            return None
    return image


@contextmanager
def container(image: str) -> Generator[ServerAddress]:
    """A server in a container of its own, removed afterwards."""
    from testcontainers.community.neo4j import Neo4jContainer

    with Neo4jContainer(image) as server:
        yield ServerAddress(server.get_connection_url(), server.username, server.password)


@contextmanager
def embedded() -> Generator[ServerAddress]:
    """The embedded server with a store of this run's own, on the jars that `make setup` has fetched."""
    settings = read_settings()
    source = jar_source(settings.maven_repository_url, settings.jars_dir)
    software = settings.data_dir / f"neo4j-{NEO4J_VERSION}"
    with (
        TemporaryDirectory(prefix="patchwork-tests-", ignore_cleanup_errors=True) as folder,
        running_server(Path(folder), source, software=software, expected_bytes=ROOM_TO_GROW) as address,
    ):
        yield address
