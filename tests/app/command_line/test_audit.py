"""`patchwork audit tail` shows the newest events, by ids, within the terminal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from click.testing import Result

from graph.audit import AuditEvent, record, tail
from graph.audit_lanes import close_lanes
from graph.driver import Database
from graph.moment import Moment
from tests.graph.audit_trail.tampering import tamper
from tests.neo4j_server import ServerAddress

Patchwork = Callable[..., Result]


@pytest.fixture
def heads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this test's heads files."""
    monkeypatch.setenv("PATCHWORK_AUDIT_HEADS_DIR", str(tmp_path / "heads"))
    return tmp_path / "heads"


@pytest.fixture
def trail(server: ServerAddress, heads: Path) -> Iterator[Database]:
    """A connection with lanes of its own."""
    with closing(Database.connect(server.uri, server.username, server.password)) as connected:
        yield connected


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


@pytest.mark.parametrize(
    ("asked", "count"),
    [(("--account", "acc-1"), 1), (("--person", "x-leo"), 3), (("--person", "x-mia"), 0), (("--kind", "open"), 0)],
)
def test_some_events_alone(patchwork: Patchwork, database: Database, asked: tuple[str, str], count: int) -> None:
    _record(database, 3)
    lines = patchwork("audit", "tail", "--json", *asked).stdout.splitlines()
    assert len([line for line in lines if line.startswith("{")]) == count


def test_a_number_below_one_is_refused(patchwork: Patchwork) -> None:
    assert patchwork("audit", "tail", "-n", "0").exit_code == 2


def test_verify_counts_a_sound_trail(patchwork: Patchwork, trail: Database, heads: Path) -> None:
    _record(trail, 3)
    close_lanes(trail)
    answer = patchwork("audit", "verify", "--heads", str(heads))
    assert (answer.exit_code, answer.stdout) == (0, "Sound: 3 events in 1 chains verified.\n")


def test_verify_names_the_first_bad_event(patchwork: Patchwork, database: Database, trail: Database) -> None:
    _record(trail, 3)
    close_lanes(trail)
    events = database.read(lambda tx: tail(tx, 3))[::-1]
    tamper(database, "change", id=events[1].id, facts={"account": "acc-innocent"})
    answer = patchwork("audit", "verify")
    assert answer.exit_code == 1
    assert answer.stdout.startswith(f"First bad: event {events[1].id} (lane ")
    assert "place 1): changed: what it says does not fit its digest" in answer.stdout


def test_verify_says_where_it_looked_for_heads(
    patchwork: Patchwork, database: Database, trail: Database, heads: Path
) -> None:
    _record(trail, 1)
    for path in heads.iterdir():
        path.unlink()
    answer = patchwork("audit", "verify")
    assert answer.exit_code == 1
    assert "foreign lane" in answer.stdout
    assert f"No heads file was found in {heads}" in answer.stderr


def test_a_damaged_heads_file_is_named(patchwork: Patchwork, heads: Path) -> None:
    heads.mkdir(parents=True, exist_ok=True)
    (heads / "bad.jsonl").write_text("what\n")
    answer = patchwork("audit", "verify")
    assert answer.exit_code == 1
    assert "bad.jsonl, line 1 is damaged" in answer.stderr


def test_forgetting_is_shown_confirmed_and_recorded(patchwork: Patchwork, database: Database, trail: Database) -> None:
    with time_machine.travel(datetime(2019, 5, 1, 12, tzinfo=UTC)):
        _record(trail, 2)
        close_lanes(trail)
    asked = ("audit", "forget", "--before", "2020-01-01")
    told = "2 events from 2019-05-01 to 2019-05-01 (UTC) would lose what they say."
    assert told in patchwork(*asked, "--dry-run").stdout
    assert patchwork(*asked, typed="n\n").exit_code == 1
    assert len(database.read(lambda tx: tail(tx, 9))) == 2
    done = patchwork(*asked, typed="y\n")
    assert (done.exit_code, "Deleted what 2 events said" in done.stdout) == (0, True)
    (event,) = database.read(lambda tx: tail(tx, 9))
    assert (event.kind, event.objects) == ("forget_audit", ["before:2020-01-01T00:00:00+00:00"])
    assert "Sound: 3 events in 2 chains verified; 2 without what they said" in patchwork("audit", "verify").stdout


@pytest.mark.parametrize("before", ["2999-01-01", "yesterday", "2026-02-30"])
def test_a_day_that_is_not_past_is_refused(patchwork: Patchwork, before: str) -> None:
    assert patchwork("audit", "forget", "--before", before).exit_code == 2


def test_a_restored_backup_is_noted(patchwork: Patchwork, database: Database, trail: Database) -> None:
    _record(trail, 2)
    close_lanes(trail)
    events = database.read(lambda tx: tail(tx, 2))
    tamper(database, "remove", id=events[0].id)
    assert "truncated" in patchwork("audit", "verify").stdout
    assert patchwork("audit", "restored", "--made-at", "2026-01-01T00:00:00Z").exit_code == 0
    answer = patchwork("audit", "verify")
    assert (answer.exit_code, answer.stdout) == (0, "Sound: 2 events in 2 chains verified.\n")
