"""The drawing of a team as the page receives it."""

# ruff: noqa: S314, E501 - parses only what the code under test wrote
from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from tests.visualisations.marsh import TODAY, marsh_display, marsh_team
from tests.visualisations.random_teams import random_team
from visualisations.icons import ICONS, icon_sheet
from visualisations.svg import standalone
from visualisations.team_drawing import TeamDisplay, TeamDrawing, draw_team

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawing() -> TeamDrawing:
    return draw_team(marsh_team(), marsh_display())


def node(drawing: TeamDrawing, id_: str):
    return next(each for each in drawing.nodes if each.id == id_)


def test_the_same_team_gives_the_same_bytes(drawing: TeamDrawing) -> None:
    again = draw_team(marsh_team(), marsh_display())
    assert (again.svg_desktop, again.svg_phone) == (drawing.svg_desktop, drawing.svg_phone)
    assert json.dumps([again.network.nodes, again.network.edges, again.network.options]) == json.dumps(
        [drawing.network.nodes, drawing.network.edges, drawing.network.options]
    )


def test_the_marsh_family_has_the_nodes_of_the_design(drawing: TeamDrawing) -> None:
    kinds = [each.kind for each in drawing.nodes]
    counts = {kind: kinds.count(kind) for kind in sorted(set(kinds))}
    assert counts == {
        "agency": 8, "broker": 1, "client": 6, "ended": 1, "entry": 1, "family": 1, "lead": 1, "practitioner": 8, "subject": 1,
    }  # fmt: skip


def test_the_marsh_family_stands_where_the_design_puts_it(drawing: TeamDrawing) -> None:
    places = {each.id: (round(each.x), round(each.y)) for each in drawing.nodes}
    assert places["person-leo"] == (334, 294)
    assert places["person-dawn"] == (250, 335)
    assert places["person-ryan"] == (250, 253)
    assert places["person-sam"] == (428, 294)
    assert places["person-tyler"] == (393, 367)
    assert places["person-carol"] == (313, 386)
    assert places["practitioner-amina"] == (463, 137)
    assert places["practitioner-beth"] == (509, 200)
    assert places["practitioner-priya"] == (386, 94)
    assert places["broker-ruth"] == (138, 289)
    assert drawing.view == (0.0, 0.0, 668.0, 584.0)


def test_a_practitioner_of_three_people_is_one_node_with_three_people(drawing: TeamDrawing) -> None:
    assert node(drawing, "practitioner-priya").neighbours == (
        "agency-csc", "person-leo", "person-mia", "person-unborn",
    )  # fmt: skip


def test_labels_and_names_say_what_a_node_is(drawing: TeamDrawing) -> None:
    assert node(drawing, "practitioner-ellie").lines == ("You", "Family support")
    assert node(drawing, "practitioner-gareth").lines == ("Gareth Lowe", "Until 31 Aug")
    assert node(drawing, "person-tyler").lines == ("Tyler, 15", "half-brother")
    assert node(drawing, "person-unborn").lines == ("Unborn", "due 21 Feb")
    assert node(drawing, "person-ryan").name == "Ryan Marsh, mother’s partner, aged 36, no worker shown"
    assert node(drawing, "practitioner-kofi").name.endswith("for Tyler, new")
    assert node(drawing, "practitioner-martin").name.endswith("not confirmed for three months")
    assert "lead practitioner" in node(drawing, "practitioner-priya").name


def test_a_broker_tells_nothing_of_the_service(drawing: TeamDrawing) -> None:
    broker = node(drawing, "broker-ruth")
    assert broker.lines == ("Another service", "Ask Ruth Adeyemi")
    assert broker.icon == "question"
    assert broker.neighbours == ("person-dawn",)


def test_svg_is_well_formed_titled_and_without_inline_style(drawing: TeamDrawing) -> None:
    for svg in (drawing.svg_desktop, drawing.svg_phone):
        root = ElementTree.fromstring(svg)
        children = [child.tag for child in root][:2]
        assert children == [f"{SVG}title", f"{SVG}desc"]
        assert not [
            each for each in root.iter() if "style" in each.attrib or each.tag in (f"{SVG}style", f"{SVG}script")
        ]
        used = {each.attrib["href"] for each in root.iter(f"{SVG}use")}
        assert used <= {f"#i-{name}" for name in ICONS}
        ids = [each.attrib["id"] for each in root.iter() if "id" in each.attrib]
        assert len(ids) == len(set(ids))


def test_a_file_of_its_own_carries_its_icons(drawing: TeamDrawing) -> None:
    root = ElementTree.fromstring(standalone(drawing.svg_desktop))
    used = {each.attrib["href"][1:] for each in root.iter(f"{SVG}use")}
    assert used <= {each.attrib["id"] for each in root.iter(f"{SVG}symbol")}
    assert ElementTree.fromstring(icon_sheet()).attrib["aria-hidden"] == "true"


def test_names_with_markup_stay_text() -> None:
    team = marsh_team()
    from dataclasses import replace

    people = tuple(replace(p, given_name='<script>"&') if p.id == "sam" else p for p in team.people)
    drawn = draw_team(replace(team, people=people), marsh_display())
    assert "<script" not in drawn.svg_desktop + drawn.svg_phone
    ElementTree.fromstring(drawn.svg_desktop)


def test_edges_are_told_apart_by_pattern(drawing: TeamDrawing) -> None:
    root = ElementTree.fromstring(drawing.svg_desktop)
    paint: dict[str, tuple[object, ...]] = {}
    for group in root.findall(f"{SVG}g"):
        for edge in group.findall(f"{SVG}g"):
            kind = edge.attrib["class"]
            if kind.startswith("edge e-"):
                paths = edge.findall(f"{SVG}path")
                widths = [path.attrib.get("stroke-width", group.attrib.get("stroke-width")) for path in paths]
                paint[kind] = (group.attrib.get("stroke-dasharray"), tuple(widths))
    assert set(paint) == {"edge e-" + kind for kind in ("current", "lead", "ended", "dotted", "kin", "works")}
    assert len({*paint.values()}) == 6


def test_network_data_has_preset_places_and_no_physics(drawing: TeamDrawing) -> None:
    assert drawing.network.options["physics"] is False
    by_id = {each["id"]: each for each in drawing.network.nodes}
    assert set(by_id) == {each.id for each in drawing.nodes}
    assert all((by_id[each.id]["x"], by_id[each.id]["y"]) == (each.x, each.y) for each in drawing.nodes)
    lead = [edge for edge in drawing.network.edges if edge["kind"] == "lead"]
    assert [(edge["from"], edge["to"], edge["arrows"]) for edge in lead] == [("practitioner-priya", "person-leo", "")]
    shapes = {each["kind"]: each["shape"] for each in drawing.network.nodes}
    assert shapes["broker"] == "diamond"
    assert shapes["agency"] == "hexagon"
    assert shapes["practitioner"] == "square"


def test_the_key_holds_what_occurs_and_nothing_else(drawing: TeamDrawing) -> None:
    assert [entry.key for entry in drawing.legend] == [
        "client", "family", "practitioner", "agency", "entry", "broker", "lead", "current", "ended", "dotted", "kin",
    ]  # fmt: skip
    alone = draw_team(random_team(1, 1, 1, entries=0, brokers=0), TeamDisplay(TODAY))
    assert "broker" not in [entry.key for entry in alone.legend]


def test_a_person_nobody_works_with_is_drawn() -> None:
    drawn = draw_team(random_team(1, 1, 0, entries=0, brokers=0), TeamDisplay(TODAY))
    assert [each.kind for each in drawn.nodes] == ["subject"]
    ElementTree.fromstring(drawn.svg_phone)


def test_large_teams_fold_agencies_and_very_large_ones_show_agencies_only() -> None:
    large = draw_team(random_team(1, 10, 110), TeamDisplay(TODAY))
    folded = [each for each in large.nodes if each.kind == "agency" and each.lines[-1].endswith("practitioners")]
    assert folded
    assert all(int(each.lines[-1].split()[0]) >= 4 for each in folded)
    assert [each for each in large.nodes if each.kind == "lead"]
    huge = draw_team(random_team(1, 10, 360), TeamDisplay(TODAY))
    assert not [each for each in huge.nodes if each.kind in ("practitioner", "lead", "ended")]
    assert all(edge["kind"] != "works" for edge in huge.network.edges)
