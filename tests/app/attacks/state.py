"""All that the graph holds, audit trail, sessions and counts aside: to see that an attack has changed nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from graph.driver import Database
from graph.query_loader import Header, Query

_NO_MORE_THAN_LOCKS = frozenset({"locked_at", "touched_at", "held", "second_factor_checked_at"})


@dataclass(frozen=True, slots=True)
class Stored:
    """A node or an edge: its label or type, its id, and its properties."""

    kind: str
    id: str | None
    said: dict[str, Any]


_TEXT = Path(__file__).with_name("state.cypher").read_text(encoding="utf-8")
_NONE = MappingProxyType[str, str]({})
_STATE = Query(
    "state", Header("state", "read", "none: tests", _NONE, _NONE, "", one_row=False, order=()), _TEXT, Stored
)


def everything(database: Database) -> list[Stored]:
    """Every node and every edge."""
    return database.read(lambda tx: tx.run(_STATE))


def state(database: Database) -> dict[str, int]:
    """What there is, in words that can be compared, and how often."""
    counted: dict[str, int] = {}
    for one in everything(database):
        said = sorted((key, repr(value)) for key, value in one.said.items() if key not in _NO_MORE_THAN_LOCKS)
        words = f"{one.kind} {one.id} {said}"
        counted[words] = counted.get(words, 0) + 1
    return counted


def changes(before: dict[str, int], after: dict[str, int]) -> list[str]:
    """What is there no more, and what is new; empty where nothing has changed."""
    gone = [f"gone: {one}" for one in before if before[one] != after.get(one)]
    return gone + [f"new: {one}" for one in after if after[one] != before.get(one)]
