"""How decisions stand to one another, for whoever reads them: which are over, which another one comes before.

Which decision counts for which involvement is the visibility fragment's matter; this only puts the same words of
visibility.md ("Words") beside each decision. Of a yes that includes sensitive services nothing here tells whether
somebody of such a service has accepted it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from graph.consent import Decision

Step = Literal["first", "once_it_counts", "in_part"]


@dataclass(frozen=True, slots=True)
class Standing:
    """over: nothing of it is left but its record. ended: a yes whose time is up, which counts as taken back since.

    replaced: what a later yes leaves of a no; own_first: how far the person's own decision comes before another's.
    part: the agency that the later, or own, decision is about where it covers this one in part.
    """

    decision: Decision
    over: bool
    ended: bool
    replaced: Literal["", "not_sensitive", "once_it_counts", "in_part"] = ""
    own_first: Literal["", "first", "once_it_counts", "in_part"] = ""
    part: str = ""


def standings(decisions: Sequence[Decision], now: datetime) -> list[Standing]:
    """Each decision with how it stands, in the order given."""
    return [_standing(one, decisions, now) for one in decisions]


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


def _standing(one: Decision, every: Sequence[Decision], now: datetime) -> Standing:
    same = [other for other in every if other is not one and _giver(other) == _giver(one)]
    ended = _ended(one, now)
    if one.word == "given":
        return _with_own(Standing(one, over=any(_undoes(other, one, now) for other in same), ended=ended), every)
    if any(other.word != "given" and _later(other, one) and _covers(other, one) for other in same):
        return Standing(one, over=True, ended=False)
    yes = [other for other in same if other.word == "given" and _later(other, one) and not _ended(other, now)]
    whole = [other for other in yes if other.agency == one.agency]
    part = next((other.agency_name or "" for other in yes if one.agency is None and other.agency is not None), "")
    if whole:
        sensitive = any(other.includes_sensitive for other in whole)
        return _with_own(
            Standing(one, over=False, ended=False, replaced="once_it_counts" if sensitive else "not_sensitive"), every
        )
    return _with_own(Standing(one, over=False, ended=False, replaced="in_part" if part else "", part=part), every)


def _with_own(found: Standing, every: Sequence[Decision]) -> Standing:
    one = found.decision
    if is_own(one):
        return found
    own = [other for other in every if is_own(other)]
    covering = [other for other in own if _covers(other, one)]
    if covering:
        certain = any(other.word != "given" or not other.includes_sensitive for other in covering)
        step: Step = "first" if certain else "once_it_counts"
        return Standing(one, found.over, found.ended, found.replaced, step, found.part)
    part = next((other.agency_name or "" for other in own if one.agency is None), "")
    return Standing(one, found.over, found.ended, found.replaced, "in_part", part) if part else found


def _undoes(other: Decision, yes: Decision, now: datetime) -> bool:
    """Whether a no, or the end of a yes, has come at or after a yes that it covers."""
    if not _covers(other, yes):
        return False
    if other.word != "given":
        return _later(other, yes, or_at_once=True)
    return _ended(other, now) and bool(yes.recorded_at and other.expires_at and other.expires_at >= yes.recorded_at)


def _ended(one: Decision, now: datetime) -> bool:
    return one.word == "given" and one.expires_at is not None and one.expires_at <= now


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
