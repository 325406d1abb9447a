"""The coordinators' picture of practitioners shared between families."""

# ruff: noqa: S314 - parses only what the code under test wrote
from __future__ import annotations

import itertools
import json
from xml.etree import ElementTree

from visualisations.shared_practitioners import SharedFamily, SharedPractitioner, draw_shared

MARSH, ALI = SharedFamily("f1", "Marsh"), SharedFamily("f2", "Ali")
PRIYA = SharedPractitioner("p1", "Priya Nair", "Children’s Social Care", ("f1", "f2"))
JAMES = SharedPractitioner("p2", "James Whitlock", "Harbour Primary School", ("f2", "f1"))


def many(families: int, practitioners: int):
    made = [SharedFamily(f"f{n:03}", f"Family {n:03}") for n in range(families)]
    staff = [
        SharedPractitioner(f"p{n:03}", f"Worker {n:03}", "Early Help", tuple(f.id for f in made[n % 7 :: 7]))
        for n in range(practitioners)
    ]
    return made, staff


def test_families_stand_left_by_name_practitioners_right() -> None:
    drawn = draw_shared((MARSH, ALI), (PRIYA,))
    ali, marsh, priya = drawn.nodes
    assert [ali.id, marsh.id, priya.id] == ["family-f2", "family-f1", "practitioner-p1"]
    assert ali.x == marsh.x < priya.x
    assert ali.y < marsh.y
    assert priya.neighbours == ("family-f1", "family-f2")
    assert drawn.statement is None


def test_the_order_of_the_input_does_not_matter() -> None:
    one, other = draw_shared((MARSH, ALI), (PRIYA, JAMES)), draw_shared((ALI, MARSH), (JAMES, PRIYA))
    assert one.svg == other.svg
    assert json.dumps(one.network.nodes) == json.dumps(other.network.nodes)


def test_beyond_sixty_and_thirty_it_says_what_the_table_holds_alone() -> None:
    drawn = draw_shared(*many(90, 35))
    assert drawn.left_out == (30, 5)
    assert (
        drawn.statement
        == "The picture shows those shared most; 30 families and 5 practitioners more are in the table only."
    )
    assert drawn.statement in drawn.svg
    assert len(drawn.nodes) == 90


def test_labels_of_a_side_do_not_touch_and_stay_inside() -> None:
    drawn = draw_shared(*many(60, 30))
    for kind, least in (("family", 24), ("practitioner", 32)):
        ys = sorted(node.y for node in drawn.nodes if node.kind == kind)
        assert min(after - before for before, after in itertools.pairwise(ys)) >= least
    assert all(0 < node.y < drawn.view[3] for node in drawn.nodes)
    ElementTree.fromstring(drawn.svg)


def test_nobody_shared_is_an_empty_picture() -> None:
    drawn = draw_shared((), ())
    assert drawn.nodes == ()
    ElementTree.fromstring(drawn.svg)
