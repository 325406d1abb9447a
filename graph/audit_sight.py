"""Who sees which involvement and why, with the facts that put it into words, for auditors and administrators.

Every level, reason and blocker comes from the visibility fragment; the facts beside them only put it into words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.access import Identifier, Level
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import read_query

Map = dict[str, Any]


@dataclass(frozen=True, slots=True)
class AccountsRow:
    """Ids of a page of accounts, and how many there are in all."""

    total: int
    accounts: list[str]


@dataclass(frozen=True, slots=True)
class AgencyChoice:
    """An agency to filter by."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ExplainedRow:
    """A decision with its facts, and whom of the family the account works with."""

    place: int
    account: str
    username: str
    practitioner: str | None
    role: str
    agency: str
    agency_name: str
    involvement: str
    level: Level
    reasons: list[str]
    blockers: list[str]
    facts: Map
    works_with: list[Map]

    @property
    def near(self) -> bool:
        """The account has something to do with the person: sight, or work with the family."""
        return self.level != "none" or bool(self.works_with)


@dataclass(frozen=True, slots=True)
class WhoCanSee:
    """Who sees something of an involvement, and a page of those who do not; by agency, then username.

    `others_total` is None where the others are not told of: who is missing among them would name a masked service.
    """

    seeing: tuple[ExplainedRow, ...]
    others: tuple[ExplainedRow, ...]
    others_total: int | None


_NEAR = read_query("audit_views/accounts_near", Identifier)
_OTHERS = read_query("audit_views/other_accounts", AccountsRow)
_AGENCIES = read_query("audit_views/agencies_with_accounts", AgencyChoice)
_EXPLAIN = read_query("audit_views/explain", ExplainedRow)


def explain(
    tx: Transaction,
    *,
    account: str,
    involvements: Sequence[str],
    accounts: Sequence[str],
    unmasked: Sequence[str],
    moment: Moment,
) -> list[ExplainedRow]:
    """Every pair decided and explained, as an auditor, or an administrator of the holding agency, may read it.

    By the accounts' order, then involvement. Pairs that would tell of a masked service are left out.
    """
    return tx.run(
        _EXPLAIN,
        account=account,
        involvements=[*involvements],
        accounts=[*accounts],
        unmasked=[*unmasked],
        now=moment.now,
        today=moment.today,
    )


def accounts_near(tx: Transaction, *, people: Sequence[str], moment: Moment) -> list[str]:
    """The accounts that a permit could let see something of these people, by code point: a superset."""
    return [row.id for row in tx.run(_NEAR, people=[*people], now=moment.now, today=moment.today)]


def who_can_see(
    tx: Transaction,
    *,
    account: str,
    involvement: str,
    person: str,
    unmasked: Sequence[str],
    others_of: str | None,
    tell_others: bool,
    skip: int,
    limit: int,
    moment: Moment,
) -> WhoCanSee:
    """Who sees an involvement of a person and why, and who does not.

    With `tell_others` those who see nothing are all other accounts (of the agency `others_of`, or of all), `limit` from
    `skip` on; without, only accounts with ordinary work around the person. Empty unless the account is an auditor's, or
    an administrator's of the agency that holds the involvement.
    """
    near = accounts_near(tx, people=[person], moment=moment)

    def told_of(accounts: Sequence[str]) -> list[ExplainedRow]:
        return explain(
            tx, account=account, involvements=[involvement], accounts=accounts, unmasked=unmasked, moment=moment
        )

    rows = told_of(near)
    seeing = [row for row in rows if row.level != "none"]
    if not tell_others:
        return WhoCanSee(_sorted(seeing), _sorted([row for row in rows if row.near and row.level == "none"]), None)
    without = [row.account for row in seeing]
    others = tx.run(_OTHERS, without=without, agency=others_of, skip=skip, limit=limit)[0]
    return WhoCanSee(_sorted(seeing), _sorted(told_of(others.accounts)), others.total)


def agencies_with_accounts(tx: Transaction) -> list[AgencyChoice]:
    """The agencies that have an account, by name."""
    return tx.run(_AGENCIES)


def _sorted(rows: list[ExplainedRow]) -> tuple[ExplainedRow, ...]:
    """By agency, then username."""
    return tuple(sorted(rows, key=lambda row: (row.agency_name, row.agency, row.username)))
