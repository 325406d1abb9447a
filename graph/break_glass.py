"""Emergency access: a justified grant of four hours, told to the holders and reviewed (visibility.md, "Grants").

What it would show is decided by the visibility fragment with the grant in place, inside the transaction that then keeps
it or takes it back; there is no second implementation of what breaking the glass gives.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.moment import Moment
from graph.notices import tell_holders
from graph.privacy_queue import QueueItem, queue_item
from graph.query_loader import Nothing, read_query, write_query

BROKEN_FOR = timedelta(hours=4)

Found = Literal["not", "found", "certainly"]
"""How an emergency search found somebody: `certainly` is by a reference with the full date of birth."""


@dataclass(frozen=True, slots=True)
class Justification:
    """Why somebody breaks the glass: one of three codes, and a note of theirs without case detail."""

    code: str
    note: str

    def words(self) -> str:
        """As grants and audit events keep it."""
        return f"{self.code}: {self.note}"


@dataclass(frozen=True, slots=True)
class EmergencySight:
    """A person as an account sees them at this moment; `gives`: BREAK_GLASS shows something of their team."""

    person: str
    identity: Literal["full", "restricted"]
    broken: bool
    shielded: bool
    gives: bool
    given_name: str
    family_name: str
    also_known_as: list[str]


@dataclass(frozen=True, slots=True)
class Ended:
    """Whose record the emergency access was for."""

    person: str


class NothingToBreak(Exception):
    """The account may not have emergency access to this person, or there is no such person: the two stay alike."""


_SIGHT = read_query("break_glass/sight", EmergencySight)
_GIVE = write_query("break_glass/give", Nothing)
_FORGET = write_query("break_glass/forget", Nothing)
_END = write_query("break_glass/end", Ended)
_STATE = write_query("break_glass/state_justification", Nothing)
_STATED = read_query("break_glass/stated_justification", Justification)


def state_justification(tx: Transaction, *, session: str, justification: Justification) -> None:
    """Keep why this session looks in an emergency, from now on."""
    tx.run(_STATE, session=session, code=justification.code, note=justification.note)


def stated_justification(tx: Transaction, *, session: str) -> Justification | None:
    """What this session has stated; None before it has."""
    rows = tx.run(_STATED, session=session)
    return rows[0] if rows else None


def sight_now(tx: Transaction, *, account: str, person: str, moment: Moment) -> EmergencySight | None:
    """A person as the account sees them without any assumption; None where it may not, and for nobody."""
    rows = tx.run(_SIGHT, account=account, people=[person], now=moment.now, today=moment.today)
    return rows[0] if rows else None


def sights_if_broken(tx: Transaction, *, account: str, people: list[str], moment: Moment) -> list[EmergencySight]:
    """The people as the account would see them with emergency access; needs a write transaction, leaves nothing."""
    assumed = [{"id": f"assumed.{account}.{person}", "person": person} for person in people]
    _give(tx, account, assumed, "assumed", moment)
    sights = tx.run(_SIGHT, account=account, people=people, now=moment.now, today=moment.today)
    tx.run(_FORGET, grants=[one["id"] for one in assumed])
    return sights


def sight_to_break(tx: Transaction, *, account: str, person: str, found: Found, moment: Moment) -> EmergencySight:
    """The person where the account may ask for emergency access, `broken` where it lasts; NothingToBreak otherwise.

    Somebody shown to the account already may always be asked for: an answer that depended on what is hidden would tell
    it. Anybody else must have been found by an emergency search (somebody shielded, by a reference with the full date
    of birth), and emergency access must show something.
    """
    before = sight_now(tx, account=account, person=person, moment=moment)
    if before and before.broken:
        return before
    after = sights_if_broken(tx, account=account, people=[person], moment=moment)
    if not after or not after[0].broken:
        raise NothingToBreak
    enough = found == "certainly" or (found == "found" and not after[0].shielded)
    if before is None and not (enough and after[0].gives):
        raise NothingToBreak
    return replace(after[0], broken=False)


def break_glass(
    tx: Transaction, *, event: AuditEvent, grant: str, justification: Justification, moment: Moment
) -> None:
    """Give `event.account` emergency access to `event.subject`, tell the holders and queue it, in one transaction.

    Decided by the caller (`sight_to_break`, or an accepted request) in the same transaction. The same `grant` again
    changes nothing. `event.id` must be the grant's id, so that there is one event a grant.
    """
    if event.account is None or event.subject is None:
        raise ValueError("Emergency access needs an account and a subject.")
    _give(tx, event.account, [{"id": grant, "person": event.subject}], justification.words(), moment)
    record(tx, event)
    tell_holders(
        tx,
        person=event.subject,
        kind="break_glass",
        by_account=event.account,
        moment=moment,
        code=justification.code,
        about=grant,
    )
    queue_item(tx, QueueItem(grant, "break_glass", event.account, event.subject, justification.words(), grant), moment)


def end_break_glass(tx: Transaction, *, account: str, grant: str, event: AuditEvent, moment: Moment) -> str | None:
    """End an account's emergency access now and record it; answers whose record it was, None where nothing lasts.

    `event` is by whoever ends it: the account itself, or a privacy officer.
    """
    rows = tx.run(_END, account=account, grant=grant, now=moment.now)
    if not rows:
        return None
    record(tx, replace(event, subject=rows[0].person, people=[rows[0].person]))
    return rows[0].person


def _give(tx: Transaction, account: str, grants: list[dict[str, str]], reason: str, moment: Moment) -> None:
    tx.run(
        _GIVE,
        account=account,
        grants=grants,
        reason=reason,
        granted_at=moment.now,
        expires_at=moment.now + BROKEN_FOR,
    )
