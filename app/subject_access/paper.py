"""The report as the person reads it: only what is told. It is made once, when it is released, and kept word for word.

What is withheld is left out without a gap. Where an officer lets it be said that something is withheld, a section says
so once for an exemption, however much it is, in words that name neither rows nor numbers. Where nothing is told of a
section, it says so in the same words whether nothing is held or everything is withheld.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256

from app.subject_access.exemptions import BY_CODE
from app.subject_access.items import Item, Section
from app.subject_access.rulings import Rulings

NOTHING = "We have nothing to tell you here."
MAY_BE_WITHHELD = (
    "The law lets us, and sometimes makes us, leave things out of a report like this, most often information about "
    "other people. Where we can, we say so at the place and name the law. Where saying so would itself give the "
    "information away, we say nothing. These words stand in every report, whether or not anything was left out."
)
RIGHTS = (
    "What it is for: so that those who work with you or your family can find and reach one another. The practitioners "
    "and agencies that it was shown to are named under “Who looked at your record” and “Who saw you beside somebody "
    "else”. No decision about you is made by a computer alone.",
    "Where it comes from: the practitioners who work with you, their agencies’ own systems, and people who recorded "
    "your decisions. Each entry says which.",
    "You may ask us to correct what is wrong, to delete what we may no longer keep, or to restrict what we do with it; "
    "and you may object. You may ask how long we keep it. Write to whoever sent you this report, with its reference.",
    "If you think that we have left out too much, ask us to look again. You may also complain to the Information "
    "Commissioner (ico.org.uk), or go to court.",
)


@dataclass(frozen=True, slots=True)
class PaperSection:
    """rows: each a tuple of (label, text); withheld: sentences."""

    code: str
    title: str
    rows: tuple[tuple[tuple[str, str], ...], ...]
    withheld: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole report; asked and made are days or instants in words."""

    reference: str
    name: str
    asked: str
    made: str
    sections: tuple[PaperSection, ...]
    nothing: str = NOTHING
    may_be_withheld: str = MAY_BE_WITHHELD
    rights: tuple[str, ...] = RIGHTS

    def stored(self) -> str:
        """As text for keeping: the same paper gives the same text."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(stored: str) -> str:
    """What the audit trail keeps of a released report."""
    return sha256(stored.encode()).hexdigest()


def paper_of(stored: str) -> Paper:
    """The paper from its kept text."""
    kept = json.loads(stored)
    sections = tuple(
        PaperSection(
            code=one["code"],
            title=one["title"],
            rows=tuple(tuple((label, text) for label, text in row) for row in one["rows"]),
            withheld=tuple(one["withheld"]),
        )
        for one in kept.pop("sections")
    )
    return Paper(**kept | {"rights": tuple(kept["rights"])}, sections=sections)


def told_sections(sections: Iterable[Section], rulings: Rulings) -> tuple[PaperSection, ...]:
    """What the person is told of each section."""
    return tuple(_told(section, rulings) for section in sections)


def _told(section: Section, rulings: Rulings) -> PaperSection:
    rows: list[tuple[tuple[str, str], ...]] = []
    said: set[str] = set()
    for item in section.items:
        ruling = rulings.on_item(item)
        if ruling.told:
            rows.append(_row(item, rulings, said))
        elif ruling.said:
            said.add(ruling.code)
    withheld = tuple(_sentence(code) for code in BY_CODE if code in said)
    return PaperSection(section.code, section.title, tuple(rows), withheld)


def _row(item: Item, rulings: Rulings, said: set[str]) -> tuple[tuple[str, str], ...]:
    told: list[tuple[str, str]] = []
    for fact in item.facts:
        ruling = rulings.on_fact(fact)
        text = fact.text if ruling.told else fact.instead
        if not ruling.told and ruling.said:
            said.add(ruling.code)
        if text:
            told.append((fact.label, text))
    return tuple(told)


def _sentence(code: str) -> str:
    exemption = BY_CODE[code]
    return f"Something is left out here, because {exemption.words} ({exemption.law})."


def is_masked(sections: Iterable[Section]) -> bool:
    """Whether something cannot be decided about before a second purpose is stated."""
    return any(item.masked for section in sections for item in section.items)
