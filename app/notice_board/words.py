"""Notices in words. A kind is a sentence; {who} did it for {agency}, {name} is the person, {why} a coded reason.

Where the reader has no sight of the person, the notice is not read at all, or {name} is "somebody" for privacy officers
and administrators, who have sight of nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import url_for

from app.emergency.forms import JUSTIFICATIONS
from app.wording import clock_time, day_of, long_day
from graph.notices import Notice

_SENTENCES = {
    "break_glass": "{who} of {agency} used emergency access to the team around {name}. Justification: {why}.",
    "break_glass_request": "{who} of {agency} asks for emergency access for {name}. Justification: {why}.",
    "break_glass_accepted": "Your request for emergency access was accepted. It lasts 4 hours from then.",
    "break_glass_declined": "Your request for emergency access was declined.",
    # Not who: whoever shields works with the person, which the reader may not know of them.
    "shield": "The record of {name} was shielded.",
    "own_involvement": "{who} of {agency} added themselves to the team around {name}.",
    "involvement_changed": "{who} of {agency} changed what is recorded of your work with {name}.",
    "involvement_ended": "{who} of {agency} ended an involvement of yours.",
    "involvements_ended": "{who} of {agency} ended or handed over involvements of yours.",
    "hand_over": "{who} of {agency} asks you to take over some of their agency’s work.",
    # Not by whom: the new lead, or whoever asks, may be somebody whom the reader does not see by now.
    "lead_asked": "Somebody who works with {name} asks to lead.",
    "lead_taken": "You lead for {name} now.",
    "lead_passed": "You do not lead for {name} any more.",
    "proposal_accepted": "What you proposed for {name} was accepted.",
    "proposal_declined": "What you proposed for {name} was declined.",
    "consent_ends": "A decision about consent of {name} ends soon. Ask again before it does.",
}
_OTHER = "Something about {name} has changed."
_LINKS: dict[str, tuple[str, Callable[[Notice], str]]] = {
    "break_glass_request": ("Accept or decline", lambda one: url_for("emergency.look", request_id=one.about)),
    "break_glass_accepted": ("See your request", lambda one: url_for("emergency.own_request", request_id=one.about)),
    "involvement_ended": ("See what you hold", lambda one: url_for("involvements.mine")),
    "involvements_ended": ("See what you hold", lambda one: url_for("involvements.mine")),
    "hand_over": ("See what waits for you", lambda one: url_for("proposals.board")),
    "lead_asked": ("See who asks", lambda one: url_for("involvements.show", involvement=str(one.about).split(".")[0])),
    "break_glass_declined": ("See your request", lambda one: url_for("emergency.own_request", request_id=one.about)),
    "consent_ends": ("See what was decided", lambda one: url_for("consent.consent", person=one.person)),
}
"""Where something can be done about a kind: the link's words and its address."""


@dataclass(frozen=True, slots=True)
class Line:
    """A notice as its page shows it; `person` leads to the team, `link` to what can be done about it."""

    id: str
    text: str
    when: str
    seen: bool
    person: str | None
    link: tuple[str, str] | None


def line(one: Notice) -> Line:
    """A notice in words."""
    words, address = _LINKS.get(one.kind, ("", None))
    return Line(
        id=one.id,
        text=_SENTENCES.get(one.kind, _OTHER).format(
            who=one.by_name or "Somebody",
            agency=one.by_agency or "an agency",
            name=f"{one.given_name} {one.family_name}" if one.given_name else "somebody",
            why=JUSTIFICATIONS.get(one.code or "", ("another reason",))[0].lower(),
        ),
        when=f"{clock_time(one.told_at)}, {long_day(day_of(one.told_at))}",
        seen=one.seen,
        person=one.person,
        link=(words, address(one)) if address and one.about else None,
    )
