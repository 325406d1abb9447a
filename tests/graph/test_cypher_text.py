"""What is told of a statement from its text alone."""

from __future__ import annotations

import pytest

from graph.cypher_text import anchors_without_label, has_order, parameters_used, returned_columns, writes


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("MATCH (x:Person) RETURN x.id AS id, x.name AS name ORDER BY id", ("id", "name")),
        (
            "MATCH (x:P) RETURN COLLECT { MATCH (y:Q) RETURN y.id ORDER BY y.id } AS ids, {a: 1, b: 2} AS map",
            ("ids", "map"),
        ),
        ("MATCH (x:P) CALL (x) { RETURN 1 AS one } RETURN DISTINCT one LIMIT 3", ("one",)),
        ("MERGE (x:P {id: $id})", ()),
        ("RETURN 'RETURN a AS b' AS text", ("text",)),
    ],
)
def test_columns_are_those_of_the_final_return(text: str, columns: tuple[str, ...]) -> None:
    assert returned_columns(text) == columns


def test_an_order_within_brackets_is_not_the_order_of_the_rows() -> None:
    assert not has_order("MATCH (x:P) RETURN COLLECT { MATCH (y:Q) RETURN y.id ORDER BY y.id } AS ids")
    assert has_order("MATCH (x:P) RETURN x.id AS id ORDER BY id")


def test_words_in_comments_and_strings_count_for_nothing() -> None:
    assert not writes("// SET x\nMATCH (x:P {a: 'DELETE'}) RETURN x.a AS a")
    assert writes("MATCH (x:P) SET x.a = 1")
    assert parameters_used("MATCH (x:P {a: '$b', c: $d}) // $e") == {"d"}


def test_an_anchor_needs_a_label_or_an_earlier_binding() -> None:
    assert anchors_without_label("MATCH (x:P) MATCH (x)-->(y:Q) MATCH (z)-->(y)") == ["z"]
    assert anchors_without_label("MATCH () RETURN 1 AS one") == ["()"]
