"""Back up and restore the embedded server's database, in Neo4j's own dump format."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

from config.private_files import private_folder
from graph.embedded import admin_tool
from graph.embedded.faults import StoreFault
from graph.embedded.store_swap import discard, restored_home, swap_in
from graph.embedded.supervisor import StoppedServer


def back_up(server: StoppedServer, file: Path, *, replace: bool) -> None:
    """Write the database to a 0600 file, which appears whole or not at all.

    StoreFault where there is no database, or where the file exists and may not be replaced.
    """
    if not server.folders.store.exists():
        raise StoreFault(f"There is no database in {server.folders.data_dir} yet: nothing to back up.")
    _refuse_existing(file, replace)
    handle, part = tempfile.mkstemp(prefix=f".{file.name}-", suffix=".part", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as content:
            _dump(server, cast(BinaryIO, content))
            os.fsync(content.fileno())
        _refuse_existing(file, replace)
        os.replace(part, file)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(part)


def restore(server: StoppedServer, file: Path, *, replace: bool) -> None:
    """Put a backup in the place of the database, which stays as it was unless the whole backup was read and is sound.

    StoreFault where there is a database that may not be replaced, or where the file is not a backup.
    """
    folders = server.folders
    if folders.store.exists() and not replace:
        raise StoreFault(
            f"There is a database in {folders.data_dir} already. Back it up, then use --force to replace it."
        )
    try:
        _load(server, file)
        swap_in(folders)
    except StoreFault as fault:
        raise StoreFault(f"{file} could not be restored: {fault}. The database is as it was.") from fault
    finally:
        discard(folders)


def _load(server: StoppedServer, file: Path) -> None:
    home = private_folder(restored_home(server.folders))
    with file.open("rb") as content:
        admin_tool.load(server.jars, home, cast(BinaryIO, content))
    admin_tool.check(server.jars, home)


def _dump(server: StoppedServer, content: BinaryIO) -> None:
    try:
        admin_tool.dump(server.jars, server.folders.home, content)
    except admin_tool.NotShutDown:
        server.start_and_stop()
        content.seek(0)
        content.truncate()
        admin_tool.dump(server.jars, server.folders.home, content)


def _refuse_existing(file: Path, replace: bool) -> None:
    if file.exists() and not replace:
        raise StoreFault(f"{file} exists already. Choose another name, or replace it with --force.")
