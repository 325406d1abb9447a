"""How decisions stand to one another, for whoever reads them: which are over, which another one comes before.

Which decision counts for which involvement is the visibility fragment's matter; this only puts the same words of
visibility.md ("Words") beside each decision. Of a yes that includes sensitive services nothing here tells whether
somebody of such a service has accepted it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from graph.consent import Decision
from graph.consent_recording import Wanted

Replaced = Literal["", "not_sensitive", "once_it_counts", "in_part"]
OwnFirst = Literal["", "first", "once_it_counts", "in_part"]


@dataclass(frozen=True, slots=True)
class Standing:
    """over: nothing of it is left but its record. ended: a yes whose time is up, which counts as taken back since.

    replaced: what a later yes leaves of it; own_first: how far the person's own decision comes before another's. part:
    the agency that the later, or own, decision is about where it covers this one in part. cut_off: when the end of an
    earlier yes, which this one does not put off, will undo this one too.
    """

    decision: Decision
    over: bool = False
    ended: bool = False
    replaced: Replaced = ""
    own_first: OwnFirst = ""
    part: str = ""
    cut_off: datetime | None = None


def standings(decisions: Sequence[Decision], now: datetime) -> list[Standing]:
    """Each decision with how it stands, in the order given."""
    return [_with_own(_standing(one, decisions, now), decisions) for one in decisions]


def differ(found: Sequence[Standing]) -> bool:
    """Whether the person and somebody else have said different things about the same work."""
    left = [one.decision for one in found if not one.over and not one.ended]
    own = [one for one in left if is_own(one)]
    others = [one for one in left if not is_own(one)]
    return any(
        _overlap(one, other) and (one.word == "given") != (other.word == "given") for one in own for other in others
    )


def is_own(one: Decision) -> bool:
    """The person's own decision; one whose giver is not known may be."""
    return one.giver in ("self", None)


def undone_from(decisions: Sequence[Decision], wanted: Wanted, now: datetime) -> datetime | None:
    """When the end of an earlier yes would undo one that is wanted, because it is about less; None where none would."""
    ends = [
        one.expires_at
        for one in decisions
        if wanted.word == one.word == "given" and (one.giver or "self") == wanted.giver and one.expires_at
        if now < one.expires_at and (wanted.expires_at is None or one.expires_at < wanted.expires_at)
        if one.agency is None or not wanted.agencies or one.agency in wanted.agencies
        if (wanted.agencies and one.agency not in wanted.agencies)
        or (one.includes_sensitive and not wanted.includes_sensitive)
    ]
    return min(ends, default=None)


def _standing(one: Decision, every: Sequence[Decision], now: datetime) -> Standing:
    same = [other for other in every if other is not one and _giver(other) == _giver(one)]
    return _yes(one, same, now) if one.word == "given" else _no(one, same, now)


def _yes(one: Decision, same: Sequence[Decision], now: datetime) -> Standing:
    renewing = _renewing(one, same)
    renewed = any(not other.includes_sensitive for other in renewing)
    refused = any(
        other.word != "given" and _covers(other, one) and _later(other, one, or_at_once=True) for other in same
    )
    ends = [end for other in same if _covers(other, one) and (end := _end_after(other, one, [*same, one]))]
    if renewed or refused or any(end <= now for end in ends):
        return Standing(one, over=True)
    if renewing:
        return Standing(one, replaced="once_it_counts")
    ended = one.expires_at is not None and one.expires_at <= now
    later = [end for end in ends if one.expires_at is None or end < one.expires_at]
    return Standing(one, ended=ended, cut_off=min(later, default=None))


def _no(one: Decision, same: Sequence[Decision], now: datetime) -> Standing:
    if any(other.word != "given" and _later(other, one) and _covers(other, one) for other in same):
        return Standing(one, over=True)
    yes = [other for other in same if other.word == "given" and _later(other, one)]
    yes = [other for other in yes if other.expires_at is None or now < other.expires_at]
    whole = [other for other in yes if other.agency == one.agency]
    if whole:
        sensitive = any(other.includes_sensitive for other in whole)
        return Standing(one, replaced="once_it_counts" if sensitive else "not_sensitive")
    part = next((other.agency_name or "" for other in yes if one.agency is None), "")
    return Standing(one, replaced="in_part", part=part) if part else Standing(one)


def _with_own(found: Standing, every: Sequence[Decision]) -> Standing:
    one = found.decision
    if is_own(one):
        return found
    own = [other for other in every if is_own(other)]
    covering = [other for other in own if _covers(other, one)]
    if covering:
        certain = any(other.word != "given" or not other.includes_sensitive for other in covering)
        return replace(found, own_first="first" if certain else "once_it_counts")
    part = next((other.agency_name or "" for other in own if one.agency is None), "")
    return replace(found, own_first="in_part", part=part) if part else found


def _renewing(one: Decision, same: Sequence[Decision]) -> list[Decision]:
    """The later yeses that put off the end of this one, once they count: they are about all that it is about."""
    if one.expires_at is None:
        return []
    return [
        other
        for other in same
        if other.word == "given" and _later(other, one) and _covers(other, one)
        if other.recorded_at and other.recorded_at < one.expires_at
        if other.includes_sensitive or not one.includes_sensitive
    ]


def _end_after(other: Decision, one: Decision, same: Sequence[Decision]) -> datetime | None:
    """When a yes ends, for certain, at or after another was recorded: it counts as taken back then."""
    if other.word != "given" or other.expires_at is None or one.recorded_at is None:
        return None
    if other.expires_at < one.recorded_at or _renewing(other, same):
        return None
    return other.expires_at


def _covers(other: Decision, one: Decision) -> bool:
    return other.agency is None or other.agency == one.agency


def _overlap(one: Decision, other: Decision) -> bool:
    return _covers(one, other) or _covers(other, one)


def _later(other: Decision, one: Decision, *, or_at_once: bool = False) -> bool:
    if other.recorded_at is None or one.recorded_at is None:
        return other.recorded_at is None
    return other.recorded_at > one.recorded_at or (or_at_once and other.recorded_at == one.recorded_at)


def _giver(one: Decision) -> str:
    return one.giver or "self"
