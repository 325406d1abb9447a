"""Links that may follow from others, to be offered and never assumed: children of one parent, partners of parents.

Pure: from the links of a team that the account may be shown, among people whom it may link.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from graph.team_rows import KinLink


@dataclass(frozen=True, slots=True)
class Offer:
    """A link to be offered: the question, the people, the kind, and answers as (qualifier, words)."""

    text: str
    one: str
    how: str
    other: str
    answers: tuple[tuple[str, str], ...]


def offers(links: Iterable[KinLink], names: Mapping[str, str]) -> tuple[Offer, ...]:
    """What may follow from these links among the people named, each pair once, in the order of names."""
    known = [link for link in links if link.from_person in names and link.to_person in names]
    linked = {(frozenset((link.from_person, link.to_person)), link.kind) for link in known}
    parents = sorted({(link.from_person, link.to_person) for link in known if link.kind == "parent_of"})
    found = (*_siblings(parents, names), *_grandparents(parents, names), *_partners(known, parents, names))
    asked: dict[tuple[frozenset[str], str], Offer] = {}
    for one in found:
        asked.setdefault((frozenset((one.one, one.other)), one.how), one)
    return tuple(sorted((one for key, one in asked.items() if key not in linked), key=lambda one: (one.text, one.one)))


def _siblings(parents: list[tuple[str, str]], names: Mapping[str, str]) -> Iterable[Offer]:
    for (parent, one), (same, other) in combinations(parents, 2):
        if parent == same and one != other:
            text = f"{names[one]} and {names[other]} are both children of {names[parent]}."
            answers = (("", "They are brothers or sisters"), ("half", "They are half-brothers or half-sisters"))
            yield Offer(text, one, "sibling_of", other, answers)


def _grandparents(parents: list[tuple[str, str]], names: Mapping[str, str]) -> Iterable[Offer]:
    for elder, parent in parents:
        for same, child in parents:
            if parent == same and elder != child:
                text = f"{names[elder]} is a parent of {names[parent]}, and {names[parent]} of {names[child]}."
                yield Offer(text, elder, "grandparent_of", child, (("", "Record as grandparent and grandchild"),))


def _partners(known: list[KinLink], parents: list[tuple[str, str]], names: Mapping[str, str]) -> Iterable[Offer]:
    """A question alone: a parent's partner may be a parent too, or not."""
    pairs = {frozenset((link.from_person, link.to_person)) for link in known if link.kind == "partner_of"}
    for parent, child in parents:
        for pair in pairs:
            (partner,) = pair - {parent} if parent in pair and len(pair) == 2 else ("",)
            if partner and partner != child:
                text = f"{names[partner]} is the partner of {names[parent]}. Are they a parent of {names[child]} too?"
                answers = (("birth", "Yes, by birth"), ("step", "Yes, as a step-parent"))
                yield Offer(text, partner, "parent_of", child, answers)
