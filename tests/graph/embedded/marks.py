"""Something small to write into a server and to find again."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from graph.driver import Database
from graph.embedded.supervisor import ServerAddress
from graph.query_loader import Header, Nothing, Query

HERE = Path(__file__).parent
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Count:
    """How many marks there are."""

    marks: int


def add_mark(server: ServerAddress) -> None:
    """Write one more mark; it is acknowledged when this returns."""
    query, mark = _query("add_mark", Nothing, {"id": "string"}), uuid.uuid4().hex
    database = Database.connect(server.uri, server.username, server.password)
    database.write(lambda tx: tx.run(query, id=mark))
    database.close()


def marks_in(server: ServerAddress) -> int:
    """How many marks were written."""
    database = Database.connect(server.uri, server.username, server.password)
    [count] = database.read(lambda tx: tx.run(_query("count_marks", Count, {})))
    database.close()
    return count.marks


def _query(name: str, row: type[Row], parameters: dict[str, str]) -> Query[Row]:
    text = (HERE / f"{name}.cypher").read_text(encoding="utf-8")
    none = MappingProxyType({})
    header = Header(name, "write", "none: tests", MappingProxyType(parameters), none, "", one_row=True, order=())
    return Query(name, header, text, row)
