"""What the pages of all that somebody holds do, each in one transaction with its audit event."""

from __future__ import annotations

from collections.abc import Iterable

from app.audit.looks import purpose_of_session
from app.audit_event import event_of_request
from app.current import moment, request_id, viewer
from app.involvements.leaving_form import LeavingForm
from graph.audit import entry_of, record
from graph.driver import Transaction
from graph.hand_over import receivers
from graph.involvement_ends import change_id, offer_id, was_done
from graph.involvement_of_others import Colleague
from graph.my_involvements import Leaver, Leaving, Mine, leave, leaving_of, my_involvements, my_leaving
from graph.proposals import own_id

Choice = tuple[Leaver, list[Colleague]]


def look_at_mine(tx: Transaction) -> list[Mine]:
    """All that the account's practitioner holds and held; the look is recorded."""
    held = my_involvements(tx, account=viewer().account, moment=moment())
    entries = [entry_of(one.id, "full", one.reasons) for one in held]
    record(
        tx, event_of_request("look_at_own_involvements", people=sorted({one.person for one in held}), entries=entries)
    )
    return held


def look_before_leaving(tx: Transaction) -> Choice | None:
    """What the account's practitioner holds for its agency, and the colleagues; None without a practitioner."""
    practitioner = viewer().practitioner
    if practitioner is None:
        return None
    held = my_leaving(tx, account=viewer().account, practitioner=practitioner, moment=moment())
    entries = [entry_of(one.id, "full", ["OWN"]) for one in held.held]
    people = sorted({one.person for one in held.held})
    event = event_of_request("look_before_leaving", people=people, entries=entries, id_=f"{request_id()}-look")
    record(tx, event)
    return held, receivers(tx, account=viewer().account, moment=moment())


def was_sent(tx: Transaction, sent: Iterable[str], form: LeavingForm) -> bool:
    """Whether this very form has done its work already for one of the involvements that it names."""
    account, token = viewer().account, str(form.token.data)
    named = [name.removeprefix("what-") for name in sent if name.startswith("what-")]
    return was_done(tx, [make(account, one, token) for one in named for make in (change_id, offer_id)])


def leave_myself(tx: Transaction, wanted: Leaving, form: LeavingForm) -> None:
    """Do what was chosen."""
    practitioner, token = str(viewer().practitioner), str(form.token.data)
    held = my_leaving(tx, account=viewer().account, practitioner=practitioner, moment=moment())
    event = event_of_request("leave", id_=own_id(viewer().account, "leave", token))
    leave(tx, event=event, leaver=held, leaving=wanted, token=token, moment=moment())


def look_at_leaver(tx: Transaction, practitioner: str) -> Choice | None:
    """What somebody holds for the administrator's agency, and their colleagues; None where they never worked for it.

    NeedsPurpose where no purpose is stated in this session.
    """
    stated = purpose_of_session(tx)
    held = leaving_of(tx, account=viewer().account, practitioner=practitioner, moment=moment())
    if held is None:
        return None
    event = event_of_request(
        "look_before_leaving",
        purpose=stated.purpose,
        people=sorted({one.person for one in held.held}),
        entries=[entry_of(one.id, "audit", ["LISTED"]) for one in held.held],
        id_=f"{request_id()}-look",
    )
    record(tx, event)
    return held, receivers(tx, account=viewer().account, moment=moment(), without=practitioner)


def leave_for(tx: Transaction, practitioner: str, wanted: Leaving, form: LeavingForm) -> None:
    """Do what was chosen for somebody of the administrator's agency."""
    purpose, token = purpose_of_session(tx).purpose, str(form.token.data)
    held = leaving_of(tx, account=viewer().account, practitioner=practitioner, moment=moment())
    if held is not None:
        event = event_of_request("leave", purpose=purpose, id_=own_id(viewer().account, "leave", practitioner, token))
        leave(tx, event=event, leaver=held, leaving=wanted, token=token, moment=moment())
