"""Accounts: what signs in, and for which agency."""

from __future__ import annotations

from dataclasses import dataclass

from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import Nothing, read_query, write_query
from graph.sessions import end_sessions_of_account


@dataclass(frozen=True, slots=True)
class AccountId:
    """The id of one account."""

    account: str


@dataclass(frozen=True, slots=True)
class AgencyName:
    """An agency, for somebody who has to choose one."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class NewAgency:
    """An agency to be made with its first administrator; kind and sector as world.schema.json."""

    id: str
    name: str
    kind: str
    sector: str


_agencies = read_query("accounts/agencies", AgencyName)
_create_agency = write_query("accounts/create_agency", Nothing)
_create_administrator = write_query("accounts/create_administrator", AccountId)
_set_password = write_query("accounts/set_password", AccountId)


def username_key(username: str) -> str:
    """What makes two usernames the same one: case and surrounding space do not count."""
    return username.strip().casefold()


def find_agencies(tx: Transaction, *, limit: int) -> list[AgencyName]:
    """Up to `limit` agencies by id; for operators, whom nothing is hidden from."""
    return tx.run(_agencies, limit=limit)


def create_agency(tx: Transaction, agency: NewAgency) -> None:
    """Store an agency that is live; one with this id stays as it is."""
    tx.run(_create_agency, id=agency.id, name=agency.name, kind=agency.kind, sector=agency.sector)


def create_administrator(
    tx: Transaction, *, account: str, username: str, password_hash: str, agency: str, moment: Moment
) -> bool:
    """Store an active administrator of an agency; whether that agency exists. ConstraintBroken for a username in use.

    `account` is an id that the caller made: running it again changes nothing.
    """
    made = tx.run(
        _create_administrator,
        account=account,
        username=username.strip(),
        username_key=username_key(username),
        password_hash=password_hash,
        agency=agency,
    )
    for row in made:
        record(tx, _by_operator("create_account", row.account, moment))
    return bool(made)


def set_password(tx: Transaction, *, username: str, password_hash: str, moment: Moment) -> bool:
    """Give an account another password and sign it out everywhere; whether there is such an account."""
    changed = tx.run(_set_password, username_key=username_key(username), password_hash=password_hash)
    for row in changed:
        end_sessions_of_account(tx, account=row.account)
        record(tx, _by_operator("set_password", row.account, moment))
    return bool(changed)


def _by_operator(kind: str, account: str, moment: Moment) -> AuditEvent:
    """An operator's command has no account of its own: the event is about the account it changed."""
    return AuditEvent(
        kind=kind,
        at=moment.now,
        route="patchwork account",
        purpose=f"account {account}",
        objects=[f"account:{account}"],
    )
