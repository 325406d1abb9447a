"""What the page of a draft shows: every row with its ruling; the looks page by page, the rest on the first."""

from __future__ import annotations

from dataclasses import dataclass

from app.paging import pages_of
from app.subject_access.items import Fact, Item, Party, Section
from app.subject_access.rulings import Ruling
from app.subject_access.work import Opened

PER_PAGE = 50
_PAGED = ("direct", "beside")


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact; ruling is None where it cannot be decided about alone, `alone` where a tick for it is offered."""

    label: str
    text: str
    key: str
    ruling: Ruling | None
    alone: bool


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A row; name tells one tick from another."""

    key: str
    name: str
    facts: tuple[FactLine, ...]
    ruling: Ruling
    why: str
    masked: bool


@dataclass(frozen=True, slots=True)
class SectionLines:
    """A section, with the rows of this page and how many there are in all."""

    code: str
    title: str
    items: tuple[ItemLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class PartyLine:
    """Somebody at work whose name the report has."""

    party: Party
    ruling: Ruling


class Preparing:
    """One page of a draft."""

    def __init__(self, opened: Opened, page: int) -> None:
        self._opened = opened
        self.page = page
        paged = [len(section.items) for section in opened.sections if section.code in _PAGED]
        self.pages = pages_of(max(paged, default=0), PER_PAGE)
        shown = (one for one in opened.sections if page == 1 or one.code in _PAGED)
        self.sections = tuple(self._section(section) for section in shown)
        rulings = opened.rulings
        self.parties = tuple(PartyLine(one, rulings.on_name(one.key)) for one in opened.parties) if page == 1 else ()

    def _section(self, section: Section) -> SectionLines:
        first = (self.page - 1) * PER_PAGE if section.code in _PAGED else 0
        items = section.items[first : first + PER_PAGE] if section.code in _PAGED else section.items
        return SectionLines(section.code, section.title, tuple(map(self._item, items)), len(section.items))

    def _item(self, item: Item) -> ItemLine:
        facts = tuple(self._fact(fact) for fact in item.facts)
        first = item.facts[0]
        name = ", ".join(fact.text for fact in item.facts[:2]) if item.facts[1:] else f"{first.label}: {first.text}"
        return ItemLine(item.key, name, facts, self._opened.rulings.on_item(item), item.why, item.masked)

    def _fact(self, fact: Fact) -> FactLine:
        ruling = self._opened.rulings.on_fact(fact) if fact.key else None
        return FactLine(fact.label, fact.text, fact.key, ruling, alone=bool(fact.key) and not fact.instead)
