"""Who looked at a person, or at anybody of the person's family today: for privacy officers, day by day.

Practitioners are not told: an account that looked would tell that its agency is involved, which the visibility fragment
may hide from them (docs/decisions/subject-access.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from app.audit.looks import purpose_of_session
from app.audit_event import event_of_request
from app.current import moment, viewer
from app.subject_access.parties import MASKED
from app.subject_access.wording import reason
from app.trail.kinds import what
from app.wording import clock_time, day_of, listed, long_day
from graph.audit import record
from graph.audit_trail import LookAtPerson, looks_at_person
from graph.audit_views import read_family
from graph.driver import Transaction

PER_PAGE = 50
_WHAT = {
    "team": "Looked at the team",
    "search": "Searched, and found",
    "open": "Opened the record with a reason",
    "break_glass": "Used emergency access",
    "view_access": "Checked who can see",
    "state_purpose": "Stated why they look at sensitive services",
    "subject_access": "Prepared or read a subject access report",
    "shared_practitioners": "Looked at families who share practitioners",
    "home": "Saw them in their own list",
}
_THROUGH = {
    "direct": "works with the person",
    "around": "works with the person or the family",
    "opened": "opened the record with a reason",
    "broken": "used emergency access",
    "coordinates": "coordinates the families programme in the area",
}


@dataclass(frozen=True, slots=True)
class LookLine:
    """One event. direct: those of the family whom it was about; beside: those who were shown beside somebody else."""

    time: str
    who: str
    agency: str
    role: str
    what: str
    direct: str
    beside: str
    why: str
    masked: bool


@dataclass(frozen=True, slots=True)
class Day:
    """The looks of one day in London, newest first."""

    name: str
    lines: tuple[LookLine, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """A page of looks; `more`: there are older ones; masked: some line of it is."""

    person: str
    name: str
    of_family: bool
    days: tuple[Day, ...]
    page: int
    more: bool
    masked: bool


@dataclass(frozen=True, slots=True)
class _Shown:
    """One event with the names of those it showed."""

    look: LookAtPerson
    direct: tuple[str, ...]
    beside: tuple[str, ...]


def look_at_looks(tx: Transaction, person: str, of_family: bool, page: int) -> Looked | None:
    """A page of the looks, recorded as a look of its own; None where there is no such person."""
    stated = purpose_of_session(tx)
    unmasked = stated.sensitive_people
    family = read_family(tx, account=viewer().account, person=person, unmasked=unmasked, moment=moment())
    if family is None:
        return None
    names = {one.person.id: one.person.given_name for one in family.members if of_family or one.person.id == person}
    shown = _shown(tx, names, unmasked, page * PER_PAGE + 1)
    here = shown[(page - 1) * PER_PAGE : page * PER_PAGE]
    purpose = stated.for_event(unmasked=person in unmasked)
    record(tx, event_of_request("view_access", purpose=purpose, subject=person, people=sorted(names)))
    subject = family.members[0].person
    return Looked(
        person=person,
        name=f"{subject.given_name} {subject.family_name}",
        of_family=of_family,
        days=_days(here),
        page=page,
        more=len(shown) > page * PER_PAGE,
        masked=any(one.look.masked for one in here),
    )


def _shown(tx: Transaction, names: dict[str, str], unmasked: list[str], limit: int) -> list[_Shown]:
    """The newest events that showed any of these people, each once."""
    found: dict[object, LookAtPerson] = {}
    direct: dict[object, list[str]] = {}
    beside: dict[object, list[str]] = {}
    for person, name in names.items():
        for look in looks_at_person(tx, person=person, unmasked=unmasked, limit=limit):
            key = look.id or (look.at, look.kind, look.role)
            found[key] = look
            (direct if look.direct else beside).setdefault(key, []).append(name)
    keys = sorted(found, key=lambda key: (found[key].at, str(key)), reverse=True)[:limit]
    return [_Shown(found[key], tuple(direct.get(key, ())), tuple(beside.get(key, ()))) for key in keys]


def _days(shown: list[_Shown]) -> tuple[Day, ...]:
    by_day = groupby(shown, key=lambda one: day_of(one.look.at))
    return tuple(Day(long_day(day), tuple(map(_line, some))) for day, some in by_day)


def _line(one: _Shown) -> LookLine:
    look = one.look
    through = listed([_THROUGH[code] for code in look.through if code in _THROUGH] or [""])
    why = [through[:1].upper() + through[1:], reason(look.purpose or "")]
    return LookLine(
        time=clock_time(look.at),
        who=MASKED if look.masked else look.practitioner or look.username or "An operator of the system",
        agency=look.agency_name or "",
        role=look.role or "",
        what=_WHAT.get(look.kind) or what(look.kind),
        direct=listed(one.direct) if one.direct else "",
        beside=listed(one.beside) if one.beside else "",
        why=". ".join(part for part in why if part),
        masked=look.masked,
    )
