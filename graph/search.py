"""Finding someone: what was asked, whom the account may be answered with, and which of them are nearest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from graph.driver import Transaction
from graph.moment import Moment
from graph.name_matching import NEAR_ENOUGH, StoredName, score
from graph.query_loader import read_query
from graph.search_keys import name_keys, year_key
from graph.throttles import Allowance, count

AT_MOST = 10
BUDGET = 60
"""Searches an hour that are free of waiting; a working day's need is far below."""
BUDGET_WINDOW = timedelta(hours=1)

Answer = Literal["full", "findable", "guarded", "restricted", "emergency"]
BirthMatch = Literal["not asked", "day", "swapped", "year"]

_SWAPPED = 0.05
_UNLIKELY_IN_REFERENCES = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True)
class AskedBirth:
    """A birth or expected date as it was asked: days, or years where no more is known.

    `swapped` are the days with day and month exchanged; `full` says that one certain day was typed.
    """

    days: tuple[date, ...] = ()
    swapped: tuple[date, ...] = ()
    years: tuple[int, ...] = ()
    full: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody typed to find a person: all of it must agree, a name by its variants; '' and None: left empty."""

    name: str = ""
    birth: AskedBirth | None = None
    reference: str = ""
    district: str = ""
    postcode: str = ""
    """A whole one, in capitals without its space: it finds people in an emergency alone."""

    @property
    def name_alone(self) -> bool:
        """Whether nothing else may find anybody: then only people seen in full, or restricted, are answered."""
        return bool(self.name) and self.birth is None and not self.reference


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody the account may be answered with; the birth dates are given where the account sees the person in full.

    answer: `full`; `findable`, or `guarded` (shielded, found by reference and birth date), to be opened with a reason;
    `restricted`, with the name alone; `emergency`, found by a stated justification, with what was asked.
    """

    id: str
    answer: Answer
    given_name: str
    family_name: str
    also_known_as: list[str]
    birth: BirthMatch | None
    date_of_birth: date | None
    expected_date_of_birth: date | None


@dataclass(frozen=True, slots=True)
class Answers:
    """At most ten people, the nearest first, and whether as near or less near ones were left out."""

    people: tuple[Candidate, ...]
    more: bool


_PEOPLE = read_query("search/people", Candidate)


def find_people(tx: Transaction, *, account: str, asked: Asked, moment: Moment) -> Answers:
    """Whom the account is answered with (visibility.md, "Finding someone")."""
    return nearest(asked.name, find_candidates(tx, account=account, asked=asked, moment=moment))


def nearest(name: str, candidates: list[Candidate]) -> Answers:
    """The ten nearest of those near enough."""
    ranked = rank(name, candidates)
    return Answers(people=tuple(ranked[:AT_MOST]), more=len(ranked) > AT_MOST)


def find_candidates(tx: Transaction, *, account: str, asked: Asked, moment: Moment) -> list[Candidate]:
    """Everybody the account may be answered with, before anybody is judged by the name."""
    return tx.run(
        _PEOPLE, account=account, district=asked.district, today=moment.today, now=moment.now, **keys_of(asked)
    )


def keys_of(asked: Asked) -> dict[str, Any]:
    """What was asked, as queries take it."""
    birth = asked.birth or AskedBirth()
    keys = sorted(name_keys(asked.name))
    return {
        "name_keys": keys,
        "name_alone": asked.name_alone,
        "days": list(birth.days),
        "swapped_days": list(birth.swapped),
        "full_days": list(birth.days) if birth.full else [],
        "years": list(birth.years),
        "terms": _terms(keys, birth.years),
        "references": _written_forms(asked.reference),
    }


def count_search(tx: Transaction, *, key: str, moment: Moment) -> Allowance:
    """Count one search of an account against its budget; `key` as graph.throttles.throttle_key makes it."""
    return count(tx, key, BUDGET, BUDGET_WINDOW, moment)


def rank(name: str, candidates: list[Candidate]) -> list[Candidate]:
    """Those near enough to the typed name, nearest first; without a name all of them, by name."""
    scored = [(_nearness(name, candidate), candidate) for candidate in candidates]
    near = [(value, candidate) for value, candidate in scored if value is not None]
    near.sort(key=lambda pair: (-pair[0], pair[1].family_name, pair[1].given_name, pair[1].id))
    return [candidate for _, candidate in near]


def _nearness(name: str, candidate: Candidate) -> float | None:
    stored = StoredName(candidate.given_name, candidate.family_name, tuple(candidate.also_known_as))
    nearness = round(score(name, stored), 6) if name else 1.0
    if nearness < NEAR_ENOUGH:
        return None
    return nearness - (_SWAPPED if candidate.birth == "swapped" else 0.0)


def _terms(keys: list[str], years: tuple[int, ...]) -> list[str]:
    """One full-text query that asks for a year and any term of the name; none where no year or no name was typed."""
    if not keys or not years:
        return []
    return [f"+({' '.join(year_key(year) for year in years)}) +({' '.join(keys)})"]


def _written_forms(reference: str) -> list[str]:
    """The ways in which a reference may be stored: as typed, without spaces and hyphens, an NHS number also 3-3-4."""
    if not reference:
        return []
    bare = _UNLIKELY_IN_REFERENCES.sub("", reference)
    forms = {reference, bare, reference.upper(), bare.upper()}
    if re.fullmatch(r"[0-9]{10}", bare):
        forms |= {f"{bare[:3]} {bare[3:6]} {bare[6:]}", f"{bare[:3]}-{bare[3:6]}-{bare[6:]}"}
    return sorted(form for form in forms if form)
