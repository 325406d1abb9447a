"""What may follow from links is offered where it is not recorded, and asks nothing of people who are not shown."""

from __future__ import annotations

from app.proposals.inferred import offers
from graph.team_rows import KinLink

NAMES = {"a": "Ana", "b": "Bo", "c": "Cy", "d": "Di", "e": "Em"}


def _link(one: str, kind: str, other: str) -> KinLink:
    return KinLink(f"{one}{kind}{other}", kind, None, one, other, None, None)


def _asked(*links: KinLink, names: dict[str, str] = NAMES) -> set[tuple[str, str, str]]:
    return {(one.one, one.how, one.other) for one in offers(links, names)}


def test_children_of_one_parent_may_be_siblings() -> None:
    both = _link("a", "parent_of", "b"), _link("a", "parent_of", "c")
    assert _asked(*both) == {("b", "sibling_of", "c")}
    assert _asked(*both, _link("c", "sibling_of", "b")) == set()
    assert _asked(*both, names={"b": "Bo", "c": "Cy"}) == set(), "the parent is not shown"


def test_a_parents_partner_may_be_a_parent_and_a_parents_parent_is_a_grandparent() -> None:
    links = _link("d", "parent_of", "a"), _link("a", "parent_of", "b"), _link("e", "partner_of", "a")
    assert _asked(*links) == {("d", "grandparent_of", "b"), ("e", "parent_of", "b")}
    (question,) = [one for one in offers(links, NAMES) if one.one == "e"]
    assert question.text == "Em is the partner of Ana. Are they a parent of Bo too?"
    assert _asked(*links, _link("e", "parent_of", "b")) == {("d", "grandparent_of", "b")}


def test_each_pair_is_asked_once() -> None:
    links = [_link(parent, "parent_of", child) for parent in "ad" for child in "bc"]
    assert _asked(*links) == {("b", "sibling_of", "c")}
