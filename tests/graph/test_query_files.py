"""Every query file: its header against its text, and against the server that will run it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import query_loader
from graph.cypher_text import QueryFault
from graph.driver import Database
from graph.plans import sample_parameters
from graph.query_loader import load_by_name, query_names

SCANS = {"AllNodesScan", "DirectedAllRelationshipsScan", "UndirectedAllRelationshipsScan"}
HEADER = "// What it answers.\n// mode: read\n// sight: none: a test\n"


@pytest.mark.parametrize("name", query_names())
def test_header_agrees_with_text(name: str) -> None:
    query = load_by_name(name)
    assert query.header.answers.endswith(".")
    assert query.header.sight.split(":")[0] in {"account", "auditor", "none"}


@pytest.mark.parametrize("name", query_names())
def test_one_that_returns_people_goes_through_the_fragment(name: str) -> None:
    """A query under the sight of an account or an auditor splices the fragment; others say why they need none."""
    query = load_by_name(name)
    if query.header.sight in {"account", "auditor"}:
        assert "AS identity" in query.text or "AS level" in query.text
    else:
        assert len(query.header.sight) > len("none: ")


@pytest.mark.parametrize("name", query_names())
def test_server_agrees_with_header(name: str, connected_database: Database) -> None:
    query = load_by_name(name)
    plan = connected_database.explain(query, sample_parameters(query))
    assert plan.columns == tuple(query.header.columns)
    unexpected = [notice for notice in plan.notifications if not notice.startswith("01N5")]
    assert unexpected == [], "only words that an empty store does not know yet may be remarked on"
    assert SCANS.isdisjoint(plan.operators)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("MATCH (x:Person {id: $id})\nRETURN x.id AS id\nORDER BY id", "parameters differ"),
        ("// column id: string\n// order: id\nMATCH (x:Person)\nRETURN x.id AS name\nORDER BY name", "returns"),
        ("// column id: string\n// order: id\nMATCH (x)\nRETURN x.id AS id\nORDER BY id", "without a label"),
        ("// column id: string\nMATCH (x:Person)\nRETURN x.id AS id", "ORDER BY"),
        ("// column id: string\n// rows: one\nMERGE (x:Person {id: 'a'})\nRETURN x.id AS id", "says otherwise"),
        ("//! splice access/decide\nMATCH (x:Person)", "fragment"),
    ],
)
def test_a_faulty_file_is_refused(text: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "access").mkdir()
    (tmp_path / "access/decide.cypher").write_text(HEADER)
    (tmp_path / "faulty.cypher").write_text(HEADER + text)
    monkeypatch.setattr(query_loader, "CYPHER", tmp_path)
    with pytest.raises(QueryFault, match=told):
        load_by_name("faulty")


def test_own_work_that_could_not_be_left_unseen_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "part.cypher").write_text("// fragment: a test\nMATCH (x)<-[held:INVOLVED_WITH]-(vp) RETURN held")
    (tmp_path / "whole.cypher").write_text(HEADER + "//! splice part but unseen\n")
    monkeypatch.setattr(query_loader, "CYPHER", tmp_path)
    with pytest.raises(QueryFault, match="left unseen"):
        load_by_name("whole")


def test_a_call_with_other_parameters_is_refused() -> None:
    with pytest.raises(QueryFault, match="person"):
        load_by_name("team/around_family").check_parameters({"account": "a", "now": None, "today": None})
