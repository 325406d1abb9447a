"""Lanes advance with what is committed, and with nothing else, whoever writes at once and whatever is cut off."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from graph.audit import record
from graph.audit_lanes import close_lanes, write_heads
from graph.audit_verify import verify
from graph.driver import Database, Ending, GraphUnavailable, Transaction
from tests.graph.audit_trail.test_verify import check, event, write
from tests.neo4j_server import ServerAddress
from tests.relay import Relay

ROOT = Path(__file__).parents[3]
WRITERS = 4
EACH = 12


class Undone(Exception):
    """Raised by a test to have a transaction rolled back."""


def test_threads_write_at_once_each_in_a_lane_of_its_own(trail: Database, heads: Path) -> None:
    meet = threading.Barrier(WRITERS)

    def work(writer: int) -> None:
        def together(tx: Transaction) -> None:

            record(tx, event(f"e{writer * 100}"))
            meet.wait(timeout=30)  # none has to wait until another has committed

        trail.write(together)
        for number in range(1, EACH):
            write(trail, event(f"e{writer * 100 + number}"))

    threads = [threading.Thread(target=work, args=(writer,)) for writer in range(WRITERS)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    close_lanes(trail)
    verdict = check(trail, heads)
    assert (verdict.events, verdict.lanes, verdict.faults) == (WRITERS * EACH, WRITERS, ())


def test_processes_write_at_once(trail: Database, server: ServerAddress, heads: Path) -> None:
    write(trail, event("e999"))
    environment = os.environ | {
        "WRITER_URI": server.uri,
        "WRITER_USERNAME": server.username,
        "WRITER_PASSWORD": server.password,
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "tests.graph.audit_trail.writer"]
    writers = [subprocess.Popen([*command, str(writer), str(EACH)], env=environment, cwd=ROOT) for writer in range(2)]
    assert [one.wait() for one in writers] == [0, 0]
    verdict = check(trail, heads)
    assert (verdict.events, verdict.lanes, verdict.faults) == (2 * EACH + 1, 3, ())


def test_a_forked_child_takes_lanes_of_its_own(trail: Database, server: ServerAddress, heads: Path) -> None:
    write(trail, event("e0"))
    child = os.fork()
    if child == 0:
        # The parent's connections must not be used: the pool alone is asked.
        from graph.audit_lanes import _pool_of  # pyright: ignore[reportPrivateUsage]

        os._exit(0 if _pool_of(trail).take().head.place == -1 else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_what_is_rolled_back_leaves_no_gap(trail: Database, heads: Path) -> None:
    def undone(tx: Transaction) -> None:

        record(tx, event("e1"))
        record(tx, event("e2"))
        raise Undone

    write(trail, event("e0"))
    with pytest.raises(Undone):
        trail.write(undone)
    write(trail, event("e3"))
    write_heads(trail)
    verdict = check(trail, heads)
    assert (verdict.events, verdict.lanes, verdict.faults) == (2, 1, ())


def test_an_event_that_was_there_advances_nothing(trail: Database, heads: Path) -> None:

    answers = [trail.write(lambda tx: record(tx, event("e0"))) for _ in range(2)]
    twice = trail.write(lambda tx: [record(tx, event("e1")), record(tx, event("e1")), record(tx, event("e2"))])
    close_lanes(trail)
    assert (answers, twice) == ([True, False], [True, False, True])
    verdict = check(trail, heads)
    assert (verdict.events, verdict.lanes, verdict.faults) == (3, 1, ())


@pytest.mark.parametrize("commit_lands", [True, False])
def test_a_lane_whose_commit_was_never_answered_is_not_used_again(
    trail: Database, server: ServerAddress, heads: Path, commit_lands: bool
) -> None:

    endings: list[Ending] = []
    with Relay(server) as wire:
        database = wire.database()
        database.write(lambda tx: record(tx, event("e0")))

        def lost(tx: Transaction) -> None:
            record(tx, event("e1"))
            tx.when_ended(endings.append)
            wire.cut() if not commit_lands else wire.freeze()

        if commit_lands:
            threading.Timer(0.3, wire.cut).start()
        with pytest.raises(GraphUnavailable):
            database.write(lost)
        database.close()
        write_heads(database)
    assert endings == [Ending.UNKNOWN]
    again = Database.connect(server.uri, server.username, server.password)
    write(again, event("e1"))
    close_lanes(again)
    again.close()
    assert check(trail, heads).faults == ()


def test_heads_are_for_their_owner_alone_and_name_a_lane_before_its_first_event(trail: Database, heads: Path) -> None:
    seen: list[list[dict[str, object]]] = []

    def look(tx: Transaction) -> None:

        record(tx, event("e0"))
        seen.append(_lines(heads))

    trail.write(look)
    write_heads(trail)
    write_heads(trail)
    close_lanes(trail)
    (path,) = heads.glob("*.jsonl")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(heads.stat().st_mode) == 0o700
    assert [(line["place"], line.get("closed")) for line in seen[0]] == [(-1, None)]
    assert [(line["place"], line.get("closed")) for line in _lines(heads)] == [(-1, None), (0, None), (0, True)]


def test_a_line_that_was_cut_off_does_not_count(trail: Database, heads: Path) -> None:
    write(trail, event("e0"))
    write_heads(trail)
    (path,) = heads.glob("*.jsonl")
    path.write_text(path.read_text() + '{"at": "2026-')
    assert verify(trail, [heads], lambda done, total: None).faults == ()


def _lines(heads: Path) -> list[dict[str, object]]:
    return [json.loads(line) for path in heads.glob("*.jsonl") for line in path.read_text().splitlines()]
