"""An area of a given size with the measured family in it, on an embedded server of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from config.settings import read_settings
from graph.access import UnknownId, accounts_named
from graph.driver import Database
from graph.embedded.folders import NEO4J_VERSION
from graph.embedded.jar_sources import jar_source
from graph.embedded.memory import ROOM_TO_GROW
from graph.embedded.supervisor import ServerAddress, running_server
from graph.schema import migrate
from tests.benchmarks.family import ACCOUNT, CASELOAD, family_world

WORK = Path(__file__).parents[2] / ".cache" / "benchmarks"
PATCHWORK = Path(sys.executable).parent / "patchwork"


@dataclass(frozen=True, slots=True)
class Area:
    """A running area: how many people, where its server is, and a connection to it."""

    people: int
    server: ServerAddress
    database: Database


@contextmanager
def area_of(people: int) -> Generator[Area]:
    """The area with this many synthetic people, made and imported unless an earlier run has done so."""
    settings = read_settings()
    source = jar_source(settings.maven_repository_url, settings.jars_dir)
    software = settings.data_dir / f"neo4j-{NEO4J_VERSION}"
    folder = WORK / str(people)
    with running_server(folder, source, software=software, expected_bytes=ROOM_TO_GROW) as server:
        database = Database.connect(server.uri, server.username, server.password)
        migrate(database)
        try:
            if not _is_filled(database):
                _fill(folder, people, server)
            yield Area(people, server, database)
        finally:
            database.close()


def command_environment(server: ServerAddress) -> dict[str, str]:
    """The environment in which the command works on this server."""
    credentials = {"NEO4J_URI": server.uri, "NEO4J_USERNAME": server.username, "NEO4J_PASSWORD": server.password}
    return {**os.environ, **credentials}


def _is_filled(database: Database) -> bool:
    try:
        return database.read(lambda tx: accounts_named(tx, [ACCOUNT])) == [ACCOUNT]
    except UnknownId:
        return False


def _fill(folder: Path, people: int, server: ServerAddress) -> None:
    area, family = folder / "area.jsonl", folder / "family.json"
    _patchwork(server, "generate", "--people", str(people), "--seed", "1", "--out", str(area))
    _patchwork(server, "import", str(area))
    as_of, caseload = _head(area)
    family.write_text(json.dumps(family_world(as_of, caseload)))
    _patchwork(server, "import", str(family))


def _head(area: Path) -> tuple[str, list[str]]:
    people: list[str] = []
    with area.open(encoding="utf-8") as lines:
        as_of = json.loads(next(lines))["as_of"]
        for line in lines:
            entry = json.loads(line)
            if entry["list"] == "people":
                people.append(entry["record"]["id"])
            if len(people) == CASELOAD:
                break
    return as_of, people


def _patchwork(server: ServerAddress, *arguments: str) -> None:
    subprocess.run([PATCHWORK, *arguments], check=True, env=command_environment(server), stdout=sys.stderr)
