"""What an attacker types: one form with a fitting answer for every field there is, sent to whatever takes it."""

from __future__ import annotations

from tests.app.attacks.ground import ABSENT
from tests.app.proposals.acting import token

Form = dict[str, str]


def fitting(**more: str) -> Form:
    """A form that every page would take; whatever it does not ask for is more than it asks for."""
    ids = dict.fromkeys(("one", "other", "others", "notice", "grant", "family", "practitioner", "item", "seen"), ABSENT)
    return {
        **ids,
        "token": token(),
        "key": token(),
        "version": "x",
        "name": "Zed Forged",
        "given_name": "Zed",
        "family_name": "Forged",
        "born": "1 June 2015",
        "date_of_birth": "1 June 2015",
        "type": "befriending",
        "basis": "public_task",
        "reason": "Referred to me by the school",
        "note": "Heard from the school today",
        "text": "Heard from the school today",
        "answer": "Heard from the school today",
        "details": "Heard from the school today",
        "how": "friend_of",
        "word": "given",
        "giver": "self",
        "scope": "all",
        "way": "spoken",
        "code": "check",
        "role": "coordinator",
        "agency": "a-help",
        "left": "a-help",
        "who": "p-ruth a-help",
        "from_": "today",
        "to": "1 December 2026",
        "on": "1 December 2026",
        "kind": "other",
        "sector": "statutory",
        "label": "Forged",
        "area": "north",
        "areas": "north",
        "verdict": "accept",
        "decision": "accept",
        "justification": "harm",
        "outcome": "appropriate",
        "choice": "own",
        "username": "zed.forged",
        "email": "zed@example.org",
        "state": "noted",
        "reached": "yes",
        "within": "day",
        "confirmed": "yes",
        "reference": "SAR 18",
        **more,
    }
