"""`patchwork backup` and `patchwork restore`: the embedded server's database in a file."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import click

from app.command_line.connection import jar_progress, source_of_jars
from config.settings import read_settings
from graph.embedded import backup as embedded_backup
from graph.embedded.supervisor import StoppedServer, stopped_server


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace FILE where it exists.")
def backup(file: Path, force: bool) -> None:
    """Write the whole database to FILE, which only you may read.

    Stop the other patchwork commands first: the database is closed while it is copied. FILE holds everything,
    accounts and audit included; keep it as safe as the database itself.
    """
    with _held_server("neo4j-admin database dump") as server:
        embedded_backup.back_up(server, file.absolute(), replace=force)
    click.echo(f"Backed up to {file} ({file.stat().st_size:,} bytes).")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Put FILE in the place of a database that is there.")
def restore(file: Path, force: bool) -> None:
    """Read the database from FILE, which `patchwork backup` wrote.

    The database that is there stays as it is until all of FILE has been read and checked.
    """
    with _held_server("neo4j-admin database load") as server:
        embedded_backup.restore(server, file.absolute(), replace=force)
    click.echo(f"Restored from {file}.")


@contextmanager
def _held_server(tool: str) -> Generator[StoppedServer]:
    settings = read_settings()
    if settings.neo4j_uri:
        raise click.UsageError(
            f"NEO4J_URI names a server of your own: use that server's tools ({tool}), or unset NEO4J_URI."
        )
    with jar_progress() as report, stopped_server(settings.data_dir, source_of_jars(settings), report) as server:
        yield server
