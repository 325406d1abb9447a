"""The second step of signing in: a code, a recovery code, or the first set-up. Counted first, accepted once, recorded.

Each step up gives the browser a new token and ends the one before, so that a planted or stolen one gains nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from flask import current_app, request

from app.current import database, moment, request_id
from app.sign_in.browser_session import browser_session
from app.sign_in.codes import secret_of
from graph.account_letters import write_to_account
from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.one_time_codes import matching_step, new_recovery_codes, recovery_hash
from graph.second_factor import (
    Awaiting,
    NewFactor,
    find_awaiting,
    set_up_second_factor,
    use_recovery_code,
    use_step,
)
from graph.sessions import begin_session, end_session, find_signed_in, hold_account, session_id
from graph.throttles import clear, count, throttle_key

WINDOW = timedelta(days=1)
FREE_CODES = 5
Accept = Callable[[Transaction], bool]


@dataclass(frozen=True, slots=True)
class Tried:
    """The outcome of one try; `recovery_codes` are the new ones of a set-up, to be shown once."""

    succeeded: bool
    wait_seconds: int = 0
    recovery_codes: list[str] = field(default_factory=list[str])


def awaiting_sign_in(step: str) -> Awaiting | None:
    """Whose sign-in in this browser awaits this step; None where none does."""
    token = browser_session().token
    found = database().read(lambda tx: find_awaiting(tx, token=token, moment=moment()))
    return found if found and found.awaiting == step else None


def try_code(who: Awaiting, typed: str, new_token: str) -> Tried:
    """Try a code of the authenticator app."""
    wait = database().write(lambda tx: _wait(tx, who))
    salt = who.salt or ""
    step = matching_step(secret_of(who.account, salt), typed, moment())

    def accept(tx: Transaction) -> bool:
        return step is not None and use_step(tx, account=who.account, salt=salt, step=step, moment=moment())

    return Tried(False, wait) if wait else Tried(_step_up(who, new_token, accept))


def try_recovery_code(who: Awaiting, typed: str, new_token: str) -> Tried:
    """Try a recovery code, which is then used; its use is recorded and told to the account's holder."""
    wait = database().write(lambda tx: _wait(tx, who))
    if wait:
        return Tried(False, wait)
    salt = who.salt or ""
    hashed = recovery_hash(typed, salt)

    def accept(tx: Transaction) -> bool:
        left = use_recovery_code(tx, account=who.account, salt=salt, recovery_code=hashed, moment=moment())
        if left is None:
            return False
        record(tx, _event("recovery_code_used", who, f"{left} left"))
        write_to_account(tx, account=who.account, about="recovery_code", use=request_id(), moment=moment())
        return True

    return Tried(_step_up(who, new_token, accept))


def try_set_up(who: Awaiting, typed: str, new_token: str) -> Tried:
    """Set up the first second factor of an account with the secret that this browser was shown."""
    salt = set_up_salt()
    step = matching_step(secret_of(who.account, salt), typed, moment())
    if step is None:
        return Tried(False)
    codes = new_recovery_codes()
    factor = NewFactor(salt, step, [recovery_hash(code, salt) for code in codes])

    def accept(tx: Transaction) -> bool:
        if not set_up_second_factor(tx, account=who.account, replaces=None, factor=factor, moment=moment()):
            return False
        record(tx, _event("second_factor_set_up", who))
        write_to_account(tx, account=who.account, about="set_up", use=request_id(), moment=moment())
        return True

    return Tried(_step_up(who, new_token, accept), recovery_codes=codes)


def set_up_salt() -> str:
    """The salt of the second factor that this browser may set up: the token's hash, so that showing it changes nothing.

    The token changes with every set-up, hence the salt.
    """
    return session_id(browser_session().token)


def _step_up(who: Awaiting, new_token: str, accept: Accept) -> bool:
    """Complete the sign-in under a new token if `accept` says so, in one transaction."""
    old_token = browser_session().token

    def work(tx: Transaction) -> bool:
        if find_signed_in(tx, token=new_token, moment=moment()):
            return True  # an earlier try of this transaction had landed
        hold_account(tx, account=who.account)
        if not find_awaiting(tx, token=old_token, moment=moment()) or not accept(tx):
            record(tx, _event("second_factor_failed", who))
            return False
        clear(tx, _key(who))
        end_session(tx, token=old_token)
        begin_session(tx, token=new_token, account=who.account, moment=moment())
        record(tx, _event("sign_in", who))
        return True

    return database().write(work)


def _wait(tx: Transaction, who: Awaiting) -> int:
    """Count one try; the seconds to wait where it is one too many. The holder is told when that begins."""
    allowance = count(tx, _key(who), FREE_CODES, WINDOW, moment())
    if not allowance.allowed:
        record(tx, _event("second_factor_throttled", who))
    elif allowance.used == FREE_CODES + 1:
        write_to_account(tx, account=who.account, about="many_codes", use=request_id(), moment=moment())
    return allowance.wait_seconds


def _key(who: Awaiting) -> str:
    return throttle_key(str(current_app.secret_key), "second factor", who.account)


def _event(kind: str, who: Awaiting, purpose: str | None = None) -> AuditEvent:
    return AuditEvent(
        kind=kind,
        at=moment().now,
        account=who.account,
        role=who.role,
        agency=who.agency,
        route=request.endpoint,
        purpose=purpose,
        request_id=request_id(),
    )
