"""The privacy queue: what a privacy officer, and never whoever did it, looks at and closes with an outcome."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Literal

from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import Nothing, write_query

Kind = Literal["break_glass", "shield", "unshield", "bar", "own_involvement", "near_match", "search_budget", "proposal"]


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


_PUT = write_query("privacy_queue/put", Nothing)


def queue_item(tx: Transaction, item: QueueItem, moment: Moment) -> None:
    """Put an item in the queue, in the transaction of the act itself; the same id again changes nothing."""
    queue_items(tx, [item], moment)


def queue_items(tx: Transaction, items: Iterable[QueueItem], moment: Moment) -> None:
    """Put any number of items in the queue by one statement, which also runs where there are none."""
    tx.run(_PUT, items=[asdict(item) for item in items], now=moment.now)
