"""What is recorded of an involvement, in words: now, before each change, and where somebody else was quicker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from app.families.details_page import FormerLine
from app.proposals.forms import BASES
from app.wording import clock_time, day_of, long_day
from graph.history import Former
from graph.involvements import Facts, Involvement

LABELS = {
    "type": "Kind of work",
    "role": "Role",
    "from": "Since",
    "to": "Over from",
    "basis": "Basis",
    "sensitive": "Sensitive",
    "broker": "Who puts others in touch",
    "lead": "Lead",
    "last_confirmed": "Last confirmed",
    "handed_over_on": "Said to be somebody else’s on",
}
_DAYS = {"from", "to", "last_confirmed", "handed_over_on"}
DONE = {
    "changed": "What you changed is recorded.",
    "ended": "It is ended.",
    "asked": "Your colleague is asked. It stays yours until they accept.",
    "waits": "Nothing was changed: a colleague has been asked already.",
    "nobody": "Nothing was changed: whom you chose does not work for your agency today.",
    "lead_asked": "Your request is recorded.",
    "withdrawn": "Your request is taken back.",
    "agreed": "They lead from now on.",
    "left": "What you chose is done. What you hand over stays as it is until your colleagues accept.",
}
"""What was just done, by the code that an address carries."""


def recorded(found: Involvement) -> list[tuple[str, str]]:
    """What its reader is told of an involvement, by label."""
    said = _by_name(found.read(asdict(found.facts)))
    lines = [(label, _said(name, said[name], _names(found))) for name, label in LABELS.items() if name in said]
    confirmed = long_day(found.last_confirmed) if found.last_confirmed else "not yet"
    lead = "yes" if found.lead and found.current else "no"
    return [
        ("Practitioner", f"{found.practitioner_name}, {found.agency_name}"),
        *lines,
        ("Lead", lead),
        ("Last confirmed", confirmed),
    ]


def former_lines(history: Sequence[Former], found: Involvement, types: Mapping[str, str]) -> list[FormerLine]:
    """What was recorded before each change, the newest first."""
    names = {**_names(found), **types}
    return [
        FormerLine(
            f"{clock_time(one.changed_at)}, {long_day(day_of(one.changed_at))}",
            tuple((label, _said(name, one.said[name], names)) for name, label in LABELS.items() if name in one.said),
        )
        for one in history
    ]


def differences(now: Involvement, wanted: Facts, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """What is recorded now where it is not what was typed, as far as its reader may know."""
    stored, typed = _by_name(now.read(asdict(now.facts))), _by_name(asdict(wanted))
    known = {**_names(now), **names}
    return [
        (label, _said(name, stored[name], known))
        for name, label in LABELS.items()
        if name in stored and stored[name] != typed[name]
    ]


def listed_types(types: Iterable[Any]) -> dict[str, str]:
    """The code list by code."""
    return {one.code: one.label for one in types}


def last_moment(due_at: datetime) -> str:
    """When a request for the lead takes effect at the latest."""
    return long_day(day_of(due_at))


def _by_name(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name.rstrip("_"): value for name, value in facts.items()}


def _names(found: Involvement) -> dict[str, str]:
    names = {found.type: found.type_label, **dict(BASES)}
    return names | ({found.broker: found.broker_name} if found.broker and found.broker_name else {})


def _said(name: str, value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value in (None, ""):
        return "nothing"
    if name in _DAYS:
        return long_day(value if isinstance(value, date) else date.fromisoformat(value))
    if name == "broker":
        return names.get(value, "another practitioner")
    return names.get(value, str(value)) if name in ("type", "basis") else str(value)
