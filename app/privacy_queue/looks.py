"""What the pages of the privacy queue read and change: each in one transaction with its event and stated purpose."""

from __future__ import annotations

from typing import cast

from app.audit.looks import purpose_of_session
from app.audit_event import event_of_request
from app.current import moment, request_id, viewer
from app.privacy_queue.forms import ClosingForm
from graph.audit import record
from graph.audit_purposes import StatedPurpose
from graph.break_glass import end_break_glass
from graph.break_glass_requests import ToDecide, accept, decline, request_to_decide
from graph.driver import Transaction
from graph.privacy_queue import Outcome, QueuedItem, QueueLine, State, close_item, read_item, read_queue

PER_PAGE = 50


def look_at_queue(tx: Transaction, state: State, page: int) -> list[QueueLine]:
    """A page of the queue; the event names the people who are named."""
    stated = purpose_of_session(tx)
    skip = (page - 1) * PER_PAGE
    found = read_queue(
        tx,
        account=viewer().account,
        state=state,
        unmasked=stated.sensitive_people,
        skip=skip,
        limit=PER_PAGE,
        moment=moment(),
    )
    people = sorted({one.person for one in found if one.person})
    purpose = stated.for_event(unmasked=any(one in stated.sensitive_people for one in people))
    record(tx, event_of_request("view_privacy_queue", purpose=purpose, people=people))
    return found


def look_at_item(tx: Transaction, item: str) -> tuple[QueuedItem, ToDecide | None] | None:
    """An item, and the request in it that this officer may decide; None where there is none to be seen."""
    stated = purpose_of_session(tx)
    found = _item(tx, item, stated)
    if found is None:
        return None
    people = sorted({one["id"] for one in found.people} | ({found.person} if found.person else set()))
    purpose = stated.for_event(unmasked=found.person in stated.sensitive_people)
    event = event_of_request("view_queue_item", purpose=purpose, subject=found.person, people=people)
    record(tx, event)
    return found, _to_decide(tx, found)


def close(tx: Transaction, item: QueuedItem, form: ClosingForm) -> bool:
    """Close an item; False where it is closed already, or the officer's own."""
    purpose_of_session(tx)
    outcome, note = cast(Outcome, form.outcome.data), form.note.data or ""
    people = [item.person] if item.person else []
    purpose = f"{item.kind} {outcome}: {note}"
    # The look at the item has the request's own id.
    id_ = f"{request_id()}-close"
    event = event_of_request("close_queue_item", purpose=purpose, subject=item.person, people=people, id_=id_)
    return close_item(tx, item=item.id, outcome=outcome, note=note, event=event, moment=moment())


def decide(tx: Transaction, item: str, accepted: bool) -> bool:
    """Accept or decline the request in an item; False where it waits no more. NothingToBreak undoes the transaction."""
    stated = purpose_of_session(tx)
    found = _item(tx, item, stated)
    to_decide = _to_decide(tx, found) if found else None
    if to_decide is None:
        return False
    kind = "accept_break_glass" if accepted else "decline_break_glass"
    person = to_decide.person
    event = event_of_request(kind, purpose=stated.purpose, subject=person, people=[person])
    change = accept if accepted else decline
    return change(tx, to_decide=to_decide, event=event, moment=moment())


def end(tx: Transaction, item: str) -> bool:
    """End the emergency access that an item is about; False where none lasts, or it is the officer's own to review."""
    stated = purpose_of_session(tx)
    found = _item(tx, item, stated)
    if found is None or found.mine or found.kind != "break_glass" or not found.about:
        return False
    event = event_of_request("end_break_glass", purpose=stated.purpose, id_=f"{request_id()}-end")
    return end_break_glass(tx, account=found.maker, grant=found.about, event=event, moment=moment()) is not None


def _item(tx: Transaction, item: str, stated: StatedPurpose) -> QueuedItem | None:
    return read_item(tx, account=viewer().account, item=item, unmasked=stated.sensitive_people, moment=moment())


def _to_decide(tx: Transaction, item: QueuedItem) -> ToDecide | None:
    if item.request_state != "pending" or not item.about:
        return None
    return request_to_decide(tx, account=viewer().account, request=item.about, moment=moment())
