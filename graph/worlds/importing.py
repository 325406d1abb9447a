"""A checked world brought into the graph: in one transaction, or beyond 50,000 records with a journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import uuid4

from graph.audit import AuditEvent, record
from graph.driver import Database, Transaction
from graph.moment import Moment
from graph.worlds import journal
from graph.worlds.canonical import written
from graph.worlds.comparing import compare
from graph.worlds.lists import LOAD_ORDER
from graph.worlds.loading import publish_accounts, write_records
from graph.worlds.spool import ListCounts, Spool, Spooled
from graph.worlds.stored_facts import gather
from graph.worlds.whole_file_rules import check_whole_file

ONE_TRANSACTION = 50_000
Progress = Callable[[str, int, int], None]
"""Takes what is being done, for how many records it is done, and of how many."""


class Refused(Exception):
    """The world has faults, which the spool lists; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did, or a dry run would do: counts a list, and how many records an earlier run had written."""

    lists: list[ListCounts]
    resumed_at: int | None

    @property
    def to_write(self) -> int:
        """How many records are new or changed."""
        return sum(counts.new + counts.changed for counts in self.lists)

    @property
    def is_open(self) -> bool:
        """Whether anything is left to do: all records of an interrupted run may be written and its end still be due."""
        return self.to_write > 0 or self.resumed_at is not None


def expected_bytes(records: int) -> int:
    """How much the store should be expected to grow, so that the memory settled by it suits the import.

    Measured: a transaction needs 5.7 kB of heap a record and gets 40 % of it; 7 kB a record make that heap.
    Beyond one transaction, what counts is the store: 600 bytes a record.
    """
    return 7_000 * min(records, ONE_TRANSACTION) + 600 * max(0, records - ONE_TRANSACTION)


def dry_run(database: Database, spool: Spool, moment: Moment, progress: Progress, *, allow_lowering: bool) -> Outcome:
    """What an import would do. Refused where the world has faults, NotLoadable where another import is open."""
    return database.read(lambda tx: _check(tx, spool, moment, progress, allow_lowering=allow_lowering))


def import_world(
    database: Database, spool: Spool, moment: Moment, progress: Progress, *, allow_lowering: bool
) -> Outcome:
    """Write what is new or changed, with an audit event. Refused and NotLoadable as for a dry run."""
    if spool.size() <= ONE_TRANSACTION:
        return database.write(lambda tx: _import_at_once(tx, spool, moment, progress, allow_lowering))
    return _import_in_batches(database, spool, moment, progress, allow_lowering)


def _check(tx: Transaction, spool: Spool, moment: Moment, progress: Progress, *, allow_lowering: bool) -> Outcome:
    begun = journal.begun_before(tx, spool.sha256)
    spool.forget_stored()
    gather(tx, spool)
    check_whole_file(spool, moment, _as_of(spool, moment))
    compare(tx, spool, allow_lowering=allow_lowering, done=lambda done: progress("Checking", done, spool.size()))
    if spool.fault_count():
        raise Refused
    return Outcome(spool.counts(), None if begun is None else begun.position)


def _as_of(spool: Spool, moment: Moment) -> Moment:
    try:
        return Moment.at(datetime.fromisoformat(spool.as_of.upper()))
    except (ValueError, OverflowError):
        return moment


def _import_at_once(tx: Transaction, spool: Spool, moment: Moment, progress: Progress, allow_lowering: bool) -> Outcome:
    journal.lock(tx)
    outcome = _check(tx, spool, moment, progress, allow_lowering=allow_lowering)
    done = 0
    for name in LOAD_ORDER:
        for chunk in spool.records(name, to_write=True):
            write_records(tx, name, chunk, recorded_at=written(moment.now), pending=False)
            done += len(chunk)
            progress("Writing", done, outcome.to_write)
    if outcome.to_write:
        _audit(tx, spool, moment)
    return outcome


def _import_in_batches(
    database: Database, spool: Spool, moment: Moment, progress: Progress, allow_lowering: bool
) -> Outcome:
    """A transaction a chunk; accounts that are new get their status, hence any sight, in the last one."""
    run = uuid4().hex

    def begin(tx: Transaction) -> Outcome:
        journal.lock(tx)
        outcome = _check(tx, spool, moment, progress, allow_lowering=allow_lowering)
        if outcome.is_open:
            journal.write_position(tx, spool.sha256, spool.size() - outcome.to_write, spool.size(), run)
        return outcome

    def finish(tx: Transaction) -> None:
        journal.lock(tx)
        if journal.open_journal(tx) is None:
            return  # committed, but its reply was lost: the driver is trying again
        journal.reached(tx, run)
        publish_accounts(tx)
        journal.close_journal(tx)
        _audit(tx, spool, moment)

    outcome = database.write(begin)
    if outcome.is_open:
        _write_batches(database, spool, moment, progress, run, outcome)
        database.write(finish)
    return outcome


def _write_batches(
    database: Database, spool: Spool, moment: Moment, progress: Progress, run: str, outcome: Outcome
) -> None:
    position = spool.size() - outcome.to_write
    for name in LOAD_ORDER:
        for chunk in spool.records(name, to_write=True):
            position += len(chunk)
            database.write(partial(_write_batch, spool, moment, run, name, chunk, position))
            progress("Writing", position, spool.size())


def _write_batch(
    spool: Spool, moment: Moment, run: str, name: str, chunk: list[Spooled], position: int, tx: Transaction
) -> None:
    journal.lock(tx)
    if journal.reached(tx, run) >= position:
        return  # committed, but its reply was lost: the driver is trying again
    write_records(tx, name, chunk, recorded_at=written(moment.now), pending=True)
    journal.write_position(tx, spool.sha256, position, spool.size(), run)


def _audit(tx: Transaction, spool: Spool, moment: Moment) -> None:
    purpose = f"world file, SHA-256 {spool.sha256}"
    record(tx, AuditEvent(kind="import", at=moment.now, route="patchwork import", purpose=purpose))
