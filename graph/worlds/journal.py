"""The journal of a long import: which file, how far, and by which run; and the lock that keeps imports in a row."""

from __future__ import annotations

from dataclasses import dataclass

from graph.driver import Transaction
from graph.query_loader import Nothing, read_query, write_query
from graph.worlds.faults import NotLoadable


@dataclass(frozen=True, slots=True)
class Journal:
    """How far an import came: its file's SHA-256, how many of its records are written, and the run that writes."""

    file_hash: str | None
    position: int | None
    records: int | None
    run: str | None


_READ = read_query("worlds/journal_read", Journal)
_WRITE = write_query("worlds/journal_write", Nothing)
_LOCK = write_query("worlds/journal_lock", Nothing)


def lock(tx: Transaction) -> None:
    """Keep every other import waiting until this transaction ends."""
    tx.run(_LOCK)


def open_journal(tx: Transaction) -> Journal | None:
    """The journal of an import that was begun and not finished."""
    found = tx.run(_READ)
    return found[0] if found and found[0].file_hash is not None else None


def begun_before(tx: Transaction, sha256: str) -> Journal | None:
    """The open journal of this very file; NotLoadable where that of another file is open."""
    journal = open_journal(tx)
    if journal is not None and journal.file_hash != sha256:
        raise NotLoadable(
            f"The import of another file (SHA-256 {str(journal.file_hash)[:12]}…) was interrupted after "
            f"{journal.position or 0:,} of {journal.records or 0:,} records. Run that import again with the same file "
            "to finish it, then import this one. If that file is gone, restore a backup made before it."
        )
    return journal


def write_position(tx: Transaction, sha256: str, position: int, records: int, run: str) -> None:
    """Note how far the import is."""
    tx.run(_WRITE, file_hash=sha256, position=position, records=records, run=run)


def close_journal(tx: Transaction) -> None:
    """Note that no import is open."""
    tx.run(_WRITE, file_hash=None, position=None, records=None, run=None)


def reached(tx: Transaction, run: str) -> int:
    """How many records this run of the import has behind it; NotLoadable where another run has taken over."""
    journal = open_journal(tx)
    if journal is None or journal.run != run:
        raise NotLoadable("Another process has taken this import over. Wait for it, then run the import again.")
    return journal.position or 0
