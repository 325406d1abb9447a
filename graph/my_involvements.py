"""Everything that a practitioner holds, listed for themselves; and what they do with it when they leave.

A practitioner ends or hands over all of it in one act, or an administrator of the agency does, to whom people are
initials (visibility.md, "Who may change what"). Nothing is done where one line of it cannot be.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graph.audit import AuditEvent, entry_of, record
from graph.driver import Transaction
from graph.hand_over import Offer, offer_stored
from graph.involvement_ends import Ending, Stored, end_stored, stored_involvements, tell_holder
from graph.moment import Moment
from graph.proposals import own_id
from graph.query_loader import read_query
from graph.relations import hold_people


@dataclass(frozen=True, slots=True)
class Mine:
    """An own involvement; of a past one with somebody whom one may not see (`identity` none), name and `to` alone.

    may_keep: its holder may say whether it still holds. The days are those of graph.still_true.Held.
    """

    id: str
    person: str
    given_name: str
    family_name: str
    identity: str
    agency: str
    agency_name: str | None
    type_label: str | None
    role: str | None
    from_: date | None
    to: date | None
    lead: bool
    confirmed: bool
    last_confirmed: date | None
    current: bool
    own_agency: bool
    may_keep: bool
    source: str | None
    asked_on: date | None
    unanswered_on: date | None
    handed_over_on: date | None
    reasons: list[str]

    @property
    def name(self) -> str:
        """The person's whole name."""
        return f"{self.given_name} {self.family_name}"


@dataclass(frozen=True, slots=True)
class HeldForAgency:
    """What a practitioner holds for an administrator's agency, as maps with initials."""

    name: str
    agency: str
    held: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class ToLeave:
    """An involvement of somebody who leaves; `whom` is a name, or initials for an administrator."""

    id: str
    person: str
    whom: str
    type_label: str
    from_: date | None
    to: date | None
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Leaver:
    """A practitioner, by name, and what they hold for the account's agency."""

    practitioner: str
    name: str
    held: tuple[ToLeave, ...]


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is to be done with the involvements of somebody who leaves."""

    endings: tuple[Ending, ...]
    offers: tuple[Offer, ...]


_MINE = read_query("involvements/mine", Mine)
_HELD_FOR_AGENCY = read_query("involvements/held_for_agency", HeldForAgency)


def my_involvements(tx: Transaction, *, account: str, moment: Moment) -> list[Mine]:
    """What the account's practitioner holds or held, for whichever agency, by the person's name."""
    return tx.run(_MINE, account=account, now=moment.now, today=moment.today)


def my_leaving(tx: Transaction, *, account: str, practitioner: str, moment: Moment) -> Leaver:
    """What the account's practitioner may end or hand over: what they hold for its agency now."""
    mine = my_involvements(tx, account=account, moment=moment)
    held = (
        ToLeave(one.id, one.person, one.name, one.type_label or "", one.from_, one.to, one.confirmed)
        for one in mine
        if one.current and one.own_agency
    )
    return Leaver(practitioner, "", tuple(held))


def leaving_of(tx: Transaction, *, account: str, practitioner: str, moment: Moment) -> Leaver | None:
    """The same for an administrator of the agency; None where the practitioner never worked for it, or it is none."""
    rows = tx.run(_HELD_FOR_AGENCY, account=account, practitioner=practitioner, today=moment.today)
    if not rows:
        return None
    held = (
        ToLeave(one["id"], one["person"], one["initials"], one["type_label"], one["from"], one["to"], one["confirmed"])
        for one in rows[0].held
    )
    return Leaver(practitioner, rows[0].name, tuple(held))


def leave(tx: Transaction, *, event: AuditEvent, leaver: Leaver, leaving: Leaving, token: str, moment: Moment) -> None:
    """End and offer what `leaver` holds, which the account has read in this transaction.

    What the leaver does not hold any more is left alone: somebody else was quicker, or the form is sent again.
    """
    account = str(event.account)
    people = {one.id: one.person for one in leaver.held}
    hold_people(tx, people.values())
    stored = stored_involvements(tx, people, moment)
    ending = [one for one in leaving.endings if _may_end(stored.get(one.involvement), moment)]
    offered = [one for one in leaving.offers if _may_offer(stored.get(one.involvement))]
    ended = end_stored(tx, ending, stored, account=account, token=token, moment=moment)
    given = offer_stored(tx, offered, stored, account=account, token=token, moment=moment)
    changed = sorted((*ended, *given), key=lambda one: one.id)
    if not changed:
        return
    by_administrator = event.role == "administrator"
    if by_administrator:
        about = own_id(account, "leave", leaver.practitioner, token)
        agency = changed[0].agency
        kind = "involvements_ended"
        tell_holder(tx, leaver.practitioner, agency, kind, None, by_account=account, moment=moment, about=about)
    level, reason = ("audit", "CHANGED") if by_administrator else ("full", "OWN")
    entries = [entry_of(one.id, level, [reason]) for one in changed]
    codes = f"ended: {len(ended)}, handed over: {len(given)}"
    purpose = f"{event.purpose} / {codes}" if event.purpose else codes
    people = sorted({one.person for one in changed})
    record(tx, replace(event, people=people, entries=entries, purpose=purpose))


def _may_end(one: Stored | None, moment: Moment) -> bool:
    return one is not None and (one.to is None or moment.today < one.to)


def _may_offer(one: Stored | None) -> bool:
    return one is not None and one.confirmed and one.current
