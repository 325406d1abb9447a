"""One's own involvements in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.team.team_table import SOURCES
from app.wording import ago, long_day, middle_day
from graph.still_true import Held


@dataclass(frozen=True, slots=True)
class Line:
    """One involvement: with whom, what it is, and how sure it is."""

    id: str
    person: str
    name: str
    work: str
    since: str
    confirmed: str
    source: str
    doubt: str
    today: bool
    """It was confirmed today."""


def lines(found: Iterable[Held], today: date) -> list[Line]:
    """The involvements in words, in the order given."""
    return [_line(one, today) for one in found]


def _line(one: Held, today: date) -> Line:
    return Line(
        id=one.id,
        person=one.person,
        name=f"{one.given_name} {one.family_name}",
        work=one.role or one.type_label,
        since=f"since {middle_day(one.from_)}" if one.from_ else "",
        confirmed=ago(one.last_confirmed, today) if one.last_confirmed else "never",
        source=SOURCES.get(one.source or "", "source not recorded"),
        doubt=_doubt(one),
        today=one.last_confirmed == today,
    )


def _doubt(one: Held) -> str:
    if one.handed_over_on:
        return f"You said on {long_day(one.handed_over_on)} that somebody else has it: add them, then end yours"
    if one.unanswered_on:
        return "Reminders were not answered; your agency’s administrators were told"
    return f"Asked on {long_day(one.asked_on)}" if one.asked_on else ""
