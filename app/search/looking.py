"""One search or opening: counted, answered and recorded by one transaction."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app

from app.audit_event import event_of_request
from app.current import database, moment, request_id, viewer
from app.search.proof import Found
from graph.audit import record
from graph.driver import Transaction
from graph.grants import Openable, find_openable, open_person
from graph.privacy_queue import QueueItem, queue_item
from graph.search import BUDGET, Answers, Asked, count_search, find_people
from graph.throttles import Allowance, throttle_key


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a search answers; where the budget is used up, the seconds to wait instead."""

    answers: Answers | None
    wait_seconds: int = 0


def look_for(asked: Asked, part: str = "") -> Outcome:
    """Search, unless the account must wait. The event names who was answered, and never what was typed.

    `part` tells one of several searches of a request from the others: each is counted and recorded.
    """
    return database().write(lambda tx: _look_for(tx, asked, part))


def open_found(found: Found, purpose: str) -> Openable | None:
    """Open somebody whom a search has found; None where they may not be opened any more."""
    return database().write(
        lambda tx: open_person(
            tx,
            event=event_of_request(
                "open", purpose=purpose, subject=found.person, people=[found.person], id_=found.grant
            ),
            by_reference_and_birth=found.by_reference_and_birth,
            grant=found.grant,
            moment=moment(),
        )
    )


def still_openable(found: Found) -> Openable | None:
    """Who is to be opened, for a form that must be shown again; None where they may not be opened any more."""
    return database().read(
        lambda tx: find_openable(
            tx,
            account=viewer().account,
            person=found.person,
            by_reference_and_birth=found.by_reference_and_birth,
            moment=moment(),
        )
    )


def count_against_budget(tx: Transaction) -> Allowance:
    """Count one search of the account, emergency or not; the first past the budget is told to a privacy officer."""
    key = throttle_key(str(current_app.secret_key), "search", viewer().account)
    allowance = count_search(tx, key=key, moment=moment())
    if allowance.allowed and allowance.used == BUDGET + 1:
        past = f"{request_id()}-budget"
        record(tx, event_of_request("search_budget_exceeded", id_=past))
        queue_item(tx, QueueItem(past, "search_budget", viewer().account), moment())
    return allowance


def _look_for(tx: Transaction, asked: Asked, part: str) -> Outcome:
    allowance = count_against_budget(tx)
    if not allowance.allowed:
        return Outcome(None, allowance.wait_seconds)
    answers = find_people(tx, account=viewer().account, asked=asked, moment=moment())
    id_ = f"{request_id()}-{part}" if part else request_id()
    record(tx, event_of_request("search", people=[person.id for person in answers.people], id_=id_))
    return Outcome(answers)
