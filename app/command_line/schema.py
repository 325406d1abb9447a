"""`patchwork schema`: which constraints and indexes the database has."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table

from app.command_line.connection import open_database
from graph.schema import MigrationStatus
from graph.schema import status as schema_status


@click.group()
def schema() -> None:
    """Show the state of the database's schema. Every command brings it up to date by itself."""


@schema.command()
def status() -> None:
    """List the migrations and when this database got each; exit code 1 where one was altered afterwards."""
    with open_database() as database:
        rows = schema_status(database)
    table = Table("migration", "applied", box=None)
    for row in rows:
        table.add_row(row.version, _when(row))
    Console().print(table)
    if any(row.altered for row in rows):
        raise click.ClickException("An applied migration was altered. Install the Patchwork that made this database.")


def _when(row: MigrationStatus) -> str:
    if row.applied_at is None:
        return "waits"
    altered = ", altered since" if row.altered else ""
    return f"{row.applied_at:%Y-%m-%d %H:%M:%S} UTC{altered}"
