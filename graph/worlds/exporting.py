"""The stored world as a file, without passwords: what an import of it into an empty database brings back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import read_query
from graph.worlds.canonical import written
from graph.worlds.lists import FORMAT, LISTS, Record
from graph.worlds.stored import stored_records

PAGE = 1_000


@dataclass(frozen=True, slots=True)
class StoredId:
    """The id of a stored record, or a type's code."""

    id: str


_QUERIES = {name: read_query(f"worlds/ids/{name}", StoredId) for name in LISTS}


def export_world(tx: Transaction, out: IO[str], moment: Moment, *, lines: bool) -> int:
    """Write every record, sorted by list and id, and an audit event; answers how many.

    `out` must be kept from everybody until the transaction is committed: no event, no view.
    """
    write = _write_lines if lines else _write_json
    count = write(tx, out, written(moment.now))
    record(tx, AuditEvent(kind="export", at=moment.now, route="patchwork export", purpose=f"{count} records"))
    return count


def _write_json(tx: Transaction, out: IO[str], as_of: str) -> int:
    out.write(f'{{"format": {_json(FORMAT)},\n"as_of": {_json(as_of)}')
    total = 0
    for name in LISTS:
        count = 0
        for found in _records(tx, name):
            out.write(",\n" if count else f',\n"{name}": [\n')
            out.write(_json(found))
            count += 1
        out.write("\n]" if count else "")
        total += count
    out.write("}\n")
    return total


def _write_lines(tx: Transaction, out: IO[str], as_of: str) -> int:
    out.write(_json({"format": FORMAT, "as_of": as_of}) + "\n")
    count = 0
    for name in LISTS:
        for found in _records(tx, name):
            out.write(_json({"list": name, "record": found}) + "\n")
            count += 1
    return count


def _records(tx: Transaction, name: str) -> Iterator[Record]:
    after = ""
    while ids := [row.id for row in tx.run(_QUERIES[name], after=after, count=PAGE)]:
        after = ids[-1]
        found = stored_records(tx, name, ids)
        yield from (_without_nulls(found[wanted]) for wanted in ids if wanted in found)


def _without_nulls(found: Record) -> Record:
    parts = {name: [_without_nulls(part) for part in value] for name, value in found.items() if _is_parts(value)}
    return {name: value for name, value in (found | parts).items() if value is not None}


def _is_parts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)  # pyright: ignore[reportUnknownArgumentType,reportUnknownVariableType]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
