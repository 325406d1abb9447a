"""What each member of a family is to the subject, read from the kin links: a word and a place around the subject.

Nothing is guessed from age or surname. A person shown by name alone has no gender here, so the word is neutral.
A half-sibling is one with the qualifier "half", or who shares one parent while one of the two has another known parent
whom the other has not; two children with one known parent each are siblings until something else is recorded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.team_rows import KinLink, TeamPerson

Place = Literal["unborn", "children", "father", "half_siblings", "grandparents", "mother", "partner"]

_GENDERED: dict[str, tuple[str, str, str]] = {
    "parent": ("mother", "father", "parent"),
    "stepparent": ("stepmother", "stepfather", "step-parent"),
    "child": ("daughter", "son", "child"),
    "grandparent": ("grandmother", "grandfather", "grandparent"),
    "grandchild": ("granddaughter", "grandson", "grandchild"),
    "sibling": ("sister", "brother", "sibling"),
    "half-sibling": ("half-sister", "half-brother", "half-sibling"),
    "stepsibling": ("stepsister", "stepbrother", "step-sibling"),
    "parent's sibling": ("aunt", "uncle", "parent’s sibling"),
}


@dataclass(frozen=True, slots=True)
class Relation:
    """A person's relation to the subject; `word` is empty where none is recorded."""

    place: Place
    word: str


class Kinship:
    """The current links of a family, looked up by person."""

    def __init__(self, links: Iterable[KinLink], today: date) -> None:
        self.parents: dict[str, dict[str, str | None]] = defaultdict(dict)
        self.children: dict[str, set[str]] = defaultdict(set)
        self.between: dict[tuple[str, str], list[KinLink]] = defaultdict(list)
        for link in links:
            if link.to is not None and link.to <= today:
                continue
            self.between[link.from_person, link.to_person].append(link)
            if link.kind == "parent_of":
                self.parents[link.to_person][link.from_person] = link.qualifier
                self.children[link.from_person].add(link.to_person)

    def qualifier(self, kind: str, one: str, other: str) -> tuple[bool, str | None]:
        """Whether a link of a kind that goes both ways joins the two, and its qualifier."""
        for pair in ((one, other), (other, one)):
            for link in self.between.get(pair, ()):
                if link.kind == kind:
                    return True, link.qualifier
        return False, None

    def directed(self, kind: str, one: str, other: str) -> tuple[bool, str | None]:
        """Whether `one` is the kind to `other`, and the link's qualifier."""
        for link in self.between.get((one, other), ()):
            if link.kind == kind:
                return True, link.qualifier
        return False, None


def is_unborn(person: TeamPerson) -> bool:
    """Expected, and no birth recorded."""
    return person.date_of_birth is None and person.expected_date_of_birth is not None


def _word(relation: str, gender: str | None) -> str:
    female, male, neutral = _GENDERED[relation]
    return female if gender == "female" else male if gender == "male" else neutral


def relation_to(subject: str, person: TeamPerson, kin: Kinship, genders: dict[str, str | None]) -> Relation:
    """The closest relation recorded between the person and the subject."""
    if is_unborn(person):
        return Relation("unborn", "unborn")
    return (
        _parent(subject, person, kin)
        or _carer(subject, person, kin)
        or _grandparent(subject, person, kin)
        or _descendant(subject, person, kin)
        or _partner(subject, person, kin, genders)
        or _sibling(subject, person, kin)
        or _other(subject, person, kin)
    )


def _parent(subject: str, person: TeamPerson, kin: Kinship) -> Relation | None:
    parents = kin.parents.get(subject, {})
    if person.id not in parents:
        return None
    qualifier = parents[person.id]
    if qualifier == "step":
        return Relation("partner", _word("stepparent", person.gender))
    word = _word("parent", person.gender)
    if qualifier in ("foster", "kinship"):
        return Relation("grandparents", f"{qualifier} carer")
    if qualifier == "adoptive":
        word = f"adoptive {word}"
    return Relation("father" if person.gender == "male" else "mother", word)


def _carer(subject: str, person: TeamPerson, kin: Kinship) -> Relation | None:
    found, qualifier = kin.directed("carer_of", person.id, subject)
    if found:
        is_grandparent = _grandparent(subject, person, kin)
        if is_grandparent:
            return Relation("grandparents", f"{is_grandparent.word}, carer")
        return Relation("grandparents", f"{qualifier} carer" if qualifier in ("foster", "kinship") else "carer")
    if kin.directed("carer_of", subject, person.id)[0]:
        return Relation("half_siblings", "cared for")
    return None


def _grandparent(subject: str, person: TeamPerson, kin: Kinship) -> Relation | None:
    linked = kin.directed("grandparent_of", person.id, subject)[0]
    if linked or any(person.id in kin.parents.get(parent, {}) for parent in kin.parents.get(subject, {})):
        return Relation("grandparents", _word("grandparent", person.gender))
    return None


def _descendant(subject: str, person: TeamPerson, kin: Kinship) -> Relation | None:
    own = kin.children.get(subject, set())
    if person.id in own:
        return Relation("children", _word("child", person.gender))
    linked = kin.directed("grandparent_of", subject, person.id)[0]
    if linked or any(person.id in kin.children.get(child, ()) for child in own):
        return Relation("unborn", _word("grandchild", person.gender))
    return None


def _partner(subject: str, person: TeamPerson, kin: Kinship, genders: dict[str, str | None]) -> Relation | None:
    found, qualifier = kin.qualifier("partner_of", person.id, subject)
    if found:
        return Relation("partner", "former partner" if qualifier in ("separated", "divorced") else "partner")
    for parent in sorted(kin.parents.get(subject, {})):
        found, qualifier = kin.qualifier("partner_of", person.id, parent)
        if found:
            former = "former " if qualifier in ("separated", "divorced") else ""
            return Relation("partner", f"{_word('parent', genders.get(parent))}’s {former}partner")
    return None


def _sibling(subject: str, person: TeamPerson, kin: Kinship) -> Relation | None:
    found, qualifier = kin.qualifier("sibling_of", person.id, subject)
    if found and qualifier in ("half", "step"):
        return Relation("half_siblings", _word("half-sibling" if qualifier == "half" else "stepsibling", person.gender))
    mine = {parent for parent, how in kin.parents.get(subject, {}).items() if how != "step"}
    theirs = {parent for parent, how in kin.parents.get(person.id, {}).items() if how != "step"}
    shared = mine & theirs
    if len(shared) == 1 and (mine | theirs) != shared:
        return Relation("half_siblings", _word("half-sibling", person.gender))
    if found or shared:
        return Relation("children", _word("sibling", person.gender))
    step = (kin.qualifier("partner_of", one, other)[0] for one in mine for other in theirs)
    return Relation("half_siblings", _word("stepsibling", person.gender)) if any(step) else None


def _other(subject: str, person: TeamPerson, kin: Kinship) -> Relation:
    for parent in sorted(kin.parents.get(subject, {})):
        if kin.qualifier("sibling_of", person.id, parent)[0]:
            return Relation("half_siblings", _word("parent's sibling", person.gender))
    for kind, word in (("other_relative_of", "relative"), ("friend_of", "friend"), ("neighbour_of", "neighbour")):
        if kin.qualifier(kind, person.id, subject)[0]:
            return Relation("half_siblings", word)
    return Relation("half_siblings", "")
