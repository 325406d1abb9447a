"""Everything in the privacy queue, for comparing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graph.driver import Database
from graph.query_loader import Header, Query

_COLUMNS = {
    "kind": "string",
    "maker": "string",
    "subject": "string?",
    "note": "string?",
    "people": "list",
    "state": "string",
}


@dataclass(frozen=True, slots=True)
class Queued:
    """One item."""

    kind: str
    maker: str
    subject: str | None
    note: str | None
    people: list[str]
    state: str


def queued(database: Database) -> list[Queued]:
    """Every item, whatever its state."""
    text = (Path(__file__).parent / "queued.cypher").read_text(encoding="utf-8")
    header = Header("queued", "read", "none: tests", {}, _COLUMNS, "", one_row=False, order=())
    query = Query("queued", header, text, Queued)
    return database.read(lambda tx: tx.run(query))
