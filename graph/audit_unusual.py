"""Unusual access first: which events deserve an auditor's look, and why. Nothing here says that anything was wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from graph.audit_search import describe
from graph.driver import Transaction
from graph.query_loader import read_query

Why = Literal[
    "BREAK_GLASS",
    "OWN_ADDRESS",
    "OWN_SURNAME",
    "NO_INVOLVEMENT",
    "MANY_SEARCHES",
    "MANY_PEOPLE",
    "OUT_OF_HOURS",
    "THROTTLED",
]
WHYS: tuple[Why, ...] = get_args(Why)

WEIGHTS: dict[Why, int] = {
    "BREAK_GLASS": 8,  # every one of them must be closed by somebody else anyway
    "OWN_ADDRESS": 7,  # a person of the practitioner's own name lives there: seldom chance
    "OWN_SURNAME": 5,  # common names make it chance more often
    "NO_INVOLVEMENT": 4,  # opened with a reason, by somebody who does not work with the family
    "MANY_SEARCHES": 3,
    "MANY_PEOPLE": 3,
    "OUT_OF_HOURS": 1,  # out-of-hours teams do this every night; it counts beside something else
    "THROTTLED": 1,  # mostly a forgotten password
}
SEARCHES_IN_AN_HOUR = 20
"""A duty desk takes a call every few minutes; looking families up one after the other is quicker."""
PEOPLE_IN_A_DAY = 60
"""About a dozen families of five: more than anybody visits, telephones or meets about in a day."""
FIRST_HOUR, LAST_HOUR = 7, 20
"""Between these hours of London, from Monday to Friday, family services work."""
AT_MOST = 2_000
"""So many events are ranked: the newest. Who asks for a longer time than that holds asks for fewer days."""


@dataclass(frozen=True, slots=True)
class UnusualEvent:
    """An event with the codes of why it is unusual by itself."""

    id: str
    at: datetime
    why: list[Why]


@dataclass(frozen=True, slots=True)
class UnusualDay:
    """The last event of a day, or an hour, that is unusual as a whole; times counts searches, looks or people."""

    id: str
    at: datetime
    why: Why
    times: int


@dataclass(frozen=True, slots=True)
class Unusual:
    """An event worth looking at, with every reason and, for reasons that are counts, how many."""

    id: str
    at: datetime
    why: tuple[tuple[Why, int | None], ...]

    @property
    def weight(self) -> int:
        """What it ranks by."""
        return sum(WEIGHTS[why] for why, _ in self.why)


_BY_NAME: frozenset[Why] = frozenset({"OWN_ADDRESS", "OWN_SURNAME"})
_EVENTS = read_query("audit_trail/unusual_events", UnusualEvent)
_DAYS = read_query("audit_trail/unusual_days", UnusualDay)


def unusual_access(
    tx: Transaction,
    *,
    auditor: str,
    unmasked: Sequence[str],
    start: datetime,
    end: datetime,
    why: Why | None = None,
) -> list[Unusual]:
    """What is unusual between two instants, the heaviest first, then the newest; with `why`, for that reason alone.

    Of an event whose account is masked for this auditor no reason is told, listed or weighed that rests on its name.
    """
    between = {"from": start, "to": end}
    found: dict[str, tuple[datetime, dict[Why, int | None]]] = {}
    for event in tx.run(_EVENTS, **between, limit=AT_MOST):
        found[event.id] = (event.at, dict.fromkeys(event.why))
    for day in tx.run(
        _DAYS,
        **between,
        searches=SEARCHES_IN_AN_HOUR,
        people=PEOPLE_IN_A_DAY,
        first_hour=FIRST_HOUR,
        last_hour=LAST_HOUR,
    ):
        found.setdefault(day.id, (day.at, {}))[1][day.why] = day.times
    for id_ in _masked(tx, auditor, unmasked, [id_ for id_, (_, whys) in found.items() if _BY_NAME & whys.keys()]):
        at, whys = found.pop(id_)
        others: dict[Why, int | None] = {code: times for code, times in whys.items() if code not in _BY_NAME}
        if others:
            found[id_] = (at, others)
    rows = [
        Unusual(id_, at, tuple((code, whys[code]) for code in WHYS if code in whys))
        for id_, (at, whys) in found.items()
        if why is None or why in whys
    ]
    return sorted(rows, key=lambda row: (-row.weight, -row.at.timestamp(), row.id))


def _masked(tx: Transaction, auditor: str, unmasked: Sequence[str], ids: Sequence[str]) -> list[str]:
    return [event.id for event in describe(tx, auditor=auditor, ids=ids, unmasked=unmasked) if event.masked]
