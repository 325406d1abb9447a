"""Where labels stand: eight places around a node are tried in a fixed order and the cheapest is kept.

Cost: 250 and the area for a label, 150 for a node (3 px margin), 260 for a badge, 300 outside the canvas, 90 outside
the rim, 400 in the card bay, 12 for an edge (16 lead, 4 agency link), 2.2 for each place tried before.
A label that costs more than 250, or covers a label, a node or a badge, is a fault: the caller enlarges the rings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from visualisations.edges import Route

LINE = 14.0
_ASCENT = 11.0
_LABEL, _NODE, _BADGE, _CANVAS, _RIM, _BAY, _TRIED = 250.0, 150.0, 260.0, 300.0, 90.0, 400.0, 2.2
_MARGIN, _APART = 3.0, 4.0
FAULT = 250.0
_NEIGHBOUR = 220.0
_FURTHER_PLACES = 12
_RIM_TOLERANCE = 1.06
BELOW_FIRST = (0, 1, 2, 3, 4, 5, 6, 7)
ABOVE_FIRST = (1, 0, 2, 3, 4, 5, 6, 7)

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Label:
    """A placed label: x of its anchor, baseline of the first line, the box it fills and what that place cost."""

    x: float
    y: float
    anchor: str
    box: Box
    cost: float
    fault: bool
    compact: bool = False
    """Only the name: the role found no place."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a label must not cover: nodes and badges by number of node, edges with their cost, fixed boxes, limits."""

    nodes: Sequence[Box]
    badges: Sequence[Box]
    edges: Sequence[tuple[float, Route]]
    canvas: Box
    bay: Box
    fixed: Sequence[Box]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label to be placed: its node's middle and half size, its own width and number of lines."""

    number: int
    x: float
    y: float
    half: float
    width: float
    lines: int
    above_first: bool
    compact: tuple[float, int] | None
    """Width and number of lines of the name alone, where the label has more."""
    rim: tuple[float, float] | None
    """Middle of the picture's ellipse is (334, 294); these are its radii for this label's sector."""


def places_around(x: float, y: float, half: float, width: float, height: float) -> tuple[tuple[float, float, str], ...]:
    """Left, top and anchor of the eight places: below, above, right, left, then the diagonals."""
    middle, right, left = x - width / 2, x + half + 6.0, x - half - 6.0 - width
    corner_right, corner_left = x + half * 0.8 + 3.5, x - half * 0.8 - 3.5 - width
    below, above, beside = y + half + 4.0, y - half - 4.0 - height, y - height / 2
    low, high = y + half * 0.8 + 1.0, y - half * 0.8 - 1.0 - height
    return (
        (middle, below, "middle"),
        (middle, above, "middle"),
        (right, beside, "start"),
        (left, beside, "end"),
        (corner_right, low, "start"),
        (corner_left, low, "end"),
        (corner_right, high, "start"),
        (corner_left, high, "end"),
    )


def _places_further(wanted: Wanted, height: float) -> tuple[tuple[float, float, str], ...]:
    """Twelve more, for a label that fits none of the eight: shifted along the node's sides, then further out."""
    x, y, half, width = wanted.x, wanted.y, wanted.half, wanted.width
    middle, beside, shift = x - width / 2, y - height / 2, min(half, height / 2)
    right, left, below, above = x + half + 6.0, x - half - 6.0 - width, y + half + 4.0, y - half - 4.0 - height
    return (
        (right, beside + shift, "start"),
        (right, beside - shift, "start"),
        (left, beside + shift, "end"),
        (left, beside - shift, "end"),
        (x - half, below, "start"),
        (x + half - width, below, "end"),
        (x - half, above, "start"),
        (x + half - width, above, "end"),
        (middle, below + LINE, "middle"),
        (middle, above - LINE, "middle"),
        (right + LINE, beside, "start"),
        (left - LINE, beside, "end"),
    )


def place_labels(wanted: Sequence[Wanted], around: Surroundings, kept: Mapping[int, Label]) -> dict[int, Label]:
    """Place the labels one after the other, each clear of those before it where that can be, then mend the faults.

    `kept` are labels of an earlier attempt, which stay where nothing has come under them.
    """
    labels = {number: label for number, label in kept.items() if _stays(number, label, around)}
    placed: list[Box] = [*around.fixed, *(label.box for label in labels.values())]
    for one in wanted:
        if one.number not in labels:
            label = place_label(one, around, placed)
            labels[one.number] = label
            placed.append(label.box)
    for one in wanted:
        if labels[one.number].fault:
            _mend(one, wanted, around, labels)
            if labels[one.number].fault and one.compact:
                _shed(one, around, labels)
    return labels


def _stays(number: int, label: Label, around: Surroundings) -> bool:
    nodes = [box for index, box in enumerate(around.nodes) if index != number]
    return not label.fault and not _covers(label.box, nodes, around.badges, (around.bay, *around.fixed))


def _shed(faulty: Wanted, around: Surroundings, labels: dict[int, Label]) -> None:
    """Place the name alone, where that is no fault."""
    if faulty.compact is None:
        return
    width, lines = faulty.compact
    others = [*around.fixed, *(label.box for number, label in labels.items() if number != faulty.number)]
    label = place_label(replace(faulty, width=width, lines=lines), around, others)
    if not label.fault:
        labels[faulty.number] = replace(label, compact=True)


def _mend(faulty: Wanted, wanted: Sequence[Wanted], around: Surroundings, labels: dict[int, Label]) -> None:
    """Give a faulty label a neighbour's place, where the neighbour finds another, if need be without its role."""
    near = [w for w in wanted if w is not faulty and abs(w.x - faulty.x) + abs(w.y - faulty.y) < _NEIGHBOUR]
    kept_back: tuple[int, Label, Label] | None = None
    for neighbour in near:
        others = [*around.fixed]
        others += [label.box for number, label in labels.items() if number not in (faulty.number, neighbour.number)]
        first = place_label(faulty, around, others)
        if first.fault:
            continue
        others.append(first.box)
        second = place_label(neighbour, around, others)
        if not second.fault:
            labels[faulty.number], labels[neighbour.number] = first, second
            return
        if neighbour.compact and kept_back is None:
            width, lines = neighbour.compact
            second = place_label(replace(neighbour, width=width, lines=lines), around, others)
            kept_back = None if second.fault else (neighbour.number, first, replace(second, compact=True))
    if kept_back:
        labels[faulty.number], labels[kept_back[0]] = kept_back[1:]


def place_label(wanted: Wanted, around: Surroundings, placed: Sequence[Box]) -> Label:
    """The cheapest place for one label beside those already placed."""
    height = LINE * wanted.lines - 1.0
    width = wanted.width
    reach_x, reach_y = wanted.half + 22.0 + width, wanted.half + 20.0 + height
    left, right, top, bottom = wanted.x - reach_x, wanted.x + reach_x, wanted.y - reach_y, wanted.y + reach_y
    nodes = [
        box
        for number, box in enumerate(around.nodes)
        if box[0] < right and box[2] > left and box[1] < bottom and box[3] > top and number != wanted.number
    ]
    badges = [b for b in around.badges if b[0] < right and b[2] > left and b[1] < bottom and b[3] > top]
    others = [b for b in placed if b[0] < right and b[2] > left and b[1] < bottom and b[3] > top]
    edges = [
        (price, edge)
        for price, edge in around.edges
        if edge.left < right and edge.right > left and edge.top < bottom and edge.bottom > top
    ]
    places = places_around(wanted.x, wanted.y, wanted.half, width, height)
    order = [places[index] for index in (ABOVE_FIRST if wanted.above_first else BELOW_FIRST)]
    best: tuple[float, float, float, str] = (1e9, 0.0, 0.0, "middle")
    for tried in range(8 + _FURTHER_PLACES):
        if tried == 8:
            if best[0] < _NODE:
                break
            order += _places_further(wanted, height)
        cost = tried * _TRIED
        if cost >= best[0]:
            break
        x, y, anchor = order[tried]
        box = (x, y, x + width, y + height)
        cost += _limits(box, wanted.rim, around) + box_cost(box, nodes, badges, others)
        if cost < best[0]:
            cost += _edges(box, edges)
            if cost < best[0]:
                best = (cost, x, y, anchor)
    cost, x, y, anchor = best
    box = (x, y, x + width, y + height)
    at = x if anchor == "start" else x + width if anchor == "end" else x + width / 2
    fault = cost > FAULT or _covers(box, nodes, badges, others)
    return Label(at, y + _ASCENT, anchor, box, cost, fault)


def _limits(box: Box, rim: tuple[float, float] | None, around: Surroundings) -> float:
    left, top, right, bottom = box
    canvas, bay = around.canvas, around.bay
    cost = 0.0
    if left < canvas[0] or top < canvas[1] or right > canvas[2] or bottom > canvas[3]:
        cost += _CANVAS
    if left < bay[2] and right > bay[0] and top < bay[3] and bottom > bay[1]:
        cost += _BAY
    if rim:
        x = (right - 334.0 if left + right > 668.0 else 334.0 - left) / rim[0]
        y = (bottom - 294.0 if top + bottom > 588.0 else 294.0 - top) / rim[1]
        if x * x + y * y > _RIM_TOLERANCE:
            cost += _RIM
    return cost


def box_cost(box: Box, nodes: Sequence[Box], badges: Sequence[Box], others: Sequence[Box]) -> float:
    """What it costs to cover nodes, badges and other labels."""
    left, top, right, bottom = box
    cost = 0.0
    for other in nodes:
        if (
            left < other[2] + _MARGIN
            and right > other[0] - _MARGIN
            and top < other[3] + _MARGIN
            and bottom > other[1] - _MARGIN
        ):
            cost += _NODE
    for other in badges:
        if left < other[2] and right > other[0] and top < other[3] and bottom > other[1]:
            cost += _BADGE
    for other in others:
        if left < other[2] + _APART and right > other[0] - _APART and top < other[3] and bottom > other[1]:
            wide = (right if right < other[2] else other[2]) - (left if left > other[0] else other[0]) + _APART
            high = (bottom if bottom < other[3] else other[3]) - (top if top > other[1] else other[1])
            cost += _LABEL + wide * high
    return cost


def _edges(box: Box, edges: Sequence[tuple[float, Route]]) -> float:
    left, top, right, bottom = box
    cost = 0.0
    for price, edge in edges:
        if edge.left > right or edge.right < left or edge.top > bottom or edge.bottom < top:
            continue
        last_x, last_y = edge.points[0]
        for x, y in edge.points[1:]:
            if segment_meets(box, last_x, last_y, x, y):
                cost += price
                break
            last_x, last_y = x, y
    return cost


def segment_meets(box: Box, x0: float, y0: float, x1: float, y1: float) -> bool:
    """Whether a straight line from (x0, y0) to (x1, y1) has a point inside the box."""
    left, top, right, bottom = box
    if (
        (x0 < left and x1 < left)
        or (x0 > right and x1 > right)
        or (y0 < top and y1 < top)
        or (y0 > bottom and y1 > bottom)
    ):
        return False
    dx, dy = x1 - x0, y1 - y0
    a, b = dx * (top - y0), dx * (bottom - y0)
    c, d = dy * (left - x0), dy * (right - x0)
    sides = (a > c) + (a > d) + (b > c) + (b > d)
    return 0 < sides < 4


def _covers(box: Box, nodes: Sequence[Box], badges: Sequence[Box], others: Sequence[Box]) -> bool:
    left, top, right, bottom = box
    return any(
        left < other[2] and right > other[0] and top < other[3] and bottom > other[1]
        for group in (nodes, badges, others)
        for other in group
    )
