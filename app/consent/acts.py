"""What the pages of consent do, each in one transaction with its audit event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from app.audit_event import event_of_request
from app.consent.forms import DecisionForm
from app.current import database, moment, request_id, viewer
from graph.audit import entry_of, record
from graph.consent import AgencyChoice, Consents, all_agencies, read_consents
from graph.consent_effect import Changed, effect_of
from graph.consent_recording import Recorded, Wanted, record_decision
from graph.driver import Transaction
from graph.proposals import own_id
from graph.team import read_team

LOCKED_AT_MOST = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is decided, and which agencies a decision may name."""

    known: Consents
    agencies: list[AgencyChoice]


def look(tx: Transaction, person: str) -> Consents | None:
    """What is decided about a person, for somebody who works with them, the look recorded; None for anybody else."""
    known = read_consents(tx, account=viewer().account, person=person, moment=moment())
    if known is not None:
        record(tx, event_of_request("look_at_consent", subject=person, people=[person], id_=f"{request_id()}-look"))
    return known


def look_before_deciding(tx: Transaction, person: str) -> Asked | None:
    """The same, with the agencies to choose from."""
    known = look(tx, person)
    return Asked(known, all_agencies(tx)) if known else None


def effect(person: str, wanted: Wanted) -> list[Changed] | None:
    """What a decision would change of what the account sees of the team; recorded, with the work that it shows."""
    account, now = viewer().account, moment()
    if not database().write(lambda tx: _look_at_effect(tx, person)):
        return None
    return database().suppose(
        lambda tx: effect_of(tx, account=account, person=person, wanted=wanted, moment=now), LOCKED_AT_MOST
    )


def save(tx: Transaction, person: str, form: DecisionForm) -> Recorded | None:
    """Record what was checked; None where the account may not."""
    id_ = own_id(viewer().account, "consent", person, str(form.token.data))
    event = event_of_request("record_consent", subject=person, id_=own_id(id_, "event"))
    version = str(form.version.data or "")
    return record_decision(tx, event=event, id_=id_, wanted=form.wanted(), version=version, moment=moment())


def _look_at_effect(tx: Transaction, person: str) -> bool:
    account, now = viewer().account, moment()
    team = read_team(tx, account=account, person=person, moment=now)
    if team is None or read_consents(tx, account=account, person=person, moment=now) is None:
        return False
    entries = [entry_of(one.id, "full", one.reasons) for one in team.involvements]
    people = sorted({person, *(one.person for one in team.involvements)})
    record(tx, event_of_request("preview_consent", subject=person, people=people, entries=entries))
    return True
