"""What people say of Patchwork, with its answer where everybody can read it, and figures of whether it helped.

Neither names a family. An idea keeps who gave it, so that they see theirs; everybody else sees it without a name, and
only once somebody who answers for an area has read it. A usefulness keeps its week and nothing of who told it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import Nothing, read_query, write_query

State = Literal["waiting", "noted", "planned", "done", "declined"]
Reached = Literal["yes", "not_yet", "no"]
TOLD_WITHIN = timedelta(weeks=13)
"""How far back the figures go."""
SUPPRESSED_BELOW = 5
"""Counts below are not told: a small number may be one person's."""
WITHIN = ("hour", "day", "week", "longer")
"""How soon somebody was reached, from soon to late."""


@dataclass(frozen=True, slots=True)
class Idea:
    """What somebody said, as one account may read it; `total` is how many there are on all pages.

    page: the endpoint of the page from which it was said. happened: what came of it, in the words of whoever answered.
    """

    id: str
    text: str
    page: str | None
    given_at: datetime
    state: str
    shown: bool
    mine: bool
    answer: str | None
    happened: str | None
    answered_at: datetime | None
    may_answer: bool
    total: int


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: the state it sets, its words, what happened, and whether everybody may read the idea and it."""

    state: State
    text: str
    happened: str | None
    shown: bool


@dataclass(frozen=True, slots=True)
class UsefulnessRow:
    """How often one answer was given."""

    reached: str
    within: str | None
    times: int


@dataclass(frozen=True, slots=True)
class Usefulness:
    """Of `told` answers in the last 13 weeks so many reached somebody, half of them within `half_within` or sooner."""

    told: int
    reached: int
    half_within: str


_GIVE = write_query("feedback/give", Nothing)
_BOARD = read_query("feedback/board", Idea)
_ANSWER = write_query("feedback/answer", Nothing)
_TELL = write_query("feedback/tell_usefulness", Nothing)
_USEFULNESS = read_query("feedback/usefulness", UsefulnessRow)


def give(tx: Transaction, *, event: AuditEvent, id_: str, text: str, page: str | None, moment: Moment) -> None:
    """Keep what `event.account` says; `page` is the endpoint they came from, never an address with an id in it."""
    tx.run(_GIVE, id=id_, account=event.account, text=text, page=page, now=moment.now)
    record(tx, event)


def read_board(
    tx: Transaction, *, account: str, moment: Moment, skip: int = 0, limit: int = 1, only: str | None = None
) -> list[Idea]:
    """Ideas that the account may read, newest first; `only`: this one, if any."""
    return tx.run(_BOARD, account=account, only=only, today=moment.today, skip=skip, limit=limit)


def answer(tx: Transaction, *, event: AuditEvent, idea: str, given: Answer, moment: Moment) -> bool:
    """Answer an idea for `event.account`; False where it may not answer, or there is no such idea."""
    if event.account is None:
        raise ValueError("An answer needs an account.")
    found = read_board(tx, account=event.account, moment=moment, only=idea)
    if not found or not found[0].may_answer:
        return False
    tx.run(
        _ANSWER,
        id=idea,
        account=event.account,
        state=given.state,
        answer=given.text,
        happened=given.happened,
        shown=given.shown,
        now=moment.now,
    )
    record(tx, event)
    return True


def tell_usefulness(
    tx: Transaction, *, event: AuditEvent, id_: str, reached: Reached, within: str | None, moment: Moment
) -> None:
    """Keep whether somebody was reached, and how soon, by the week; the event does not tell what."""
    tx.run(_TELL, id=id_, week=_monday(moment.today), reached=reached, within=within)
    record(tx, event)


def read_usefulness(tx: Transaction, *, moment: Moment) -> Usefulness | None:
    """The figures of the last 13 weeks; None while there are too few to tell."""
    rows = tx.run(_USEFULNESS, since=_monday(moment.today - TOLD_WITHIN))
    told = sum(row.times for row in rows)
    reached = sum(row.times for row in rows if row.reached == "yes")
    # A small remainder would be told by subtraction.
    if min(reached, told - reached) < SUPPRESSED_BELOW:
        return None
    soon = {row.within: row.times for row in rows if row.reached == "yes"}
    return Usefulness(told, reached, _half(soon, reached))


def _half(soon: dict[str | None, int], reached: int) -> str:
    so_far = 0
    for within in WITHIN:
        so_far += soon.get(within, 0)
        if 2 * so_far >= reached:
            return within
    return WITHIN[-1]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
