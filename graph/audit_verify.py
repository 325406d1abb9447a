"""Verifying the audit trail: every event's chain is computed anew and held against the heads outside the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from graph.audit_chains import Fault, LaneCheck, missing_lanes
from graph.audit_heads import Heads, read_heads
from graph.driver import Database, Transaction
from graph.query_loader import read_query

Progress = Callable[[int, int], None]
TOLD_EVERY = 500
BEFORE = "before:"
"""How a retention event names the instant before which payloads were deleted, among its objects."""


@dataclass(frozen=True, slots=True)
class ChainedEvent:
    """All properties of an event but its time, which comes as text."""

    facts: dict[str, Any]
    at: str | None


@dataclass(frozen=True, slots=True)
class UnchainedEvent:
    """An event outside every chain."""

    id: str | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class EventCount:
    """How many events there are."""

    events: int


@dataclass(frozen=True, slots=True)
class RetentionEvent:
    """Where an event stands that says what was deleted."""

    lane: str | None
    place: int | None
    objects: list[str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was verified: events in lanes, how many without payload, how many from before there were chains; and the
    first fault of each lane, lane by lane. `heads` is how many lanes the heads files know."""

    events: int
    lanes: int
    forgotten: int
    from_before: int
    heads: int
    faults: tuple[Fault, ...]


_CHAINED = read_query("audit_trail/chained", ChainedEvent)
_UNCHAINED = read_query("audit_trail/unchained", UnchainedEvent)
_COUNT = read_query("audit_trail/count", EventCount)
_RETENTIONS = read_query("audit_trail/retentions", RetentionEvent)


def verify(database: Database, folders: Sequence[Path], progress: Progress) -> Verdict:
    """Check the whole trail against the heads in these folders; UnreadableHeads where they cannot be read.

    The heads are read first: events that are recorded meanwhile are checked too, and none is missed.
    """
    heads = read_heads(folders)
    return database.read(lambda tx: _verify(tx, heads, folders, progress))


def _verify(tx: Transaction, heads: Heads, folders: Sequence[Path], progress: Progress) -> Verdict:
    total = tx.run(_COUNT)[0].events
    covered = _forgotten_before(tx, heads)
    checks = [_check_lane(lane, rows, heads, covered) for lane, rows in groupby(_told(tx, total, progress), _lane)]
    known_now = read_heads(folders).lanes if any(check.is_foreign for check, _, _ in checks) else heads.lanes
    faults = list(_outside(tx, heads))
    from_before = sum(one is None for one in faults)
    by_lane = [fault for check, first, _ in checks if (fault := _fault(check, first, known_now)) is not None]
    by_lane += missing_lanes(heads, {check.lane for check, _, _ in checks})
    return Verdict(
        events=sum(count for _, _, count in checks),
        lanes=len(checks),
        forgotten=sum(check.forgotten for check, _, _ in checks),
        from_before=from_before,
        heads=len(heads.lanes),
        faults=(*sorted(by_lane, key=lambda fault: str(fault.lane)), *(one for one in faults if one is not None)),
    )


def _told(tx: Transaction, total: int, progress: Progress) -> Iterator[ChainedEvent]:
    for number, event in enumerate(tx.stream(_CHAINED), 1):
        if number % TOLD_EVERY == 0:
            progress(number, max(total, number))
        yield event


def _lane(event: ChainedEvent) -> Any:
    return event.facts["lane"]


def _check_lane(
    lane: Any, rows: Iterator[ChainedEvent], heads: Heads, covered: datetime | None
) -> tuple[LaneCheck, str | None, int]:
    """The lane's check, its first event's id, and how many events it has."""
    check, first, count = LaneCheck(lane, heads, covered), None, 0
    for row in rows:
        first = row.facts.get("id") if count == 0 else first
        check.take(row.facts, row.at)
        count += 1
    return check, first, count


def _fault(check: LaneCheck, first: str | None, known_now: dict[str, Any]) -> Fault | None:
    if check.lane not in known_now:
        return Fault(first, check.lane, 0, "foreign lane: no heads file knows the chain that this event stands in")
    return check.finish()


def _outside(tx: Transaction, heads: Heads) -> Iterator[Fault | None]:
    """A fault for each event outside every chain; None for one from before there were any."""
    for event in tx.stream(_UNCHAINED):
        if event.at is not None and heads.began is not None and event.at < heads.began:
            yield None
        else:
            yield Fault(event.id, None, None, "inserted or changed: it stands outside every chain")


def _forgotten_before(tx: Transaction, heads: Heads) -> datetime | None:
    """Before when payloads may be gone: what retention events say whose place the heads confirm."""
    instants = (
        datetime.fromisoformat(word.removeprefix(BEFORE))
        for event in tx.run(_RETENTIONS)
        if event.lane is not None and event.place is not None and heads.reached(event.lane).place >= event.place
        for word in event.objects
        if word.startswith(BEFORE)
    )
    return max(instants, default=None)
