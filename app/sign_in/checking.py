"""Checking a username and password: counted first, then compared, then recorded with the session it begins."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from datetime import timedelta

from flask import current_app, request

from app.current import database, moment, request_id
from graph.accounts import username_key
from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.password_hashing import password_matches
from graph.second_factor import outstanding
from graph.sessions import Credentials, begin_session, end_session, find_credentials, hold_account
from graph.throttles import clear, count, give_back, throttle_key

WINDOW = timedelta(hours=1)
FREE_BY_USERNAME = 5
FREE_BY_ADDRESS = 50
"""Many people of one office share an address; what succeeds is given back."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """The outcome of one try: accepted, or not and how many seconds to wait before the next (0: none).

    `awaiting` is what an accepted sign-in still needs, as graph.second_factor names it.
    """

    succeeded: bool
    wait_seconds: int = 0
    awaiting: str | None = None


@dataclass(frozen=True, slots=True)
class _Counted:
    wait_seconds: int
    credentials: Credentials | None = None


def attempt_sign_in(username: str, password: str, *, new_token: str, old_token: str) -> Attempt:
    """Try a username and password; where they are right, the graph knows `new_token` and no longer `old_token`.

    A username nobody has, a wrong password and an account that is not active get one answer after the same work.
    """
    name_key = username_key(username)
    by_name, by_address = _key("username", name_key), _key("address", client_address())
    counted = database().write(lambda tx: _count(tx, name_key, by_name, by_address))
    if counted.wait_seconds:
        return Attempt(False, counted.wait_seconds)
    known = counted.credentials
    matches = password_matches(password, known.password_hash if known else None)
    if known is None or not known.active or not matches:
        database().write(lambda tx: record(tx, _event("sign_in_failed", known)))
        return Attempt(False)
    awaiting = outstanding(known.role, has_second_factor=known.has_second_factor)
    begun = database().write(
        lambda tx: (
            _still(tx, name_key, known) and _begin(tx, known, new_token, old_token, (by_name, by_address), awaiting)
        )
    )
    return Attempt(begun, awaiting=awaiting if begun else None)


def client_address() -> str:
    """Whoever is at the other end: an IPv4 address, or the network of an IPv6 one, within which anybody may move."""
    address = ipaddress.ip_address(request.remote_addr or "127.0.0.1")
    return str(ipaddress.ip_network((address, 64), strict=False)) if address.version == 6 else str(address)


def _count(tx: Transaction, name_key: str, by_name: str, by_address: str) -> _Counted:
    for key, limit in ((by_address, FREE_BY_ADDRESS), (by_name, FREE_BY_USERNAME)):
        allowance = count(tx, key, limit, WINDOW, moment())
        if not allowance.allowed:
            record(tx, _event("sign_in_throttled", None))
            return _Counted(allowance.wait_seconds)
    return _Counted(0, find_credentials(tx, username_key=name_key, moment=moment()))


def _still(tx: Transaction, name_key: str, known: Credentials) -> bool:
    """Whether the account is as it was when the password was compared; a failure is recorded."""
    hold_account(tx, account=known.account)
    same = find_credentials(tx, username_key=name_key, moment=moment()) == known
    if not same:
        record(tx, _event("sign_in_failed", known))
    return same


def _begin(
    tx: Transaction,
    known: Credentials,
    token: str,
    old_token: str,
    throttled: tuple[str, str],
    awaiting: str | None,
) -> bool:
    by_name, by_address = throttled
    give_back(tx, by_address)
    clear(tx, by_name)
    end_session(tx, token=old_token)
    begin_session(tx, token=token, account=known.account, moment=moment(), awaiting=awaiting)
    record(tx, _event("password_accepted" if awaiting else "sign_in", known))
    return True


def _event(kind: str, known: Credentials | None) -> AuditEvent:
    return AuditEvent(
        kind=kind,
        at=moment().now,
        account=known.account if known else None,
        role=known.role if known else None,
        agency=known.agency if known else None,
        route="sign_in.sign_in",
        request_id=request_id(),
    )


def _key(kind: str, value: str) -> str:
    return throttle_key(str(current_app.secret_key), kind, value)
