"""The second factor of accounts: set up, used, renewed, reset. Each code is accepted once, whichever process is asked.

An account keeps a salt (graph/one_time_codes.py), the last step whose code was accepted, and the hashes of the recovery
codes that are left.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graph.accounts import AccountId, username_key
from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import read_query, write_query
from graph.sessions import end_sessions_of_account, session_id

REQUIRED_FOR = frozenset({"administrator", "auditor", "coordinator"})
"""The roles that do not sign in without a second factor; it is every practitioner's choice."""
SECOND_FACTOR = "second_factor"
SET_UP = "set_up"


@dataclass(frozen=True, slots=True)
class Awaiting:
    """A sign-in whose password was right and whose second factor is outstanding.

    `awaiting` is SECOND_FACTOR, or SET_UP for an account that has to set one up first; salt and last_step are the
    account's, empty where it has none.
    """

    account: str
    username: str
    role: str
    agency: str
    awaiting: str
    salt: str | None
    last_step: int | None


@dataclass(frozen=True, slots=True)
class Own:
    """What an account's own page is about; the hash and the salt are for checks and never shown."""

    password_hash: str | None
    salt: str | None
    last_step: int | None
    set_up_at: datetime | None
    recovery_codes_left: int
    email: str | None


@dataclass(frozen=True, slots=True)
class NewFactor:
    """A second factor to be set up: its salt, the step whose code confirmed it, and the recovery codes' hashes."""

    salt: str
    step: int
    recovery_codes: list[str]


@dataclass(frozen=True, slots=True)
class Left:
    """How many recovery codes are left."""

    left: int


def outstanding(role: str, *, has_second_factor: bool) -> str | None:
    """What a sign-in still needs after the right password: SECOND_FACTOR, SET_UP, or nothing."""
    if has_second_factor:
        return SECOND_FACTOR
    return SET_UP if role in REQUIRED_FOR else None


_awaiting = read_query("second_factor/awaiting", Awaiting)
_own = read_query("second_factor/own", Own)
_set_up = write_query("second_factor/set_up", AccountId)
_use_step = write_query("second_factor/use_step", AccountId)
_use_recovery_code = write_query("second_factor/use_recovery_code", Left)
_renew = write_query("second_factor/renew_recovery_codes", AccountId)
_reset = write_query("second_factor/reset", AccountId)
_change_password = write_query("second_factor/change_password", AccountId)


def find_awaiting(tx: Transaction, *, token: str, moment: Moment) -> Awaiting | None:
    """Whose second factor is outstanding for a cookie's token; None where nothing is, or the account is not active."""
    rows = tx.run(_awaiting, session=session_id(token), now=moment.now, today=moment.today)
    return rows[0] if rows else None


def find_own(tx: Transaction, *, account: str) -> Own:
    """An account's own password and second factor."""
    return tx.run(_own, account=account)[0]


def set_up_second_factor(
    tx: Transaction, *, account: str, replaces: str | None, factor: NewFactor, moment: Moment
) -> bool:
    """Give an account a second factor in place of the one with salt `replaces`; False where it has another by now."""
    made = tx.run(
        _set_up,
        account=account,
        replaces=replaces,
        salt=factor.salt,
        step=factor.step,
        recovery_codes=factor.recovery_codes,
        now=moment.now,
    )
    return bool(made)


def use_step(tx: Transaction, *, account: str, salt: str, step: int, moment: Moment) -> bool:
    """Accept the code of a step; False where that step or a later one was accepted before."""
    return bool(tx.run(_use_step, account=account, salt=salt, step=step, now=moment.now))


def use_recovery_code(tx: Transaction, *, account: str, salt: str, recovery_code: str, moment: Moment) -> int | None:
    """Accept a recovery code by its hash and answer how many are left; None where the account has no such code."""
    rows = tx.run(_use_recovery_code, account=account, salt=salt, recovery_code=recovery_code, now=moment.now)
    return rows[0].left if rows else None


def renew_recovery_codes(tx: Transaction, *, account: str, salt: str, recovery_codes: list[str]) -> bool:
    """Give an account other recovery codes; False where its second factor is not the one with this salt any more."""
    return bool(tx.run(_renew, account=account, salt=salt, recovery_codes=recovery_codes))


def change_password(tx: Transaction, *, account: str, checked: str, password_hash: str) -> bool:
    """Give an account another password in place of the one with the hash `checked`; False where that has changed."""
    return bool(tx.run(_change_password, account=account, checked=checked, password_hash=password_hash))


def reset_second_factor(tx: Transaction, *, username: str, moment: Moment) -> str | None:
    """Take an account's second factor, by an operator, and sign it out everywhere; its id, None where there is none."""
    rows = tx.run(_reset, username_key=username_key(username))
    for row in rows:
        end_sessions_of_account(tx, account=row.account)
        purpose = f"account {row.account}"
        record(tx, AuditEvent("reset_second_factor", moment.now, purpose=purpose, route="command line"))
    return rows[0].account if rows else None
