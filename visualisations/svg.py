"""A laid-out picture as SVG: presentation attributes only, so it needs no style sheet and no inline style.

Nodes are told apart by shape and icon, edges by pattern: a picture without colour says the same.
"""

# ruff: noqa: E501 - markup reads better unbroken
from __future__ import annotations

from collections.abc import Iterable
from html import escape

from visualisations.canvas import RIM_TEXT_BEYOND, RIM_TEXT_SIZE
from visualisations.edges import Curve
from visualisations.icons import symbols
from visualisations.labels import LINE, Label
from visualisations.layout import Layout, PlacedEdge, PlacedNode
from visualisations.picture_model import PictureNode
from visualisations.positions import CENTRE_X, CENTRE_Y, Frame, point

INK, EDGE, ENDED, KIN, WORKS = "#0b0c0c", "#3f5163", "#66727c", "#b0702e", "#7c8791"
BLUE, BROWN, PLUM, SLATE, WEDGE, RING = "#1d5a9c", "#8f4700", "#5c0d3e", "#48555f", "#f4f6f7", "#dfc9b3"
ROW_KINDS = frozenset(("practitioner", "lead", "ended", "broker", "entry"))
"""Kinds of node that a row of the table stands for."""
EDGE_STROKE = {
    "current": f'stroke="{EDGE}" stroke-width="1.6"',
    "ended": f'stroke="{ENDED}" stroke-width="1.6" stroke-dasharray="7 5"',
    "dotted": f'stroke="{INK}" stroke-width="2.6" stroke-linecap="round" stroke-dasharray=".1 5.6"',
    "kin": f'stroke="{KIN}" stroke-width="1.4"',
    "works": f'stroke="{WORKS}" stroke-width="1"',
}
_EDGE_ORDER = ("works", "kin", "ended", "dotted", "current")
_ICON_SIZE = {
    "subject": 34.0,
    "lead": 26.0,
    "agency": 16.0,
    "entry": 16.0,
    "broker": 19.0,
    "client": 20.0,
    "family": 20.0,
}
_HALO = 'stroke="#fff" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"'
_SPACE = '<tspan font-size="0"> </tspan>'


def draw(layout: Layout, id_prefix: str) -> str:
    """The picture as one <svg>; `id_prefix` keeps ids unique where a page holds several."""
    x, y, width, height = layout.canvas.view
    parts = [
        opening(id_prefix, (x, y, width, height), (668, 584), layout.picture.title, layout.picture.description),
        *_wedges(layout, id_prefix),
        f'<circle class="family-ring" cx="{CENTRE_X:g}" cy="{CENTRE_Y:g}" r="{layout.family_radius:.1f}" fill="#fff" stroke="{RING}"/>',
        *edge_groups(layout.edges),
        *(draw_node(placed.node, placed.x, placed.y, placed.half, label_text(placed)) for placed in layout.nodes),
        "</svg>",
    ]
    return "".join(parts)


def standalone(svg: str) -> str:
    """A picture of this package as a file of its own: the icons' symbols inside."""
    end = svg.index("</desc>") + len("</desc>")
    return f"{svg[:end]}<defs>{symbols()}</defs>{svg[end:]}"


def opening(
    id_prefix: str, view: tuple[float, float, float, float], size: tuple[int, int], title: str, description: str
) -> str:
    """The opening tag with title and description."""
    box = " ".join(f"{number:.1f}".removesuffix(".0") for number in view)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="picture picture-{id_prefix}" viewBox="{box}" width="{size[0]}" height="{size[1]}"'
        f' role="group" aria-labelledby="{id_prefix}-title {id_prefix}-desc" font-family="Arial, Helvetica, \'Liberation Sans\', sans-serif"'
        f' font-size="12"><title id="{id_prefix}-title">{escape(title)}</title><desc id="{id_prefix}-desc">{escape(description)}</desc>'
    )


def _wedges(layout: Layout, id_prefix: str) -> Iterable[str]:
    inner = layout.family_radius + 44.0
    for key, name in layout.picture.rim_names:
        frame = layout.frames[key]
        yield _wedge(frame, inner)
        if name:
            path = f"{id_prefix}-rim-{key}"
            yield (
                f'<path id="{path}" d="{_rim_path(frame)}" fill="none"/><text class="rim" font-size="{RIM_TEXT_SIZE}" letter-spacing=".3"'
                f' fill="{SLATE}"><textPath href="#{path}" startOffset="50%" text-anchor="middle">{escape(name)}</textPath></text>'
            )


def _wedge(frame: Frame, inner: float) -> str:
    low, high = frame.sector.from_ + 0.5, frame.sector.to - 0.5
    (ax, ay), (bx, by) = point(low, inner, inner), frame.rim(low)
    (cx, cy), (dx, dy) = frame.rim(high), point(high, inner, inner)
    rx, ry = 314 + frame.grown, 273 + frame.grown
    return (
        f'<path class="wedge" fill="{WEDGE}" d="M{ax:.1f} {ay:.1f}L{bx:.1f} {by:.1f}A{rx:.1f} {ry:.1f} 0 0 1 {cx:.1f} {cy:.1f}'
        f'L{dx:.1f} {dy:.1f}A{inner:.1f} {inner:.1f} 0 0 0 {ax:.1f} {ay:.1f}Z"/>'
    )


def _rim_path(frame: Frame) -> str:
    """Along the rim; the other way round in the lower half, so that the text stands upright."""
    sector = frame.sector
    lower = 90 < (sector.from_ + sector.span / 2) % 360 < 270
    beyond = RIM_TEXT_BEYOND + (9.0 if lower else 0.0)
    rx, ry = 314 + frame.grown + beyond, 273 + frame.grown + beyond
    (ax, ay), (bx, by) = frame.rim(sector.from_ - 4, beyond), frame.rim(sector.to + 4, beyond)
    if lower:
        return f"M{bx:.1f} {by:.1f}A{rx:.1f} {ry:.1f} 0 0 0 {ax:.1f} {ay:.1f}"
    return f"M{ax:.1f} {ay:.1f}A{rx:.1f} {ry:.1f} 0 0 1 {bx:.1f} {by:.1f}"


def _path(curve: Curve) -> str:
    if curve.bulge == 0.0:
        return f"M{curve.x0:.1f} {curve.y0:.1f}L{curve.x1:.1f} {curve.y1:.1f}"
    return f"M{curve.x0:.1f} {curve.y0:.1f}Q{curve.cx:.1f} {curve.cy:.1f} {curve.x1:.1f} {curve.y1:.1f}"


def edge_groups(edges: Iterable[PlacedEdge]) -> Iterable[str]:
    """The edges, kind by kind, the lead's double line on top; hidden ones are left out."""
    by_kind: dict[str, list[str]] = {}
    lead: list[str] = []
    for placed in edges:
        edge = placed.edge
        if edge.hidden:
            continue
        where = f'data-from="{escape(edge.source)}" data-to="{escape(edge.target)}"'
        path = _path(placed.curve)
        if edge.kind == "lead":
            lead.append(
                f'<g class="edge e-lead" {where}><path d="{path}" stroke="{INK}" stroke-width="6"/>'
                f'<path d="{path}" stroke="#fff" stroke-width="2.6"/></g>'
            )
        else:
            by_kind.setdefault(edge.kind, []).append(f'<g class="edge e-{edge.kind}" {where}><path d="{path}"/></g>')
    for kind in _EDGE_ORDER:
        if kind in by_kind:
            yield f'<g fill="none" {EDGE_STROKE[kind]}>{"".join(by_kind[kind])}</g>'
    if lead:
        yield f'<g fill="none">{"".join(lead)}</g>'


def draw_node(node: PictureNode, x: float, y: float, half: float, label: str) -> str:
    """A node with shape, icon, badges and label; a link to its row where the table has one."""
    id_ = escape(node.id)
    parts = [shape(node.kind, x, y, half), _icon(node, x, y, half)]
    if node.new:
        parts.append(
            f'<g class="badge-new"><rect x="{x + half - 9:.1f}" y="{y - half - 9:.1f}" width="28" height="14" rx="2" fill="{INK}" stroke="#fff"'
            f' stroke-width="1.5"/><text x="{x + half + 5:.1f}" y="{y - half + 1.6:.1f}" font-size="10" font-weight="700" fill="#fff"'
            ' text-anchor="middle">NEW</text></g>'
        )
    if node.stale:
        bx, by = x - half + 1 if node.new else x + half - 1, y - half + 1
        parts.append(
            f'<g class="badge-stale"><circle cx="{bx:.1f}" cy="{by:.1f}" r="8.5" fill="{PLUM}" stroke="#fff" stroke-width="2"/>'
            f'<use href="#i-clock" x="{bx - 6.5:.1f}" y="{by - 6.5:.1f}" width="13" height="13" fill="#fff"/></g>'
        )
    body = "".join(parts) + label
    if node.kind in ROW_KINDS:
        return f'<a class="node k-{node.kind}" data-node="{id_}" href="#row-{id_}">{body}</a>'
    return f'<g class="node k-{node.kind}" data-node="{id_}">{body}</g>'


def _icon(node: PictureNode, x: float, y: float, half: float) -> str:
    size = min(_ICON_SIZE.get(node.kind, 20.8), 1.3 * half)
    solid = node.kind in ("subject", "client", "practitioner", "lead")
    fill = "#fff" if solid else BROWN if node.kind == "family" else INK if node.kind == "broker" else SLATE
    lift = 1.5 if node.icon == "unborn" else 0.0
    return f'<use href="#i-{node.icon}" x="{x - size / 2:.1f}" y="{y - size / 2 - lift:.1f}" width="{size:g}" height="{size:g}" fill="{fill}"/>'


def shape(kind: str, x: float, y: float, half: float) -> str:
    """The outline of a node: circle for people, rounded square, diamond for a broker, hexagon for an agency."""
    if kind == "subject":
        return (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{half:.1f}" fill="#fff" stroke="{BROWN}" stroke-width="2.5"/>'
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{half - 4.5:.1f}" fill="{BROWN}"/>'
        )
    if kind == "client":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{half:.1f}" fill="{BROWN}"/>'
    if kind == "family":
        return (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{half - 1:.1f}" fill="#fff" stroke="{BROWN}" stroke-width="2.25"/>'
        )
    if kind == "lead":
        return _square(x, y, half, 10, f'fill="#fff" stroke="{BLUE}" stroke-width="2.25"') + _square(
            x, y, half - 4, 7, f'fill="{BLUE}"'
        )
    if kind == "practitioner":
        return _square(x, y, half, 7, f'fill="{BLUE}"')
    if kind == "ended":
        return _square(x, y, half, 7, f'fill="#fff" stroke="{SLATE}" stroke-width="1.75" stroke-dasharray="4 3"')
    if kind == "broker":
        path = f"M{x:.1f} {y - half:.1f}L{x + half:.1f} {y:.1f} {x:.1f} {y + half:.1f} {x - half:.1f} {y:.1f}Z"
        return f'<path d="{path}" fill="#fff" stroke="{INK}" stroke-width="2.25"/>'
    return _hexagon(x, y, half, dotted=kind == "entry")


def _square(x: float, y: float, half: float, corner: float, paint: str) -> str:
    size = f"{2 * half:g}"
    return f'<rect x="{x - half:.1f}" y="{y - half:.1f}" width="{size}" height="{size}" rx="{corner:g}" {paint}/>'


def _hexagon(x: float, y: float, half: float, dotted: bool) -> str:
    wide, narrow, high = half * 1.08, half * 0.54, half * 0.935
    path = (
        f"M{x + wide:.1f} {y:.1f}L{x + narrow:.1f} {y + high:.1f} {x - narrow:.1f} {y + high:.1f} {x - wide:.1f} {y:.1f} "
        f"{x - narrow:.1f} {y - high:.1f} {x + narrow:.1f} {y - high:.1f}Z"
    )
    line = 'stroke-width="2.5" stroke-linecap="round" stroke-dasharray=".1 4"' if dotted else 'stroke-width="1.75"'
    return f'<path d="{path}" fill="#fff" stroke="{SLATE}" {line}/>'


def label_text(placed: PlacedNode) -> str:
    """The label of a placed node; names bold, the agency's in one weight."""
    second = "#2f3b45" if placed.node.kind in ("agency", "entry") else SLATE
    return text_lines(placed.label, placed.bold, placed.plain, second, "13" if placed.node.kind == "subject" else "")


def text_lines(label: Label, bold: Iterable[str], plain: Iterable[str], second: str, size: str = "") -> str:
    """Lines of text with a white halo, so that an edge behind does not cut letters."""
    lines: list[str] = []
    y = label.y
    for line in bold:
        lines.append(f'<tspan x="{label.x:.1f}" y="{y:.1f}" font-weight="700" fill="{INK}">{escape(line)}</tspan>')
        y += LINE
    for line in plain:
        lines.append(f'<tspan x="{label.x:.1f}" y="{y:.1f}" fill="{second}">{escape(line)}</tspan>')
        y += LINE
    font = f' font-size="{size}"' if size else ""
    return f'<text class="label" text-anchor="{label.anchor}"{font} {_HALO}>{_SPACE.join(lines)}</text>'
