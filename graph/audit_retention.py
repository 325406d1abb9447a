"""Retention: what old events say is deleted, and the hashes that chain them stay, so that the trail can be verified."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from graph.audit import AuditEvent, record
from graph.audit_lanes import write_heads
from graph.audit_verify import BEFORE
from graph.driver import Database, Transaction
from graph.moment import Moment
from graph.query_loader import read_query, write_query

AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Forgettable:
    """Events that would lose their payload: how many, the first and the last of them (None where there is none)."""

    events: int
    first: datetime | None
    last: datetime | None


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many events lost their payload."""

    events: int


_FORGETTABLE = read_query("audit_trail/forgettable", Forgettable)
_FORGET = write_query("audit_trail/forget", Forgotten)


def forgettable(tx: Transaction, *, before: datetime) -> Forgettable:
    """What `forget` would do."""
    return tx.run(_FORGETTABLE, before=before)[0]


def forget(database: Database, *, before: datetime, moment: Moment, progress: Callable[[int], None]) -> int:
    """Delete what events from before an instant say; how many. ValueError where the instant is not past.

    That it was done is recorded, and confirmed outside the database, before the first payload goes: cut off in
    between, it is run again. `progress` is told how many are done.
    """
    if before >= moment.now:
        raise ValueError("Only what is past can be forgotten.")
    event = AuditEvent(
        kind="forget_audit",
        at=moment.now,
        route="patchwork audit forget",
        purpose="retention",
        objects=[f"{BEFORE}{before.astimezone(UTC).isoformat()}"],
    )
    database.write(partial(record, event=event))
    write_heads(database)
    done = 0
    while batch := database.write(lambda tx: tx.run(_FORGET, before=before, limit=AT_ONCE)[0].events):
        done += batch
        progress(done)
    return done
