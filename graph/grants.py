"""Grants: opening a person with a stated reason gives sight of them for twelve hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import Nothing, read_query, write_query

OPENED_FOR = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Openable:
    """A person whom an account may open, with the name.

    answer: `full` (needs no opening), `findable`, or `guarded` (shielded; only after a reference and a birth date).
    """

    answer: Literal["full", "findable", "guarded"]
    given_name: str
    family_name: str


_OPENABLE = read_query("grants/openable", Openable)
_GIVE = write_query("grants/give_opened", Nothing)


def find_openable(
    tx: Transaction, *, account: str, person: str, by_reference_and_birth: bool, moment: Moment
) -> Openable | None:
    """The person where the account may open them now; None where not, and where there is no such person."""
    rows = tx.run(_OPENABLE, account=account, person=person, now=moment.now, today=moment.today)
    if not rows or (rows[0].answer == "guarded" and not by_reference_and_birth):
        return None
    return rows[0]


def open_person(
    tx: Transaction, *, event: AuditEvent, by_reference_and_birth: bool, grant: str, moment: Moment
) -> Openable | None:
    """Open `event.subject` for `event.account`, and record it, in one transaction (visibility.md, "Grants").

    Findability is decided anew here. None, and nothing is written, where the account may not open the person. Somebody
    seen in full is answered without a grant. `grant` is an id made by the caller: the same one gives one grant and one
    event however often it is sent. `event.purpose` is the stated reason.
    """
    if event.account is None or event.subject is None or not event.purpose:
        raise ValueError("An opening needs an account, a subject and a reason.")
    found = find_openable(
        tx,
        account=event.account,
        person=event.subject,
        by_reference_and_birth=by_reference_and_birth,
        moment=moment,
    )
    if found is None or found.answer == "full":
        return found
    tx.run(
        _GIVE,
        account=event.account,
        person=event.subject,
        grant=grant,
        reason=event.purpose,
        granted_at=moment.now,
        expires_at=moment.now + OPENED_FOR,
    )
    record(tx, event)
    return found
