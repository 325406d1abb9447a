"""What a decision would change, in words: for each colleague whom the reader sees, of the work that the reader sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.access import Level
from graph.consent_effect import Changed

_RANK: dict[Level, int] = {"none": 0, "broker": 1, "agency": 2, "full": 3}


@dataclass(frozen=True, slots=True)
class ColleagueChange:
    """One colleague, or the reader as You, and sentences about the work of others."""

    who: str
    sentences: tuple[str, ...]


def changes_in_words(changes: Sequence[Changed], practitioner: str | None) -> list[ColleagueChange]:
    """The changes by colleague, in the order given; `practitioner` is the reader's own."""
    groups: dict[tuple[str, str], list[Changed]] = {}
    for one in changes:
        groups.setdefault((one.colleague.practitioner.id, one.colleague.agency.id), []).append(one)
    return [_of_colleague(group, practitioner) for group in groups.values()]


def _of_colleague(group: list[Changed], practitioner: str | None) -> ColleagueChange:
    who = group[0].colleague
    mine = who.practitioner.id == practitioner
    name = f"You, for {who.agency.name}" if mine else f"{who.practitioner.name}, {who.agency.name}"
    return ColleagueChange(name, tuple(_sentence(one) for one in group))


def _sentence(one: Changed) -> str:
    of = one.involvement
    work = f"{of.practitioner.name}, {of.agency.name} ({of.type_label})"
    if one.after == "full":
        return f"will newly see {work}"
    if one.after == "none":
        return f"will no longer see {work}"
    what = "that another service is involved" if one.after == "broker" else f"the name of {of.agency.name}"
    if _RANK[one.after] < _RANK[one.before]:
        return f"will no longer see {work}, only {what}"
    return f"will newly see {what}, and no more of {work}"
