"""Taking back a client just added by mistake: within a day, and as long as nobody else's work with them is shown.

Whatever others did meanwhile stays, shown to the account or not: of that no answer tells (visibility.md, "Levels").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import Nothing, read_query, write_query
from graph.relations import hold_people

WITHIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AddedClient:
    """Somebody whom an account has added (added_at is UTC); others: it is shown somebody else's work with them."""

    id: str
    given_name: str
    family_name: str
    added_at: datetime
    others: bool


_ADDED = read_query("recording/added_lately", AddedClient)
_TAKE_BACK = write_query("recording/take_back", Nothing)


def added_lately(tx: Transaction, *, account: str, moment: Moment) -> list[AddedClient]:
    """Whom the account has added within a day and still works with, the newest first."""
    since = moment.now - WITHIN
    return tx.run(_ADDED, account=account, since=since, now=moment.now, today=moment.today)


def take_back(tx: Transaction, *, event: AuditEvent, moment: Moment) -> bool:
    """Take `event.subject` back for `event.account`, with the relatives of the same act whom nobody else has touched.

    False, and nothing is changed, where there is nothing to take back, or others' work with them is shown.
    """
    if event.account is None or event.subject is None:
        raise ValueError("Taking back needs an account and a subject.")
    person = event.subject
    if not _may(tx, event.account, person, moment):
        return False
    hold_people(tx, [person])
    if not _may(tx, event.account, person, moment):
        return False
    tx.run(_TAKE_BACK, person=person, account=event.account)
    record(tx, replace(event, people=[person]))
    return True


def _may(tx: Transaction, account: str, person: str, moment: Moment) -> bool:
    return any(one.id == person and not one.others for one in added_lately(tx, account=account, moment=moment))
