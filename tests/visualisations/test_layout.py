"""Rules of the layout, held for generated teams: determinism, stability under additions, nothing covered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from math import atan2, degrees, hypot

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.team_rows import Team
from tests.visualisations.marsh import TODAY, agency, involvement, marsh_display, marsh_team, practitioner
from tests.visualisations.random_teams import AGENCY_NAMES, random_team
from visualisations.labels import Box
from visualisations.layout import Layout, PlacedNode, lay_out
from visualisations.positions import CENTRE_X, CENTRE_Y, RING_2
from visualisations.sectors import CARD_BAY, SECTOR_OF_KIND, sector_of
from visualisations.team_drawing import TeamDisplay
from visualisations.team_picture import team_picture

SIZES = st.tuples(st.integers(0, 10_000), st.integers(1, 9), st.integers(0, 14))
FAMILY = ("subject", "client", "family")


def laid(team: Team) -> Layout:
    return lay_out(team_picture(team, TeamDisplay(TODAY)))


@cache
def sample() -> tuple[Layout, ...]:
    """Teams of up to 30 nodes, the size for which the design promises clear labels."""
    layouts = (laid(random_team(seed, 1 + seed % 9, seed % 15)) for seed in range(120))
    return tuple(layout for layout in layouts if len(layout.nodes) <= 30)


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def boxes(layout: Layout) -> list[tuple[str, Box]]:
    return [(n.node.id, (n.x - n.half, n.y - n.half, n.x + n.half, n.y + n.half)) for n in layout.nodes]


def test_up_to_thirty_nodes_no_label_covers_a_label_or_a_node() -> None:
    assert len(sample()) > 80
    for layout in (*sample(), lay_out(team_picture(marsh_team(), marsh_display()))):
        assert layout.faults == ()
        labels = [(placed.node.id, placed.label.box) for placed in layout.nodes]
        for index, (id_, box) in enumerate(labels):
            assert not [other for other, there in labels[:index] if overlap(box, there)], id_
            assert not [other for other, there in boxes(layout) if other != id_ and overlap(box, there)], id_


def test_no_node_covers_a_node() -> None:
    for layout in sample():
        for index, one in enumerate(layout.nodes):
            for other in layout.nodes[:index]:
                assert hypot(one.x - other.x, one.y - other.y) > one.half + other.half, (one.node.id, other.node.id)


def test_nothing_leaves_the_canvas_and_nothing_stands_in_the_card_bay() -> None:
    for layout in sample():
        left, top, right, bottom = layout.canvas.box
        for box in [box for _, box in boxes(layout)] + [placed.label.box for placed in layout.nodes]:
            assert left <= box[0]
            assert top <= box[1]
            assert box[2] <= right
            assert box[3] <= bottom
            assert not overlap(box, layout.canvas.bay)


@settings(max_examples=25, deadline=None)
@given(SIZES)
def test_the_same_team_is_laid_out_alike(size: tuple[int, int, int]) -> None:
    assert laid(random_team(*size)) == laid(random_team(*size))


@settings(max_examples=40, deadline=None)
@given(SIZES, st.sampled_from(sorted(AGENCY_NAMES)), st.sampled_from(["a", "p005", "z"]))
def test_an_added_practitioner_moves_only_their_sector(size: tuple[int, int, int], kind: str, id_: str) -> None:
    """Where the addition crowds another sector's labels, that sector may grow outwards, but keeps its order."""
    team = random_team(*size)
    where = agency(f"{kind}-0", AGENCY_NAMES[kind][0], kind)
    new = involvement("i-new", practitioner(f"{id_}-new", "Nia Newman", "Worker"), where, team.subject)
    added = replace(team, involvements=(*team.involvements, new))
    before, after = laid(team), laid(added)
    there = {placed.node.id: placed for placed in after.nodes}
    enlarged = {key for key in before.frames if before.frames[key].grown != after.frames[key].grown}
    for placed in before.nodes:
        now = there[placed.node.id]
        if placed.node.kind in FAMILY or (placed.node.place != sector_of(kind) and placed.node.place not in enlarged):
            assert (now.x, now.y) == (placed.x, placed.y)
    for sector in before.frames:
        assert order(before, sector) == [node for node in order(after, sector) if node != new.practitioner.id]


def order(layout: Layout, sector: str) -> list[str]:
    """Practitioners of a sector clockwise; who stands straight behind somebody comes after them."""
    start = layout.frames[sector].sector.from_
    workers = [n for n in layout.nodes if n.node.place == sector and n.node.kind in ("practitioner", "lead", "ended")]
    places = {n.node.key: (round((angle - start + 1) % 360, 6), out) for n in workers for angle, out in [place_of(n)]}
    return sorted(places, key=lambda key: places[key])


def place_of(node: PlacedNode) -> tuple[float, float]:
    """The angle of a node on its own row's ellipse, and the px by which this row stands further out than the first."""
    right, up = node.x - CENTRE_X, CENTRE_Y - node.y
    out, farthest = 0.0, 10_000.0
    for _ in range(80):
        middle = (out + farthest) / 2
        if hypot(right / (RING_2[0] + middle), up / (RING_2[1] + middle)) < 1:
            farthest = middle
        else:
            out = middle
    return degrees(atan2(right / (RING_2[0] + out), up / (RING_2[1] + out))), out


def test_the_card_bay_is_no_sector_and_every_kind_has_one() -> None:
    layout = laid(random_team(3, 6, 14))
    for frame in layout.frames.values():
        assert frame.sector.to <= CARD_BAY[0] or frame.sector.from_ >= CARD_BAY[1]
    assert len(SECTOR_OF_KIND) == 24
    assert "not_named" not in SECTOR_OF_KIND.values()


def test_ended_stand_first_then_the_lead_then_by_id() -> None:
    where = agency("nhs", "Community Health", "hospital")
    base = random_team(1, 1, 0, entries=0, brokers=0)
    team = replace(
        base,
        involvements=(
            involvement("1", practitioner("a", "Ann", None), where, base.subject),
            involvement("2", practitioner("b", "Bea", None), where, base.subject, to=date(2026, 1, 1)),
            involvement("3", practitioner("c", "Cas", None), where, base.subject, lead=True),
        ),
    )
    assert order(laid(team), "health") == ["b", "c", "a"]
