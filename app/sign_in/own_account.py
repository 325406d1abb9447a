"""What somebody signed in changes about their own account: password, second factor, recovery codes.

Each asks for the present password again; each but new recovery codes signs every other browser out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from flask import current_app

from app.audit_event import event_of_request
from app.current import database, moment, request_id, viewer
from app.sign_in.browser_session import browser_session
from app.sign_in.codes import secret_of
from app.sign_in.second_step import set_up_salt
from graph.account_letters import write_to_account
from graph.audit import record
from graph.driver import Transaction
from graph.one_time_codes import matching_step, new_recovery_codes, recovery_hash
from graph.password_hashing import hash_password, password_matches
from graph.second_factor import (
    NewFactor,
    Own,
    change_password,
    find_own,
    renew_recovery_codes,
    set_up_second_factor,
)
from graph.sessions import begin_session, end_sessions_of_account, find_signed_in, hold_account
from graph.throttles import clear, count, throttle_key

WINDOW = timedelta(hours=1)
FREE_PASSWORDS = 5


@dataclass(frozen=True, slots=True)
class Changed:
    """The outcome: done; or the field at fault (`at`) and what is wrong with it; or how long to wait."""

    done: bool
    at: str = ""
    fault: str = ""
    wait_seconds: int = 0
    recovery_codes: list[str] = field(default_factory=list[str])


WRONG_PASSWORD = Changed(False, "password", "Check your password: it is not the one of this account")
OVERTAKEN = Changed(False, "password", "Your account has changed meanwhile: open this page again")


def read_own() -> Own:
    """Password and second factor of whoever is signed in."""
    return database().read(lambda tx: find_own(tx, account=viewer().account))


def change_own_password(present: str, wanted: str, new_token: str) -> Changed:
    """Give the account another password."""
    checked = _checked(present)
    if isinstance(checked, Changed):
        return checked
    hashed = hash_password(wanted)

    def change(tx: Transaction) -> bool:
        return change_password(tx, account=viewer().account, checked=checked.password_hash or "", password_hash=hashed)

    return _change("change_password", "password", change, new_token)


def set_up_own_second_factor(present: str, typed: str, new_token: str) -> Changed:
    """Set up the second factor with the secret that this browser was shown, in place of the one before."""
    checked = _checked(present)
    if isinstance(checked, Changed):
        return checked
    account, salt = viewer().account, set_up_salt()
    step = matching_step(secret_of(account, salt), typed, moment())
    if step is None:
        return Changed(False, "code", "Enter the code that your app shows now: this one does not match")
    codes = new_recovery_codes()
    factor = NewFactor(salt, step, [recovery_hash(code, salt) for code in codes])

    def change(tx: Transaction) -> bool:
        return set_up_second_factor(tx, account=account, replaces=checked.salt, factor=factor, moment=moment())

    return _change("second_factor_set_up", "set_up", change, new_token, codes)


def renew_own_recovery_codes(present: str) -> Changed:
    """Make new recovery codes in place of all before."""
    checked = _checked(present)
    if isinstance(checked, Changed):
        return checked
    account, salt = viewer().account, checked.salt or ""
    codes = new_recovery_codes()
    hashes = [recovery_hash(code, salt) for code in codes]

    def change(tx: Transaction) -> bool:
        return renew_recovery_codes(tx, account=account, salt=salt, recovery_codes=hashes)

    return _change("recovery_codes_renewed", "new_recovery_codes", change, None, codes)


def _checked(present: str) -> Own | Changed:
    """The account, once its present password was given; tries are counted like those of a sign-in."""
    key = throttle_key(str(current_app.secret_key), "own password", viewer().account)
    allowance = database().write(lambda tx: count(tx, key, FREE_PASSWORDS, WINDOW, moment()))
    if not allowance.allowed:
        return Changed(False, wait_seconds=allowance.wait_seconds)
    own = read_own()
    if not password_matches(present, own.password_hash):
        database().write(lambda tx: record(tx, event_of_request("own_password_failed")))
        return WRONG_PASSWORD
    database().write(lambda tx: clear(tx, key))
    return own


def _change(
    kind: str,
    letter: str,
    change: Callable[[Transaction], bool],
    new_token: str | None,
    recovery_codes: list[str] | None = None,
) -> Changed:
    """Change, record and tell the holder in one transaction; where there is a new token, no older one is left."""
    account, token = viewer().account, browser_session().token

    def work(tx: Transaction) -> bool:
        if new_token and find_signed_in(tx, token=new_token, moment=moment()):
            return True  # an earlier try of this transaction had landed
        hold_account(tx, account=account)
        if not find_signed_in(tx, token=token, moment=moment()) or not change(tx):
            return False
        if new_token:
            end_sessions_of_account(tx, account=account)
            begin_session(tx, token=new_token, account=account, moment=moment())
        record(tx, event_of_request(kind))
        write_to_account(tx, account=account, about=letter, use=request_id(), moment=moment())
        return True

    done = database().write(work)
    return Changed(True, recovery_codes=recovery_codes or []) if done else OVERTAKEN
