"""What a person's report is made of: sections of items, each a few facts; and what is withheld unless somebody decides.

Every item and every fact that can be decided about has a key of ids and codes, which stays the same for as long as the
thing it tells of is there. A key `practitioner:ID` or `account:ID` stands for the name of somebody at work, wherever it
occurs in the report.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of an item.

    key: what a decision about this fact alone names; empty where it can only be withheld with the whole item.
    instead: what stands in its place where it is withheld; empty where it is left out.
    withheld: an exemption's code where it is withheld until an officer says otherwise.
    """

    label: str
    text: str
    key: str = ""
    instead: str = ""
    withheld: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a section.

    withheld: an exemption's code where the row is withheld until an officer says otherwise; why: what the officer is
    told about that. silent: that something is withheld is never said, because saying it would give it away.
    masked: a sensitive service about which nothing may be decided before it is shown.
    """

    key: str
    facts: tuple[Fact, ...]
    withheld: str = ""
    why: str = ""
    silent: bool = False
    masked: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Part of a report, with its items in the order in which they are told."""

    code: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody at work who is named: the practitioner's or account's key, and why the name may be told."""

    key: str
    name: str
    job: str
    agency: str
    ground: str


@dataclass(slots=True)
class Parties:
    """Everybody at work who is named in a report, by key."""

    known: dict[str, Party] = field(default_factory=dict)
