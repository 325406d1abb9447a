"""The database that a command works on: the server that NEO4J_URI names, else the embedded one."""

from __future__ import annotations

import signal
import sys
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from config.settings import Settings, read_settings
from graph.administration.go_lives import bring_live_due
from graph.audit_lanes import close_lanes
from graph.driver import Database
from graph.embedded.jar_sources import JarSource, jar_source
from graph.embedded.jars import Report
from graph.embedded.memory import ROOM_TO_GROW
from graph.embedded.supervisor import ServerAddress, running_server
from graph.moment import Moment
from graph.schema import migrate

_ENDING_SIGNALS = (signal.SIGTERM, signal.SIGHUP)


@contextmanager
def open_database(expected_bytes: int = ROOM_TO_GROW) -> Generator[Database]:
    """The connected database with its schema up to date.

    `expected_bytes` is how much the store is about to grow, for the memory of an embedded server that starts now.
    Raises SettingsFault, EngineFault or GraphFault, each with advice.
    """
    with server_address(expected_bytes) as server:
        database = Database.connect(server.uri, server.username, server.password)
        try:
            migrate(database)
            bring_live_due(database, Moment.current())
            yield database
        finally:
            close_lanes(database)
            database.close()


@contextmanager
def server_address(expected_bytes: int = ROOM_TO_GROW) -> Generator[ServerAddress]:
    """How to reach the server, which runs for as long as the caller stays in the block."""
    settings = read_settings()
    if settings.neo4j_uri:
        password = settings.neo4j_password.get_secret_value()
        yield ServerAddress(settings.neo4j_uri, settings.neo4j_username, password)
        return
    with (
        _ended_in_order(),
        jar_progress() as report,
        running_server(
            settings.data_dir,
            source_of_jars(settings),
            expected_bytes=expected_bytes,
            report=report,
        ) as address,
    ):
        yield address


def source_of_jars(settings: Settings) -> JarSource:
    """Where the settings say that jars come from."""
    return jar_source(settings.maven_repository_url, settings.jars_dir)


@contextmanager
def jar_progress() -> Generator[Report]:
    """A bar on stderr that appears with the first jar that must be fetched and ends with the last."""
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(file=sys.stderr),
    )
    task = bar.add_task("Fetching Neo4j", total=None)

    def report(done: int, total: int) -> None:
        bar.start()
        bar.update(task, completed=done, total=total)
        if done == total:
            bar.stop()

    try:
        yield report
    finally:
        if bar.live.is_started:
            bar.stop()


@contextmanager
def _ended_in_order() -> Generator[None]:
    """Turn a request to end into an exit that leaves the blocks it is in: else the server would be left running."""
    before = {number: signal.signal(number, _leave) for number in _ENDING_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)
