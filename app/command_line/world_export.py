"""`patchwork export`: the stored world as a file."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

from app.command_line.connection import open_database
from graph.driver import Transaction
from graph.moment import Moment
from graph.worlds.exporting import export_world


@click.command("export")
@click.argument("world", type=click.Path(dir_okay=False, path_type=Path, allow_dash=True))
def export_world_command(world: Path) -> None:
    """Write everything stored to a world file, without passwords; importing it gives the same graph.

    WORLD is written as JSON, or as JSON Lines where its name ends in .jsonl; - writes JSON to the standard output. The
    file holds personal data: only you can read it (mode 0600), and the export is noted in the audit trail.
    """
    # Kept from everybody until the audit event is committed; a device or a pipe is written to, never replaced.
    is_file = str(world) != "-" and (world.is_file() or not world.exists())
    with _kept(world.absolute().parent if is_file else None) as kept:
        count = _export(kept, lines=world.suffix.lower() in (".jsonl", ".ndjson"))
        if is_file:
            os.replace(kept.name, world)
        else:
            kept.seek(0)
            with click.open_file(str(world), "w", encoding="utf-8") as out:
                shutil.copyfileobj(kept, out)
    click.echo(f"{count:,} records written to {world}.", err=True)


@contextmanager
def _kept(folder: Path | None) -> Generator[IO[str]]:
    """A temporary file for its owner alone (mode 0600), gone afterwards unless it was moved into place."""
    try:
        kept = tempfile.NamedTemporaryFile("w+", encoding="utf-8", dir=folder, prefix=".export-", delete=False)  # noqa: SIM115
    except OSError as fault:
        raise click.BadParameter(f"{folder}: {fault.strerror}.", param_hint="WORLD") from None
    try:
        with kept:
            yield kept
    finally:
        Path(kept.name).unlink(missing_ok=True)


def _export(out: IO[str], *, lines: bool) -> int:
    def work(tx: Transaction) -> int:
        out.seek(0)
        out.truncate()
        return export_world(tx, out, Moment.current(), lines=lines)

    with open_database() as database:
        count = database.write(work)
    out.flush()
    return count
