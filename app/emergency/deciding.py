"""Requests for emergency access to somebody shielded: seen by whoever asked, accepted or declined by somebody else."""

from __future__ import annotations

from datetime import timedelta

from flask import current_app

from app.audit_event import event_of_request
from app.current import database, moment, viewer
from app.emergency.codes import code_key
from graph.audit import record
from graph.break_glass import NothingToBreak, sight_now
from graph.break_glass_requests import (
    OwnRequest,
    ToDecide,
    accept,
    decline,
    own_request,
    own_waiting,
    request_to_decide,
    withdraw,
)
from graph.driver import Transaction
from graph.throttles import count, throttle_key

CODES_AN_HOUR = 10
_HOUR = timedelta(hours=1)


def own(request: str) -> OwnRequest | None:
    """A request of the account's own."""
    return database().read(lambda tx: own_request(tx, account=viewer().account, request=request, moment=moment()))


def waiting() -> list[OwnRequest]:
    """The account's own requests that wait, the newest first."""
    return database().read(lambda tx: own_waiting(tx, account=viewer().account, moment=moment()))


def take_back(request: str) -> bool:
    """Withdraw one's own request; False where there is none."""

    def act(tx: Transaction) -> bool:
        found = own_request(tx, account=viewer().account, request=request, moment=moment())
        if found is None:
            return False
        event = event_of_request("withdraw_break_glass", subject=found.person, people=[found.person])
        withdraw(tx, request=found, event=event, moment=moment())
        return True

    return database().write(act)


def look(request: str) -> ToDecide | None:
    """A request that the account may decide by its own right, with the look recorded; None for all others."""
    return database().write(lambda tx: _recorded(tx, _to_decide(tx, request, "")))


def look_by_code(code: str) -> ToDecide | None:
    """The request whose code was read out; None for one that is unknown, too early or over, or typed too often."""

    def act(tx: Transaction) -> ToDecide | None:
        key = throttle_key(str(current_app.secret_key), "emergency codes of", viewer().account)
        if not count(tx, key, CODES_AN_HOUR, _HOUR, moment()).allowed or not code_key(code):
            return None
        return _recorded(tx, _to_decide(tx, "", code_key(code)))

    return database().write(act)


def decide(request: str, code: str, *, accepted: bool) -> bool:
    """Accept or decline; False where the request waits no more, or cannot be accepted or decided by this account."""

    def act(tx: Transaction) -> bool:
        found = _to_decide(tx, request, code_key(code))
        if found is None:
            return False
        kind = "accept_break_glass" if accepted else "decline_break_glass"
        event = event_of_request(kind, purpose=found.way, subject=found.person, people=[found.person])
        change = accept if accepted else decline
        return change(tx, to_decide=found, event=event, moment=moment())

    try:
        return database().write(act)
    except NothingToBreak:
        return False


def name_of(person: str) -> str:
    """The person's name, where the account may see it now; else the words for whom it asked for."""
    seen = database().read(lambda tx: sight_now(tx, account=viewer().account, person=person, moment=moment()))
    return f"{seen.given_name} {seen.family_name}" if seen else "the person you asked for"


def _to_decide(tx: Transaction, request: str, key: str) -> ToDecide | None:
    return request_to_decide(tx, account=viewer().account, request=request, code_key=key, moment=moment())


def _recorded(tx: Transaction, found: ToDecide | None) -> ToDecide | None:
    if found:
        shown = [found.person] if found.given_name else []
        record(tx, event_of_request("view_break_glass_request", subject=found.person, people=shown))
    return found
