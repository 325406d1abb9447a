"""Who is signed in: server-side records of a sign-in, found by the hash of a random token and ended at any time."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import Nothing, read_query, write_query

IDLE_LIMIT = timedelta(minutes=30)
ABSOLUTE_LIMIT = timedelta(hours=12)
AWAITING_LIMIT = timedelta(minutes=10)
_TOUCHED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Broken:
    """Emergency access that lasts: the grant, whose record, until when (UTC)."""

    grant: str
    person: str
    until: datetime


@dataclass(frozen=True, slots=True)
class SignedIn:
    """An account that is signed in and active: ids, plus the names that the page's head shows."""

    account: str
    username: str
    role: str
    """practitioner, coordinator, administrator or auditor."""
    agency: str
    agency_name: str
    practitioner: str | None
    areas: list[str]
    """The ids of the account's areas."""
    display_name: str
    """The practitioner's name, else the username."""
    broken_until: list[dict[str, Any]]
    """Emergency access that lasts, the first to end first; `broken` has it in words of its own."""

    @property
    def broken(self) -> tuple[Broken, ...]:
        """Emergency access that lasts, the first to end first; none where the agency is not live."""
        return tuple(Broken(one["id"], one["person"], one["until"]) for one in self.broken_until)


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a sign-in is checked against; `active` as visibility.md defines it."""

    account: str
    password_hash: str | None
    active: bool
    role: str
    agency: str
    has_second_factor: bool


_signed_in = write_query("sign_in/signed_in", SignedIn)
_credentials = read_query("sign_in/credentials", Credentials)
_hold = write_query("sign_in/hold_account", Nothing)
_begin = write_query("sign_in/begin_session", Nothing)
_end = write_query("sign_in/end_session", Nothing)
_end_of_account = write_query("sign_in/end_sessions_of_account", Nothing)
_forget = write_query("sign_in/forget_ended_sessions", Nothing)


def new_token() -> str:
    """A random token of 256 bits, for the cookie alone; the graph holds its hash."""
    return secrets.token_urlsafe(32)


def session_id(token: str) -> str:
    """The id under which the graph knows a token: its SHA-256."""
    return hashlib.sha256(token.encode()).hexdigest()


def find_signed_in(tx: Transaction, *, token: str, moment: Moment) -> SignedIn | None:
    """The account behind a token, None where the session is unknown, ended or idle too long, or the account not active.

    Also notes that the session is in use, at most once a minute.
    """
    rows = tx.run(
        _signed_in,
        session=session_id(token),
        idle_since=moment.now - IDLE_LIMIT,
        seen_before=moment.now - _TOUCHED_EVERY,
        now=moment.now,
        today=moment.today,
    )
    return rows[0] if rows else None


def find_credentials(tx: Transaction, *, username_key: str, moment: Moment) -> Credentials | None:
    """What a username's sign-in is checked against; None where nobody has that username."""
    rows = tx.run(_credentials, username_key=username_key, today=moment.today)
    return rows[0] if rows else None


def hold_account(tx: Transaction, *, account: str) -> None:
    """Keep an account from every change until this transaction ends.

    Whoever begins a session asks first for this and then again for what the session rests on: a password, role or
    status that has changed since it was checked gives none.
    """
    tx.run(_hold, account=account)


def begin_session(tx: Transaction, *, token: str, account: str, moment: Moment, awaiting: str | None = None) -> None:
    """Record that an account has signed in with this new token; running it again changes nothing.

    `awaiting` names what the sign-in still needs (graph.second_factor): such a session is nobody to every other page,
    and lasts ten minutes.
    """
    expires_at = moment.now + (AWAITING_LIMIT if awaiting else ABSOLUTE_LIMIT)
    session = session_id(token)
    tx.run(_begin, session=session, account=account, now=moment.now, expires_at=expires_at, awaiting=awaiting)


def end_session(tx: Transaction, *, token: str) -> None:
    """Forget a token; a token that is unknown is no fault."""
    tx.run(_end, session=session_id(token))


def end_sessions_of_account(tx: Transaction, *, account: str) -> None:
    """Sign an account out everywhere."""
    tx.run(_end_of_account, account=account)


def forget_ended_sessions(tx: Transaction, *, moment: Moment) -> None:
    """Remove the records of sessions that have reached their absolute limit."""
    tx.run(_forget, now=moment.now)
