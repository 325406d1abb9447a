"""How auditors find a family, and administrators the involvements of their own agency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.driver import Transaction
from graph.name_matching import NEAR_ENOUGH, StoredName, score
from graph.query_loader import read_query
from graph.search_keys import name_keys, year_key

AT_MOST = 10


@dataclass(frozen=True, slots=True)
class Born:
    """When somebody was born or is due: an interval, both ends included, and a day with day and month swapped."""

    first: date
    last: date
    swapped: date | None


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody an auditor may mean; families are names."""

    id: str
    given_name: str
    family_name: str
    also_known_as: list[str]
    date_of_birth: date | None
    expected_date_of_birth: date | None
    families: list[str]


@dataclass(frozen=True, slots=True)
class AgencyPractitioner:
    """A practitioner who works or worked for an agency."""

    id: str
    name: str
    job_title: str | None


@dataclass(frozen=True, slots=True)
class HeldRow:
    """The answer for one practitioner as the query gives it."""

    name: str
    total: int
    involvements: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class HeldInvolvement:
    """An involvement of an administrator's own agency; the person by initials."""

    id: str
    person: str
    initials: str
    type: str
    from_: date | None
    to: date | None


@dataclass(frozen=True, slots=True)
class Held:
    """A page of what one practitioner holds, newest first, and how many there are in all."""

    name: str
    total: int
    involvements: tuple[HeldInvolvement, ...]


_BY_NAME = read_query("audit_views/find_by_name", FoundPerson)
_BY_REFERENCE = read_query("audit_views/find_by_reference", FoundPerson)
_PRACTITIONERS = read_query("audit_views/practitioners_of_agency", AgencyPractitioner)
_HELD = read_query("audit_views/held_by_practitioner", HeldRow)


def find_by_name(tx: Transaction, *, account: str, name: str, born: Born) -> list[FoundPerson]:
    """At most ten people of such a name and birth, best match first; none unless the account is an auditor's."""
    keys = sorted(name_keys(name))
    if not keys:
        return []
    years = [year_key(year) for year in range(born.first.year, born.last.year + 1)]
    terms = f"+({' '.join(years)}) +({' '.join(keys)})"
    rows = tx.run(_BY_NAME, account=account, terms=terms, born_from=born.first, born_to=born.last, born_on=born.swapped)
    scored = [(score(name, _names(row)), row) for row in rows]
    near = [pair for pair in scored if pair[0] >= NEAR_ENOUGH]
    near.sort(key=lambda pair: (-pair[0], pair[1].id))
    return [row for _, row in near[:AT_MOST]]


def find_by_reference(tx: Transaction, *, account: str, reference: str) -> list[FoundPerson]:
    """The people with an NHS number, pupil number, local number or id; none unless the account is an auditor's."""
    return tx.run(_BY_REFERENCE, account=account, reference=reference)


def practitioners_of_own_agency(tx: Transaction, *, account: str) -> list[AgencyPractitioner]:
    """Who works or worked for an administrator's agency, by name; none unless the account is an administrator's."""
    return tx.run(_PRACTITIONERS, account=account)


def held_by(tx: Transaction, *, account: str, practitioner: str, skip: int, limit: int) -> Held | None:
    """What a practitioner holds for the administrator's own agency; None where they never worked for it."""
    rows = tx.run(_HELD, account=account, practitioner=practitioner, skip=skip, limit=limit)
    if not rows:
        return None
    held = (one | {"from_": one["from"]} for one in rows[0].involvements)
    involvements = tuple(HeldInvolvement(**{k: v for k, v in one.items() if k != "from"}) for one in held)
    return Held(rows[0].name, rows[0].total, involvements)


def _names(row: FoundPerson) -> StoredName:
    return StoredName(row.given_name, row.family_name, tuple(row.also_known_as))
