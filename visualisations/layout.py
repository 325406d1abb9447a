"""A picture laid out: positions, edge curves and labels, a sector's rings enlarged where a label has no place.

A sector grows by itself, so that a crowded one moves nobody elsewhere. The family's circle is settled first, from the
family alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import atan2, pi

from visualisations.canvas import Canvas, canvas_of, rim_text_boxes
from visualisations.edges import Curve, Disc, Route, curve, route, straight
from visualisations.labels import LINE, Box, Label, Surroundings, Wanted, place_labels
from visualisations.picture_model import Picture, PictureEdge, PictureNode
from visualisations.positions import CENTRE_X, CENTRE_Y, HALF_SIZE, RIM, Frame, place_nodes
from visualisations.text_width import text_width

MOST_ENLARGEMENTS = 8
_GROWTH = 1.15
_ROLES_FROM_SCALE = 0.7
_LABEL_PRICE = {"lead": 16.0, "works": 4.0}
_EDGE_PRICE = 12.0
_LABEL_RANK = {"subject": 0, "client": 1, "family": 2, "lead": 3, "practitioner": 3, "ended": 4, "broker": 5}
_ROUTE_RANK = {"lead": 0, "current": 1, "dotted": 2, "ended": 3}


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """A node at its place; `lines` are bold and plain label lines as shown at this size."""

    node: PictureNode
    x: float
    y: float
    half: float
    label: Label
    bold: tuple[str, ...]
    plain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacedEdge:
    """An edge with its curve."""

    edge: PictureEdge
    curve: Curve


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture ready to be drawn."""

    picture: Picture
    nodes: tuple[PlacedNode, ...]
    edges: tuple[PlacedEdge, ...]
    frames: Mapping[str, Frame]
    canvas: Canvas
    family_radius: float
    faults: tuple[str, ...]
    """Ids of nodes whose label still costs too much after the last enlargement."""


Widths = tuple[float, float]
"""Width in px of a label's bold lines and of its plain lines."""


def label_widths(picture: Picture) -> dict[str, Widths]:
    """The widths of every label, by node."""
    return {
        node.id: (
            max([text_width(line, bold=True) for line in node.bold], default=0.0),
            max([text_width(line) for line in node.plain], default=0.0),
        )
        for group in (picture.family, picture.workers, picture.agencies)
        for node in group
    }


def lay_out(picture: Picture) -> Layout:
    """Lay a picture out, enlarging the sectors whose labels have no place."""
    picture = replace(picture, family_radius=_settled_radius(picture))
    growth: dict[str, float] = {}
    widths = label_widths(picture)
    attempt = _Attempt(picture, widths, growth, family_first=False)
    for _ in range(MOST_ENLARGEMENTS):
        if not attempt.faults:
            break
        family_fault = any(not node.place or node.kind in ("client", "family") for node in attempt.faults)
        crowded = {key for key, _ in picture.rim_names} if family_fault else {node.place for node in attempt.faults}
        for key in crowded:
            growth[key] = growth.get(key, 1.0) * _GROWTH
        if family_fault:
            attempt = _Attempt(picture, widths, growth, family_first=True)
        else:
            attempt = _Attempt(picture, widths, growth, attempt.family_first, _Kept.of(attempt, crowded))
    return attempt.layout()


def _settled_radius(picture: Picture) -> float:
    """The family's radius, grown until its labels find places among the family alone."""
    radius = picture.family_radius
    widths = label_widths(replace(picture, workers=(), agencies=()))
    for _ in range(MOST_ENLARGEMENTS):
        alone = replace(picture, workers=(), agencies=(), edges=(), rim_names=(), family_radius=radius)
        if not _Attempt(alone, widths, {}, family_first=True).faults:
            break
        radius *= _GROWTH
    return radius


@dataclass(frozen=True, slots=True)
class _Kept:
    """What an attempt leaves to the next one, which enlarges some sectors: edges and labels of all the others."""

    edges: Mapping[tuple[str, str, str], tuple[Route, PlacedEdge]]
    labels: Mapping[int, Label]
    roles: bool

    @staticmethod
    def of(attempt: _Attempt, moved: set[str]) -> _Kept:
        still = {node.id for node in attempt.nodes if node.place not in moved}
        edges = {
            (placed.edge.source, placed.edge.target, placed.edge.kind): (route, placed)
            for placed, route in attempt.bent
            if placed.edge.source in still
        }
        labels = {number: label for number, label in attempt.labels.items() if attempt.nodes[number].id in still}
        return _Kept(edges, labels, attempt.roles)


_NOTHING_KEPT = _Kept({}, {}, True)


class _Attempt:
    """One layout at given ring sizes."""

    def __init__(
        self,
        picture: Picture,
        widths: Mapping[str, Widths],
        growth: Mapping[str, float],
        family_first: bool,
        kept: _Kept = _NOTHING_KEPT,
    ) -> None:
        self.widths = widths
        self.kept = kept
        self.bent: list[tuple[PlacedEdge, Route]] = []
        self.picture = picture
        self.family_first = family_first
        self.nodes: list[PictureNode] = [*picture.family, *picture.workers, *picture.agencies]
        positions = place_nodes(picture, growth, {node.id: self._size(node) for node in self.nodes})
        self.frames = positions.frames
        self.discs: list[Disc] = [(*positions.at[node.id], HALF_SIZE[node.kind]) for node in self.nodes]
        lowest = [disc for disc in self.discs if disc[1] > CENTRE_Y]
        self.canvas = canvas_of(self.frames.values(), picture.family_radius, lowest)
        self.roles = self.canvas.scale >= _ROLES_FROM_SCALE
        self.curves: list[PlacedEdge] = []
        self.routes: list[tuple[float, Route]] = []
        self._route()
        self.labels = self._label()
        self.faults = [self.nodes[number] for number, label in self.labels.items() if label.fault]

    def _route(self) -> None:
        number = {node.id: index for index, node in enumerate(self.nodes)}
        discs = self.discs
        laid: list[Route] = []
        bending: list[tuple[int, float, str, int, int, PictureEdge]] = []
        for edge in self.picture.edges:
            source, target = number[edge.source], number[edge.target]
            if edge.kind in _ROUTE_RANK:
                bending.append((_ROUTE_RANK[edge.kind], self._angle(source), edge.target, source, target, edge))
                continue
            self.curves.append(PlacedEdge(edge, curve(discs[source], discs[target], 0.0)))
            if not edge.hidden:
                way = straight(source, target, discs)
                self.routes.append((_LABEL_PRICE.get(edge.kind, _EDGE_PRICE), way))
                if edge.kind == "kin":
                    laid.append(way)
        bending.sort(key=lambda item: item[:4])
        for _, _, _, source, target, edge in bending:
            known = self.kept.edges.get((edge.source, edge.target, edge.kind))
            if known is None:
                bulge, way = route(source, target, discs, laid)
                known = way, PlacedEdge(edge, curve(discs[source], discs[target], bulge))
            way, placed = known
            laid.append(way)
            self.routes.append((_LABEL_PRICE.get(edge.kind, _EDGE_PRICE), way))
            self.curves.append(placed)
            self.bent.append((placed, way))

    def _angle(self, number: int) -> float:
        x, y, _ = self.discs[number]
        return atan2(x - CENTRE_X, CENTRE_Y - y) % (2 * pi)

    def shown_lines(self, node: PictureNode, compact: bool = False) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Bold and plain lines of a node's label at this scale: below 70 % roles go and names stay."""
        if node.bold and (compact or not self.roles):
            return node.bold, ()
        return node.bold, node.plain

    def _label(self) -> dict[int, Label]:
        order: list[tuple[int, float, str, int]] = [
            (_LABEL_RANK.get(node.kind, 6), self._angle(number), node.id, number)
            for number, node in enumerate(self.nodes)
        ]
        wanted = [self._wanted(item[3]) for item in sorted(order)]
        nodes: list[Box] = [(x - half, y - half, x + half, y + half) for x, y, half in self.discs]
        around = Surroundings(
            nodes=nodes,
            badges=self._badges(),
            edges=self.routes,
            canvas=self.canvas.box,
            bay=self.canvas.bay,
            fixed=rim_text_boxes(self.frames, self.picture.rim_names),
        )
        if not self.family_first:
            return place_labels(wanted, around, self.kept.labels if self.kept.roles == self.roles else {})
        count = len(self.picture.family)
        family = [one for one in wanted if one.number < count]
        first = place_labels(family, replace(around, edges=()), {})
        rest = replace(around, fixed=[*around.fixed, *(label.box for label in first.values())])
        return {**first, **place_labels([one for one in wanted if one.number >= count], rest, {})}

    def _size(self, node: PictureNode) -> tuple[float, float]:
        return max(self.widths[node.id]), LINE * (len(node.bold) + len(node.plain)) - 1.0

    def _wanted(self, number: int) -> Wanted:
        node = self.nodes[number]
        x, y, half = self.discs[number]
        bold, plain = self.shown_lines(node)
        names, width = self.widths[node.id]
        in_ring = number >= len(self.picture.family)
        grown = self.frames[node.place].grown if in_ring else 0.0
        return Wanted(
            number=number,
            x=x,
            y=y,
            half=half,
            width=max(names, width) if plain else names,
            lines=len(bold) + len(plain),
            above_first=in_ring and y < CENTRE_Y,
            compact=(names, len(bold)) if bold and plain else None,
            rim=(RIM[0] + grown, RIM[1] + grown) if in_ring else None,
        )

    def _badges(self) -> Sequence[Box]:
        badges: list[Box] = []
        for node, (x, y, half) in zip(self.nodes, self.discs, strict=True):
            if node.new:
                badges.append((x + half - 9.0, y - half - 9.0, x + half + 19.0, y - half + 5.0))
            if node.stale:
                middle = -half + 1.0 if node.new else half - 1.0
                badges.append((x + middle - 8.5, y - half - 7.5, x + middle + 8.5, y - half + 9.5))
        return badges

    def layout(self) -> Layout:
        """The attempt as a layout."""
        placed = tuple(
            PlacedNode(node, x, y, half, self.labels[number], *self.shown_lines(node, self.labels[number].compact))
            for number, (node, (x, y, half)) in enumerate(zip(self.nodes, self.discs, strict=True))
        )
        faults = tuple(node.id for node in self.faults)
        radius = self.picture.family_radius
        return Layout(self.picture, placed, tuple(self.curves), self.frames, self.canvas, radius, faults)
