"""Neo4j's own tools, run while the server is stopped."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from graph.embedded.faults import StoreFault
from graph.embedded.java import admin_command, admin_environment


class NotShutDown(StoreFault):
    """The store was not closed cleanly: the server must start and stop once before it can be copied."""


def set_password(jars: Sequence[Path], home: Path, password: Path) -> None:
    """Set the password, read from a file, that the server takes over at the first start of this home."""
    _run(jars, home, "dbms", "set-initial-password", f"@{password}")


def dump(jars: Sequence[Path], home: Path, to: BinaryIO) -> None:
    """Write the database to an open file; NotShutDown or StoreFault where that fails."""
    _run(jars, home, "database", "dump", "neo4j", "--to-stdout", stdout=to)


def load(jars: Sequence[Path], home: Path, source: BinaryIO) -> None:
    """Read a dump into a home that has no database; StoreFault where the file is not a whole dump."""
    _run(jars, home, "database", "load", "neo4j", "--from-stdin", stdin=source)


def check(jars: Sequence[Path], home: Path) -> None:
    """Check the database's records against each other; StoreFault where they disagree."""
    _run(jars, home, "database", "check", "neo4j", f"--report-path={home}")


def _run(
    jars: Sequence[Path],
    home: Path,
    *arguments: str,
    stdin: BinaryIO | int = subprocess.DEVNULL,
    stdout: BinaryIO | int = subprocess.DEVNULL,
) -> None:
    ended = subprocess.run(
        admin_command(jars, *arguments),
        env=admin_environment(home),
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
    )
    if ended.returncode == 0:
        return
    said = ended.stderr.decode(errors="replace")
    if "logical log" in said:
        raise NotShutDown("The database was not closed cleanly.")
    raise StoreFault(_reason(said))


def _reason(said: str) -> str:
    told = re.search(r"Failed to \w+ database '\w+': (.+)", said)
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return told[1] if told else f"Neo4j's tool failed: {lines[-1] if lines else 'it gave no reason'}"
