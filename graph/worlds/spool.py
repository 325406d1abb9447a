"""A world while it is checked, in a temporary SQLite file, so that memory does not grow with the world.

SQLite makes the file with mode 0600 and unlinks it at once: nothing of it stays behind, even after kill -9.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.worlds.facts import Row, facts, references
from graph.worlds.faults import Fault
from graph.worlds.lists import LISTS, LOAD_ORDER, Record

RANK = {name: rank for rank, name in enumerate(LOAD_ORDER)}
FILE = -1
BUILT_IN = -1
BROKEN, UNCHANGED, NEW, CHANGED = -1, 0, 1, 2
CHUNK = 2_000
_WAITING = 5_000
_INSERT = {
    "record": "INSERT INTO record VALUES (?,?,?,?,?,?)",
    "reference": "INSERT INTO reference VALUES (?,?,?,?,?)",
    "known": "INSERT OR IGNORE INTO known VALUES (?,?)",
    "employment": "INSERT INTO employment VALUES (?,?,?,?,?)",
    "involvement": "INSERT INTO involvement VALUES (?,?,?,?,?,?,?,?,?)",
    "account": "INSERT INTO account VALUES (?,?,?,?,?)",
    "nhs_number": "INSERT INTO nhs_number VALUES (?,?,?)",
    "parentage": "INSERT INTO parentage VALUES (?,?,?,?)",
    "fault": "INSERT INTO fault VALUES (?,?,?,?,?)",
}
_FORGET_STORED = """
  DELETE FROM employment WHERE place IS NULL;
  DELETE FROM involvement WHERE place IS NULL;
  DELETE FROM account WHERE place IS NULL;
  DELETE FROM nhs_number WHERE place IS NULL;
  DELETE FROM parentage WHERE place IS NULL;
  DELETE FROM known;
  DELETE FROM link;
  DELETE FROM fault WHERE whole;
"""
_PAGE = """
  SELECT number, place, id, body, state FROM record
  WHERE list = :list AND number > :after AND state >= :least ORDER BY number LIMIT :chunk
"""
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Spooled:
    """One record in the spool: its number there, its place in the file, its id, its canonical form and its state."""

    number: int
    place: int
    id: str
    record: Record
    state: int


@dataclass(frozen=True, slots=True)
class ListCounts:
    """How many records of one list are new, changed and unchanged."""

    name: str
    new: int
    changed: int
    unchanged: int


class Spool:
    """Records, facts and faults of one world."""

    def __init__(self) -> None:
        self._sql = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._sql.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
        self._sql.executescript((_HERE / "spool.sql").read_text(encoding="utf-8"))
        self._waiting: dict[str, list[Row]] = defaultdict(list)
        self._count = 0
        self.lines = False
        self.sha256 = ""
        self.as_of = ""

    def add(self, name: str, place: int, record: Record, body: Record) -> None:
        """Keep a sound record: its facts and references from `record`, where its parts stand as in the file."""
        self._count += 1
        self._keep("record", (None, RANK[name], place, record[LISTS[name].key], json.dumps(body), UNCHANGED))
        self._keep_references(name, place, record)
        for table, row in facts(name, place, record):
            self._keep(table, row)

    def add_broken(self, name: str, place: int, wanted: str | None, rest: Record) -> None:
        """Keep the id of a record that does not fit the schema, for what refers to it, and whom the rest refers to."""
        self._count += 1
        if wanted is not None:
            self._keep("record", (None, RANK[name], place, wanted, "{}", BROKEN))
        self._keep_references(name, place, rest)

    def add_stored(self, name: str, wanted: str, record: Record) -> None:
        """Keep that something of this id is stored, and the facts in it."""
        self._keep("known", (RANK[name], wanted))
        self.add_stored_facts(name, record)

    def add_stored_facts(self, name: str, record: Record) -> None:
        """Keep the facts in a record that is stored and not in the file."""
        for table, row in facts(name, None, record):
            self._keep(table, row)

    def tell(self, name: str | None, place: int, path: str, message: str) -> None:
        """Keep a fault of a record, or of the file itself where there is no list (`path` is then whole)."""
        self._keep("fault", (FILE if name is None else RANK[name], place, path, message, 0))

    def tell_late(self, name: str, place: int, path: str, message: str) -> None:
        """Keep a fault beside what is stored, which `forget_stored` forgets."""
        self._keep("fault", (RANK[name], place, path, message, 1))

    def finish_reading(self) -> None:
        """Make the indexes that the checks of the whole file need."""
        self.flush()
        self._sql.executescript((_HERE / "spool_indexes.sql").read_text(encoding="utf-8"))

    def forget_stored(self) -> None:
        """Forget what was learnt from the graph: a transaction that is retried asks again."""
        self.flush()
        self._sql.executescript(_FORGET_STORED)

    def rows(self, statement: str, **parameters: Any) -> Iterator[tuple[Any, ...]]:
        """The answer to an SQL statement; a list's name, as a parameter, is its position in LOAD_ORDER."""
        self.flush()
        yield from self._sql.execute(statement, RANK | parameters)

    def run(self, statement: str, **parameters: Any) -> int:
        """Run an SQL statement and answer how many rows it changed."""
        self.flush()
        return self._sql.execute(statement, RANK | parameters).rowcount

    def records(self, name: str, *, to_write: bool = False) -> Iterator[list[Spooled]]:
        """The records of a list in the order of the file, in chunks; `to_write`: those new or changed alone."""
        after = 0
        least = NEW if to_write else UNCHANGED
        while found := list(self.rows(_PAGE, list=RANK[name], after=after, least=least, chunk=CHUNK)):
            after = found[-1][0]
            yield [Spooled(row[0], row[1], row[2], json.loads(row[3]), row[4]) for row in found]

    def in_file(self, name: str, ids: list[str]) -> set[str]:
        """Those of these ids that the file has in a list."""
        wanted = "SELECT id FROM record WHERE list = :list AND id IN (SELECT value FROM json_each(:ids))"
        return {row[0] for row in self.rows(wanted, list=RANK[name], ids=json.dumps(ids))}

    def set_states(self, judged: Iterable[tuple[int, str | None, int]]) -> None:
        """Note of records whether they are new or changed, and a new body where they were given one."""
        self._sql.execute("BEGIN")
        self._sql.executemany("UPDATE record SET state = ?, body = coalesce(?, body) WHERE number = ?", judged)
        self._sql.execute("COMMIT")

    def counts(self) -> list[ListCounts]:
        """How many records of each list are new, changed and unchanged; lists without records left out."""
        found = self.rows(
            "SELECT list, sum(state = 1), sum(state = 2), sum(state = 0) FROM record GROUP BY list ORDER BY list"
        )
        return [ListCounts(LOAD_ORDER[int(row[0])], *row[1:]) for row in found]

    def changed_ids(self, name: str, limit: int) -> list[str]:
        """The ids of the first changed records of a list, in the order of the file."""
        wanted = "SELECT id FROM record WHERE list = :list AND state = 2 ORDER BY number LIMIT :limit"
        return [row[0] for row in self.rows(wanted, list=RANK[name], limit=limit)]

    def size(self) -> int:
        """How many records the file has."""
        return self._count

    def fault_count(self) -> int:
        """How many faults were told."""
        return next(self.rows("SELECT count(*) FROM fault"))[0]

    def faults(self) -> Iterator[Fault]:
        """Every fault, in the order of the lists and of the file."""
        for rank, place, path, message in self.rows(
            "SELECT list, place, path, message FROM fault ORDER BY list, place, path, message"
        ):
            yield Fault(path if rank == FILE else self._path(rank, place) + path, message)

    def close(self) -> None:
        """Remove the temporary file."""
        self._sql.close()

    def flush(self) -> None:
        """Write what waits in memory."""
        if self._count_waiting() == 0:
            return
        self._sql.execute("BEGIN")
        for table, rows in self._waiting.items():
            self._sql.executemany(_INSERT[table], rows)
        self._sql.execute("COMMIT")
        self._waiting.clear()

    def _keep_references(self, name: str, place: int, record: Record) -> None:
        for path, target, wanted in references(name, record):
            self._keep("reference", (RANK[name], place, path, RANK[target], wanted))

    def _keep(self, table: str, row: Row) -> None:
        self._waiting[table].append(row)
        if len(self._waiting[table]) >= _WAITING:
            self.flush()

    def _count_waiting(self) -> int:
        return sum(len(rows) for rows in self._waiting.values())

    def _path(self, rank: int, place: int) -> str:
        name = LOAD_ORDER[rank]
        return f"line {place} ({name}): $" if self.lines else f"$.{name}[{place}]"
