"""The page that says what one account sees and another, or the same on another day, does not, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from app.audit.explaining import who
from app.audit.family_looks import Compared
from app.audit.family_words import LEVEL_WORDS, RANK, FamilyWords
from app.search.typed_dates import read_birth
from app.wording import long_day
from graph.audit_sight import ExplainedRow
from graph.audit_views import AuditedFamily
from graph.moment import LONDON, Moment

Why = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared; `told` is false where nothing of it may be told."""

    id: str
    name: str
    told: bool
    count: int


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """Involvements that differ alike: how much each side sees, and why."""

    works: list[str]
    one: str
    other: str
    why_one: Why
    why_other: Why


@dataclass(frozen=True, slots=True)
class DifferencePage:
    """The choices, and the comparison of two sides; without both sides the form alone."""

    family: AuditedFamily
    accounts: list[tuple[str, str]]
    one: Side | None
    other: Side | None
    only_one: list[DifferenceLine]
    only_other: list[DifferenceLine]
    alike: int
    total: int
    today: str


def asked_day(typed: Mapping[str, str], now: Moment) -> tuple[Moment | None, dict[str, list[str]]]:
    """Noon of the day that was typed, or none; with an error for what is no single day."""
    text = typed.get("on", "").strip()
    if not text:
        return None, {}
    try:
        days = read_birth(text, now.today).days
    except ValueError:
        days = ()
    if len(days) != 1:
        return None, {"on": ["Enter one day, for example 14 March 2026"]}
    return Moment.at(datetime.combine(days[0], time(12), LONDON)), {}


def difference_page(
    look: Compared, one: str | None, other: str | None, then: Moment | None, today: date
) -> DifferencePage:
    """The page of a look; an account of which nothing was told is a side without a count."""
    words = FamilyWords(look.sight.family, today)
    names = {row.account: f"{who(row)}, {row.agency_name}" for row in look.sight.accounts}
    first = _side(one, look.one, names, "")
    second = _side(one if then else other, look.other, names, f" on {long_day(then.today)}" if then else "")
    shared = sorted(look.one.keys() & look.other.keys()) if first and second else []
    differ = [id_ for id_ in shared if look.one[id_].level != look.other[id_].level]
    more = [id_ for id_ in differ if RANK[look.one[id_].level] > RANK[look.other[id_].level]]
    return DifferencePage(
        family=look.sight.family,
        accounts=list(names.items()),
        one=first,
        other=second,
        only_one=_lines(more, look, words),
        only_other=_lines((id_ for id_ in differ if id_ not in more), look, words),
        alike=len(shared) - len(differ),
        total=len(shared),
        today=long_day(today),
    )


def _side(id_: str | None, rows: Mapping[str, ExplainedRow], names: Mapping[str, str], when: str) -> Side | None:
    if id_ is None:
        return None
    told = next((f"{who(row)}, {row.agency_name}" for row in rows.values()), None)
    name = told or names.get(id_) or "This account"
    return Side(id_, name + when, bool(rows), sum(row.level != "none" for row in rows.values()))


def _lines(ids: Iterable[str], look: Compared, words: FamilyWords) -> list[DifferenceLine]:
    alike: dict[tuple[str, str, Why, Why], list[str]] = {}
    for id_ in ids:
        one, other = look.one[id_], look.other[id_]
        key = (LEVEL_WORDS[one.level], LEVEL_WORDS[other.level], words.why(one), words.why(other))
        alike.setdefault(key, []).append(words.works[id_].title)
    return [DifferenceLine(sorted(titles), *key) for key, titles in alike.items()]
