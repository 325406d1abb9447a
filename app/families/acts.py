"""What the pages of families do, each in one transaction with its audit event."""

from __future__ import annotations

from dataclasses import dataclass

from app.audit_event import event_of_request
from app.current import moment, request_id, viewer
from app.families.forms import DetailsForm
from graph.audit import record
from graph.driver import Transaction
from graph.history import Former
from graph.person_details import Changed, PersonDetails, change_details, details_history, read_details
from graph.proposals import own_id


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is recorded of a person now, and what was before."""

    details: PersonDetails
    history: list[Former]


def look_at_details(tx: Transaction, person: str) -> Recorded | None:
    """A person's details for somebody who works with them, the look recorded; None for anybody else."""
    details = read_details(tx, account=viewer().account, person=person, moment=moment())
    if details is None:
        return None
    record(tx, event_of_request("look_at_details", subject=person, people=[person], id_=f"{request_id()}-details"))
    return Recorded(details, details_history(tx, person=person))


def save_details(tx: Transaction, person: str, form: DetailsForm) -> Changed | None:
    """Record what was typed; None where the account may not."""
    id_ = own_id(viewer().account, "details", person, str(form.token.data))
    event = event_of_request("change_details", subject=person, id_=own_id(id_, "event"))
    version = str(form.version.data or "")
    return change_details(tx, event=event, id_=id_, wanted=form.details(), version=version, moment=moment())
