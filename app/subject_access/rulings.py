"""What is told and what is withheld: an officer's decision for a key, else what holds where nobody has decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.subject_access.exemptions import BY_CODE
from app.subject_access.items import Fact, Item, Section

GROUNDS = {
    "own": "the person’s own information",
    "reasonable": "reasonable to tell without the other’s consent",
    "consent": "the other individual consents",
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """code: the exemption where withheld, the ground where an officer decided to tell. note: the officer's words."""

    told: bool
    code: str = ""
    said: bool = False
    note: str = ""
    decided: bool = False

    @property
    def words(self) -> str:
        """For the officer: "Withheld: Information about somebody else …"."""
        if self.told:
            return f"Told: {GROUNDS[self.code]}" if self.decided else "Told"
        exemption = BY_CODE[self.code]
        said = "the report says so" if self.said else "the report neither confirms nor denies it"
        return f"Withheld: {exemption.name} ({exemption.law}); {said}"


_TOLD = Ruling(True)


class Rulings:
    """The rulings of one report."""

    def __init__(self, decisions: Iterable[Mapping[str, Any]]) -> None:
        self._decided = {
            one["item"]: Ruling(one["told"], one["code"], one["said"], one["note"], decided=True) for one in decisions
        }

    def on_item(self, item: Item) -> Ruling:
        """For a whole row."""
        ruling = self._ruling(item.key, item.withheld)
        return replace(ruling, said=False) if item.silent else ruling

    def on_fact(self, fact: Fact) -> Ruling:
        """For one fact of a row that is told."""
        return self._ruling(fact.key, fact.withheld)

    def on_name(self, key: str) -> Ruling:
        """For the name of somebody at work, wherever it stands."""
        return self._ruling(key, "")

    def _ruling(self, key: str, withheld: str) -> Ruling:
        decided = self._decided.get(key) if key else None
        return decided or (Ruling(False, withheld) if withheld else _TOLD)


def keys_of(sections: Iterable[Section]) -> set[str]:
    """Everything that can be decided about, names left out that no row has."""
    items = [item for section in sections for item in section.items]
    return {item.key for item in items if item.key} | {fact.key for item in items for fact in item.facts if fact.key}
