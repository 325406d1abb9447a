"""What is new around a family since somebody looked last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.team.circle import Circle
from app.wording import day_of, listed, long_day
from graph.looks import Look


@dataclass(frozen=True, slots=True)
class Change:
    """One change: a name, the row it leads to (None where there is none) and what happened."""

    name: str
    row: str | None
    what: str


@dataclass(frozen=True, slots=True)
class SinceLastLook:
    """The day of the last look, as "16 November", and what has changed since; nothing may have."""

    day: str
    changes: tuple[Change, ...]


def new_involvements(look: Look) -> frozenset[str]:
    """The current involvements recorded since the account looked on an earlier day; none on a first look."""
    before = look.looked_before
    if before is None:
        return frozenset()
    dated = ((one.id, one.recorded_at) for one in look.team.involvements if one.current)
    return frozenset(id_ for id_, recorded in dated if recorded is not None and recorded > before)


def since_last_look(look: Look, circle: Circle, new: frozenset[str], today: date) -> SinceLastLook | None:
    """Who joined, took the lead and ended since the last look on an earlier day; None on a first look."""
    if look.looked_before is None:
        return None
    day = day_of(look.looked_before)
    joined: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for one in look.team.involvements:
        if one.id in new:
            joined.setdefault(one.practitioner.id, []).append(circle.name(one.person))
            names[one.practitioner.id] = one.practitioner.name
    leading = [
        one
        for one in look.team.involvements
        if one.current and one.id not in new and one.led_since and one.led_since > look.looked_before
    ]
    ended = [one for one in look.team.involvements if not one.current and one.to and day < one.to <= today]
    changes = [Change(names[key], f"row-practitioner-{key}", f"joined for {listed(joined[key])}") for key in joined]
    changes += [
        Change(
            one.practitioner.name, f"row-practitioner-{one.practitioner.id}", f"leads now for {circle.name(one.person)}"
        )
        for one in leading
    ]
    changes += [Change(one.practitioner.name, None, f"ended for {circle.name(one.person)}") for one in ended]
    return SinceLastLook(_day_in_short(day, today), tuple(changes))


def _day_in_short(day: date, today: date) -> str:
    return long_day(day) if day.year != today.year else long_day(day).rsplit(" ", 1)[0]
