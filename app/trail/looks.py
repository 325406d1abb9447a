"""Looks at the trail: the purpose is read, the trail searched and the look itself recorded by one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.audit.forms import PurposeForm
from app.audit.looks import purpose_of_session, session
from app.audit_event import event_of_request
from app.current import viewer
from app.trail.questions import Question, UnusualQuestion
from graph.audit import record
from graph.audit_purposes import StatedPurpose, state_sensitive_purpose
from graph.audit_search import (
    Found,
    ShownInvolvement,
    ShownPerson,
    TrailEvent,
    account_named,
    describe,
    involvements_shown,
    people_shown,
    search_trail,
    username_of,
)
from graph.audit_sight import AgencyChoice, agencies_with_accounts
from graph.audit_unusual import Unusual, unusual_access
from graph.driver import Transaction

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class TrailLook:
    """A page of the trail, the username of the account that was asked for, and the agencies to filter by."""

    found: Found
    username: str | None
    agencies: list[AgencyChoice]
    unmasked: list[str]


@dataclass(frozen=True, slots=True)
class EventLook:
    """One event with everybody and everything it showed; `masked`: but for sensitive services, if there are any."""

    event: TrailEvent
    people: list[ShownPerson]
    involvements: list[ShownInvolvement]
    masked: bool


@dataclass(frozen=True, slots=True)
class UnusualLook:
    """A page of unusual access, and how much there is in all."""

    rows: list[tuple[Unusual, TrailEvent]]
    total: int


def look_at_trail(tx: Transaction, question: Question) -> TrailLook:
    """A page of what was asked for."""
    stated, asked = purpose_of_session(tx), question.asked
    found = search_trail(
        tx,
        auditor=viewer().account,
        asked=asked,
        unmasked=stated.sensitive_people,
        skip=(question.page - 1) * PER_PAGE,
        limit=PER_PAGE,
    )
    about = [f"{kind}:{id_}" for kind, id_ in (("account", asked.account), ("agency", asked.agency)) if id_]
    _record(tx, stated, found.events, subject=asked.person, objects=about)
    username = username_of(tx, asked.account) if asked.account else None
    return TrailLook(found, username, agencies_with_accounts(tx), stated.sensitive_people)


def look_at_event(tx: Transaction, id_: str) -> EventLook | None:
    """One event; None where there is none."""
    stated, auditor = purpose_of_session(tx), viewer().account
    events = describe(tx, auditor=auditor, ids=[id_], unmasked=stated.sensitive_people)
    if not events:
        return None
    people = people_shown(tx, auditor=auditor, event=id_)
    work = involvements_shown(tx, auditor=auditor, event=id_, unmasked=stated.sensitive_people)
    _record(tx, stated, events, people=[one.id for one in people], objects=[f"event:{id_}"])
    masked = not all(one.id in stated.sensitive_people for one in people)
    return EventLook(events[0], people, work, masked)


def look_at_unusual(tx: Transaction, asked: UnusualQuestion) -> UnusualLook:
    """A page of unusual access, the weightiest first."""
    stated = purpose_of_session(tx)
    auditor, unmasked = viewer().account, stated.sensitive_people
    rows = unusual_access(tx, auditor=auditor, unmasked=unmasked, start=asked.start, end=asked.until, why=asked.why)
    page = rows[(asked.page - 1) * PER_PAGE : asked.page * PER_PAGE]
    events = describe(tx, auditor=auditor, ids=[row.id for row in page], unmasked=unmasked)
    _record(tx, stated, events)
    by_id = {event.id: event for event in events}
    return UnusualLook([(row, by_id[row.id]) for row in page if row.id in by_id], len(rows))


def keep_second_purpose(tx: Transaction, form: PurposeForm, *, event: str | None, account: str | None) -> bool:
    """Keep a second purpose, for those whom one event showed or for one account; False where there is none."""
    stated = purpose_of_session(tx)
    people: list[str] = []
    if event is not None:
        found = describe(tx, auditor=viewer().account, ids=[event], unmasked=[])
        people = sorted({one for row in found for one in (*row.people, row.subject) if one is not None})
    elif account is not None and username_of(tx, account) is not None:
        people = [f"account:{account}"]
    if not people:
        return False
    state_sensitive_purpose(tx, session=session(), purpose=form.purpose(), people=people)
    objects = [f"event:{event}"] if event is not None else people
    shown = people if event is not None else []
    purpose = f"{stated.purpose} / sensitive services: {form.purpose()}"
    record(tx, event_of_request("state_purpose", purpose=purpose, people=shown, objects=objects))
    return True


def find_account(tx: Transaction, username: str) -> str | None:
    """The account with a username; a purpose must have been stated."""
    purpose_of_session(tx)
    return account_named(tx, username)


def choices(tx: Transaction) -> list[AgencyChoice]:
    """The agencies to filter by, for a form that is shown again."""
    purpose_of_session(tx)
    return agencies_with_accounts(tx)


def _record(
    tx: Transaction,
    stated: StatedPurpose,
    events: Iterable[TrailEvent],
    *,
    subject: str | None = None,
    people: Iterable[str] = (),
    objects: Iterable[str] = (),
) -> None:
    """The event of a look at the trail: whom its rows are about, and for which purposes."""
    told = {event.subject for event in events if event.subject is not None} | {*people}
    unmasked = bool(stated.sensitive_people) and any(one in stated.sensitive_people for one in (*told, *objects))
    record(
        tx,
        event_of_request(
            "view_trail",
            purpose=stated.for_event(unmasked=unmasked),
            subject=subject,
            people=sorted(told),
            objects=objects,
        ),
    )
