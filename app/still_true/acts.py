"""What the pages about involvements that may still hold do, each in one transaction with its audit event."""

from __future__ import annotations

from flask import current_app

from app.audit_event import event_of_request
from app.current import moment, request_id, viewer
from app.still_true.links import Asked, read_link
from graph.access import is_shown
from graph.audit import AuditEvent, entry_of, record
from graph.driver import Transaction
from graph.still_true import Answer, Held, held, say


def keep(tx: Transaction, person: str, involvements: list[str]) -> list[Held]:
    """Say that what a card of a person's team shows still holds; nothing where the account is not shown the person."""
    event = event_of_request("still_true_yes", subject=person)
    if not is_shown(tx, account=viewer().account, person=person, moment=moment()):
        return []
    return say(tx, event=event, involvements=involvements, answer="yes", own=False, moment=moment())


def look_at_one(tx: Transaction, involvement: str) -> Held | None:
    """One of them, the look recorded; None for one that is not the account's own."""
    found = _own(tx, viewer().account, involvement)
    if found:
        id_ = f"{request_id()}-look"
        entries = [entry_of(found.id, "full", found.reasons)]
        record(tx, event_of_request("look_at_own_involvements", people=[found.person], entries=entries, id_=id_))
    return found


def say_of_one(tx: Transaction, involvement: str, answer: Answer) -> None:
    """Say whether one of them still holds."""
    say(
        tx,
        event=event_of_request(f"still_true_{answer}"),
        involvements=[involvement],
        answer=answer,
        own=True,
        moment=moment(),
    )


def asked_by(token: str) -> Asked | None:
    """What the link of a reminder is about; None where it is forged or too old."""
    return read_link(str(current_app.secret_key), token, moment().today)


def look_by_link(tx: Transaction, asked: Asked | None) -> Held | None:
    """What a reminder asks about; None where it was answered, and where it is the account's to answer no more."""
    found = _own(tx, asked.account, asked.involvement) if asked else None
    return found if found and asked and found.asked_on == asked.asked_on else None


def say_by_link(tx: Transaction, asked: Asked, answer: Answer) -> bool:
    """Answer a reminder; whether it was still to be answered."""
    if look_by_link(tx, asked) is None:
        return False
    event = AuditEvent(
        f"still_true_{answer}", moment().now, asked.account, route="still_true.answered", id=request_id()
    )
    return bool(say(tx, event=event, involvements=[asked.involvement], answer=answer, own=True, moment=moment()))


def _own(tx: Transaction, account: str, involvement: str) -> Held | None:
    found = held(tx, account=account, involvements=[involvement], moment=moment())
    return next((one for one in found if one.own), None)
