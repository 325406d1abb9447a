"""The trail in words: who did something, what was shown, and why an event is unusual."""

from __future__ import annotations

from datetime import datetime

from app.wording import clock_time, day_of, middle_day
from graph.audit_search import TrailEvent
from graph.audit_unusual import (
    FIRST_HOUR,
    LAST_HOUR,
    PEOPLE_IN_A_DAY,
    SEARCHES_IN_AN_HOUR,
    Why,
)

WHYS: dict[Why, tuple[str, str]] = {
    "BREAK_GLASS": ("Emergency access", "Somebody used it, or asked for it."),
    "OWN_ADDRESS": (
        "Own address",
        "A person of the practitioner’s own name has the same postcode as the person looked at.",
    ),
    "OWN_SURNAME": ("Own surname", "Somebody shown has the practitioner’s surname. It may be chance."),
    "NO_INVOLVEMENT": (
        "No involvement",
        "The account worked with nobody in the family, and saw the team because it had opened the record "
        "or used emergency access.",
    ),
    "MANY_SEARCHES": (
        "Many searches",
        f"{SEARCHES_IN_AN_HOUR} searches or more in one hour, or more than the limit.",
    ),
    "MANY_PEOPLE": ("Many people", f"{PEOPLE_IN_A_DAY} different people or more in one day."),
    "OUT_OF_HOURS": (
        "Out of hours",
        f"Before {FIRST_HOUR}am, after {LAST_HOUR - 12}pm or at a weekend.",
    ),
    "THROTTLED": ("Sign-in held back", "Many wrong passwords for one username, or from one address."),
}
"""A label, and what it means, for each reason why an event is listed as unusual."""

_COUNTED = {"MANY_SEARCHES": "searches in the hour", "MANY_PEOPLE": "people that day", "OUT_OF_HOURS": "looks that day"}
_THROUGH = {
    "around": "work with the person or the family",
    "coordinates": "coordinating the programme",
    "opened": "opening the record with a reason",
    "broken": "emergency access",
}
MASKED = "Somebody at a sensitive service"


def when(instant: datetime) -> str:
    """ "23 Nov 2026, 10.42am", London time."""
    return f"{middle_day(day_of(instant))}, {clock_time(instant)}"


def who(event: TrailEvent) -> str:
    """The practitioner, else the username; an operator's command has no account."""
    if event.masked:
        return MASKED
    if event.account is None:
        return "An operator, by command" if (event.route or "").startswith("patchwork") else "Nobody signed in"
    return event.practitioner or event.username or event.account


def shown(event: TrailEvent) -> str:
    """ "7 people, 12 involvements"; empty where nobody was shown."""
    counts = ((len(event.people), "person", "people"), (len(event.entries), "involvement", "involvements"))
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts if count)


def through(event: TrailEvent) -> str:
    """What gave sight of the subject of a look at a team."""
    return ", ".join(_THROUGH.get(word, word) for word in event.through)


def why_words(why: Why, times: int | None) -> str:
    """ "Many searches: 24 searches in the hour"."""
    label = WHYS[why][0]
    return f"{label}: {times} {_COUNTED[why]}" if times is not None and why in _COUNTED else label
