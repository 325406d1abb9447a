"""Emergency access to somebody shielded: asked for, and given only once somebody else accepts (visibility.md).

Who may accept: a privacy officer; a holder of a current, confirmed involvement; and, a quarter of an hour after it was
asked, a practitioner of another live agency to whom the asker has read out the request's code.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from graph.audit import AuditEvent, record
from graph.break_glass import Justification, break_glass, sight_to_break
from graph.driver import Transaction
from graph.moment import Moment
from graph.notices import tell, tell_holders
from graph.privacy_queue import QueueItem, queue_item
from graph.query_loader import Nothing, read_query, write_query

LAPSES_AFTER = timedelta(hours=12)
OTHERS_AFTER = timedelta(minutes=15)

State = Literal["pending", "accepted", "declined", "withdrawn", "lapsed"]


@dataclass(frozen=True, slots=True)
class Request:
    """A request to be made. `code_key`: the keyed hash of the code that is read out; the code itself is not kept."""

    id: str
    account: str
    agency: str
    person: str
    justification: Justification
    code_key: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The id of a request that is kept."""

    id: str


@dataclass(frozen=True, slots=True)
class OwnRequest:
    """A request as the account that made it sees it."""

    id: str
    person: str
    code: str
    note: str
    asked_at: datetime
    lapses_at: datetime
    state: State


@dataclass(frozen=True, slots=True)
class ToDecide:
    """A waiting request for whoever may decide it. The names are None where the decider may not see the person."""

    id: str
    way: Literal["officer", "holder", "other"]
    account: str
    agency: str
    asked_by: str
    asked_for: str
    person: str
    given_name: str | None
    family_name: str | None
    code: str
    note: str
    asked_at: datetime
    lapses_at: datetime


@dataclass(frozen=True, slots=True)
class Settled:
    """What was asked for by a request that waits no more."""

    account: str
    role: str
    agency: str
    person: str
    code: str
    note: str


_ASK = write_query("break_glass/ask", Nothing)
_PENDING = read_query("break_glass/pending_request", Asked)
_OWN = read_query("break_glass/own_request", OwnRequest)
_WAITING = read_query("break_glass/own_waiting", OwnRequest)
_MAY_DECIDE = read_query("break_glass/may_decide", ToDecide)
_SETTLE = write_query("break_glass/settle", Settled)


def ask(tx: Transaction, *, request: Request, event: AuditEvent, moment: Moment) -> str:
    """Keep a request, tell the holders and queue it, after `sight_to_break` in the same transaction; answers its id.

    While one for the same person waits, or under the same id, that one is answered and nothing is written.
    """
    waiting = tx.run(_PENDING, account=request.account, person=request.person, request=request.id, now=moment.now)
    if waiting:
        return waiting[0].id
    why = request.justification
    stored = {
        "id": request.id,
        "account": request.account,
        "agency": request.agency,
        "person": request.person,
        "code": why.code,
        "note": why.note,
        "code_key": request.code_key,
    }
    tx.run(_ASK, request=stored, now=moment.now, lapses_at=moment.now + LAPSES_AFTER)
    record(tx, event)
    tell_holders(
        tx,
        person=request.person,
        kind="break_glass_request",
        by_account=request.account,
        moment=moment,
        code=why.code,
        about=request.id,
    )
    item = QueueItem(request.id, "break_glass", request.account, request.person, why.words(), request.id)
    queue_item(tx, item, moment)
    return request.id


def own_request(tx: Transaction, *, account: str, request: str, moment: Moment) -> OwnRequest | None:
    """An account's own request; None for anybody else's and for none."""
    rows = tx.run(_OWN, account=account, request=request, now=moment.now)
    return rows[0] if rows else None


def own_waiting(tx: Transaction, *, account: str, moment: Moment) -> list[OwnRequest]:
    """An account's own requests that wait, the newest first."""
    return tx.run(_WAITING, account=account, now=moment.now)


def request_to_decide(
    tx: Transaction, *, account: str, request: str = "", code_key: str = "", moment: Moment
) -> ToDecide | None:
    """The waiting request, by its id or its code, that this account may accept or decline now; None for all others."""
    rows = tx.run(
        _MAY_DECIDE,
        account=account,
        request=request,
        code_key=code_key,
        others_from=moment.now - OTHERS_AFTER,
        now=moment.now,
        today=moment.today,
    )
    return rows[0] if rows else None


def accept(tx: Transaction, *, to_decide: ToDecide, event: AuditEvent, moment: Moment) -> bool:
    """Give the asker four hours from now; False where the request waits no more.

    Whether the asker may have it is decided anew: NothingToBreak, to undo the transaction, where they may not any more
    (suspended, barred, or nothing would be shown). `event` is the accepter's.
    """
    settled = _settle(tx, to_decide.id, "accepted", event, moment)
    if settled is None:
        return False
    sight_to_break(tx, account=settled.account, person=settled.person, found="certainly", moment=moment)
    given = AuditEvent(
        kind="break_glass",
        at=moment.now,
        account=settled.account,
        role=settled.role,
        agency=settled.agency,
        route=event.route,
        purpose=f"{settled.code}: {settled.note}",
        subject=settled.person,
        people=[settled.person],
        request_id=event.request_id,
        id=to_decide.id,
    )
    why = Justification(settled.code, settled.note)
    break_glass(tx, event=given, grant=to_decide.id, justification=why, moment=moment)
    _tell_asker(tx, settled, "break_glass_accepted", to_decide.id, event, moment)
    return True


def decline(tx: Transaction, *, to_decide: ToDecide, event: AuditEvent, moment: Moment) -> bool:
    """Refuse a request; False where it waits no more."""
    settled = _settle(tx, to_decide.id, "declined", event, moment)
    if settled:
        _tell_asker(tx, settled, "break_glass_declined", to_decide.id, event, moment)
    return settled is not None


def withdraw(tx: Transaction, *, request: OwnRequest, event: AuditEvent, moment: Moment) -> bool:
    """Take one's own request back; False where it waits no more."""
    return _settle(tx, request.id, "withdrawn", event, moment) is not None


def _settle(tx: Transaction, request: str, state: State, event: AuditEvent, moment: Moment) -> Settled | None:
    rows = tx.run(_SETTLE, request=request, state=state, decided_by=event.account, now=moment.now)
    if rows:
        record(tx, event)
    return rows[0] if rows else None


def _tell_asker(tx: Transaction, settled: Settled, kind: str, request: str, event: AuditEvent, moment: Moment) -> None:
    """The notice is about nobody: whoever asked is told, whether or not they see the person."""
    by = event.account or ""
    tell(tx, accounts=[settled.account], kind=kind, person=None, by_account=by, moment=moment, about=request)
