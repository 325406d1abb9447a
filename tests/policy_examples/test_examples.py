"""docs/visibility is true: the fragment decides what the examples say, and the pictures are what it shows.

Set PATCHWORK_SCREENSHOTS to draw the pictures anew: make policy-pictures.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.access import decide, identities
from graph.driver import Database
from graph.moment import Moment
from graph.team import read_team
from tests import graph_cleaning
from tests.app.team.loading import load
from tests.policy_examples.examples import EXAMPLES, Example
from tests.policy_examples.rowan_family import NOW, rowan_family
from visualisations.svg import standalone
from visualisations.team_drawing import TeamDisplay, draw_team

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "visibility" / "examples.md"
MOMENT = Moment.at(NOW)
INVOLVEMENTS = sorted(one["id"] for one in rowan_family()["involvements"])
DRAWN = [example for example in EXAMPLES if example.identities]
every = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)


@pytest.fixture(scope="module")
def rowans(connected_database: Database) -> Iterator[Database]:
    """The graph with the example family."""
    graph_cleaning.empty(connected_database)
    load(connected_database, rowan_family(), MOMENT)
    yield connected_database
    graph_cleaning.empty(connected_database)


@every
def test_the_fragment_decides_what_the_example_says(rowans: Database, example: Example) -> None:
    decisions = rowans.read(lambda tx: decide(tx, account=example.account, involvements=INVOLVEMENTS, moment=MOMENT))
    told = {one.involvement: one.level for one in decisions}
    assert told == {one: example.decisions.get(one, ("none", ""))[0] for one in INVOLVEMENTS}
    for one in decisions:
        if one.involvement in example.decisions:
            codes = one.reasons if one.level == "full" else one.blockers
            assert " ".join(codes) == example.decisions[one.involvement][1], one


@every
def test_the_fragment_shows_whom_the_example_says(rowans: Database, example: Example) -> None:
    people = [one["id"] for one in rowan_family()["people"]]
    seen = identities(rowans, accounts=[example.account], people=people, moment=MOMENT)
    assert {one.person: one.identity for one in seen if one.identity != "none"} == example.identities


@pytest.mark.parametrize("example", DRAWN, ids=lambda example: example.name)
def test_its_picture_is_what_the_account_sees(rowans: Database, example: Example) -> None:
    path = DOCS / "images" / f"policy-{example.name}.svg"
    drawn = _picture(rowans, example)
    if os.environ.get("PATCHWORK_SCREENSHOTS"):
        path.write_text(drawn, encoding="utf-8")
    assert drawn == _picture(rowans, example)
    assert path.read_text(encoding="utf-8") == drawn, "draw it anew: make policy-pictures"
    assert f"../images/{path.name}" in PAGE.read_text(encoding="utf-8")


def test_no_picture_is_left_over() -> None:
    assert {path.name for path in (DOCS / "images").glob("policy-*.svg")} == {
        f"policy-{example.name}.svg" for example in DRAWN
    }


def test_the_page_names_every_permit_and_blocker() -> None:
    rules = (DOCS / "visibility.md").read_text(encoding="utf-8")
    examples = PAGE.read_text(encoding="utf-8")
    fragment = (DOCS.parent / "cypher/visibility/involvement.cypher").read_text(encoding="utf-8")
    codes = set(re.findall(r"THEN '([A-Z_]+)'", fragment))
    assert len(codes) == 18
    assert not [code for code in codes if code not in rules]
    permits = codes & {code for example in EXAMPLES for _, told in example.decisions.values() for code in told.split()}
    assert not [code for code in permits if f"`{code}`" not in examples]


def _picture(database: Database, example: Example) -> str:
    team = database.read(lambda tx: read_team(tx, account=example.account, person=example.person, moment=MOMENT))
    assert team is not None
    drawing = draw_team(team, TeamDisplay(MOMENT.today, viewer_practitioner=example.account))
    return standalone(drawing.svg_desktop) + "\n"
