"""Handing an involvement over to a colleague of the agency: without effect until the receiver accepts (visibility.md).

Until then the receiver holds an unconfirmed involvement, which shows them the person's name and no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from graph.audit import AuditEvent, entry_of, record
from graph.driver import Transaction
from graph.history import keep_former
from graph.involvement_ends import Stored, accounts_of, hand_overs_of, offer_id, stored_involvements
from graph.involvement_of_others import Colleague
from graph.involvements import Involvement, held_still
from graph.moment import Moment
from graph.notices import tell
from graph.proposals import keep, own_id, was_made
from graph.query_loader import Nothing, read_query, write_query

HandedOver = Literal["asked", "waits", "nobody"]


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What a former involvement said until it was taken over."""

    id: str
    from_: date | None
    to: date | None
    lead: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """An involvement and the colleague who is to have it."""

    involvement: str
    receiver: str


_COLLEAGUES = read_query("proposals/colleagues", Colleague)
_OFFER = write_query("involvements/offer", Nothing)
_TAKE_OVER = write_query("involvements/take_over", TakenOver)


def receivers(tx: Transaction, *, account: str, moment: Moment, without: str | None = None) -> list[Colleague]:
    """The practitioners of the account's agency to whom something may be handed over, by name, but for `without`."""
    return [one for one in tx.run(_COLLEAGUES, account=account, today=moment.today) if one.id != without]


def may_hand_over(found: Involvement) -> bool:
    """Whether its account may hand an involvement over: the holder, for their agency, while it is in force."""
    return found.mine and found.own_agency and found.confirmed and found.current


def hand_over(
    tx: Transaction, *, event: AuditEvent, involvement: str, receiver: str, token: str, moment: Moment
) -> HandedOver | None:
    """Offer an involvement of `event.account`'s own to a colleague.

    `waits`: a colleague has been asked already; `nobody`: the receiver is no colleague of today. None where the account
    may not. The same token again changes nothing.
    """
    account = str(event.account)
    found = held_still(tx, account=account, involvement=involvement, moment=moment)
    if found is None or not may_hand_over(found):
        return None
    if receiver not in {one.id for one in receivers(tx, account=account, moment=moment)}:
        return "nobody"
    if was_made(tx, offer_id(account, involvement, token)):
        return "asked"
    if hand_overs_of(tx, people=[found.person], involvements=[found.id]):
        return "waits"
    stored = stored_involvements(tx, [found.id], moment)
    offer_stored(tx, [Offer(found.id, receiver)], stored, account=account, token=token, moment=moment)
    entries = [entry_of(found.id, "full", found.reasons)]
    record(tx, replace(event, subject=found.person, people=[found.person], entries=entries))
    return "asked"


def offer_stored(
    tx: Transaction, offers: Sequence[Offer], stored: dict[str, Stored], *, account: str, token: str, moment: Moment
) -> list[Stored]:
    """Offer involvements that the account may hand over, and tell the receivers; answers those newly offered."""
    waiting = hand_overs_of(
        tx,
        people=[stored[one.involvement].person for one in offers],
        involvements=[one.involvement for one in offers],
    )
    new = [(stored[one.involvement], one.receiver) for one in offers if one.involvement not in waiting]
    rows: list[dict[str, str]] = []
    for one, receiver in new:
        id_ = offer_id(account, one.id, token)
        rows.append({"id": id_, "former": one.id, "receiver": receiver})
        keep(
            tx,
            id_=id_,
            kind="hand_over",
            maker=account,
            moment=moment,
            subject=one.person,
            agency=one.agency,
            asked=receiver,
            type=one.type,
            involvement=id_,
            former=one.id,
        )
    tx.run(_OFFER, offers=rows, today=moment.today, now=moment.now)
    for agency in sorted({one.agency for one, _ in new}):
        asked = accounts_of(tx, {receiver for one, receiver in new if one.agency == agency}, agency)
        about = own_id(account, "offers", agency, token)
        tell(tx, accounts=asked, kind="hand_over", person=None, by_account=account, moment=moment, about=about)
    return [one for one, _ in new]


def carry_out_hand_over(tx: Transaction, *, details: dict[str, Any], moment: Moment) -> bool:
    """Let the receiver have it from today and end it for its holder; False where it was changed meanwhile."""
    new, former = str(details["involvement"]), str(details["former"])
    taken = tx.run(_TAKE_OVER, former=former, involvement=new, today=moment.today, now=moment.now)
    for one in taken:
        said = {"to": one.to} | ({"lead": True} if one.lead else {})
        id_ = own_id(new, "taken_over")
        keep_former(tx, id_=id_, kind="involvement", of=one.id, said=said, account=details["maker"], moment=moment)
    return bool(taken)
