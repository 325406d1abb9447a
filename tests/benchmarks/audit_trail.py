"""What the audit trail costs: the team page's transaction with its event and without, and verifying 10,000 events."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from rich.console import Console
from rich.table import Table

from config.settings import read_settings
from graph.audit import AuditEvent, entry_of, record
from graph.audit_lanes import close_lanes
from graph.audit_verify import EventCount, verify
from graph.driver import Database, Transaction
from graph.looks import look_at_team
from graph.moment import Moment
from graph.query_loader import read_query
from graph.team import read_team
from tests.benchmarks.family import ACCOUNT, SUBJECT
from tests.benchmarks.timing import middle, tail, take_turns

EVENTS = 10_000
AT_ONCE = 250
_COUNT = read_query("audit_trail/count", EventCount)


def audit_trail(database: Database, rounds: int, warm_up: int, console: Console) -> None:
    """Print what the trail costs with 10,000 events in it; goals: 1.25 × for the page, 5 s for verifying."""
    _fill(database)
    seconds = take_turns(
        {
            "without the event": lambda: database.read(_read),
            "with the event": lambda: database.write(_look),
        },
        rounds,
        warm_up,
    )
    without, looked = seconds["without the event"], seconds["with the event"]
    table = Table("the page's transaction", "median ms", "p95 ms", "ratio", "goal", title="audit trail")
    table.add_row("without the event", f"{middle(without):.2f}", f"{tail(without):.2f}")
    ratio = f"{middle(looked) / middle(without):.2f}"
    table.add_row("with the event", f"{middle(looked):.2f}", f"{tail(looked):.2f}", ratio, "1.25 or less")
    console.print(table)
    close_lanes(database)
    _verify(database, console)


def _verify(database: Database, console: Console) -> None:
    with TemporaryDirectory() as empty:
        heads = read_settings().audit_heads()
        start = time.perf_counter()
        verdict = verify(database, [heads if heads.is_dir() else Path(empty)], lambda done, total: None)
        taken = time.perf_counter() - start
    console.print(
        f"audit verify: {verdict.events:,} events in {verdict.lanes:,} chains, {taken:.2f} s; "
        f"{taken / max(1, verdict.events) * EVENTS:.2f} s for {EVENTS:,} (goal: 5 s or less)"
    )


def _read(tx: Transaction) -> object:
    return read_team(tx, account=ACCOUNT, person=SUBJECT, moment=Moment.current())


def _look(tx: Transaction) -> object:
    moment = Moment.current()
    event = AuditEvent(kind="team", at=moment.now, account=ACCOUNT, role="practitioner", subject=SUBJECT)
    return look_at_team(tx, event=event, moment=moment)


def _fill(database: Database) -> None:
    """Events like those of a look at a team, until there are enough."""
    moment = Moment.current()
    entries = [entry_of(f"bench-involvement-{number}", "full", ["AROUND_FAMILY"]) for number in range(25)]
    people = [f"bench-person-{number}" for number in range(8)]
    event = AuditEvent(kind="team", at=moment.now, account="bench-other", role="practitioner", subject=people[0])
    missing = EVENTS - database.read(lambda tx: tx.run(_COUNT))[0].events
    for begun in range(0, max(0, missing), AT_ONCE):
        batch = [
            replace(event, id=uuid4().hex, at=moment.now - timedelta(minutes=number), people=people, entries=entries)
            for number in range(begun, begun + AT_ONCE)
        ]
        database.write(lambda tx, batch=batch: [record(tx, one) for one in batch])
