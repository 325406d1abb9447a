"""`patchwork audit`: the audit trail, for operators."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

import click
from rich.console import Console
from rich.table import Table

from app.command_line.audit_checks import forget_command, restored_command, verify_command
from app.command_line.connection import open_database
from graph.audit import AuditEvent, tail

NARROW = 110
"""A terminal of fewer columns leaves out what can be had with --json."""


@click.group()
def audit() -> None:
    """Read and check the audit trail: who looked at whom, when and why. It holds ids, never names."""


for command in (verify_command, forget_command, restored_command):
    audit.add_command(command)


@audit.command("tail")
@click.option("-n", "number", type=click.IntRange(1, 100_000), default=20, show_default=True, help="How many events.")
@click.option("--account", metavar="ID", help="Only what this account did.")
@click.option("--person", metavar="ID", help="Only what was about this person, or showed them.")
@click.option("--kind", help="Only this kind, such as team or break_glass.")
@click.option("--json", "as_json", is_flag=True, help="Print each event whole, one JSON object a line.")
def show_tail(number: int, account: str | None, person: str | None, kind: str | None, as_json: bool) -> None:
    """Print the newest events, the newest last."""
    with open_database() as database:
        events = database.read(lambda tx: tail(tx, number, account=account, person=person, kind=kind))[::-1]
    if as_json:
        for event in events:
            click.echo(json.dumps(asdict(event) | {"at": event.at.isoformat()}))
        return
    if not events:
        asked = account or person or kind
        told = "No such event is recorded." if asked else "Nothing is recorded yet."
        click.echo(f"{told} Sign in and look at somebody's team, then come back.")
        return
    console = Console()
    console.print(_table(events, wide=console.width >= NARROW))


def _table(events: Sequence[AuditEvent], *, wide: bool) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("When (UTC)", no_wrap=True)
    table.add_column("What", overflow="fold")
    table.add_column("Account", overflow="fold")
    table.add_column("About", overflow="fold")
    table.add_column("Shown", justify="right")
    if wide:
        table.add_column("Agency", overflow="fold")
        table.add_column("Purpose", overflow="fold")
    for event in events:
        cells = [
            f"{event.at:%Y-%m-%d %H:%M:%S}",
            event.kind,
            event.account or "operator",
            event.subject or "",
            str(len(event.people)) if event.people else "",
        ]
        table.add_row(*cells, *([event.agency or "", event.purpose or ""] if wide else []))
    return table
