"""Contact details in words: what is recorded now, and what was before each change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from app.administration.wording import WORDS
from app.wording import clock_time, day_of, long_day
from graph.history import Former
from graph.own_contacts import Contacts

LABELS = {
    "landline": "Landline",
    "mobile": "Mobile",
    "phone": "Duty telephone",
    "email": "E-mail",
    "preferred_contact": "Best way",
    "best_time": "Best time",
    "away_from": "First day away",
    "away_to": "First day back",
    "stand_in": "Stand-in",
}


@dataclass(frozen=True, slots=True)
class FormerLine:
    """One change: when, and what the fields said before it."""

    when: str
    said: tuple[tuple[str, str], ...]


def former_lines(history: Sequence[Former], names: Mapping[str, str]) -> list[FormerLine]:
    """What was recorded before, the newest change first; `names` are those of practitioners by id."""
    lines = [
        FormerLine(
            f"{clock_time(one.changed_at)}, {long_day(day_of(one.changed_at))}",
            tuple((label, _said(name, one.said[name], names)) for name, label in LABELS.items() if name in one.said),
        )
        for one in history
    ]
    return [line for line in lines if line.said]


def differences(now: Contacts, wanted: Contacts, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """What is recorded now where it is not what was typed."""
    stored, typed = asdict(now), asdict(wanted)
    return [
        (label, _said(name, stored[name], names))
        for name, label in LABELS.items()
        if name in stored and stored[name] != typed[name]
    ]


def _said(name: str, value: Any, names: Mapping[str, str]) -> str:
    if value in (None, ""):
        return "nothing"
    if name == "preferred_contact":
        return WORDS["contact"].get(value, str(value))
    if name == "stand_in":
        return names.get(value, "a former colleague")
    if name in ("away_from", "away_to"):
        return long_day(value if isinstance(value, date) else date.fromisoformat(value))
    return str(value)
