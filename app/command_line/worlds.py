"""`patchwork import` and `patchwork export`: an area's data in and out of the graph, as one file."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO, NoReturn

import click

from app.command_line.connection import open_database
from app.command_line.world_reports import WorkBar, print_faults, print_outcome
from graph.moment import Moment
from graph.worlds.faults import NotLoadable
from graph.worlds.filling import fill
from graph.worlds.importing import Refused, dry_run, expected_bytes, import_world
from graph.worlds.spool import Spool


@click.command("import")
@click.argument("world", type=click.Path(dir_okay=False, path_type=Path, allow_dash=True))
@click.option("--dry-run", "is_dry_run", is_flag=True, help="Say what would change, and change nothing.")
@click.option(
    "--allow-lowering",
    is_flag=True,
    help="Allow a stored type to become not sensitive, or a shielded person not shielded.",
)
def import_world_command(world: Path, is_dry_run: bool, allow_lowering: bool) -> None:
    """Bring a world into the graph: areas, agencies, practitioners, people, involvements, accounts.

    WORLD is a JSON file as world.schema.json says, or JSON Lines, one {"list": …, "record": …} a line; - reads the
    standard input. Every fault is named by its place, and with a fault nothing is changed (exit code 2). Records that
    are absent from the file stay as they are. Importing the same file again changes nothing.

    More than 50,000 records are written in batches: if the import is interrupted, run the same command again.
    """
    with closing(Spool()) as spool, WorkBar() as bar:
        with _opened(world) as (stream, size):
            bar.start("Reading", size)
            end = fill(spool, stream, world.name, bar.reach)
        if end is not None:
            _refuse(spool, world, [str(end)])
        with open_database(expected_bytes(spool.size())) as database:
            bar.start("Checking", spool.size())
            work = dry_run if is_dry_run else import_world
            try:
                outcome = work(database, spool, Moment.current(), bar.advance, allow_lowering=allow_lowering)
            except Refused:
                _refuse(spool, world, [])
            except NotLoadable as reason:
                raise click.ClickException(str(reason)) from None
        bar.stop()
        print_outcome(outcome, spool, is_dry_run)


def _refuse(spool: Spool, world: Path, ends: list[str]) -> NoReturn:
    print_faults(spool, str(world), ends)
    sys.exit(2)


@contextmanager
def _opened(world: Path) -> Generator[tuple[BinaryIO, int | None]]:
    if str(world) == "-":
        yield sys.stdin.buffer, None
        return
    try:
        stream = world.open("rb")
    except OSError as fault:
        raise click.BadParameter(f"{world}: {fault.strerror}.", param_hint="WORLD") from None
    with stream:
        yield stream, os.fstat(stream.fileno()).st_size
