"""Accounts of an administrator's agencies: invited, given a role, suspended, reactivated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.accounts import username_key
from graph.administration.acting import Acting, NotInScope
from graph.administration.changes import Done, Refused, Stale, version_of
from graph.administration.roles import Role
from graph.driver import Transaction
from graph.invitations import INVITED, invite
from graph.moment import Moment
from graph.query_loader import Nothing, read_query, write_query


@dataclass(frozen=True, slots=True)
class AccountsRow:
    """A page of accounts and how many there are."""

    total: int
    accounts: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class KeptAccount:
    """An account as its administrators see it; status as stored: active, suspended, invited."""

    id: str
    username: str
    role: str
    status: str
    areas: list[str]
    email: str | None
    holder_email: str | None
    """The account's address, else its practitioner's."""
    taken_up: bool
    agency: str
    agency_name: str
    agency_status: str
    practitioner: str | None
    name: str | None
    administered_at: datetime | None
    other_administrators: int
    """How many other active administrators its agency has."""

    @property
    def version(self) -> str:
        """See `version_of`."""
        return version_of(
            {"role": self.role, "status": self.status, "areas": sorted(self.areas), "at": self.administered_at}
        )

    @property
    def holds(self) -> Role:
        """Its role and areas."""
        return Role(self.role, frozenset(self.areas))

    @property
    def is_last_administrator(self) -> bool:
        """Whether its agency would be without an active administrator if it were not one."""
        return self.role == "administrator" and self.status == "active" and not self.other_administrators


@dataclass(frozen=True, slots=True)
class Taken:
    """Whether a username is in use."""

    taken: bool


@dataclass(frozen=True, slots=True)
class Employee:
    """A practitioner who has worked for the agency; elsewhere: and for others."""

    name: str
    has_account: bool
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account to be made."""

    id: str
    username: str
    email: str
    role: Role
    agency: str
    practitioner: str | None


@dataclass(frozen=True, slots=True)
class Letter:
    """What an invitation needs besides: a token made before the transaction, and the address of Patchwork."""

    token: str
    base_url: str


_ACCOUNTS = read_query("administration/accounts", AccountsRow)
_ACCOUNT = read_query("administration/account", KeptAccount)
_TAKEN = read_query("administration/username_in_use", Taken)
_EMPLOYEE = read_query("administration/employee", Employee)
_CREATE = write_query("administration/create_account", Nothing)
_SUSPEND = write_query("administration/suspend_account", Nothing)
_REACTIVATE = write_query("administration/reactivate_account", Nothing)


def find_accounts(
    tx: Transaction, by: Acting, *, text: str, role: str | None, status: str | None, skip: int, limit: int
) -> AccountsRow:
    """Those whose name or username holds the text, by name."""
    return tx.run(_ACCOUNTS, agencies=by.agencies, text=text.lower(), role=role, status=status, skip=skip, limit=limit)[
        0
    ]


def find_account(tx: Transaction, by: Acting, account: str) -> KeptAccount:
    """One account; NotInScope for one of other agencies, and for none."""
    rows = tx.run(_ACCOUNT, account=account, agencies=by.agencies)
    if not rows:
        raise NotInScope
    return rows[0]


def is_there(tx: Transaction, by: Acting, account: str) -> bool:
    """Whether an account of this id is in scope."""
    return bool(tx.run(_ACCOUNT, account=account, agencies=by.agencies))


def refuse_unusable(tx: Transaction, by: Acting, new: NewAccount, moment: Moment) -> None:
    """Refused where such an account cannot be: its username in use anywhere, its practitioner not the agency's."""
    if new.agency not in by.agencies:
        raise NotInScope
    if tx.run(_TAKEN, username_key=username_key(new.username), now=moment.now)[0].taken:
        raise Refused("This username is taken: choose another one", "username")
    if new.practitioner is None:
        if new.role.name == "practitioner":
            raise Refused("Choose whose account this is: the role practitioner needs somebody", "who")
        return
    employees = tx.run(_EMPLOYEE, practitioner=new.practitioner, agency=new.agency, now=moment.now)
    if not employees:
        raise Refused("Choose somebody who works for this agency", "practitioner")
    if employees[0].has_account:
        raise Refused("They have an account for this agency already, or one waits to be accepted", "practitioner")


def works_elsewhere(tx: Transaction, practitioner: str | None, agency: str, moment: Moment) -> bool:
    """Whether the holder of an account would see their work for other agencies: it goes to one mailbox by two."""
    employees = tx.run(_EMPLOYEE, practitioner=practitioner or "", agency=agency, now=moment.now)
    return any(one.elsewhere for one in employees)


def create_invited(tx: Transaction, new: NewAccount, letter: Letter | None, moment: Moment) -> None:
    """Store an account and invite its holder by mail."""
    record = {
        "username": new.username,
        "username_key": username_key(new.username),
        "role": new.role.name,
        "areas": sorted(new.role.areas),
    }
    tx.run(_CREATE, id=new.id, record=record, agency=new.agency, practitioner=new.practitioner, now=moment.now)
    _send(tx, new.id, new.email, letter, moment)


def invite_again(
    tx: Transaction, by: Acting, account: str, email: str | None, letter: Letter | None, moment: Moment
) -> Done | None:
    """Send the link once more; the earlier one ends.

    A practitioner's may go to another address, where the first was mistyped. What a second administrator has accepted,
    or would have to, goes to the address that was known then.
    """
    found = find_account(tx, by, account)
    if found.status != INVITED:
        raise Refused("This account is not waiting to be taken up, so there is nothing to send")
    _refuse_own(by, found)
    address = email if email and found.role == "practitioner" else found.email
    if by.is_own(found.id, found.practitioner, address):
        raise Refused("This is your own address: enter that of whoever the account is for", "email")
    if address != found.email and works_elsewhere(tx, found.practitioner, found.agency, moment):
        advice = "its address stays as a second administrator saw it. Ask whoever runs Patchwork if it is wrong"
        raise Refused(f"They work, or worked, for other agencies too, so {advice}", "email")
    if address is None:
        advice = "enter one" if found.role == "practitioner" else "ask whoever runs Patchwork to give it a password"
        raise Refused(f"No address is known for this account: {advice}", "email")
    _send(tx, account, address, letter, moment)
    return Done((f"account:{account}",), "other_address" if address != found.email else None)


def suspend(
    tx: Transaction, by: Acting, account: str, version: str, *, although_last: bool, moment: Moment
) -> Done | None:
    """Suspend an account at once: its sessions, its open grants and its invitation end in this transaction."""
    found = find_account(tx, by, account)
    if found.status == "suspended":
        return None
    _refuse_own(by, found)
    if found.version != version:
        raise Stale(found.version)
    refuse_last_administrator(found, although_last=although_last)
    tx.run(_SUSPEND, account=account, now=moment.now)
    return Done((f"account:{account}",), f"{found.status}>suspended")


def reactivate(tx: Transaction, by: Acting, account: str, version: str, moment: Moment) -> Done | None:
    """Let a suspended account sign in again, with the role that it had."""
    found = find_account(tx, by, account)
    if found.status != "suspended":
        return None
    _refuse_own(by, found)
    if found.version != version:
        raise Stale(found.version)
    if found.agency_status == "suspended":
        raise Refused("Its agency is suspended: bring the agency back first")
    tx.run(_REACTIVATE, account=account, now=moment.now)
    return Done((f"account:{account}",), f"suspended>{'active' if found.taken_up else INVITED}")


def refuse_last_administrator(account: KeptAccount, *, although_last: bool) -> None:
    """Refused where an agency would lose its last active administrator and nobody said that it is meant so."""
    if account.is_last_administrator and not although_last:
        raise Refused(
            f"This is the last active administrator of {account.agency_name}. Make another one first, or tick that "
            "the agency is to be without",
            "although_last",
        )


def _refuse_own(by: Acting, account: KeptAccount) -> None:
    if by.is_own(account.id, account.practitioner, account.holder_email):
        raise Refused("This account is your own: ask another administrator")


def _send(tx: Transaction, account: str, email: str, letter: Letter | None, moment: Moment) -> None:
    if letter is None:
        raise Refused("No link can be sent: ask whoever runs Patchwork to set PATCHWORK_PUBLIC_URL")
    invite(tx, account=account, email=email, token=letter.token, base_url=letter.base_url, moment=moment)
