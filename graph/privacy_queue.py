"""The privacy queue: what a privacy officer, and never whoever did it, looks at and closes with an outcome."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Literal

from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import Nothing, read_query, write_query

Kind = Literal[
    "break_glass", "shield", "unshield", "bar", "own_involvement", "near_match", "search_budget", "proposal", "merge"
]
State = Literal["open", "closed"]
Outcome = Literal["appropriate", "follow_up", "inappropriate"]


@dataclass(frozen=True, slots=True)
class QueueItem:
    """Something to be reviewed.

    maker: the account that did it, which may not close the item; subject: the person it is about, or none; note: what
    the maker wrote, or a code, never a name; about: the id of the grant, request, proposal or edge, or none; people:
    the ids of others to be decided about, such as the members of a shielded person's families.
    """

    id: str
    kind: Kind
    maker: str
    subject: str | None = None
    note: str | None = None
    about: str | None = None
    people: list[str] = field(default_factory=list[str])


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One line of the queue; `total` counts all of its state. No name where the reader is barred from the person.

    masked: who did it, and for which agency, would tell of a sensitive service.
    """

    id: str
    kind: Kind
    state: State
    raised_at: datetime
    maker_name: str | None
    agency_name: str | None
    masked: bool
    person: str | None
    given_name: str | None
    family_name: str | None
    barred: bool
    outcome: Outcome | None
    closed_at: datetime | None
    total: int


@dataclass(frozen=True, slots=True)
class QueuedItem:
    """An item in full. `mine`: its reader did it, under whichever account, and may not close it. masked: as QueueLine.

    people: others it is about, as maps of id and names. For emergency access: lasts_until or ended_at, and the state of
    the request where one had to be accepted.
    """

    id: str
    kind: Kind
    state: State
    raised_at: datetime
    maker: str
    maker_name: str | None
    agency_name: str | None
    masked: bool
    mine: bool
    person: str | None
    given_name: str | None
    family_name: str | None
    people: list[dict[str, Any]]
    note: str | None
    about: str | None
    lasts_until: datetime | None
    ended_at: datetime | None
    request_state: str | None
    outcome: Outcome | None
    closing_note: str | None
    closed_at: datetime | None
    closed_by: str | None


@dataclass(frozen=True, slots=True)
class Closed:
    """The person an item was about that has just been closed, or none."""

    person: str | None


_PUT = write_query("privacy_queue/put", Nothing)
_LIST = read_query("privacy_queue/list", QueueLine)
_ITEM = read_query("privacy_queue/item", QueuedItem)
_CLOSE = write_query("privacy_queue/close", Closed)


def queue_item(tx: Transaction, item: QueueItem, moment: Moment) -> None:
    """Put an item in the queue, in the transaction of the act itself; the same id again changes nothing."""
    queue_items(tx, [item], moment)


def queue_items(tx: Transaction, items: Iterable[QueueItem], moment: Moment) -> None:
    """Put any number of items in the queue by one statement, which also runs where there are none."""
    tx.run(_PUT, items=[asdict(item) for item in items], now=moment.now)


def read_queue(
    tx: Transaction,
    *,
    account: str,
    state: State,
    unmasked: Sequence[str],
    skip: int,
    limit: int,
    moment: Moment,
) -> list[QueueLine]:
    """A page of the queue, newest first; nothing for whoever is no active privacy officer.

    `unmasked` are the people for whose sensitive services a second purpose was stated.
    """
    given = {"account": account, "state": state, "unmasked": [*unmasked], "skip": skip, "limit": limit}
    return tx.run(_LIST, **given, now=moment.now, today=moment.today)


def read_item(
    tx: Transaction, *, account: str, item: str, unmasked: Sequence[str], moment: Moment
) -> QueuedItem | None:
    """An item in full; None where there is none, and for who is no privacy officer or barred from its person."""
    rows = tx.run(_ITEM, account=account, item=item, unmasked=[*unmasked], now=moment.now, today=moment.today)
    return rows[0] if rows else None


def close_item(tx: Transaction, *, item: str, outcome: Outcome, note: str, event: AuditEvent, moment: Moment) -> bool:
    """Close an item for `event.account`, and record it; False where it is closed, its own, or not to be seen.

    Nor is one closed whose request still waits: accepted later, the access would be reviewed by nobody.
    """
    found = read_item(tx, account=event.account or "", item=item, unmasked=(), moment=moment)
    if found is None or found.mine or found.request_state == "pending":
        return False
    closed = tx.run(_CLOSE, item=item, account=event.account, outcome=outcome, note=note, now=moment.now)
    if closed:
        record(tx, event)
    return bool(closed)
