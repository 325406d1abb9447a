"""Who sees what of one family: agencies on the left, their accounts beside them, the involvements on the right.

For auditors. Accounts stand under their agency, involvements under their person, each in the order given; an edge says
how much an account sees of an involvement: solid everything, dotted the agency alone, dashed a broker alone. A masked
service is a shape without a name and without edges: who sees it would tell which service it is. Up to 30 accounts,
those that see most, and 40 involvements are drawn; the statement says how many are listed in the table only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from visualisations.edges import Curve
from visualisations.labels import LINE, Label
from visualisations.layout import PlacedEdge, PlacedNode
from visualisations.network_data import NetworkData, NetworkEdge, NetworkNode, network_data
from visualisations.picture_model import EdgeKind, NodeKind, PictureEdge, PictureNode
from visualisations.svg import EDGE_STROKE, draw_node, label_text, opening
from visualisations.team_drawing import NodeDescription
from visualisations.text_width import shorten

MOST_ACCOUNTS, MOST_INVOLVEMENTS = 30, 40
WIDTH = 860.0
_TOP, _STEP, _HEAD, _HALF = 44.0, 36.0, 26.0, 11.0
_AGENCY_X, _ACCOUNT_X, _INVOLVEMENT_X = 24.0, 300.0, 560.0
_AGENCY_LABEL, _ACCOUNT_LABEL, _INVOLVEMENT_LABEL = 118.0, 104.0, 270.0
LEVEL_EDGES: dict[str, EdgeKind] = {"full": "current", "agency": "dotted", "broker": "ended"}


@dataclass(frozen=True, slots=True)
class DrawnInvolvement:
    """An involvement, under its person; without an id it is masked."""

    id: str | None
    person: str
    title: str
    """What it is for; empty where masked."""
    holder: str
    """Who holds it and for which agency; empty where masked."""
    current: bool


@dataclass(frozen=True, slots=True)
class DrawnAccount:
    """An account with what it sees: pairs of an involvement's id and a level above none."""

    id: str
    name: str
    agency: str
    agency_name: str
    sees: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AccessDrawing:
    """The picture as SVG and network data; `left_out` counts accounts and involvements listed in the table only."""

    svg: str
    view: tuple[float, float, float, float]
    network: NetworkData
    nodes: tuple[NodeDescription, ...]
    left_out: tuple[int, int]
    statement: str | None


def draw_access(accounts: Sequence[DrawnAccount], involvements: Sequence[DrawnInvolvement]) -> AccessDrawing:
    """Draw who sees what; the same input gives the same bytes, whatever the accounts' order."""
    most = sorted(accounts, key=lambda one: (-len(one.sees), one.agency_name, one.agency, one.name, one.id))
    shown = sorted(most[:MOST_ACCOUNTS], key=lambda one: (one.agency_name, one.agency, one.name, one.id))
    works = list(involvements[:MOST_INVOLVEMENTS])
    left, left_end = _left_side(shown)
    right, heads, right_end = _right_side(works)
    nodes = [*left, *right]
    edges = _edges(nodes, shown)
    left_out = (len(accounts) - len(shown), len(involvements) - len(works))
    statement = _statement(left_out)
    view = (0.0, 0.0, WIDTH, max(left_end, right_end) + 12.0)
    return AccessDrawing(
        svg=_svg(nodes, edges, heads, view, statement),
        view=view,
        network=_network(nodes, edges),
        nodes=_descriptions(nodes, edges),
        left_out=left_out,
        statement=statement,
    )


def _statement(left_out: tuple[int, int]) -> str | None:
    parts = [
        f"{count} more {noun}" for count, noun in zip(left_out, ("accounts", "involvements"), strict=True) if count
    ]
    return f"{' and '.join(parts)} are in the table only." if parts else None


def _left_side(accounts: Sequence[DrawnAccount]) -> tuple[list[PlacedNode], float]:
    """Accounts one below another, each agency at the mean height of its accounts."""
    heights: dict[str, list[float]] = {}
    placed: list[PlacedNode] = []
    for index, one in enumerate(accounts):
        y = _TOP + _STEP * (index + 0.5)
        heights.setdefault(one.agency, []).append(y)
        count = len(one.sees)
        name = f"{one.name}, {one.agency_name}, sees {count} {'involvement' if count == 1 else 'involvements'}"
        label = shorten(one.name, _ACCOUNT_LABEL, bold=True)
        node = _node(f"account-{one.id}", one.id, "practitioner", "badge", (label,), (), name)
        placed.append(_at(node, _ACCOUNT_X, y, "end"))
    names = {one.agency: one.agency_name for one in accounts}
    for agency, ys in heights.items():
        label = shorten(names[agency], _AGENCY_LABEL)
        node = _node(f"agency-{agency}", agency, "agency", "building", (), (label,), names[agency])
        placed.append(_at(node, _AGENCY_X, sum(ys) / len(ys), "start"))
    return placed, _TOP + _STEP * len(accounts)


def _right_side(
    involvements: Sequence[DrawnInvolvement],
) -> tuple[list[PlacedNode], list[tuple[str, float]], float]:
    """Involvements one below another under a heading for each person; also the headings, and where the last ends."""
    placed: list[PlacedNode] = []
    heads: list[tuple[str, float]] = []
    y, person = _TOP, None
    for index, one in enumerate(involvements):
        if one.person != person:
            person, y = one.person, y + _HEAD
            heads.append((person, y - 8.0))
        placed.append(_at(_involvement_node(one, index), _INVOLVEMENT_X, y + _STEP / 2, "start"))
        y += _STEP
    return placed, heads, y


def _involvement_node(one: DrawnInvolvement, index: int) -> PictureNode:
    if one.id is None:
        name = f"Masked sensitive service, {one.person}"
        return _node(f"masked-{index}", str(index), "agency", "question", ("Sensitive service",), ("Masked",), name)
    title, holder = (
        shorten(text, _INVOLVEMENT_LABEL, bold=bold) for text, bold in ((one.title, True), (one.holder, False))
    )
    kind: NodeKind = "client" if one.current else "family"
    state = "" if one.current else ", not current"
    name = f"{one.title}, {one.holder}, for {one.person}{state}"
    return _node(f"involvement-{one.id}", one.id, kind, "briefcase", (title,), (holder,), name)


def _node(
    id_: str, key: str, kind: NodeKind, icon: str, bold: tuple[str, ...], plain: tuple[str, ...], name: str
) -> PictureNode:
    return PictureNode(id=id_, key=key, kind=kind, icon=icon, bold=bold, plain=plain, name=name, place="")


def _at(node: PictureNode, x: float, y: float, anchor: str) -> PlacedNode:
    lines = len(node.bold) + len(node.plain)
    at = x - _HALF - 6.0 if anchor == "end" else x + _HALF + 6.0
    top = y - LINE * lines / 2
    label = Label(at, top + 11.0, anchor, (at, top, at, top + LINE * lines), 0.0, False)
    return PlacedNode(node, x, y, _HALF, label, node.bold, node.plain)


def _edges(nodes: Sequence[PlacedNode], accounts: Sequence[DrawnAccount]) -> list[PlacedEdge]:
    at = {placed.node.id: placed for placed in nodes}
    edges: list[PlacedEdge] = []
    for one in accounts:
        account = at[f"account-{one.id}"]
        edges.append(_edge(at[f"agency-{one.agency}"], account, "works", _AGENCY_X + _AGENCY_LABEL + 24.0))
        for id_, level in one.sees:
            target = at.get(f"involvement-{id_}")
            if target is not None:
                edges.append(_edge(account, target, LEVEL_EDGES[level], account.x + _HALF + 3.0))
    return edges


def _edge(source: PlacedNode, target: PlacedNode, kind: EdgeKind, leaves: float) -> PlacedEdge:
    """From where it leaves the source, or its label, to the target, or the label on the target's left."""
    label = _ACCOUNT_LABEL + 8.0 if kind == "works" else 0.0
    arrives = target.x - target.half - 3.0 - label
    middle = ((leaves + arrives) / 2, (source.y + target.y) / 2)
    return PlacedEdge(
        PictureEdge(source.node.id, target.node.id, kind), Curve(leaves, source.y, *middle, arrives, target.y, 0.0)
    )


def _svg(
    nodes: Sequence[PlacedNode],
    edges: Sequence[PlacedEdge],
    heads: Sequence[tuple[str, float]],
    view: tuple[float, float, float, float],
    statement: str | None,
) -> str:
    counts = {kind: sum(placed.node.id.startswith(kind) for placed in nodes) for kind in ("account", "agency", "inv")}
    described = (
        f"{counts['account']} accounts of {counts['agency']} agencies on the left, {counts['inv']} involvements on the "
        f"right. {statement or ''} The table holds the same facts."
    )
    titles = ((_AGENCY_X - 11, "Agencies"), (_ACCOUNT_X - 70, "Accounts"), (_INVOLVEMENT_X - 11, "What they see"))
    texts = [(x, 22.0, 14, text) for x, text in titles] + [(_INVOLVEMENT_X - 11, y, 12, text) for text, y in heads]
    written = "".join(
        f'<text x="{x:g}" y="{y:g}" font-size="{size}" font-weight="700" fill="#0b0c0c">{escape(text)}</text>'
        for x, y, size, text in texts
    )
    lines = "".join(_line(placed) for placed in edges)
    shapes = "".join(draw_node(n.node, n.x, n.y, n.half, label_text(n)) for n in nodes)
    opened = opening("access", view, (int(view[2]), round(view[3])), "Who sees what of the family", described)
    return f'{opened}{written}<g fill="none">{lines}</g>{shapes}</svg>'


def _line(placed: PlacedEdge) -> str:
    """A curve that leaves and arrives level, so that lines to one node can be told apart."""
    way, kind = placed.curve, placed.edge.kind
    path = f"M{way.x0:.1f} {way.y0:.1f}C{way.cx:.1f} {way.y0:.1f} {way.cx:.1f} {way.y1:.1f} {way.x1:.1f} {way.y1:.1f}"
    where = f'data-from="{escape(placed.edge.source)}" data-to="{escape(placed.edge.target)}"'
    return f'<g class="edge e-{kind}" {where}><path d="{path}" {EDGE_STROKE[kind]}/></g>'


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
            id=f"{one.edge.source} {one.edge.target}",
            source=one.edge.source,
            target=one.edge.target,
            kind=one.edge.kind,
            bulge=0.0,
            length=1.0,
            via=(one.curve.cx, one.curve.cy),
        )
        for one in edges
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
