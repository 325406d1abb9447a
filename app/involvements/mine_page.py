"""All that a practitioner holds and held, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.team.team_table import SOURCES
from app.wording import ago, long_day, middle_day
from graph.my_involvements import Mine


@dataclass(frozen=True, slots=True)
class MyLine:
    """One involvement; one with somebody who may not be seen has the name and `until` alone, and no links."""

    id: str
    person: str
    name: str
    seen: bool
    work: str
    kept: str
    """Since when, who recorded it and when it was last confirmed."""
    until: str
    doubt: str
    tags: tuple[str, ...]
    may_keep: bool
    today: bool
    """It was confirmed today."""


class MinePage:
    """What is held now, that which was confirmed longest ago first, and what is over, the latest first."""

    def __init__(self, held: Sequence[Mine], today: date) -> None:
        current = [one for one in held if one.current]
        current.sort(key=lambda one: (one.last_confirmed or one.from_ or date.min, one.name, one.id))
        over = [one for one in held if not one.current]
        over.sort(key=lambda one: (-(one.to or today).toordinal(), one.name, one.id))
        self.current = [_line(one, today) for one in current]
        self.past = [_line(one, today) for one in over]
        self.confirmed = any(one.may_keep for one in current)


def _line(one: Mine, today: date) -> MyLine:
    agency = "" if one.own_agency or not one.agency_name else f"for {one.agency_name}"
    tags = [word for word, holds in (("Lead", one.lead and one.current), ("Unconfirmed", not one.confirmed)) if holds]
    return MyLine(
        id=one.id,
        person=one.person,
        name=one.name,
        seen=one.identity != "none",
        work=", ".join(word for word in (one.type_label, one.role, agency) if word),
        kept=_kept(one, today),
        until=middle_day(one.to) if one.to else "",
        doubt=_doubt(one),
        tags=tuple(tags) if one.identity != "none" else (),
        may_keep=one.may_keep,
        today=one.last_confirmed == today,
    )


def _kept(one: Mine, today: date) -> str:
    since = f"since {middle_day(one.from_)}, " if one.from_ else ""
    until = f"until {middle_day(one.to)}, " if one.to else ""
    source = SOURCES.get(one.source or "", "source not recorded")
    confirmed = ago(one.last_confirmed, today) if one.last_confirmed else "never"
    return f"{since}{until}{source}; last confirmed: {confirmed}"


def _doubt(one: Mine) -> str:
    if one.handed_over_on:
        return f"You said on {long_day(one.handed_over_on)} that somebody else has it: hand it over to them"
    if one.unanswered_on:
        return "Reminders were not answered; your agency’s administrators were told"
    return f"Asked on {long_day(one.asked_on)}" if one.asked_on else ""
