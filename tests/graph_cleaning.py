"""Emptying the test database between tests, and never a database that somebody else uses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from graph.driver import Database
from graph.query_loader import Header, Nothing, Query

HERE = Path(__file__).parent
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Count:
    """How many nodes there are that no test made."""

    nodes: int


def claim(database: Database) -> None:
    """Mark an empty database as the tests' own; RuntimeError where it holds data that no test made."""
    if database.read(lambda tx: tx.run(_query("foreign_data", Count)))[0].nodes:
        raise RuntimeError("TEST_NEO4J_URI names a database with data in it. The tests need an empty one.")
    database.apply(_query("claim_graph", Nothing))


def empty(database: Database) -> None:
    """Delete everything but the schema."""
    database.apply(_query("empty_graph", Nothing))


def _query(name: str, row: type[Row]) -> Query[Row]:
    text = (HERE / f"{name}.cypher").read_text(encoding="utf-8")
    none = MappingProxyType({})
    header = Header(name, "write", "none: tests", none, none, "", one_row=True, order=())
    return Query(name, header, text, row)
