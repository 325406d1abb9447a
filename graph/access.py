"""Who may see which involvement and whom, decided and explained by the one visibility fragment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.driver import Database, Transaction
from graph.moment import Moment
from graph.query_loader import Query, read_query

Level = Literal["full", "agency", "broker", "none"]
Identity = Literal["full", "restricted", "none"]
BATCH = 500


class UnknownId(Exception):
    """An account, person or involvement that is not stored; the message names its kind and id."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What one account may see of an involvement: the level, the permits that fired, and what blocks where not full."""

    involvement: str
    level: Level
    reasons: list[str]
    blockers: list[str]


@dataclass(frozen=True, slots=True)
class AccountDecision:
    """A decision together with the account it is about."""

    account: str
    involvement: str
    level: Level
    reasons: list[str]
    blockers: list[str]


@dataclass(frozen=True, slots=True)
class PersonSight:
    """How much of a person one account may see."""

    person: str
    identity: Identity


@dataclass(frozen=True, slots=True)
class AccountSight:
    """How much of a person an account may see."""

    account: str
    person: str
    identity: Identity


@dataclass(frozen=True, slots=True)
class Identifier:
    """The id of something stored."""

    id: str


_DECIDE = read_query("access/decide", Decision)
_DECIDE_FOR_ACCOUNTS = read_query("access/decide_for_accounts", AccountDecision)
_SHOWN = read_query("access/shown", Identifier)
_IDENTIFY = read_query("access/identify", PersonSight)
_VIEWERS = read_query("access/viewers", AccountDecision)
_ACCOUNT_IDS = read_query("access/account_ids", Identifier)
_INVOLVEMENT_IDS = read_query("access/involvement_ids", Identifier)
_INVOLVEMENTS_OF = read_query("access/involvements_of", Identifier)
_FIND_ACCOUNTS = read_query("access/find_accounts", Identifier)
_FIND_INVOLVEMENTS = read_query("access/find_involvements", Identifier)
_FIND_PEOPLE = read_query("access/find_people", Identifier)
_PERSON_IDS = read_query("access/person_ids", Identifier)


def accounts_named(tx: Transaction, wanted: Sequence[str]) -> list[str]:
    """The wanted accounts' ids, or all where none is named, by code point; UnknownId for one that is not stored."""
    return _ids(tx, "account", wanted, _FIND_ACCOUNTS, _ACCOUNT_IDS)


def people_named(tx: Transaction, wanted: Sequence[str]) -> list[str]:
    """The wanted people's ids, or all where none is named, by code point; UnknownId for one that is not stored."""
    return _ids(tx, "person", wanted, _FIND_PEOPLE, _PERSON_IDS)


def involvements_named(tx: Transaction, wanted: Sequence[str], people: Sequence[str] = ()) -> list[str]:
    """The wanted involvements' ids, or all where none is named, by code point; with people, of these people only.

    UnknownId for an involvement or a person that is not stored.
    """
    if not people:
        return _ids(tx, "involvement", wanted, _FIND_INVOLVEMENTS, _INVOLVEMENT_IDS)
    named = set(_ids(tx, "involvement", wanted, _FIND_INVOLVEMENTS, _INVOLVEMENT_IDS)) if wanted else None
    of_people = [row.id for row in tx.run(_INVOLVEMENTS_OF, people=people_named(tx, people))]
    return [one for one in of_people if named is None or one in named]


def decide(tx: Transaction, *, account: str, involvements: Sequence[str], moment: Moment) -> list[Decision]:
    """What one account may see of each of these involvements, by code point of the involvement."""
    return tx.run(_DECIDE, account=account, involvements=[*involvements], now=moment.now, today=moment.today)


def decide_for_accounts(
    tx: Transaction, *, involvement: str, accounts: Sequence[str], moment: Moment
) -> list[AccountDecision]:
    """What each of these accounts may see of one involvement, by code point of the account."""
    return tx.run(
        _DECIDE_FOR_ACCOUNTS, involvement=involvement, accounts=[*accounts], now=moment.now, today=moment.today
    )


def viewers(tx: Transaction, *, involvement: str, moment: Moment) -> list[AccountDecision]:
    """Every account with a level above none on one involvement, by code point of the account."""
    return tx.run(_VIEWERS, involvement=involvement, now=moment.now, today=moment.today)


def matrix(
    database: Database, *, accounts: Sequence[str], involvements: Sequence[str], moment: Moment
) -> Iterator[AccountDecision]:
    """A decision for every pair, `none` included, by code point of account, then involvement."""
    for account in sorted(accounts):
        for some in _batches(involvements):
            decisions = database.read(
                lambda tx, account=account, some=some: decide(tx, account=account, involvements=some, moment=moment)
            )
            for one in decisions:
                yield AccountDecision(account, one.involvement, one.level, one.reasons, one.blockers)


def identities(
    database: Database, *, accounts: Sequence[str], people: Sequence[str], moment: Moment
) -> Iterator[AccountSight]:
    """How much each account may see of each person, `none` included, by code point of account, then person."""
    for account in sorted(accounts):
        for some in _batches(people):
            sights = database.read(
                lambda tx, account=account, some=some: tx.run(
                    _IDENTIFY, account=account, people=[*some], now=moment.now, today=moment.today
                )
            )
            for one in sights:
                yield AccountSight(account, one.person, one.identity)


def is_shown(tx: Transaction, *, account: str, person: str, moment: Moment) -> bool:
    """Whether an account is shown a person at all; for the cost of somebody hidden where there is nobody."""
    return bool(tx.run(_SHOWN, account=account, person=person, now=moment.now, today=moment.today))


def _ids(
    tx: Transaction, kind: str, wanted: Sequence[str], find: Query[Identifier], find_all: Query[Identifier]
) -> list[str]:
    if not wanted:
        return [row.id for row in tx.run(find_all)]
    stored = [row.id for row in tx.run(find, wanted=[*wanted])]
    missing = sorted(set(wanted) - set(stored))
    if missing:
        raise UnknownId(f"There is no {kind} with the id {missing[0]}.")
    return stored


def _batches(ids: Sequence[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), BATCH):
        yield ordered[start : start + BATCH]
