"""The trail in words: what was done, who did it, what was shown, and why an event is unusual."""

from __future__ import annotations

from datetime import datetime

from app.team.wording import clock_time, day_of, middle_day
from graph.audit_search import TrailEvent
from graph.audit_unusual import (
    FIRST_HOUR,
    LAST_HOUR,
    PEOPLE_IN_A_DAY,
    SEARCHES_IN_AN_HOUR,
    Why,
)

KINDS = {
    "team": "Looked at a team",
    "home": "Opened the home page",
    "search": "Searched",
    "search_budget_exceeded": "Searched more than allowed",
    "open": "Opened a record with a reason",
    "ask_break_glass": "Asked to break the glass",
    "break_glass": "Broke the glass",
    "end_break_glass": "Ended emergency access",
    "shared_practitioners": "Looked at shared practitioners",
    "sign_in": "Signed in",
    "sign_in_failed": "Sign-in failed",
    "sign_in_throttled": "Sign-in held back after many tries",
    "sign_out": "Signed out",
    "state_purpose": "Stated a purpose",
    "view_access": "Looked at who can see",
    "view_trail": "Looked at the audit trail",
    "view_privacy_queue": "Looked at the privacy queue",
    "close_queue_item": "Closed an item of the privacy queue",
    "shield": "Shielded a person",
    "unshield": "Ended a shield",
    "bar": "Barred an account from a person",
    "lift_bar": "Lifted a bar",
    "add_own_involvement": "Added their own involvement",
    "link": "Linked two people",
    "end_link": "Ended a link between two people",
    "end_membership": "Ended a membership of a family",
    "create_account": "Made an account",
    "set_password": "Set a password",
    "import": "Imported a file",
    "export": "Exported everything",
    "forget_audit": "Deleted what old events said",
    "restore": "Restored a backup",
    "access_matrix": "Asked who may see what",
    "access_identities": "Asked how much of people shows",
    "access_explain": "Asked why an involvement shows",
    "access_viewers": "Asked who can see an involvement",
}

WHYS: dict[Why, tuple[str, str]] = {
    "BREAK_GLASS": ("Emergency access", "The glass was broken, or somebody asked for it."),
    "OWN_ADDRESS": (
        "Own address",
        "A person of the practitioner’s own name has the same postcode as the person looked at.",
    ),
    "OWN_SURNAME": ("Own surname", "Somebody shown has the practitioner’s surname. It may be chance."),
    "NO_INVOLVEMENT": (
        "No involvement",
        "The account worked with nobody in the family, and saw the team because it had opened the record "
        "or broken the glass.",
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


def what(kind: str) -> str:
    """What was done; a kind that has no words here is told by its own."""
    return KINDS.get(kind, kind.replace("_", " ").capitalize())


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
