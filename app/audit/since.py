"""Since when an account sees something, as far as the graph tells: dated facts, one a condition of its reasons.

Statuses, roles, shields, bars and confirmations are kept without their history, so that sight can have begun later than
the facts say, never earlier: hence "at the earliest".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from app.wording import day_of, long_day
from graph.audit_sight import ExplainedRow


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that had to be so, and the day from which it is recorded to be so; None: without a beginning."""

    what: str
    day: date | None


def since(row: ExplainedRow) -> str:
    """ "Since 14 April 2026 at the earliest: this work began. Before: …"; empty where nothing is seen."""
    by_reason = [_facts(row, reason) for reason in row.reasons]
    if not by_reason:
        return ""
    # Each reason alone gives sight, so the first of them to be complete counts.
    facts = min(by_reason, key=lambda one: max((fact.day or date.min for fact in one), default=date.min))
    dated = sorted(((fact.day, fact.what) for fact in facts if fact.day), reverse=True)
    if not dated:
        return "Since when is not recorded."
    (day, what), *before = dated
    rest = f" Before: {'; '.join(f'{other}, {long_day(then)}' for then, other in before)}." if before else ""
    return f"Since {long_day(day)} at the earliest: {what}.{rest}"


def _facts(row: ExplainedRow, reason: str) -> list[Fact]:
    facts = [Fact("this work began", row.facts["from"]), Fact("it was recorded here", _day(row.facts["recorded_at"]))]
    return [*facts, *(fact for condition in _CONDITIONS[reason] for fact in condition(row))]


def _near(row: ExplainedRow) -> list[Fact]:
    """From which day the account works with the person or a relative; the earliest of several."""
    ways = [(one["from"], _shared_since(one["shared"])) for one in row.works_with]
    if not ways:
        return []
    began, shared = min(ways, key=lambda way: max(way[0] or date.min, way[1] or date.min))
    return [Fact("their own work with the family began", began), Fact("they were of one family", shared)]


def _near_or_opened(row: ExplainedRow) -> list[Fact]:
    if row.facts["around"]:
        return _near(row)
    return _broke(row) if row.facts["broken"] else _opened(row)


def _shared_since(families: list[dict[str, date | None]]) -> date | None:
    """Since when the account's client and the person share a family; None where always, or the same person."""
    began = [max(one["mine"] or date.min, one["theirs"] or date.min) for one in families]
    first = min(began, default=date.min)
    return None if first == date.min else first


def _agreed(row: ExplainedRow) -> list[Fact]:
    days = [
        max((day for day in (one["signed"], one["ours"], one["from"]) if day), default=date.min)
        for one in row.facts["agreements"]
    ]
    first = min(days, default=date.min)
    return [Fact("both agencies had signed", None if first == date.min else first)]


def _coordinated(row: ExplainedRow) -> list[Fact]:
    days = row.facts["programme_from"]
    return [Fact("the person joined the programme’s family", min(days) if days and all(days) else None)]


def _consented(row: ExplainedRow) -> list[Fact]:
    return [Fact("consent was recorded", min((day_of(at) for at in row.facts["given_at"]), default=None))]


def _opened(row: ExplainedRow) -> list[Fact]:
    return [Fact("the record was opened", _granted(row, "opened"))]


def _broke(row: ExplainedRow) -> list[Fact]:
    return [Fact("the glass was broken", _granted(row, "break_glass"))]


def _granted(row: ExplainedRow, kind: str) -> date | None:
    return min((day_of(one["granted_at"]) for one in row.facts["grants"] if one["kind"] == kind), default=None)


def _day(instant: datetime | None) -> date | None:
    return day_of(instant) if instant else None


_CONDITIONS: dict[str, tuple[Callable[[ExplainedRow], Iterable[Fact]], ...]] = {
    "OWN": (),
    "OWN_AGENCY": (_near_or_opened,),
    "STATUTORY": (_near_or_opened, _agreed),
    "AROUND_FAMILY": (_near, _agreed, _consented),
    "CONSENTED": (_near, _agreed, _consented),
    "COORDINATOR": (_coordinated, _agreed, _consented),
    "BREAK_GLASS": (_broke, _agreed),
    "FINDABLE": (_opened, _agreed, _consented),
    "BROKERED": (_near, _agreed),
}
