"""`patchwork audit verify`, `forget` and `restored`: is the trail whole, and how long is it kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path

import click

from app.command_line.connection import open_database
from app.command_line.instant import Instant
from app.command_line.world_reports import WorkBar
from config.settings import read_settings
from graph.audit import AuditEvent, record
from graph.audit_heads import UnreadableHeads
from graph.audit_lanes import tell_of_restore
from graph.audit_retention import Forgettable, forget, forgettable
from graph.audit_verify import Verdict, verify
from graph.moment import LONDON, Moment

NAMED = 20


@click.command("verify")
@click.option(
    "--heads",
    "folders",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of heads files besides this machine's own, such as another web server's; repeatable.",
)
def verify_command(folders: tuple[Path, ...]) -> None:
    """Check that no event was removed, changed, inserted or moved.

    The hashes of all events are computed anew and held against the heads that Patchwork keeps outside the database.
    Names the first bad event of each chain and ends with exit code 1 where there is one.
    """
    own = read_settings().audit_heads()
    with open_database() as database, WorkBar() as bar:
        bar.start("Verifying", None)
        try:
            verdict = verify(database, [*([own] if own.is_dir() else []), *folders], partial(bar.advance, "Verifying"))
        except UnreadableHeads as fault:
            raise click.ClickException(str(fault)) from fault
    _tell(verdict, own)
    if verdict.faults:
        raise SystemExit(1)


@click.command("forget")
@click.option(
    "--before",
    required=True,
    type=click.DateTime(["%Y-%m-%d"]),
    help="The first day (YYYY-MM-DD) of which events are kept whole.",
)
@click.option("--dry-run", is_flag=True, help="Only say how many events it would be.")
def forget_command(before: datetime, dry_run: bool) -> None:
    """Delete what events from before a day say, once the period for keeping them is over.

    Their times and hashes stay, so that the trail can still be verified, and the deletion is itself recorded.
    """
    began = _beginning(before.date())
    if began >= Moment.current().now:
        raise click.BadParameter("takes a day that is past.", param_hint="--before")
    with open_database() as database:
        found = database.read(lambda tx: forgettable(tx, before=began))
        click.echo(_forgettable(found, before.date()))
        if dry_run or not found.events:
            return
        click.confirm("Delete what they say? This cannot be undone", abort=True)
        with WorkBar() as bar:
            bar.start("Deleting", found.events)
            count = forget(database, before=began, moment=Moment.current(), progress=bar.reach)
    click.echo(f"Deleted what {count:,} events said. The deletion is recorded.")


@click.command("restored")
@click.option("--made-at", required=True, type=Instant(), help="When the backup was made, as 2026-07-14T22:30:00Z.")
def restored_command(made_at: datetime) -> None:
    """Note that a backup was restored, so that `verify` expects no event that was recorded after it was made."""
    moment = Moment.current()
    if made_at >= moment.now:
        raise click.BadParameter("takes an instant that is past.", param_hint="--made-at")
    event = AuditEvent(
        kind="restore",
        at=moment.now,
        route="patchwork audit restored",
        purpose=f"backup made at {made_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
    )
    with open_database() as database:
        tell_of_restore(database, made_at)
        database.write(partial(record, event=event))
    click.echo("Noted. `patchwork audit verify` now holds the trail against the heads from before that instant.")


def _tell(verdict: Verdict, own: Path) -> None:
    for fault in verdict.faults[:NAMED]:
        click.echo(f"{'First bad: ' if fault is verdict.faults[0] else 'Also bad: '}{fault}")
    if len(verdict.faults) > NAMED:
        click.echo(f"… and {len(verdict.faults) - NAMED:,} more.")
    if verdict.faults and not verdict.heads:
        click.echo(f"No heads file was found in {own}. Name the folders that hold them with --heads.", err=True)
    notes = [f"{verdict.events:,} events in {verdict.lanes:,} chains verified"]
    if verdict.forgotten:
        notes.append(f"{verdict.forgotten:,} without what they said, as retention allows")
    if verdict.from_before:
        notes.append(f"{verdict.from_before:,} from before the chains began cannot be verified")
    click.echo(f"{'Not sound' if verdict.faults else 'Sound'}: {'; '.join(notes)}.")


def _forgettable(found: Forgettable, before: date) -> str:
    if found.first is None or found.last is None:
        return f"No event from before {before} says anything any more."
    return (
        f"{found.events:,} events from {found.first:%Y-%m-%d} to {found.last:%Y-%m-%d} (UTC) would lose what they say."
    )


def _beginning(day: date) -> datetime:
    """The first instant of a day in London."""
    return datetime.combine(day, time.min, LONDON).astimezone(UTC)
