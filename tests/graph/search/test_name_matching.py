"""Recall on names typed wrongly, and what must not match. Run with -s to read the figures."""

from __future__ import annotations

import random

import pytest

from graph.name_forms import folded, parts
from graph.name_matching import NEAR_ENOUGH, StoredName, score
from graph.search import Candidate, rank
from graph.search_keys import name_keys, search_keys
from tests.graph.search.corruptions import FAMILY, GIVEN, KINDS, TRANSLITERATED

TIMES = 600
LEAST = {"typing slip": 0.97, "two slips": 0.9, "by ear": 0.95}


def reached(typed: str, given: str, family: str) -> bool:
    """Whether the index finds the person by what was typed, and the ranking accepts them."""
    keys = set(search_keys(given, family, (), None, None)["search_keys"])
    return bool(keys & name_keys(typed)) and score(typed, StoredName(given, family, ())) >= NEAR_ENOUGH


@pytest.mark.parametrize("kind", KINDS)
def test_recall(kind: str) -> None:
    dice = random.Random(kind)
    people = [(dice.choice(GIVEN), dice.choice(FAMILY)) for _ in range(TIMES)]
    tries = [(KINDS[kind](given, family, dice), given, family) for given, family in people]
    missed = [one for one in tries if not reached(*one)]
    recall = 1 - len(missed) / TIMES
    print(f"{kind}: recall {recall:.3f}; missed for example {missed[:3]}")
    assert recall >= LEAST.get(kind, 1.0)


def test_recall_on_transliterations() -> None:
    missed = [one for one in TRANSLITERATED if not reached(*one)]
    print(f"transliteration: {len(TRANSLITERATED) - len(missed)} of {len(TRANSLITERATED)}; missed {missed}")
    assert len(missed) <= 2


def test_other_people_seldom_match() -> None:
    """Two people with neither name alike are not taken for each other."""
    dice = random.Random(5)
    pairs = [[(dice.choice(GIVEN), dice.choice(FAMILY)) for _ in range(2)] for _ in range(4000)]
    unlike = [(one, other) for one, other in pairs if one[0] != other[0] and one[1] != other[1]]
    taken = [pair for pair in unlike if reached(" ".join(pair[0]), *pair[1])]
    print(f"taken for another: {len(taken)} of {len(unlike)}: {taken[:3]}")
    assert len(taken) <= len(unlike) // 500


@pytest.mark.parametrize(
    ("typed", "given", "family", "known_as"),
    [
        ("Smith Jones", "Robert", "Smith-Jones", ()),
        ("Robert Smith", "Robert", "Smith-Jones", ()),
        ("Robert Jones", "Robert", "Smith-Jones", ()),
        ("Robert SmithJones", "Robert", "Smith-Jones", ()),
        ("Annemarie OBrien", "Anne-Marie", "O’Brien", ()),
        ("anne marie o'brien", "Annemarie", "O'Brien", ()),
        ("Mc Donald Ian", "Ian", "McDonald", ()),
        ("Ava Rose Smith", "Ava", "Smith", ()),
        ("Ava Smith", "Ava Rose", "Smith", ()),
        ("J Smith", "John", "Smith", ()),
        ("Bobby Walsh", "Robert", "Smith", ("Bobby Walsh",)),
        ("Bobby Smith", "Cornelius", "Smith", ("Bobby",)),
        ("zoe", "Zoë", "Li", ()),
        ("Nguyen", "Thị", "Nguyễn", ()),
    ],
)
def test_variants_that_match(typed: str, given: str, family: str, known_as: tuple[str, ...]) -> None:
    assert score(typed, StoredName(given, family, known_as)) >= NEAR_ENOUGH


@pytest.mark.parametrize(
    ("typed", "given", "family"),
    [
        ("Ava Jones", "Ava", "Smith"),
        ("J S", "John", "Smith"),
        ("Smith Smith", "John", "Smith"),
        ("Maria", "Ava", "Smith"),
        ("Ava Maria Jones Smith Walsh", "Ava", "Smith"),
        ("…", "Ava", "Smith"),
        ("", "Ava", "Smith"),
    ],
)
def test_other_names_that_do_not(typed: str, given: str, family: str) -> None:
    assert score(typed, StoredName(given, family, ())) < NEAR_ENOUGH


def candidate(id_: str, given: str, family: str, birth: str = "day") -> Candidate:
    return Candidate(id_, "findable", given, family, [], birth, None, None)  # type: ignore[arg-type]


def test_the_nearest_come_first_whatever_the_order_given() -> None:
    people = [
        candidate("c", "Stephen", "Smyth"),
        candidate("a", "Steven", "Smith", "swapped"),
        candidate("b", "Steven", "Smith"),
        candidate("d", "Mary", "Jones"),
    ]
    assert [one.id for one in rank("Steven Smith", people)] == ["b", "a", "c"]
    assert [one.id for one in rank("Steven Smith", people[::-1])] == ["b", "a", "c"]


def test_one_persons_place_does_not_depend_on_others() -> None:
    people = [candidate(str(at), "Steven", "Smith") for at in range(50)]
    near = candidate("near", "Stephen", "Smith")
    assert rank("Stephen Smith", [near, *people])[0].id == "near"
    assert [one.id for one in rank("Stephen Smith", [near])] == ["near"]


def test_endless_and_hostile_names_are_bounded() -> None:
    for typed in ("a " * 5000, "x" * 100_000, "\u202e\u0000", "أ" * 300, "aaab aaac aaad aaae aaaf"):
        assert score(typed, StoredName("aaab aaac aaad", "aaae aaaf aaag", ("aaah aaai",))) <= 1
        assert len(name_keys(typed)) < 2000


def test_folding() -> None:
    assert folded("Zoë  O’Brien-Łuć") == "zoe obrien luc"
    assert parts("  Anne-Marie ") == ("anne", "marie")


def test_keys_hold_only_letters_and_digits() -> None:
    stored = search_keys("Zoë (née) + - && || ! { } ^ ~ * ? : \\ /", 'O"Brien', ["a AND b OR c"], None, None)
    assert all(key.isascii() and key.isalnum() for key in stored["search_keys"])
