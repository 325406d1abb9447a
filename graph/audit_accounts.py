"""One account as an auditor reads it: who it is, whom it sees, and how much of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graph.access import Identity
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import read_query
from graph.team_rows import TeamPerson

Map = dict[str, Any]
FOUND_AT_MOST = 30


@dataclass(frozen=True, slots=True)
class AuditedAccount:
    """An account with its agency and practitioner, by id and name; `active` as visibility.md defines it."""

    account: str
    username: str
    role: str
    status: str
    agency: str
    agency_name: str
    agency_status: str
    practitioner: str | None
    areas: list[str]
    area_names: list[str]
    display_name: str
    active: bool


@dataclass(frozen=True, slots=True)
class FoundAccount:
    """An account that was looked for."""

    id: str
    username: str
    role: str
    status: str
    agency_name: str
    practitioner: str | None


@dataclass(frozen=True, slots=True)
class ReachRow:
    """A page of the people whom an account may reach otherwise than through what is masked, of `total`."""

    total: int
    people: list[str]
    all_people: list[str]


@dataclass(frozen=True, slots=True)
class SightRow:
    """How one account stands to one person, as the query gives it."""

    person: Map
    identity: Identity
    near: Map
    families: list[str]
    involvements: list[Map]


@dataclass(frozen=True, slots=True)
class LabelledInvolvement:
    """An involvement in words."""

    id: str
    type: str
    practitioner: str
    agency: str
    from_: date | None
    to: date | None


@dataclass(frozen=True, slots=True)
class SeenPerson:
    """A person with how much of them an account sees; `near` holds the fragment's words that say why."""

    person: TeamPerson
    identity: Identity
    near: Map
    families: tuple[str, ...]
    involvements: tuple[LabelledInvolvement, ...]


@dataclass(frozen=True, slots=True)
class EarlierLook:
    """When an account last looked at a team on an earlier day (UTC); None where it never did."""

    looked_before: datetime | None


_ACCOUNT = read_query("audit_views/account", AuditedAccount)
_FIND = read_query("audit_views/find_accounts", FoundAccount)
_REACH = read_query("audit_views/account_reach", ReachRow)
_SIGHT = read_query("audit_views/account_sight", SightRow)
_LOOKED = read_query("audit_views/looked_before", EarlierLook)


def read_account(tx: Transaction, *, account: str, wanted: str, moment: Moment) -> AuditedAccount | None:
    """An account for an auditor; None where there is no such one, or the asking account is not an auditor's."""
    rows = tx.run(_ACCOUNT, account=account, wanted=wanted, today=moment.today)
    return rows[0] if rows else None


def find_accounts(tx: Transaction, *, account: str, typed: str) -> list[FoundAccount]:
    """At most FOUND_AT_MOST accounts whose username or practitioner's name holds what was typed."""
    return tx.run(_FIND, account=account, typed=typed.casefold(), limit=FOUND_AT_MOST)


def reach_of(
    tx: Transaction,
    *,
    account: str,
    wanted: str,
    unmasked: Sequence[str],
    skip: int,
    limit: int,
    moment: Moment,
    everybody: bool = False,
) -> ReachRow:
    """The people whom an account may reach, `limit` from `skip` on by name; with `everybody` the ids of all of them."""
    given = {"account": account, "wanted": wanted, "unmasked": [*unmasked], "everybody": everybody}
    rows = tx.run(_REACH, **given, skip=skip, limit=limit, now=moment.now, today=moment.today)
    return rows[0] if rows else ReachRow(0, [], [])


def sight_of(
    tx: Transaction, *, account: str, wanted: str, people: Sequence[str], unmasked: Sequence[str], moment: Moment
) -> list[SeenPerson]:
    """How much an account sees of each of these people, in the people's order; masked involvements are left out.

    It is told as if the account did not work where a service is masked.
    """
    given = {"account": account, "wanted": wanted, "people": [*people], "unmasked": [*unmasked]}
    rows = tx.run(_SIGHT, **given, now=moment.now, today=moment.today)
    seen = {row.person["id"]: _seen(row) for row in rows}
    return [seen[one] for one in people if one in seen]


def looked_before(tx: Transaction, *, wanted: str, person: str, day_began: datetime) -> datetime | None:
    """When an account itself last looked at a person's team before an instant; None where it never did."""
    return tx.run(_LOOKED, wanted=wanted, person=person, day_began=day_began)[0].looked_before


def _seen(row: SightRow) -> SeenPerson:
    involvements = sorted((_labelled(one) for one in row.involvements), key=lambda one: one.id)
    # Who reads this is the auditor; how much the account sees stands beside it.
    person = TeamPerson(**row.person, identity="full", client=bool(involvements))
    return SeenPerson(person, row.identity, row.near, tuple(sorted(row.families)), tuple(involvements))


def _labelled(one: Map) -> LabelledInvolvement:
    return LabelledInvolvement(
        id=one["id"],
        type=one["type"],
        practitioner=one["practitioner"],
        agency=one["agency"],
        from_=one["from"],
        to=one["to"],
    )
