"""The words of a person's report for codes of the graph: bases, sources, kinds of look, family links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

from app.audit.forms import PURPOSES
from app.wording import clock_time, day_of, long_day

BASES = {
    "public_task": "It is a task in the public interest.",
    "legal_obligation": "The law requires it.",
    "vital_interests": "It protects somebody’s life.",
    "consent": "Consent was given.",
}
SOURCES = {
    "self": "the practitioner",
    "colleague": "a colleague",
    "import": "a file from the agency’s own system",
    "invite": "an invitation that the practitioner accepted",
}
_PURPOSES = {
    **dict(PURPOSES),
    "consent_obtained": "Consent was obtained",
    "legal_requirement": "The law requires it",
    "significant_harm": "A risk of significant harm",
}
_CODE = re.compile(rf"(^| / sensitive services: )({'|'.join(_PURPOSES)}): ")
WAYS = {"spoken": "Spoken", "signed": "Signed"}
DECISIONS = {"given": "Consent given", "refused": "Consent refused", "withdrawn": "Consent withdrawn"}
GIVERS = {
    "self": "you",
    "parental_responsibility": "somebody with parental responsibility",
    "representative": "somebody who represents you",
}
GENDERS = {"female": "female", "male": "male", "other": "other", "unknown": "unknown"}
QUALITIES = {"strong": "strong", "tenuous": "tenuous", "stressful": "stressful", "cut_off": "cut off"}
LINKS = {
    "parent_of": ("Your child", "Your parent"),
    "carer_of": ("You care for", "Your carer"),
    "grandparent_of": ("Your grandchild", "Your grandparent"),
    "partner_of": ("Your partner", "Your partner"),
    "sibling_of": ("Your brother or sister", "Your brother or sister"),
    "other_relative_of": ("Your relative", "Your relative"),
    "friend_of": ("Your friend", "Your friend"),
    "neighbour_of": ("Your neighbour", "Your neighbour"),
}
"""For a link that goes out from the person, and for one that comes in."""
QUEUE = {
    "break_glass": "Emergency access to your record, reviewed by a privacy officer",
    "shield": "Your record was shielded",
    "unshield": "Somebody asked to lift the shield of your record",
    "bar": "Somebody was barred from your record",
    "own_involvement": "A practitioner said that they work with you",
    "near_match": "A record nearly the same as yours was made",
    "search_budget": "Somebody searched very often",
    "proposal": "A proposal that concerns you",
}
PROPOSALS = {
    "own_involvement": "A practitioner said that they work with you",
    "involvement": "Somebody said that a practitioner works with you",
    "hand_over": "A practitioner’s work with you was to be taken over by a colleague",
    "membership": "Somebody proposed that you belong to a family",
    "link": "Somebody proposed a family link",
    "unshield": "Somebody proposed to lift the shield of your record",
    "lift_bar": "Somebody proposed to let a barred practitioner see your record again",
    "consent": "Consent with sensitive services was recorded, to count once one of them accepts it",
}
STATES = {
    "open": "waits",
    "closed": "closed",
    "waiting": "waits",
    "pending": "waits",
    "accepted": "accepted",
    "declined": "declined",
    "withdrawn": "withdrawn",
}
LOOKS = {
    "team": ("Looked at the team around you", "Looked at the team around somebody else, where you are shown"),
    "search": ("Searched for people, and found you", "Searched for people, and found you among them"),
    "open": ("Opened your record with a reason", "Opened somebody’s record, where you are shown"),
    "break_glass": ("Used emergency access to your record", "Used emergency access where you are shown"),
    "view_access": (
        "Checked who can see what is held about you",
        "Checked who can see what is held about somebody else, where you are shown",
    ),
    "state_purpose": (
        "Stated why they look at sensitive services of your family",
        "Stated why they look at sensitive services of a family that you belong to",
    ),
    "subject_access": ("Prepared or read a report like this one about you", "Prepared a report where you are shown"),
    "shared_practitioners": (
        "Looked at families who share practitioners",
        "Looked at families who share practitioners, yours among them",
    ),
    "home": ("Saw you in their own list", "Saw you in their own list"),
}
"""For what was about the person, and for what showed the person beside others."""
THROUGH = {
    "direct": "they work with you",
    "around": "they work with you or your family",
    "opened": "they opened your record with a reason",
    "broken": "they used emergency access",
    "coordinates": "they coordinate the families programme in your area",
}


def look_words(kind: str, direct: bool) -> str:
    """What somebody did; a kind without words of its own is named by its code."""
    plain = kind.replace("_", " ")
    told = LOOKS.get(
        kind, (f"Recorded or changed something about you ({plain})", f"Recorded or changed something ({plain})")
    )
    return told[0] if direct else told[1]


def what(words: Mapping[str, str], code: str) -> str:
    """The words for a code; a code without any is told as it is."""
    return words.get(code, code.replace("_", " "))


def state(code: str) -> str:
    """How far a review, request or proposal has come."""
    return what(STATES, code)


def reason(purpose: str) -> str:
    """A purpose as the audit trail keeps it ("check: words"), with its codes in words."""
    return _CODE.sub(lambda found: f"{found[1]}{_PURPOSES[found[2]]}: ", purpose)


def when(instant: datetime) -> str:
    """ "14 March 2017, 10.42am", London time."""
    return f"{long_day(day_of(instant))}, {clock_time(instant)}"


def span(from_: date | None, to: date | None) -> str:
    """ "from 2 March 2026" or "2 March 2026 to 4 May 2026"; an end is the first day on which it is over."""
    begun = long_day(from_) if from_ else "a day that is not recorded"
    return f"from {begun} until {long_day(to)}" if to else f"since {begun}"
