"""`patchwork audit tail` shows the newest events, by ids, within the terminal."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from graph.audit import AuditEvent, record
from graph.driver import Database
from graph.moment import Moment

Patchwork = Callable[..., Result]


def _record(database: Database, number: int) -> None:
    for turn in range(number):
        event = AuditEvent(
            kind="team", at=Moment.current().now, account=f"acc-{turn}", subject="x-leo", people=["x-leo"]
        )
        database.write(lambda tx, event=event: record(tx, event))


def test_an_empty_trail_says_what_to_do(patchwork: Patchwork) -> None:
    assert "Nothing is recorded yet" in patchwork("audit", "tail").stdout


@pytest.mark.parametrize("columns", ["60", "200"])
def test_shows_the_newest_last(
    patchwork: Patchwork, database: Database, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    _record(database, 3)
    lines = patchwork("audit", "tail", "-n", "2").stdout.splitlines()
    assert len(lines) == 3
    assert "acc-1" in lines[1]
    assert "acc-2" in lines[2]
    assert all(len(line) <= int(columns) for line in lines)


def test_each_event_whole(patchwork: Patchwork, database: Database) -> None:
    _record(database, 1)
    event = json.loads(patchwork("audit", "tail", "--json").stdout)
    assert (event["account"], event["people"]) == ("acc-0", ["x-leo"])


def test_a_number_below_one_is_refused(patchwork: Patchwork) -> None:
    assert patchwork("audit", "tail", "-n", "0").exit_code == 2
