"""Proposals: changes that would widen somebody's sight, without effect until somebody else accepts them.

A proposal is a node of ids and codes. Who may answer it is decided by cypher/proposals/waiting.cypher, with the
visibility fragment, each time it is listed, opened or answered (visibility.md, "Who may change what").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Literal

from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import Nothing, read_query, write_query

GOOD_FOR = timedelta(days=28)
"""How long somebody may accept; own involvements wait longer, because a privacy officer closes them in the end."""

Kind = Literal[
    "own_involvement",
    "involvement",
    "hand_over",
    "membership",
    "link",
    "unshield",
    "lift_bar",
    "shield",
    "bar",
    "consent",
    "reconfirm",
]
State = Literal["waiting", "accepted", "declined", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal as one account may see it.

    mine: made by this account, which may withdraw it; else it waits for this account's answer. sides are the people it
    is about, as maps with `person`, `identity`, `direct` and the names, which are empty where they may not be told.
    pending are the ids of those people for whom somebody who works with them must still accept. consent is what a
    decision about consent says, as a map, and `maker_shown`: whether its reader may be told who recorded it. maker_name
    is None where it would tell of a sensitive service.
    """

    id: str
    kind: Kind
    mine: bool
    may_accept: bool
    made_at: datetime
    reason: str | None
    maker: str
    maker_name: str | None
    maker_agency: str | None
    maker_phone: str | None
    maker_email: str | None
    person: str
    other: str | None
    sides: list[dict[str, Any]]
    pending: list[str]
    link_kind: str | None
    qualifier: str | None
    family: str | None
    family_name: str | None
    type_label: str | None
    asked_name: str | None
    consent: dict[str, Any] | None

    def name(self, person: str | None) -> str:
        """The whole name of one of its people; empty where this account may not be told."""
        for side in self.sides:
            if side["person"] == person and side["given_name"] is not None:
                return f"{side['given_name']} {side['family_name']}"
        return ""


@dataclass(frozen=True, slots=True)
class Answered:
    """The state of a proposal that the asking account has answered already."""

    state: State


@dataclass(frozen=True, slots=True)
class Stored:
    """Everything that is kept of a proposal."""

    details: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Touched:
    """The id of something that a statement found or changed."""

    id: str


_WAITING = read_query("proposals/waiting", Waiting)
_KEEP = write_query("proposals/keep", Nothing)
_HOLD = write_query("proposals/hold", Nothing)
_SETTLE = write_query("proposals/settle", Nothing)
_ANSWERED = read_query("proposals/answered", Answered)
_STORED = read_query("proposals/stored", Stored)


def own_id(account: str, *parts: str) -> str:
    """The id under which something is stored that an account's form names by a random token.

    Made from the account too, so that no token, however chosen, meets the id of what somebody else has made: neither
    a fault nor a silence tells that it exists. The same form sent twice has the same id.
    """
    return sha256("\0".join((account, *parts)).encode()).hexdigest()[:32]


def proposals_of(
    tx: Transaction, *, account: str, moment: Moment, unmasked: Sequence[str] = (), only: str | None = None
) -> list[Waiting]:
    """What the account may answer, and what it proposed itself, oldest first; `only`: this one alone, if any.

    `unmasked` are the people for whose sensitive services a privacy officer has stated a second purpose.
    """
    given = {"account": account, "only": only, "unmasked": [*unmasked]}
    return tx.run(_WAITING, **given, now=moment.now, today=moment.today)


def waiting_for(tx: Transaction, *, account: str, moment: Moment) -> list[Waiting]:
    """What waits for this account's answer, oldest first."""
    return [one for one in proposals_of(tx, account=account, moment=moment) if not one.mine]


def keep(
    tx: Transaction, *, id_: str, kind: Kind, maker: str, moment: Moment, state: State = "waiting", **details: Any
) -> None:
    """Keep a proposal, or a change made at once with the state `accepted`; once for an id however often it is sent.

    details: subject, other, agency, asked and whatever the kind needs to be carried out, as ids and codes.
    """
    proposal = {"id": id_, "kind": kind, "maker": maker, "state": state, **details}
    tx.run(_KEEP, proposal=proposal, now=moment.now)


def was_made(tx: Transaction, id_: str) -> bool:
    """Whether a proposal of this id is kept: its form is sent again. Ask while the people are held."""
    return bool(tx.run(_STORED, proposal=id_))


def hold(tx: Transaction, proposal: str) -> None:
    """Let nobody else answer a proposal until this transaction ends."""
    tx.run(_HOLD, proposal=proposal)


def settle(
    tx: Transaction, *, proposal: str, state: State, account: str, moment: Moment, pending: list[str] | None = None
) -> None:
    """Note an answer; one that ends the proposal also closes what the privacy queue holds about it."""
    tx.run(_SETTLE, proposal=proposal, state=state, pending=pending or [], account=account, now=moment.now)


def answered_by(tx: Transaction, *, account: str, proposal: str) -> State | None:
    """What became of a proposal that this account has answered; None for any other, and for none."""
    rows = tx.run(_ANSWERED, account=account, proposal=proposal)
    return rows[0].state if rows else None


def stored(tx: Transaction, proposal: str) -> dict[str, Any]:
    """Everything kept of a proposal that exists, to carry it out."""
    return tx.run(_STORED, proposal=proposal)[0].details
