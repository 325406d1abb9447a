"""What the recording pages do: who may record, who is recorded already, and the record itself."""

from __future__ import annotations

from dataclasses import dataclass

from app.audit_event import event_of_request
from app.current import database, moment, request_id, viewer
from app.recording.forms import ClientForm
from app.recording.looked import looked_for, proof_of_look
from app.recording.wording import BASIS_SENTENCES, SENSITIVE_SENTENCE
from app.search.looking import look_for
from app.search.results import Line, lines
from app.wording import long_day
from graph.audit import record
from graph.driver import Transaction
from graph.proposals import own_id
from graph.recording import Beside, Recorded, WorkType, add_client, beside, recorder, was_added, work_types
from graph.search import Asked


@dataclass(frozen=True, slots=True)
class Page:
    """What the form offers: the code list, and where the client is somebody's relative, that person."""

    types: list[WorkType]
    person: str | None
    near: Beside | None

    def offer_to(self, form: ClientForm) -> None:
        """Offer the lists to the form."""
        form.offer(self.types)
        if self.near:
            form.offer_place([(one["id"], one["name"]) for one in self.near.families])

    def sentences(self) -> list[tuple[str, str, str]]:
        """For each kind of work its code, its label, and in words its basis, who has to agree, and who will see it."""
        return [
            (
                one.code,
                one.label,
                SENSITIVE_SENTENCE if one.sensitive else BASIS_SENTENCES[one.default_basis or "public_task"],
            )
            for one in self.types
        ]


@dataclass(frozen=True, slots=True)
class LookUp:
    """Who is recorded already, and the proof that they were shown; where searches are used up, seconds to wait."""

    lines: tuple[Line, ...]
    proof: str
    wait_seconds: int = 0

    @property
    def may_go_on(self) -> bool:
        """Nobody like them may be shown, so nothing is to be looked at first."""
        return not self.lines and not self.wait_seconds


def page_for(tx: Transaction, person: str | None) -> Page | None:
    """The form's lists; None where the account may not record, or does not work with `person`."""
    if recorder(tx, account=viewer().account, day=moment().today, moment=moment()) is None:
        return None
    near = beside(tx, account=viewer().account, person=person, moment=moment()) if person else None
    return None if person and near is None else Page(work_types(tx), person, near)


def page_beside(tx: Transaction, person: str) -> Page | None:
    """The same for a relative's form, which names the person: the look is recorded."""
    page = page_for(tx, person)
    if page is not None:
        event = event_of_request("look_before_adding", subject=person, people=[person], id_=f"{request_id()}-look")
        record(tx, event)
    return page


def look_up(asked: Asked, part: str = "") -> LookUp:
    """Search for whoever is recorded already, by the rules of search, and counted as one.

    `part` tells one of several look-ups of a request from the others.
    """
    account = viewer().account
    outcome = look_for(asked, part)
    if outcome.answers is None:
        return LookUp((), "", outcome.wait_seconds)
    found = lines(outcome.answers, asked, account=account, today=moment().today)
    return LookUp(found, proof_of_look(asked, account, some=bool(found)))


def look_up_once(form: ClientForm) -> LookUp | None:
    """The look-up, unless the form proves that it was made for this very name and day, or has added its client."""
    account, token = viewer().account, str(form.token.data)
    if looked_for(str(form.looked.data or ""), form.asked(), account) is not None:
        return None
    if database().read(lambda tx: was_added(tx, account=account, token=token)):
        return None
    found = look_up(form.asked())
    form.looked.data = found.proof
    return found


def record_client(tx: Transaction, form: ClientForm, page: Page) -> Recorded | None:
    """Record the client; None where the account may not."""
    token = str(form.token.data)
    event = event_of_request("add_client", id_=own_id(viewer().account, "add_client", token))
    place = form.place(page.person) if page.person else None
    return add_client(tx, event=event, token=token, new=form.client(page.types), place=place, moment=moment())


def refuse(form: ClientForm, outcome: str) -> None:
    """Say why nothing was recorded."""
    if outcome == "not_employed":
        day = form.client(()).work.from_
        form.since.errors = [f"On {long_day(day)} you did not work for this agency. Enter a later day"]
    else:
        form.family.errors = ["They do not belong to this family any more. Choose again"]


def next_form(form: ClientForm, page: Page) -> ClientForm:
    """An empty form for the next client, with what stays the same in a caseload."""
    following = ClientForm(
        formdata=None, type=form.type.data, since=form.since.data, role=form.role.data, basis=form.basis.data
    )
    page.offer_to(following)
    return following
