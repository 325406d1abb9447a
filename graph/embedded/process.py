"""The server's process: find it, start it, stop it."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from graph.embedded.class_data_archive import keep_written_archive
from graph.embedded.faults import ServerNotStarted
from graph.embedded.java import SERVER_CLASS, home_argument

READY = " Started."
SECONDS_TO_START = 600
"""A county's store after a crash takes minutes; a server that fails ends by itself long before."""
SECONDS_TO_STOP = 120
POLL_EVERY = 0.05
_SPARING = {"MALLOC_ARENA_MAX": "2"}
"""Else the C library keeps an arena for each of the server's threads."""


class PortTaken(ServerNotStarted):
    """Another program took the port between the choice and the start."""


@dataclass(frozen=True, slots=True)
class ServerProcess:
    """A server's process, whichever command started it."""

    process: psutil.Process
    command: tuple[str, ...]

    def stop(self) -> None:
        """End it cleanly, by force where it does not listen, and return when it is gone.

        psutil refuses to signal a process that got the id of one that has ended.
        """
        try:
            self.process.terminate()
            if _ends_within(self.process, SECONDS_TO_STOP):
                keep_written_archive(self.command)
                return
            self.process.kill()
            _ends_within(self.process, SECONDS_TO_STOP)
        except psutil.NoSuchProcess:
            return


def server_of(home: Path) -> ServerProcess | None:
    """The process of this user that serves the home, recognised by its command line; None where none does.

    A process id kept in a file may be another program's after a crash; a command line cannot be stale.
    """
    me = psutil.Process().uids().real
    for process in psutil.process_iter():
        try:
            command = process.cmdline()
            if SERVER_CLASS in command and home_argument(home) in command and process.uids().real == me:
                return ServerProcess(process, tuple(command))
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
    return None


def start_server(command: Sequence[str], home: Path, console: Path) -> None:
    """Start the server and return when it is ready.

    It gets a session of its own: an interrupt from the keyboard must not end it while others use it. Raises PortTaken
    or ServerNotStarted; then, and at an interrupt, no process is left behind.
    """
    console.parent.mkdir(parents=True, exist_ok=True)
    with console.open("wb") as output:
        child = subprocess.Popen(
            command,
            cwd=home,
            env=os.environ | _SPARING,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    # Takes note of the end, whoever brings it about: else the process would stay as a zombie.
    threading.Thread(target=child.wait, daemon=True).start()
    try:
        _wait_until_ready(child, console)
    except BaseException:
        child.kill()
        child.wait()
        raise


def _wait_until_ready(child: subprocess.Popen[bytes], console: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        ended = child.poll() is not None
        said = console.read_text(encoding="utf-8", errors="replace")
        if ended:
            raise _why_it_ended(said, console)
        if READY in said:
            return
        time.sleep(POLL_EVERY)
    raise ServerNotStarted(f"The database was not ready within {SECONDS_TO_START} s. Its own words are in {console}.")


def _why_it_ended(said: str, console: Path) -> ServerNotStarted:
    if "Address already in use" in said:
        return PortTaken("Another program took the database's port. Try again.")
    if "Lock file has been locked by another process" in said:
        return ServerNotStarted(
            "Another Neo4j, perhaps in a container or of another user, uses this store. Stop it, or choose another "
            "folder with PATCHWORK_DATA_DIR."
        )
    if "Could not reserve enough space" in said or "insufficient memory" in said.casefold():
        return ServerNotStarted("The machine has too little free memory for the database. Free some, then try again.")
    return ServerNotStarted(f"The database ended while it started. Its own words are in {console}.")


def _ends_within(process: psutil.Process, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(POLL_EVERY)
    return False
