"""History: what a record said before somebody changed it, kept by the transaction that changes it.

A change is never lost by the next one: names, dates, contact details, what an involvement said. Who may read the
history of a record is whoever may read the record; the callers ask the fragment.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import Nothing, read_query, write_query

RecordKind = Literal["person", "family", "involvement", "practitioner", "agency"]


@dataclass(frozen=True, slots=True)
class StoredFormer:
    """A former state as the graph holds it; `said` is JSON."""

    id: str
    kind: str
    of: str
    said: str
    changed_by: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Former:
    """What a record said until `changed_at` (UTC), when the account `changed_by` changed it.

    said: the fields that were changed with what they said before; days and instants in ISO 8601, None where empty.
    """

    kind: RecordKind
    of: str
    said: dict[str, Any]
    changed_by: str
    changed_at: datetime


_KEEP = write_query("history/keep", Nothing)
_OF = read_query("history/of", StoredFormer)


def keep_former(
    tx: Transaction, *, id_: str, kind: RecordKind, of: str, said: Mapping[str, Any], account: str, moment: Moment
) -> None:
    """Keep what the fields of a record said before this change; once for an id, which the caller makes of its form."""
    text = json.dumps(said, default=_written, ensure_ascii=False, sort_keys=True)
    tx.run(_KEEP, id=id_, kind=kind, of=of, said=text, by=account, now=moment.now)


def history_of(tx: Transaction, records: Sequence[str]) -> list[Former]:
    """What these records said before each of their changes, the newest first."""
    rows = tx.run(_OF, records=[*records])
    return [Former(_kind(row.kind), row.of, json.loads(row.said), row.changed_by, row.changed_at) for row in rows]


def _written(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"History keeps text, numbers, days and instants, not {type(value).__name__}.")


def _kind(stored: str) -> RecordKind:
    kinds: dict[str, RecordKind] = {
        "person": "person",
        "family": "family",
        "involvement": "involvement",
        "practitioner": "practitioner",
        "agency": "agency",
    }
    return kinds[stored]
