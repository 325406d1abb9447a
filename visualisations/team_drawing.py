"""The one call a team's page makes: a team to its pictures, network data, button overlay and key."""

from __future__ import annotations

from dataclasses import dataclass

from graph.team_rows import Team
from visualisations.folding import folded
from visualisations.layout import Layout, PlacedNode, lay_out
from visualisations.legend import LegendEntry, legend_of
from visualisations.network_data import NetworkData, NetworkEdge, NetworkNode, network_data
from visualisations.phone_layout import draw_phone
from visualisations.svg import draw
from visualisations.team_picture import TeamDisplay, team_picture

__all__ = ["LegendEntry", "NodeDescription", "TeamDisplay", "TeamDrawing", "draw_team"]


@dataclass(frozen=True, slots=True)
class NodeDescription:
    """A node for the overlay of buttons; x, y (its middle), width and height in the units of the view."""

    id: str
    kind: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    name: str
    neighbours: tuple[str, ...]
    card: str
    icon: str


@dataclass(frozen=True, slots=True)
class TeamDrawing:
    """Everything the page of a team needs to show the picture; see the package's docstring."""

    svg_desktop: str
    svg_phone: str
    view: tuple[float, float, float, float]
    network: NetworkData
    nodes: tuple[NodeDescription, ...]
    legend: tuple[LegendEntry, ...]


def draw_team(team: Team, display: TeamDisplay) -> TeamDrawing:
    """Draw a team; the same team and display give the same bytes."""
    layout = lay_out(folded(team_picture(team, display)))
    left, top, width, height = layout.canvas.view
    return TeamDrawing(
        svg_desktop=draw(layout, "team"),
        svg_phone=draw_phone(layout, "team-phone"),
        view=(round(left, 1), round(top, 1), round(width, 1), round(height, 1)),
        network=_network(layout),
        nodes=_descriptions(layout),
        legend=legend_of(layout),
    )


def _descriptions(layout: Layout) -> tuple[NodeDescription, ...]:
    neighbours: dict[str, list[str]] = {placed.node.id: [] for placed in layout.nodes}
    for placed in layout.edges:
        neighbours[placed.edge.source].append(placed.edge.target)
        neighbours[placed.edge.target].append(placed.edge.source)
    return tuple(_description(placed, neighbours[placed.node.id]) for placed in layout.nodes)


def _description(placed: PlacedNode, neighbours: list[str]) -> NodeDescription:
    node = placed.node
    return NodeDescription(
        id=node.id,
        kind=node.kind,
        x=round(placed.x, 1),
        y=round(placed.y, 1),
        width=2 * placed.half,
        height=2 * placed.half,
        lines=(*placed.bold, *placed.plain),
        name=node.name,
        neighbours=tuple(dict.fromkeys(neighbours)),
        card=node.id,
        icon=node.icon,
    )


def _network(layout: Layout) -> NetworkData:
    nodes = [
        NetworkNode(
            id=placed.node.id,
            kind=placed.node.kind,
            x=placed.x,
            y=placed.y,
            half=placed.half,
            lines=(*placed.bold, *placed.plain),
            bold=len(placed.bold),
            label_at=(placed.label.x, placed.label.y, placed.label.anchor),
            icon=placed.node.icon,
            name=placed.node.name,
            new=placed.node.new,
            stale=placed.node.stale,
        )
        for placed in layout.nodes
    ]
    edges = [
        NetworkEdge(
            id=f"{placed.edge.source} {placed.edge.target}",
            source=placed.edge.source,
            target=placed.edge.target,
            kind=placed.edge.kind,
            bulge=placed.curve.bulge,
            length=abs(placed.curve.x1 - placed.curve.x0) + abs(placed.curve.y1 - placed.curve.y0),
            via=(placed.curve.cx, placed.curve.cy),
            hidden=placed.edge.hidden,
        )
        for placed in layout.edges
    ]
    return network_data(nodes, edges)
