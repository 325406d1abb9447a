"""The page that asks "what if": what may be supposed, and who would see more or less."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.audit.explaining import who
from app.audit.family_looks import Choices, FamilySight
from app.audit.family_words import LEVEL_WORDS, RANK, FamilyWords
from graph.audit_sight import ExplainedRow
from graph.what_if import Change, SightChange, Supposition

CHANGES: dict[Change, tuple[str, tuple[str, ...]]] = {
    "consent_withdrawn": ("Somebody withdraws their consent", ("person",)),
    "consent_given": ("Somebody gives consent, sensitive services included", ("person",)),
    "shielded": ("Somebody is shielded", ("person",)),
    "agreement_ended": ("A sharing agreement ends", ("agreement",)),
    "suspended": ("An account is suspended", ("account",)),
    "moved": ("A practitioner moves to another agency", ("account", "agency")),
    "barred": ("A conflict of interest bars an account from somebody", ("account", "person")),
}
_MISSING = {
    "person": "Choose who of the family it is about",
    "account": "Choose the account",
    "agreement": "Choose the agreement",
    "agency": "Choose the agency",
}


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """What changes in the same way for one account: these involvements, from, to, and why before and after."""

    works: list[str]
    before: str
    after: str
    why_before: tuple[tuple[str, str], ...]
    why_after: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AccountChange:
    """One account for which something changes."""

    id: str
    who: str
    agency: str
    lines: list[ChangeLine]


@dataclass(frozen=True, slots=True)
class Direction:
    """Everybody who would see less, or more, or the same for other reasons."""

    key: str
    label: str
    accounts: list[AccountChange]


def asked_supposition(
    typed: Mapping[str, str], sight: FamilySight, choices: Choices
) -> tuple[Supposition | None, dict[str, list[str]]]:
    """What is supposed, or the errors by field: only what the page offers may be chosen."""
    offered = _offered(sight, choices)
    change: Change | None = next((one for one in CHANGES if one == typed.get("change")), None)
    if change is None:
        return None, {"change": ["Choose what is to change"]}
    needed = CHANGES[change][1]
    chosen = {field: value for field in needed if (value := typed.get(field, "")) in offered[field]}
    errors = {field: [_MISSING[field]] for field in needed if field not in chosen}
    if change == "moved" and not errors and not _has_practitioner(sight, chosen["account"]):
        errors = {"account": ["Choose an account of a practitioner: this one has none who could move"]}
    return (None, errors) if errors else (Supposition(change, sensitive=change == "consent_given", **chosen), {})


def _has_practitioner(sight: FamilySight, account: str) -> bool:
    return any(row.practitioner for row in sight.accounts if row.account == account)


def _offered(sight: FamilySight, choices: Choices) -> dict[str, dict[str, str]]:
    people = (member.person for member in sight.family.members)
    return {
        "person": {one.id: f"{one.given_name} {one.family_name}" for one in people},
        "account": {row.account: f"{who(row)}, {row.agency_name}" for row in sight.accounts},
        "agreement": {one.id: one.name for one in choices.agreements},
        "agency": {one.id: one.name for one in choices.agencies},
    }


class WhatIfPage:
    """The form with its choices, and the answer; `directions` is None before something is supposed."""

    def __init__(
        self,
        sight: FamilySight,
        choices: Choices,
        supposed: Supposition | None,
        changes: list[SightChange] | None,
        today: date,
    ) -> None:
        self.family = sight.family
        self.offered = _offered(sight, choices)
        self.changes = {change: words for change, (words, _) in CHANGES.items()}
        self.told = _told(supposed, self.offered) if supposed else ""
        self.directions: list[Direction] | None = None
        self.lost = self.gained = 0
        if changes is not None:
            words = FamilyWords(sight.family, today)
            sorted_out = {key: [one for one in changes if _direction(one) == key] for key in _DIRECTIONS}
            self.lost, self.gained = (len({one.after.account for one in sorted_out[key]}) for key in ("less", "more"))
            self.directions = [
                Direction(key, label, _by_account(sorted_out[key], words)) for key, label in _DIRECTIONS.items()
            ]


_DIRECTIONS = {
    "less": "Would see less",
    "more": "Would see more",
    "same": "Would see as much as now, for other reasons",
}


def _direction(change: SightChange) -> str:
    before, after = RANK[change.before.level if change.before else "none"], RANK[change.after.level]
    return "less" if after < before else "more" if after > before else "same"


def _told(supposed: Supposition, offered: Mapping[str, Mapping[str, str]]) -> str:
    """ "Somebody is shielded: Leo Marsh"."""
    words, fields = CHANGES[supposed.change]
    return f"{words}: {', '.join(offered[field][getattr(supposed, field)] for field in fields)}"


def _by_account(changes: list[SightChange], words: FamilyWords) -> list[AccountChange]:
    by_account: dict[str, list[SightChange]] = {}
    for change in changes:
        by_account.setdefault(change.after.account, []).append(change)
    lines = [
        AccountChange(id_, *_name(some[0].before or some[0].after), _lines(some, words))
        for id_, some in by_account.items()
    ]
    return sorted(lines, key=lambda one: (one.agency, one.who, one.id))


def _name(row: ExplainedRow) -> tuple[str, str]:
    return who(row), row.agency_name


def _lines(changes: list[SightChange], words: FamilyWords) -> list[ChangeLine]:
    alike: dict[tuple[str, str, tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]], list[str]] = {}
    for change in changes:
        before, after = change.before, change.after
        key = (
            LEVEL_WORDS[before.level if before else "none"],
            LEVEL_WORDS[after.level],
            words.why(before),
            words.why(after),
        )
        alike.setdefault(key, []).append(words.works[after.involvement].title)
    return [ChangeLine(sorted(titles), *key) for key, titles in alike.items()]
