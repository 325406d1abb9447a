"""What the audit trail costs: the team page with its event and without, and verifying 10,000 events."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch
from uuid import uuid4

from rich.console import Console
from rich.table import Table

from app.application import create_app
from app.team import views
from config.settings import read_settings
from graph.audit import AuditEvent, entry_of, record
from graph.audit_lanes import close_lanes
from graph.audit_verify import EventCount, verify
from graph.driver import Database, Transaction
from graph.looks import Look, look_at_team
from graph.moment import Moment
from graph.query_loader import read_query
from graph.team import read_team
from graph.team_rows import Team
from tests.app.page_client import PageClient
from tests.benchmarks.family import ACCOUNT, SUBJECT, USERNAME
from tests.benchmarks.timing import middle, tail, take_turns

EVENTS = 10_000
AT_ONCE = 250
_COUNT = read_query("audit_trail/count", EventCount)


def audit_trail(database: Database, rounds: int, warm_up: int, console: Console) -> None:
    """Print what the trail costs with 10,000 events in it; goals: 1.25 × for the page, 5 s for verifying."""
    _fill(database)
    page = _page(database)
    seconds = take_turns(
        {
            "page without the event": lambda: _unrecorded(page),
            "page with the event": page,
            "its transaction without": lambda: database.read(_read),
            "its transaction with": lambda: database.write(_look),
        },
        rounds,
        warm_up,
    )
    table = Table("team page, in one process", "median ms", "p95 ms", "ratio", "goal", title="audit trail")
    _add_rows(table, seconds["page without the event"], seconds["page with the event"], "page", "1.25 or less")
    _add_rows(table, seconds["its transaction without"], seconds["its transaction with"], "its transaction", "")
    console.print(table)
    close_lanes(database)
    _verify(database, console)


def _add_rows(table: Table, without: list[float], looked: list[float], what: str, goal: str) -> None:
    table.add_row(f"{what} without the event", f"{middle(without):.2f}", f"{tail(without):.2f}")
    ratio = f"{middle(looked) / middle(without):.2f}"
    table.add_row(f"{what} with it", f"{middle(looked):.2f}", f"{tail(looked):.2f}", ratio, goal)


def _page(database: Database) -> Callable[[], None]:
    """The whole page for the signed-in viewer, answered in this process."""
    client = PageClient(create_app(database, read_settings()), database)
    client.sign_in_as(USERNAME)

    def answered() -> None:
        response = client.browser.get(f"/people/{SUBJECT}/team")
        if response.status_code != HTTPStatus.OK:
            raise RuntimeError("The benchmark's account is not signed in.")

    return answered


def _unrecorded(page: Callable[[], None]) -> None:
    with patch.object(views, "look_at_team", lambda tx, event, moment: Look(_read(tx), None)):
        page()


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


def _read(tx: Transaction) -> Team:
    team = read_team(tx, account=ACCOUNT, person=SUBJECT, moment=Moment.current())
    if team is None:
        raise RuntimeError("The benchmark's account does not see the measured family.")
    return team


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
