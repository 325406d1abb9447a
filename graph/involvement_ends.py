"""What the ends and hand-overs of involvements share: what is stored, what waits for a receiver, whom to tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph.driver import Transaction
from graph.history import keep_former
from graph.moment import Moment
from graph.notices import tell
from graph.proposals import Touched, own_id
from graph.query_loader import Nothing, read_query, write_query


@dataclass(frozen=True, slots=True)
class Stored:
    """An involvement as the transaction that changes it needs it."""

    id: str
    person: str
    practitioner: str
    agency: str
    type: str
    from_: date | None
    to: date | None
    lead: bool
    confirmed: bool
    current: bool


@dataclass(frozen=True, slots=True)
class HandOver:
    """A hand-over that waits for its receiver: the proposal's id, and the involvement that is handed over."""

    id: str
    former: str
    receiver_name: str


@dataclass(frozen=True, slots=True)
class AccountId:
    """The id of an account."""

    id: str


@dataclass(frozen=True, slots=True)
class Ending:
    """An involvement and the first day on which it is to be over."""

    involvement: str
    to: date


_WAS_DONE = read_query("involvements/was_done", Touched)
_STORED = read_query("involvements/stored", Stored)
_HAND_OVERS = read_query("involvements/hand_overs", HandOver)
_ACCOUNTS = read_query("involvements/accounts_of", AccountId)
_CHANGE = write_query("involvements/change", Nothing)
_WITHDRAW = write_query("involvements/withdraw_hand_overs", Nothing)


def stored_involvements(tx: Transaction, involvements: Iterable[str], moment: Moment) -> dict[str, Stored]:
    """By id what is stored, for a caller who has decided that its account may change them."""
    return {row.id: row for row in tx.run(_STORED, involvements=sorted(set(involvements)), today=moment.today)}


def was_done(tx: Transaction, ids: Iterable[str]) -> bool:
    """Whether a change, an end or a hand-over has one of these ids: its form is sent again after its reply was lost."""
    return bool(tx.run(_WAS_DONE, ids=[*ids]))


def change_id(account: str, involvement: str, token: str) -> str:
    """The id under which a form's change of an involvement, or its end, is kept."""
    return own_id(account, "involvement", involvement, token)


def offer_id(account: str, involvement: str, token: str) -> str:
    """The id of the hand-over that a form makes."""
    return own_id(account, "hand_over", involvement, token)


def first_end(from_: date | None, today: date) -> date:
    """The first day on which an involvement can be over: today, or the day after it began, if that is later."""
    return max(today, from_ + timedelta(days=1)) if from_ else today


def end_stored(
    tx: Transaction, endings: Sequence[Ending], stored: dict[str, Stored], *, account: str, token: str, moment: Moment
) -> list[Stored]:
    """End some involvements that the account may end; answers those for which the day was another one before."""
    changed = [(stored[one.involvement], one.to) for one in endings if stored[one.involvement].to != one.to]
    for one, _ in changed:
        id_ = change_id(account, one.id, token)
        keep_former(tx, id_=id_, kind="involvement", of=one.id, said={"to": one.to}, account=account, moment=moment)
    tx.run(_CHANGE, changes=[{"id": one.id, "facts": {"to": to}} for one, to in changed])
    over = [one for one, to in changed if to <= moment.today]
    withdraw_hand_overs(
        tx,
        people=sorted({one.person for one in over}),
        involvements=[one.id for one in over],
        account=account,
        moment=moment,
    )
    return [one for one, _ in changed]


def hand_overs_of(tx: Transaction, *, people: Iterable[str], involvements: Iterable[str]) -> dict[str, HandOver]:
    """By involvement the hand-over that waits, for a caller whose account may change these involvements."""
    rows = tx.run(_HAND_OVERS, people=sorted(set(people)), involvements=[*involvements])
    return {row.former: row for row in rows}


def withdraw_hand_overs(
    tx: Transaction, *, people: Iterable[str], involvements: Iterable[str], account: str, moment: Moment
) -> None:
    """Take back what was to be handed over of involvements that have ended."""
    waiting = hand_overs_of(tx, people=people, involvements=involvements)
    tx.run(_WITHDRAW, proposals=sorted(one.id for one in waiting.values()), account=account, now=moment.now)


def accounts_of(tx: Transaction, practitioners: Iterable[str], agency: str) -> list[str]:
    """The active accounts of some practitioners at an agency."""
    return [row.id for row in tx.run(_ACCOUNTS, practitioners=sorted(set(practitioners)), agency=agency)]


def tell_holder(
    tx: Transaction,
    practitioner: str,
    agency: str,
    kind: str,
    person: str | None,
    *,
    by_account: str,
    moment: Moment,
    about: str,
) -> None:
    """Tell a holder what somebody else did to their involvement; of one that is over, without the person."""
    accounts = accounts_of(tx, [practitioner], agency)
    tell(tx, accounts=accounts, kind=kind, person=person, by_account=by_account, moment=moment, about=about)
