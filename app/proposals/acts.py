"""What the pages for proposals do, each in one transaction with its audit event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from app.audit.looks import purpose_of_session
from app.audit_event import event_of_request
from app.current import moment, request_id, viewer
from app.proposals.forms import AnswerForm, ColleagueForm, InvolvementForm, LinkForm
from graph.access import is_shown
from graph.answering import Answer, Verdict, answer, find_proposal
from graph.audit import record
from graph.driver import Transaction
from graph.family_links import NewLink, Outcome, end_link, end_membership, propose_link, propose_membership
from graph.involvement_of_others import Askable, Asked, ask_other, askable
from graph.own_involvement import Added, InvolvementType, add_self, addable, involvement_types
from graph.proposals import Waiting, own_id, proposals_of
from graph.relations import Relation
from graph.team import read_team


def asked_to_add(tx: Transaction, person: str) -> tuple[Relation, list[InvolvementType]] | None:
    """The person with whom the account may record its own work, and the code list; the look is recorded."""
    found = addable(tx, account=viewer().account, person=person, moment=moment())
    if found is None:
        return None
    record(tx, event_of_request("look_before_adding", subject=person, people=[person], id_=f"{request_id()}-look"))
    return found, involvement_types(tx)


def add_own(tx: Transaction, person: str, form: InvolvementForm) -> Added | None:
    """Record the own involvement; None where the account may not."""
    event = event_of_request("add_own_involvement", subject=person)
    id_ = own_id(viewer().account, "own", person, str(form.token.data))
    return add_self(tx, event=event, id_=id_, new=form.involvement(), moment=moment())


def asked_to_ask(tx: Transaction, person: str) -> tuple[Askable, list[InvolvementType]] | None:
    """The person, whom the account may ask to confirm their work with them, and the code list; the look is recorded."""
    found = askable(tx, account=viewer().account, person=person, moment=moment())
    if found is None:
        return None
    record(tx, event_of_request("look_before_adding", subject=person, people=[person], id_=f"{request_id()}-look"))
    return found, involvement_types(tx)


def ask_somebody(tx: Transaction, person: str, form: ColleagueForm) -> Asked | None:
    """Record somebody else's work for them to confirm; None where the account may not."""
    event = event_of_request("add_involvement", subject=person)
    who = str(form.who.data)
    id_ = own_id(viewer().account, "other", person, who, str(form.token.data))
    return ask_other(tx, event=event, id_=id_, who=who, new=form.involvement(), moment=moment())


@dataclass(frozen=True, slots=True)
class Linked:
    """How it ended: of the link or membership asked for, and of where they live, where that was said.

    lives: the outcomes of joining the families of the other person, or `left` for each family that was left.
    """

    outcome: Outcome
    lives: tuple[str, ...] = ()


def link(tx: Transaction, person: str, form: LinkForm) -> Linked | None:
    """Link two people or add a member, at once or as a proposal; None where the account may not, or sees none of it."""
    if not is_shown(tx, account=viewer().account, person=person, moment=moment()):
        return None
    one, how, other = str(form.one.data), str(form.how.data), str(form.other.data)
    id_ = own_id(viewer().account, "link", one, how, other, str(form.token.data))
    event = event_of_request("link")
    if form.of_member:
        joined = propose_membership(tx, event=event, id_=id_, person=one, family=other, moment=moment())
        return Linked(joined) if joined else None
    new = NewLink(how, form.qualifier.data or None, one, other)
    outcome = propose_link(tx, event=event, id_=id_, link=new, moment=moment())
    if outcome is None:
        return None
    where = _where_they_live(tx, form, id_) if form.lives.data and outcome in ("done", "proposed", "exists") else ()
    return Linked("done" if outcome == "exists" and where else outcome, where)


def _where_they_live(tx: Transaction, form: LinkForm, id_: str) -> tuple[str, ...]:
    """Join the families of the other person that the account is shown, or leave those that are shared."""
    one, other = str(form.one.data), str(form.other.data)
    team = read_team(tx, account=viewer().account, person=other, moment=moment())
    done: list[str] = []
    for family in team.families if team else ():
        event = event_of_request("link", id_=own_id(id_, family.id, "event"))
        if form.lives.data == "here":
            own = own_id(id_, family.id)
            joined = propose_membership(tx, event=event, id_=own, person=one, family=family.id, moment=moment())
            done += [joined] if joined in ("done", "proposed") else []
        elif one in family.members and end_membership(
            tx, event=event, person=one, family=family.id, moment=moment(), on=form.left_on
        ):
            done.append("left")
    return tuple(done)


def end_tie(tx: Transaction, person: str, tie: str, *, family: bool) -> bool:
    """End a link or a membership; False where the account may not, and where there is none."""
    event = event_of_request("end_membership" if family else "end_link")
    if family:
        return end_membership(tx, event=event, person=person, family=tie, moment=moment())
    return end_link(tx, event=event, person=person, link=tie, moment=moment())


def look_at_proposals(tx: Transaction) -> list[Waiting]:
    """Every proposal that the account may answer or withdraw, recorded as a look with a privacy officer's purpose."""
    unmasked = _unmasked(tx)
    found = proposals_of(tx, account=viewer().account, unmasked=unmasked, moment=moment())
    people = sorted({person for one in found for person in _named(one)})
    record(tx, event_of_request("look_at_proposals", purpose=_purpose(tx, people), people=people))
    return found


def look_at_proposal(tx: Transaction, proposal: str) -> Waiting | None:
    """A proposal that the account may answer or withdraw, recorded as a look with a privacy officer's purpose."""
    unmasked = _unmasked(tx)
    found = find_proposal(tx, account=viewer().account, proposal=proposal, unmasked=unmasked, moment=moment())
    if found is not None:
        people = _named(found)
        event = event_of_request("look_at_proposal", purpose=_purpose(tx, people), subject=found.person, people=people)
        record(tx, event)
    return found


def answer_proposal(tx: Transaction, proposal: str, form: AnswerForm) -> Answer | None:
    """Answer a proposal; None where the account may not give this answer."""
    event = event_of_request("answer", purpose=_purpose(tx, ()))
    verdict = cast(Verdict, form.verdict.data)
    return answer(tx, event=event, proposal=proposal, verdict=verdict, moment=moment())


def _named(one: Waiting) -> list[str]:
    """The people of a proposal whom its reader is shown by name."""
    return [str(side["person"]) for side in one.sides if side["given_name"] is not None]


def _unmasked(tx: Transaction) -> list[str]:
    """Whose sensitive services a privacy officer may know (NeedsPurpose where no purpose is stated)."""
    return purpose_of_session(tx).sensitive_people if viewer().role == "auditor" else []


def _purpose(tx: Transaction, people: Iterable[str]) -> str | None:
    """A privacy officer's purpose, the second one where it unmasks one of the people; a practitioner states none."""
    if viewer().role != "auditor":
        return None
    stated = purpose_of_session(tx)
    return stated.for_event(unmasked=any(one in stated.sensitive_people for one in people))
