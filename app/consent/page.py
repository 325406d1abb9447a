"""Decisions about consent in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.consent.forms import WAYS
from app.consent.standing import Standing, differ, is_own, standings
from app.wording import clock_time, day_of, long_day
from graph.consent import Consents, Decision

_GIVERS = {
    "parental_responsibility": "A parent with parental responsibility",
    "representative": "Somebody else who may decide for them",
}
_SAID = {"given": "said yes", "refused": "said no", "withdrawn": "took their yes back"}
WAITS = (
    "It counts once a practitioner of a sensitive service has recorded or accepted it. Whether one has is not shown to "
    "anybody: it would tell that there is such a service."
)


@dataclass(frozen=True, slots=True)
class Line:
    """One decision as the page shows it; `may_end` where it can be taken back."""

    id: str
    title: str
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    may_end: bool


@dataclass(frozen=True, slots=True)
class ConsentPage:
    """The person's own decisions that are left, those of others, and what is over."""

    person: str
    name: str
    given_name: str
    own: tuple[Line, ...]
    others: tuple[Line, ...]
    past: tuple[Line, ...]
    differ: bool


def consent_page(known: Consents, now: datetime) -> ConsentPage:
    """Everything that the page says."""
    found = standings(known.decisions, now)
    left = [one for one in found if not one.over and not one.ended]
    return ConsentPage(
        person=known.person,
        name=known.name,
        given_name=known.given_name,
        own=_lines((one for one in left if is_own(one.decision)), known),
        others=_lines((one for one in left if not is_own(one.decision)), known),
        past=_lines((one for one in found if one.over or one.ended), known),
        differ=differ(found),
    )


def last_day(expires_at: datetime) -> str:
    """The last day on which something counts that is over at an instant."""
    return long_day(day_of(expires_at - timedelta(seconds=1)))


def undone(end: datetime) -> str:
    """What the end of an earlier yes does to a later one."""
    return (
        f"An earlier yes ends with {last_day(end)}, which counts as taken back for this one too: it is about less than "
        "the earlier one. Ask again after that day."
    )


def _lines(found: Iterable[Standing], known: Consents) -> tuple[Line, ...]:
    return tuple(_line(one, known) for one in found)


def _line(one: Standing, known: Consents) -> Line:
    decision = one.decision
    return Line(
        id=decision.id,
        title=f"{_giver(decision, known)} {_SAID[decision.word]}",
        facts=tuple(_facts(decision)),
        notes=tuple(_notes(one, known)),
        may_end=decision.word == "given" and not one.over and not one.ended,
    )


def _giver(decision: Decision, known: Consents) -> str:
    return known.given_name if decision.giver == "self" else _GIVERS.get(decision.giver or "", "Somebody not recorded")


def _facts(one: Decision) -> list[tuple[str, str]]:
    when = f"{clock_time(one.recorded_at)}, {long_day(day_of(one.recorded_at))}" if one.recorded_at else "Not recorded"
    facts = [("About", one.agency_name or "Every agency’s work")]
    if one.word == "given":
        facts.append(("Sensitive services", "Included" if one.includes_sensitive else "Not included"))
        facts.append(("Counts until", last_day(one.expires_at) if one.expires_at else "No end was set"))
    facts.append(("Recorded", when))
    facts.append(("By", one.recorder or "Not shown to you, or not known"))
    facts.append(("How", WAYS.get(one.how or "", "Not recorded")))
    return [*facts, ("Name", one.given_by)] if one.given_by else facts


def _notes(one: Standing, known: Consents) -> list[str]:
    own, later = f"{known.given_name}’s own decision comes first", "A later yes takes its place"
    notes = {
        "first": f"{own}, so this one does not count.",
        "once_it_counts": f"{own}, once it counts.",
        "in_part": f"For {one.part}, {own}.",
    }
    replaced = {
        "not_sensitive": f"{later}, except for sensitive services.",
        "once_it_counts": f"{later}, once that one counts.",
        "in_part": f"{later} for {one.part}.",
    }
    told = [WAITS] if one.decision.word == "given" and one.decision.includes_sensitive and not one.ended else []
    if one.ended and one.decision.expires_at:
        told.append("It has ended. From then on it counts as taken back.")
    elif one.over:
        told.append("A later decision has taken its place.")
    if one.cut_off:
        told.append(undone(one.cut_off))
    if one.replaced:
        told.append(replaced[one.replaced])
    return [*told, notes[one.own_first]] if one.own_first else told
