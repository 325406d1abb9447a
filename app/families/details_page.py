"""A person's details in words: what is recorded now, and what was before each change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from app.families.forms import GENDERS
from app.wording import clock_time, day_of, long_day
from graph.history import Former
from graph.person_details import PersonDetails

LABELS = {
    "given_name": "Given name",
    "family_name": "Family name",
    "also_known_as": "Also known as",
    "date_of_birth": "Date of birth",
    "expected_date_of_birth": "Expected date of birth",
    "deceased_on": "Died on",
    "gender": "Gender",
    "nhs_number": "NHS number",
    "upn": "UPN",
    "local_id": "Local number",
    "address": "Address",
    "postcode": "Postcode",
}
_DAYS = {"date_of_birth", "expected_date_of_birth", "deceased_on"}


@dataclass(frozen=True, slots=True)
class FormerLine:
    """One change: when, and what the fields said before it."""

    when: str
    said: tuple[tuple[str, str], ...]


def former_lines(history: Sequence[Former]) -> list[FormerLine]:
    """What was recorded before, the newest change first."""
    return [
        FormerLine(
            f"{clock_time(one.changed_at)}, {long_day(day_of(one.changed_at))}",
            tuple((label, said(name, one.said[name])) for name, label in LABELS.items() if name in one.said),
        )
        for one in history
    ]


def differences(now: PersonDetails, wanted: PersonDetails) -> list[tuple[str, str]]:
    """What is recorded now where it is not what was typed."""
    stored, typed = asdict(now), asdict(wanted)
    return [(label, said(name, stored[name])) for name, label in LABELS.items() if stored[name] != typed[name]]


def said(name: str, value: Any) -> str:
    """What a field says, in words; days as dates or in ISO 8601."""
    if value in (None, "", []):
        return "nothing"
    if name == "gender":
        return dict(GENDERS).get(value, str(value))
    if name in _DAYS:
        return long_day(value if isinstance(value, date) else date.fromisoformat(value))
    return ", ".join(value) if isinstance(value, list) else str(value)
