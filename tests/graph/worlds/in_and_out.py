"""Worlds brought into a database and out again, and everything that is in it, for comparing."""

from __future__ import annotations

import io
import json
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from graph.driver import Database
from graph.moment import Moment
from graph.query_loader import Header, Query
from graph.worlds.exporting import export_world
from graph.worlds.filling import fill
from graph.worlds.importing import Outcome, Refused, dry_run, import_world
from graph.worlds.spool import Spool

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Node:
    """A node with all its properties and the edges that leave it."""

    labels: list[str]
    properties: dict[str, Any]
    edges: list[Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What an import answers: its faults, or what it did."""

    faults: list[str]
    outcome: Outcome | None

    @property
    def written(self) -> int:
        """How many records it wrote."""
        assert self.outcome is not None, self.faults
        return self.outcome.to_write


def no_progress(_what: str, _done: int, _total: int) -> None:
    """Show nothing."""


def bring_in(
    database: Database,
    world: dict[str, Any] | bytes,
    *,
    name: str = "world.json",
    dry: bool = False,
    allow_lowering: bool = False,
    moment: Moment | None = None,
) -> Answer:
    """Import a world, or bytes that claim to be one, as the command does."""
    content = world if isinstance(world, bytes) else json.dumps(world).encode()
    with closing(Spool()) as spool:
        end = fill(spool, io.BytesIO(content), name, lambda _bytes: None)
        if end is not None:
            return Answer([*map(str, spool.faults()), str(end)], None)
        work = dry_run if dry else import_world
        try:
            done = work(database, spool, moment or Moment.current(), no_progress, allow_lowering=allow_lowering)
        except Refused:
            return Answer([str(fault) for fault in spool.faults()], None)
    return Answer([], done)


def read_only(content: bytes, name: str = "world.json") -> list[str]:
    """The faults of a file by itself, without a database."""
    with closing(Spool()) as spool:
        end = fill(spool, io.BytesIO(content), name, lambda _bytes: None)
        return [*map(str, spool.faults()), *([str(end)] if end else [])]


def take_out(database: Database, moment: Moment, *, lines: bool = False) -> str:
    """The stored world as the export command writes it."""
    out = io.StringIO()
    database.write(lambda tx: export_world(tx, out, moment, lines=lines))
    return out.getvalue()


def everything(database: Database) -> list[str]:
    """Every node but the operators' own, as sorted text."""
    none = MappingProxyType({})
    header = Header("everything", "read", "none: tests", none, none, "", one_row=False, order=())
    query = Query("everything", header, (HERE / "everything.cypher").read_text(encoding="utf-8"), Node)
    rows = database.read(lambda tx: tx.run(query))
    return sorted(_text([sorted(row.labels), row.properties, sorted(map(_text, row.edges))]) for row in rows)


def _text(value: Any) -> str:
    return json.dumps(value, default=str, sort_keys=True)
