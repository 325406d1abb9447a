"""Which practitioners are shared between families: families on the left, practitioners on the right, an edge a pair.

For coordinators. Families stand in the order of their names, so that one is found as in a list; practitioners stand at
the mean height of their families, which keeps crossings few. Up to 60 families and 30 practitioners are drawn, those
shared most; the statement says how many are listed in the table only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from visualisations.edges import Curve
from visualisations.labels import LINE, Label
from visualisations.layout import PlacedEdge, PlacedNode
from visualisations.network_data import NetworkData, NetworkEdge, NetworkNode, network_data
from visualisations.picture_model import PictureEdge, PictureNode
from visualisations.svg import draw_node, label_text, opening
from visualisations.team_drawing import NodeDescription
from visualisations.text_width import shorten

MOST_FAMILIES, MOST_PRACTITIONERS = 60, 30
WIDTH, _TOP, _FAMILY_X, _PRACTITIONER_X = 668.0, 44.0, 190.0, 440.0
_FAMILY_STEP, _PRACTITIONER_STEP, _HALF_FAMILY, _HALF_PRACTITIONER = 26.0, 40.0, 10.0, 14.0
_FAMILY_LABEL, _PRACTITIONER_LABEL = 168.0, 200.0


@dataclass(frozen=True, slots=True)
class SharedFamily:
    """A family of the coordinator's areas."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class SharedPractitioner:
    """A practitioner with the ids of the families they work with."""

    id: str
    name: str
    agency_name: str
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedDrawing:
    """The picture as SVG and network data; `left_out` counts families and practitioners listed in the table only."""

    svg: str
    view: tuple[float, float, float, float]
    network: NetworkData
    nodes: tuple[NodeDescription, ...]
    left_out: tuple[int, int]
    statement: str | None


def draw_shared(families: Sequence[SharedFamily], practitioners: Sequence[SharedPractitioner]) -> SharedDrawing:
    """Draw who is shared between whom; the same input, in any order, gives the same bytes."""
    shown = sorted(practitioners, key=lambda p: (-len(set(p.families)), p.name, p.id))[:MOST_PRACTITIONERS]
    counts = {family.id: sum(family.id in p.families for p in shown) for family in families}
    anywhere = {id_ for practitioner in practitioners for id_ in practitioner.families}
    shared = [family for family in families if family.id in anywhere]
    chosen = sorted(shared, key=lambda f: (-counts[f.id], f.name, f.id))[:MOST_FAMILIES]
    nodes, height = _placed(sorted(chosen, key=lambda f: (f.name, f.id)), shown)
    edges = _edges(nodes, shown)
    left_out = (len(shared) - len(chosen), len(practitioners) - len(shown))
    statement = _statement(left_out)
    view = (0.0, 0.0, WIDTH, height)
    return SharedDrawing(
        svg=_svg(nodes, edges, view, statement),
        view=view,
        network=_network(nodes, edges),
        nodes=_descriptions(nodes, edges),
        left_out=left_out,
        statement=statement,
    )


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _statement(left_out: tuple[int, int]) -> str | None:
    parts = [
        _counted(left_out[0], "family", "families") if left_out[0] else "",
        _counted(left_out[1], "practitioner", "practitioners") if left_out[1] else "",
    ]
    listed = " and ".join(part for part in parts if part)
    if not listed:
        return None
    return (
        f"The picture shows those shared most; {listed} more {'is' if sum(left_out) == 1 else 'are'} in the table only."
    )


def _placed(
    families: Sequence[SharedFamily], practitioners: Sequence[SharedPractitioner]
) -> tuple[list[PlacedNode], float]:
    body = max(len(families) * _FAMILY_STEP, len(practitioners) * _PRACTITIONER_STEP, 120.0)
    step = body / max(1, len(families))
    ys = {family.id: _TOP + step * (index + 0.5) for index, family in enumerate(families)}
    placed = [_family_node(family, ys[family.id], practitioners) for family in families]
    middle = _TOP + body / 2

    def height(practitioner: SharedPractitioner) -> tuple[float, str, str]:
        own = [ys[id_] for id_ in practitioner.families if id_ in ys]
        return (sum(own) / len(own) if own else middle, practitioner.name, practitioner.id)

    gap = body / max(1, len(practitioners))
    for index, practitioner in enumerate(sorted(practitioners, key=height)):
        placed.append(_practitioner_node(practitioner, _TOP + gap * (index + 0.5)))
    return placed, _TOP + body + 12.0


def _family_node(family: SharedFamily, y: float, practitioners: Sequence[SharedPractitioner]) -> PlacedNode:
    count = sum(family.id in p.families for p in practitioners)
    node = PictureNode(
        id=f"family-{family.id}",
        key=family.id,
        kind="family",
        icon="house",
        bold=(shorten(family.name, _FAMILY_LABEL, bold=True),),
        plain=(),
        name=f"Family {family.name}, {_counted(count, 'shared practitioner', 'shared practitioners')}",
        place="",
    )
    return _at(node, _FAMILY_X, y, _HALF_FAMILY, "end")


def _practitioner_node(practitioner: SharedPractitioner, y: float) -> PlacedNode:
    count = _counted(len(set(practitioner.families)), "family", "families")
    node = PictureNode(
        id=f"practitioner-{practitioner.id}",
        key=practitioner.id,
        kind="practitioner",
        icon="badge",
        bold=(shorten(practitioner.name, _PRACTITIONER_LABEL, bold=True),),
        plain=(shorten(f"{count}, {practitioner.agency_name}", _PRACTITIONER_LABEL),),
        name=f"{practitioner.name}, {practitioner.agency_name}, {count}",
        place="",
    )
    return _at(node, _PRACTITIONER_X, y, _HALF_PRACTITIONER, "start")


def _at(node: PictureNode, x: float, y: float, half: float, anchor: str) -> PlacedNode:
    lines = len(node.bold) + len(node.plain)
    at = x - half - 6.0 if anchor == "end" else x + half + 6.0
    top = y - LINE * lines / 2
    label = Label(at, top + 11.0, anchor, (at, top, at, top + LINE * lines), 0.0, False)
    return PlacedNode(node, x, y, half, label, node.bold, node.plain)


def _edges(nodes: Sequence[PlacedNode], practitioners: Sequence[SharedPractitioner]) -> list[PlacedEdge]:
    at = {placed.node.id: placed for placed in nodes}
    edges: list[PlacedEdge] = []
    for practitioner in practitioners:
        source = at[f"practitioner-{practitioner.id}"]
        for family in sorted(set(practitioner.families)):
            target = at.get(f"family-{family}")
            if target is not None:
                x0, x1 = source.x - source.half - 3.0, target.x + target.half + 3.0
                middle = ((x0 + x1) / 2, (source.y + target.y) / 2)
                way = Curve(x0, source.y, *middle, x1, target.y, 0.0)
                edges.append(PlacedEdge(PictureEdge(source.node.id, target.node.id, "current"), way))
    return edges


def _svg(
    nodes: Sequence[PlacedNode],
    edges: Sequence[PlacedEdge],
    view: tuple[float, float, float, float],
    statement: str | None,
) -> str:
    families = sum(placed.node.kind == "family" for placed in nodes)
    said = [
        f"{_counted(families, 'family', 'families')} on the left, "
        f"{_counted(len(nodes) - families, 'practitioner', 'practitioners')} on the right.",
        statement or "",
        "The table holds the same facts.",
    ]
    description = " ".join(part for part in said if part)
    title = "Practitioners shared between families"
    heads = "".join(
        f'<text x="{x:g}" y="22" font-size="14" font-weight="700" fill="#0b0c0c" text-anchor="{anchor}">{text}</text>'
        for x, anchor, text in ((_FAMILY_X + 10, "end", "Families"), (_PRACTITIONER_X - 14, "start", "Practitioners"))
    )
    lines = "".join(_line(placed) for placed in edges)
    shapes = "".join(draw_node(n.node, n.x, n.y, n.half, label_text(n)) for n in nodes)
    opened = opening("shared", view, (int(view[2]), round(view[3])), title, description)
    return f'{opened}{heads}<g fill="none" stroke="#3f5163" stroke-width="1.4">{lines}</g>{shapes}</svg>'


def _line(placed: PlacedEdge) -> str:
    """A curve that leaves and arrives level, so that lines to one node can be told apart."""
    way = placed.curve
    path = f"M{way.x0:.1f} {way.y0:.1f}C{way.cx:.1f} {way.y0:.1f} {way.cx:.1f} {way.y1:.1f} {way.x1:.1f} {way.y1:.1f}"
    where = f'data-from="{escape(placed.edge.source)}" data-to="{escape(placed.edge.target)}"'
    return f'<g class="edge e-current" {where}><path d="{path}"/></g>'


def _network(nodes: Sequence[PlacedNode], edges: Sequence[PlacedEdge]) -> NetworkData:
    made = [
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
        )
        for placed in nodes
    ]
    lines = [
        NetworkEdge(
            id=f"{edge.edge.source} {edge.edge.target}",
            source=edge.edge.source,
            target=edge.edge.target,
            kind=edge.edge.kind,
            bulge=0.0,
            length=1.0,
            via=(edge.curve.cx, edge.curve.cy),
        )
        for edge in edges
    ]
    return network_data(made, lines)


def _descriptions(nodes: Sequence[PlacedNode], edges: Sequence[PlacedEdge]) -> tuple[NodeDescription, ...]:
    neighbours: dict[str, list[str]] = {placed.node.id: [] for placed in nodes}
    for placed in edges:
        neighbours[placed.edge.source].append(placed.edge.target)
        neighbours[placed.edge.target].append(placed.edge.source)
    return tuple(
        NodeDescription(
            id=placed.node.id,
            kind=placed.node.kind,
            x=placed.x,
            y=round(placed.y, 1),
            width=2 * placed.half,
            height=2 * placed.half,
            lines=(*placed.bold, *placed.plain),
            name=placed.node.name,
            neighbours=tuple(neighbours[placed.node.id]),
            card=placed.node.id,
            icon=placed.node.icon,
        )
        for placed in nodes
    )
