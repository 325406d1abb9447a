"""One embedded server for all commands on a data folder: the first starts it, the others share it, the last stops it.

Two kinds of locks carry this, both freed by the system when their holder dies. The server's lock is held while the
server is started or stopped. Each command holds a lock of its own for as long as it uses the server; where nobody
holds one, nobody uses it. The server itself is found by its command line, so nothing recorded can be out of date.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock

from config.private_files import kept_secret, private_folder
from graph.embedded import admin_tool
from graph.embedded.class_data_archive import ClassData
from graph.embedded.configuration import (
    accepts,
    configured_port,
    free_port,
    write_configuration,
)
from graph.embedded.faults import ServerInUse
from graph.embedded.folders import ServerFolders
from graph.embedded.jar_sources import JarSource
from graph.embedded.jars import Report, bring_jars, no_report, pinned_jars
from graph.embedded.java import server_command
from graph.embedded.memory import memory_for, size_on_disk
from graph.embedded.presence import Presence
from graph.embedded.process import PortTaken, server_of, start_server
from graph.embedded.store_swap import undo_interrupted_swap

USERNAME = "neo4j"
PORTS_TRIED = 5


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """How to reach a server."""

    uri: str
    username: str
    password: str = field(repr=False)


@contextmanager
def running_server(
    data_dir: Path,
    source: JarSource,
    *,
    software: Path | None = None,
    expected_bytes: int = 0,
    report: Report = no_report,
) -> Generator[ServerAddress]:
    """The address of the embedded server of a data folder, for as long as the caller stays in the block.

    `expected_bytes` is how much the store is about to grow: memory is settled at the start. A process forked
    inside the block may leave it: only the process that entered gives the server up. Raises EngineFault with advice.
    """
    folders = ServerFolders.below(data_dir, software)
    entered_by = os.getpid()
    presence = Presence(folders.users)
    with _locked(folders):
        presence.enter()
        try:
            address = _share(folders) or _start(
                folders,
                bring_jars(folders.jars, pinned_jars(), source, report),
                expected_bytes,
            )
        except BaseException:
            presence.leave()
            raise
    try:
        yield address
    finally:
        if os.getpid() == entered_by:
            _give_up(folders, presence)


@contextmanager
def stopped_server(data_dir: Path, source: JarSource, report: Report = no_report) -> Generator[StoppedServer]:
    """Hold the server stopped: nobody can start it inside the block. ServerInUse where another command uses it."""
    folders = ServerFolders.below(data_dir)
    presence = Presence(folders.users)
    with _locked(folders):
        if presence.others():
            raise ServerInUse("Another patchwork command uses the database. Stop it (Ctrl-C), then try again.")
        _stop(folders)
        undo_interrupted_swap(folders)
        yield StoppedServer(folders, bring_jars(folders.jars, pinned_jars(), source, report))


@dataclass(frozen=True, slots=True)
class StoppedServer:
    """A server that is held stopped, with what its tools need."""

    folders: ServerFolders
    jars: tuple[Path, ...]

    def start_and_stop(self) -> None:
        """Let the server close its store cleanly after a crash."""
        _start(self.folders, self.jars, 0)
        _stop(self.folders)


def _locked(folders: ServerFolders) -> FileLock:
    return FileLock(folders.lock, mode=0o600)


def _share(folders: ServerFolders) -> ServerAddress | None:
    server, port = server_of(folders.home), configured_port(folders)
    if server is None or port is None or not accepts(port):
        return None
    return _address(folders, port)


def _start(folders: ServerFolders, jars: tuple[Path, ...], expected_bytes: int) -> ServerAddress:
    # One that runs but could not be shared was left half started by a command that was killed.
    _stop(folders)
    undo_interrupted_swap(folders)
    prepare_home(folders, jars)
    memory = memory_for(size_on_disk(folders.store) + expected_bytes)
    command = server_command(folders, jars, memory, ClassData.matching(folders.class_data, jars).options())

    def start_on(port: int) -> ServerAddress:
        write_configuration(folders, memory, port)
        start_server(command, folders.home, folders.console)
        return _address(folders, port)

    return _on_a_free_port(start_on, configured_port(folders))


def prepare_home(folders: ServerFolders, jars: tuple[Path, ...]) -> None:
    """Make the home and, before its first start, set the password: a restored home has none yet."""
    private_folder(folders.home)
    kept_secret(folders.password)
    if not (folders.home / "data" / "databases" / "system").exists():
        admin_tool.set_password(jars, folders.home, folders.password)


def _on_a_free_port(start_on: Callable[[int], ServerAddress], preferred: int | None) -> ServerAddress:
    for _ in range(PORTS_TRIED - 1):
        try:
            return start_on(free_port(preferred))
        except PortTaken:
            preferred = None
    return start_on(free_port(None))


def _give_up(folders: ServerFolders, presence: Presence) -> None:
    with _locked(folders):
        presence.leave()
        if not presence.others():
            _stop(folders)


def _stop(folders: ServerFolders) -> None:
    server = server_of(folders.home)
    if server is not None:
        server.stop()


def _address(folders: ServerFolders, port: int) -> ServerAddress:
    return ServerAddress(f"bolt://127.0.0.1:{port}", USERNAME, kept_secret(folders.password))
