"""Reminders before a decision about consent ends: once for each, by a notice and a mail that holds a link alone.

Whoever recorded it is reminded while they work with the person; else everybody who does and may be told of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from graph.audit import AuditEvent, record
from graph.consent import Decision, read_consents
from graph.driver import Database, Transaction
from graph.moment import Moment
from graph.notices import holders_of, tell
from graph.proposals import Touched
from graph.query_loader import read_query, write_query

BEFORE = timedelta(days=28)
AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Ending:
    """A decision that ends soon."""

    id: str
    person: str


_ENDING = read_query("consent/ending", Ending)
_MARK = write_query("consent/mark_reminded", Touched)


def remind_of_ending(database: Database, moment: Moment, *, link: str | None) -> int:
    """Remind of what ends within the next 28 days, each in a transaction; answers of how many decisions.

    `link` is the address of the page of notices; None leaves it out of the mails.
    """
    until = moment.now + BEFORE
    ending = database.read(lambda tx: tx.run(_ENDING, until=until, limit=AT_ONCE, now=moment.now))
    return sum(database.write(lambda tx, one=one: _remind(tx, one, moment, link)) for one in ending)


def _remind(tx: Transaction, ending: Ending, moment: Moment, link: str | None) -> bool:
    if not tx.run(_MARK, consent=ending.id, now=moment.now):
        return False
    holders = holders_of(tx, person=ending.person, moment=moment)
    told = {one: found for one in holders if (found := _told_of(tx, one, ending, moment))}
    recorders = [one for one, found in told.items() if found.by_me]
    for account in recorders or told:
        tell(
            tx,
            accounts=[account],
            kind="consent_ends",
            person=ending.person,
            by_account=account,
            moment=moment,
            about=ending.id,
            link=link,
        )
    event = AuditEvent(
        kind="remind_of_consent",
        at=moment.now,
        subject=ending.person,
        people=[ending.person],
        objects=[f"consent:{ending.id}"],
        id=sha256(f"remind {ending.id}".encode()).hexdigest()[:32],
    )
    record(tx, event)
    return True


def _told_of(tx: Transaction, account: str, ending: Ending, moment: Moment) -> Decision | None:
    """The decision where this account may be told of it."""
    known = read_consents(tx, account=account, person=ending.person, moment=moment)
    return known.decision(ending.id) if known else None
