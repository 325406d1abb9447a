"""The records of a world as they are stored, by their ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.driver import Transaction
from graph.query_loader import read_query
from graph.worlds.canonical import from_store
from graph.worlds.lists import LISTS, Record


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """One stored record: its id (a type's code) and its properties."""

    id: str
    record: Record


_QUERIES = {name: read_query(f"worlds/stored/{name}", StoredRecord) for name in LISTS}


def stored_records(tx: Transaction, name: str, ids: Sequence[str]) -> dict[str, Record]:
    """The stored records of a list among these ids, in canonical form."""
    return {row.id: from_store(name, row.record) for row in tx.run(_QUERIES[name], ids=ids)}


def stored_password_hashes(tx: Transaction, ids: Sequence[str]) -> dict[str, str]:
    """The hashes of the passwords of those of these accounts that have one."""
    rows = tx.run(_QUERIES["accounts"], ids=ids)
    return {row.id: row.record["password_hash"] for row in rows if row.record["password_hash"] is not None}
