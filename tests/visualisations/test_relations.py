"""What each person is called and where they stand around the subject."""

# ruff: noqa: E501 - one case a line
from __future__ import annotations

from datetime import date

import pytest

from graph.team_rows import KinLink
from tests.visualisations.marsh import TODAY, link, person
from visualisations.family_places import family_angles, family_radius
from visualisations.relations import Kinship, Relation, relation_to

BORN = date(1990, 1, 1)


def relation(gender: str | None, *links: KinLink) -> Relation:
    genders: dict[str, str | None] = {"mum": "female", "dad": "male"}
    return relation_to("s", person("x", "X", BORN, gender), Kinship(links, TODAY), genders)


@pytest.mark.parametrize(
    ("links", "gender", "place", "word"),
    [
        ((link("1", "parent_of", "x", "s"),), "female", "mother", "mother"),
        ((link("1", "parent_of", "x", "s"),), "male", "father", "father"),
        ((link("1", "parent_of", "x", "s"),), None, "mother", "parent"),
        ((link("1", "parent_of", "x", "s", "adoptive"),), "male", "father", "adoptive father"),
        ((link("1", "parent_of", "x", "s", "step"),), "male", "partner", "stepfather"),
        ((link("1", "carer_of", "x", "s", "foster"),), "female", "grandparents", "foster carer"),
        ((link("1", "parent_of", "mum", "s"), link("2", "partner_of", "x", "mum")), "male", "partner", "mother’s partner"),
        ((link("1", "partner_of", "s", "x", "divorced"),), "male", "partner", "former partner"),
        ((link("1", "sibling_of", "s", "x"),), "female", "children", "sister"),
        ((link("1", "sibling_of", "s", "x", "half"),), "male", "half_siblings", "half-brother"),
        (
            (link("1", "parent_of", "mum", "s"), link("2", "parent_of", "mum", "x"), link("3", "parent_of", "dad", "s")),
            "male", "half_siblings", "half-brother",
        ),
        ((link("1", "parent_of", "mum", "s"), link("2", "parent_of", "mum", "x")), "male", "children", "brother"),
        ((link("1", "parent_of", "mum", "s"), link("2", "parent_of", "x", "mum")), "male", "grandparents", "grandfather"),
        ((link("1", "parent_of", "s", "x"),), "female", "children", "daughter"),
        ((link("1", "neighbour_of", "s", "x"),), "female", "half_siblings", "neighbour"),
        ((), "female", "half_siblings", ""),
    ],
)  # fmt: skip
def test_relation(links: tuple[KinLink, ...], gender: str | None, place: str, word: str) -> None:
    assert relation(gender, *links) == Relation(place, word)  # type: ignore[arg-type]


def test_a_link_that_ended_counts_no_more() -> None:
    ended = KinLink("1", "partner_of", None, "s", "x", None, TODAY)
    assert relation("male", ended).word == ""


def test_those_who_share_a_place_share_its_arc_evenly() -> None:
    angles = family_angles({"father": ["a"], "mother": ["b", "c"]})
    assert angles["a"] == 90
    assert (angles["b"] + angles["c"]) / 2 == pytest.approx(244)
    assert angles["c"] - angles["b"] == pytest.approx(360 / 14)


def test_the_circle_grows_until_neighbours_have_room() -> None:
    assert family_radius([0, 90, 180]) == 94
    assert family_radius([0, 10, 180]) > 200
