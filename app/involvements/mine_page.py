"""All that a practitioner holds and held, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.wording import ago, middle_day
from graph.my_involvements import Mine


@dataclass(frozen=True, slots=True)
class MyLine:
    """One involvement; one with somebody who may not be seen has the name and `until` alone, and no links."""

    id: str
    person: str
    name: str
    seen: bool
    work: str
    agency: str
    since: str
    until: str
    confirmed: str
    tags: tuple[str, ...]


class MinePage:
    """What is held now, by name, and what is over, the latest first."""

    def __init__(self, held: Sequence[Mine], today: date) -> None:
        over = [one for one in held if not one.current]
        over.sort(key=lambda one: (-(one.to or today).toordinal(), one.name, one.id))
        self.current = [_line(one, today) for one in held if one.current]
        self.past = [_line(one, today) for one in over]


def _line(one: Mine, today: date) -> MyLine:
    work = ", ".join(word for word in (one.type_label, one.role) if word)
    tags = [word for word, holds in (("Lead", one.lead and one.current), ("Unconfirmed", not one.confirmed)) if holds]
    return MyLine(
        id=one.id,
        person=one.person,
        name=one.name,
        seen=one.identity != "none",
        work=work,
        agency="" if one.own_agency else one.agency_name or "",
        since=middle_day(one.from_) if one.from_ else "",
        until=middle_day(one.to) if one.to else "",
        confirmed=ago(one.last_confirmed, today) if one.last_confirmed else "",
        tags=tuple(tags) if one.identity != "none" else (),
    )
