"""The picture on a phone: practitioners in two columns beside a narrow family ring, agencies left out.

Which side somebody stands on follows from their sector, as on the desktop; the columns run in the same order from top
to bottom. Labels stay inside their column by construction, so nothing has to be searched: 328 px wide, 640 px high
or as much more as the longer column needs. Family members carry their names only.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin

from visualisations.edges import Disc, curve, route
from visualisations.labels import LINE, Label
from visualisations.layout import Layout, PlacedEdge, PlacedNode
from visualisations.picture_model import FAMILY_KINDS, PictureNode
from visualisations.positions import HALF_SIZE, point
from visualisations.svg import draw_node, edge_groups, label_text, opening
from visualisations.text_width import text_width, wrap

WIDTH, HEIGHT = 328.0, 640.0
COLUMN_WIDTH = 78.0
_LEFT, _RIGHT, _MIDDLE = 41.0, 287.0, 164.0
_RING_X, _RING_Y = 63.0, 116.0
_NAME_SPACE_X, _NAME_SPACE_Y, _MOST_STRETCH = 50.0, 52.0, 2.6
_FIRST, _ROW_SPACE, _LABEL_GAP, _ASCENT = 12.0, 9.0, 3.0, 11.0
_KINDS = frozenset(("practitioner", "lead", "ended", "broker", "entry"))


def draw_phone(layout: Layout, id_prefix: str) -> str:
    """The same picture as `layout`, laid out again for a phone, as one <svg>."""
    columns = _columns(layout.nodes)
    height = max(
        HEIGHT, 2 * _RING_Y * _stretch(layout) + 100.0, *(sum(map(_height, column)) + 2 * _FIRST for column in columns)
    )
    placed = _family(layout, height / 2)
    for column, x in zip(columns, (_LEFT, _RIGHT), strict=True):
        placed += _column(column, x, height)
    numbers = {node.node.id: index for index, node in enumerate(placed)}
    discs: list[Disc] = [(node.x, node.y, node.half) for node in placed]
    edges: list[PlacedEdge] = []
    for each in layout.edges:
        source, target = numbers.get(each.edge.source), numbers.get(each.edge.target)
        if source is None or target is None or each.edge.kind == "works":
            continue
        bulge = 0.0 if each.edge.kind == "kin" else route(source, target, discs, ())[0]
        edges.append(PlacedEdge(each.edge, curve(discs[source], discs[target], bulge)))
    picture = layout.picture
    size = (int(WIDTH), round(height))
    return "".join(
        (
            opening(id_prefix, (0, 0, WIDTH, float(size[1])), size, picture.title, picture.description),
            *edge_groups(edges),
            *(draw_node(node.node, node.x, node.y, node.half, label_text(node)) for node in placed),
            "</svg>",
        )
    )


def _columns(nodes: Sequence[PlacedNode]) -> tuple[list[PlacedNode], list[PlacedNode]]:
    """Left and right column from top to bottom, in the order of the desktop's circle."""
    workers = [_narrow(node) for node in nodes if node.node.kind in _KINDS or node.node.folded]
    middle = nodes[0].x
    left = sorted((n for n in workers if n.x < middle), key=lambda n: (n.y, n.node.id))
    right = sorted((n for n in workers if n.x >= middle), key=lambda n: (n.y, n.node.id))
    return left, right


def _narrow(placed: PlacedNode) -> PlacedNode:
    node = placed.node
    bold = wrap(" ".join(node.bold), COLUMN_WIDTH, 2, bold=True) if node.bold else ()
    plain = wrap(" ".join(node.plain), COLUMN_WIDTH, 2 if bold else 3)
    return PlacedNode(node, placed.x, placed.y, placed.half, placed.label, bold, plain)


def _height(placed: PlacedNode) -> float:
    return 2 * placed.half + _LABEL_GAP + LINE * (len(placed.bold) + len(placed.plain)) + _ROW_SPACE


def _column(column: Sequence[PlacedNode], x: float, height: float) -> list[PlacedNode]:
    space = (height - 2 * _FIRST - sum(map(_height, column))) / max(1, len(column))
    y = _FIRST + space / 2
    placed: list[PlacedNode] = []
    for node in column:
        placed.append(_at(node.node, x, y + node.half, node.bold, node.plain))
        y += _height(node) + space
    return placed


def _at(
    node: PictureNode, x: float, y: float, bold: tuple[str, ...], plain: tuple[str, ...], label_x: float | None = None
) -> PlacedNode:
    half = HALF_SIZE[node.kind]
    top = y + half + _LABEL_GAP
    box = (x, top, x, top)
    label = Label(x if label_x is None else label_x, top + _ASCENT, "middle", box, 0.0, False)
    return PlacedNode(node, x, y, half, label, bold, plain)


def _family(layout: Layout, middle: float) -> list[PlacedNode]:
    """The subject in the middle, the others at their desktop angles on a narrow ring, names between the columns."""
    stretch = _stretch(layout)
    placed: list[PlacedNode] = []
    for each in layout.nodes:
        node = each.node
        if node.kind not in FAMILY_KINDS:
            continue
        if node.kind == "subject":
            placed.append(_at(node, _MIDDLE, middle, node.bold, ()))
            continue
        x, y = point(node.angle, _RING_X, _RING_Y * stretch)
        x, y = x - 334.0 + _MIDDLE, y - 294.0 + middle
        half = text_width(node.bold[0], bold=True) / 2
        least, most = COLUMN_WIDTH + 6.0 + half, WIDTH - COLUMN_WIDTH - 6.0 - half
        placed.append(_at(node, x, y, node.bold[:1], (), min(max(x, least), most)))
    return placed


def _stretch(layout: Layout) -> float:
    """How much taller than usual the ring must be, so that neighbours and their names stand clear of each other."""
    angles = [node.node.angle for node in layout.nodes if node.node.kind in ("client", "family")]
    places = [(sin(radians(angle)) * _RING_X, cos(radians(angle)) * _RING_Y) for angle in angles]
    least = 1.0
    for (x0, y0), (x1, y1) in zip(places, (*places[1:], *places[:1]), strict=True):
        if abs(x1 - x0) < _NAME_SPACE_X and abs(y1 - y0) > 1.0:
            least = max(least, _NAME_SPACE_Y / abs(y1 - y0))
    return min(least, _MOST_STRETCH)
