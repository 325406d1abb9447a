"""What the pages of one involvement do, each in one transaction with its audit event."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.audit_event import event_of_request
from app.current import moment, request_id, viewer
from app.involvements.forms import ButtonForm, ChangeForm, EndForm, HandOverForm
from graph.audit import entry_of, record
from graph.driver import Transaction
from graph.hand_over import HandedOver, hand_over, may_hand_over, receivers
from graph.history import Former
from graph.involvement_ends import HandOver, change_id, hand_overs_of, offer_id, was_done
from graph.involvement_of_others import Colleague
from graph.involvements import (
    Change,
    Involvement,
    change_involvement,
    involvement_history,
    read_involvement,
)
from graph.leads import (
    LeadRequest,
    OwnRequest,
    agree_to_lead,
    ask_to_lead,
    may_ask,
    own_request,
    requests_for,
    withdraw_request,
)
from graph.own_involvement import InvolvementType, involvement_types
from graph.proposals import own_id
from graph.team import read_team


@dataclass(frozen=True, slots=True)
class Recorded:
    """An involvement as its page shows it: what it said before, what waits, and what may be chosen.

    brokers: ids and names of those who may be named to put others in touch; empty where it is not sensitive.
    """

    found: Involvement
    history: list[Former]
    types: list[InvolvementType]
    brokers: list[tuple[str, str]]
    colleagues: list[Colleague]
    handed_over: HandOver | None
    own_request: OwnRequest | None
    requests: list[LeadRequest]

    @property
    def may_ask_to_lead(self) -> bool:
        """Whether the page offers to ask for the lead."""
        return may_ask(self.found) and not self.found.lead and self.own_request is None


def look_at_involvement(tx: Transaction, involvement: str) -> Recorded | None:
    """An involvement that the account may change, the look recorded; None for any other, and for none."""
    account, now = viewer().account, moment()
    found = read_involvement(tx, account=account, involvement=involvement, moment=now)
    if found is None:
        return None
    entries = [entry_of(found.id, "full", found.reasons)]
    event = event_of_request(
        "look_at_involvement",
        subject=found.person,
        people=[found.person],
        entries=entries,
        id_=f"{request_id()}-involvement",
    )
    record(tx, event)
    return Recorded(
        found=found,
        history=involvement_history(tx, found),
        types=involvement_types(tx),
        brokers=_brokers(tx, found),
        colleagues=receivers(tx, account=account, moment=now) if may_hand_over(found) else [],
        handed_over=hand_overs_of(tx, people=[found.person], involvements=[found.id]).get(found.id),
        own_request=own_request(tx, found),
        requests=requests_for(tx, account=account, found=found, moment=now),
    )


def save(tx: Transaction, found: Involvement, form: ChangeForm) -> Change | None:
    """Record what was typed; None where the account may not."""
    id_ = change_id(viewer().account, found.id, str(form.token.data))
    event = event_of_request("change_involvement", id_=own_id(id_, "event"))
    return change_involvement(
        tx,
        event=event,
        id_=id_,
        involvement=found.id,
        wanted=form.facts(found),
        version=str(form.version.data or ""),
        moment=moment(),
    )


def end(tx: Transaction, found: Involvement, form: EndForm) -> Change | None:
    """End it on the typed day; None where the account may not."""
    id_ = change_id(viewer().account, found.id, str(form.token.data))
    event = event_of_request("end_involvement", id_=own_id(id_, "event"))
    wanted = replace(found.facts, to=form.day())
    version = str(form.version.data or "")
    return change_involvement(
        tx, event=event, id_=id_, involvement=found.id, wanted=wanted, version=version, moment=moment()
    )


def was_sent(tx: Transaction, involvement: str, form: ChangeForm | EndForm | HandOverForm) -> bool:
    """Whether this very form has done its work already, perhaps so that the account does not see the result."""
    account, token = viewer().account, str(form.token.data)
    return was_done(tx, [change_id(account, involvement, token), offer_id(account, involvement, token)])


def give(tx: Transaction, involvement: str, form: HandOverForm) -> HandedOver | None:
    """Ask a colleague to take it over; None where the account may not."""
    event = event_of_request("hand_over")
    token, receiver = str(form.token.data), str(form.receiver.data)
    return hand_over(tx, event=event, involvement=involvement, receiver=receiver, token=token, moment=moment())


def ask(tx: Transaction, involvement: str, form: ButtonForm) -> bool:
    """Ask to lead; False where the account may not."""
    token = str(form.token.data)
    event = event_of_request("ask_to_lead", id_=own_id(viewer().account, "ask_to_lead", involvement, token))
    return ask_to_lead(tx, event=event, involvement=involvement, token=token, moment=moment())


def withdraw(tx: Transaction, involvement: str) -> bool:
    """Take the request to lead back; False where the account has no such involvement."""
    event = event_of_request("withdraw_lead")
    return withdraw_request(tx, event=event, involvement=involvement, moment=moment())


def agree(tx: Transaction, involvement: str, form: ButtonForm) -> bool:
    """Agree that somebody else leads; False where the account may not."""
    event = event_of_request("agree_to_lead")
    answered = str(form.answered.data or "")
    return agree_to_lead(tx, event=event, involvement=involvement, request=answered, moment=moment())


def _brokers(tx: Transaction, found: Involvement) -> list[tuple[str, str]]:
    """Practitioners of other agencies whom the holder sees in the team, by name, and whoever is named already."""
    if not found.mine or not (found.sensitive or found.broker):
        return []
    team = read_team(tx, account=viewer().account, person=found.person, moment=moment())
    seen = {
        one.practitioner.id: f"{one.practitioner.name}, {one.agency.name}"
        for one in (team.involvements if team else ())
        if one.current and one.agency.id != found.agency and one.practitioner.id != found.practitioner
    }
    if found.broker and found.broker_name:
        seen.setdefault(found.broker, found.broker_name)
    return sorted(seen.items(), key=lambda pair: (pair[1], pair[0]))
