"""Edge curves: each bends as little as it must to keep clear of nodes and to cross few others.

An edge is tried at bulges of 0, +-12 ... +-90 px; cost: 200 for a node closer than 7 px, 22 for a crossing, a quarter
of the bulge. All is computed in the edge's own frame (x along the chord from 0 to 1, y across it in px), where a
quadratic curve is y = 2 x (1 - x) bulge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

BULGES = (0.0, 12.0, -12.0, 24.0, -24.0, 38.0, -38.0, 54.0, -54.0, 70.0, -70.0, 90.0, -90.0)
CLEAR = 7.0
_NODE, _CROSSING, _BULGE = 200.0, 22.0, 0.25
_REACH = 45.0
"""The furthest that a curve leaves its chord: half of the largest bulge."""
_CUT = 3.0
_WIDEST_NODE = 31.5

Disc = tuple[float, float, float]
"""x, y, radius of a node."""
Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic curve from (x0, y0) by the control point (cx, cy) to (x1, y1), cut at the nodes' borders."""

    x0: float
    y0: float
    cx: float
    cy: float
    x1: float
    y1: float
    bulge: float
    """px of the control point beside the chord between the nodes' middles; positive to the right of the way."""


@dataclass(frozen=True, slots=True)
class Route:
    """A routed edge as others meet it: ends by number of node, points along it, bounding box."""

    source: int
    target: int
    points: Points
    left: float
    top: float
    right: float
    bottom: float


def straight(source: int, target: int, discs: Sequence[Disc]) -> Route:
    """The route of an edge that never bends (kin links, works for)."""
    x0, y0, _ = discs[source]
    x1, y1, _ = discs[target]
    return Route(source, target, ((x0, y0), (x1, y1)), min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def route(source: int, target: int, discs: Sequence[Disc], laid: Sequence[Route]) -> tuple[float, Route]:
    """The cheapest bulge between two nodes among those laid before, and the route it makes."""
    x0, y0, _ = discs[source]
    x1, y1, _ = discs[target]
    dx, dy = x1 - x0, y1 - y0
    squared = dx * dx + dy * dy
    if squared < 1.0:
        return 0.0, straight(source, target, discs)
    length = squared**0.5
    nodes = _nodes_near(source, target, discs, (x0, y0, dx, dy, length))
    others = _routes_near(source, target, laid, (x0, y0, dx, dy, length))
    best, best_cost = 0.0, 1e9
    for bulge in BULGES:
        cost = abs(bulge) * _BULGE
        if cost >= best_cost:
            break
        cost = _cost(bulge, cost, best_cost, length, nodes, others)
        if cost < best_cost:
            best, best_cost = bulge, cost
    points = _points(x0, y0, dx, dy, length, best)
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return best, Route(source, target, points, min(xs), min(ys), max(xs), max(ys))


def _nodes_near(
    source: int, target: int, discs: Sequence[Disc], chord: tuple[float, float, float, float, float]
) -> list[tuple[float, float, float]]:
    x0, y0, dx, dy, length = chord
    squared = length * length
    widest = _REACH + CLEAR + _WIDEST_NODE
    left, right = (x0 - widest, x0 + dx + widest) if dx > 0 else (x0 + dx - widest, x0 + widest)
    top, bottom = (y0 - widest, y0 + dy + widest) if dy > 0 else (y0 + dy - widest, y0 + widest)
    near: list[tuple[float, float, float]] = []
    for index, (x, y, radius) in enumerate(discs):
        if x < left or x > right or y < top or y > bottom:
            continue
        px, py = x - x0, y - y0
        along = (dx * px + dy * py) / squared
        if 0.0 < along < 1.0 and index != source and index != target:
            across = (dx * py - dy * px) / length
            if -_REACH - CLEAR - radius < across < _REACH + CLEAR + radius:
                near.append((along, across, radius + CLEAR))
    return near


def _routes_near(
    source: int, target: int, laid: Sequence[Route], chord: tuple[float, float, float, float, float]
) -> list[list[tuple[float, float]]]:
    """Routes that some bulge could cross, in the edge's frame; those on both sides first: few bulges avoid them."""
    x0, y0, dx, dy, length = chord
    squared = length * length
    left, right = (x0, x0 + dx) if dx > 0 else (x0 + dx, x0)
    top, bottom = (y0, y0 + dy) if dy > 0 else (y0 + dy, y0)
    left, right, top, bottom = left - _REACH, right + _REACH, top - _REACH, bottom + _REACH
    crossing: list[list[tuple[float, float]]] = []
    near: list[list[tuple[float, float]]] = []
    for other in laid:
        if other.left > right or other.right < left or other.top > bottom or other.bottom < top:
            continue
        if other.source in (source, target) or other.target in (source, target):
            continue
        points = [
            ((dx * (x - x0) + dy * (y - y0)) / squared, (dx * (y - y0) - dy * (x - x0)) / length)
            for x, y in other.points
        ]
        first, last = points[0], points[-1]
        if len(points) == 2 and (
            (first[1] > _REACH and last[1] > _REACH)
            or (first[1] < -_REACH and last[1] < -_REACH)
            or (first[0] < 0.0 and last[0] < 0.0)
            or (first[0] > 1.0 and last[0] > 1.0)
        ):
            continue
        if first[1] * last[1] < 0.0:
            crossing.append(points)
        else:
            near.append(points)
    return crossing + near


def _cost(
    bulge: float,
    cost: float,
    limit: float,
    length: float,
    nodes: list[tuple[float, float, float]],
    others: list[list[tuple[float, float]]],
) -> float:
    double = 2.0 * bulge
    for along, across, clear in nodes:
        off = across - double * along * (1.0 - along)
        if -1.5 * clear < off < 1.5 * clear:
            slope = double * (1.0 - 2.0 * along) / length
            if off * off < clear * clear * (1.0 + slope * slope):
                cost += _NODE
                if cost >= limit:
                    return cost
    for points in others:
        last_x, last_y = points[0]
        last = last_y - double * last_x * (1.0 - last_x)
        for x, y in points[1:]:
            here = y - double * x * (1.0 - x)
            if (here > 0.0) != (last > 0.0):
                at = last_x + (x - last_x) * last / (last - here)
                if 0.0 < at < 1.0:
                    cost += _CROSSING
                    if cost >= limit:
                        return cost
            last_x, last = x, here
    return cost


def _points(x0: float, y0: float, dx: float, dy: float, length: float, bulge: float) -> Points:
    if bulge == 0.0:
        return ((x0, y0), (x0 + dx, y0 + dy))
    nx, ny = -dy / length * bulge, dx / length * bulge
    return (
        (x0, y0),
        (x0 + 0.25 * dx + 0.375 * nx, y0 + 0.25 * dy + 0.375 * ny),
        (x0 + 0.5 * dx + 0.5 * nx, y0 + 0.5 * dy + 0.5 * ny),
        (x0 + 0.75 * dx + 0.375 * nx, y0 + 0.75 * dy + 0.375 * ny),
        (x0 + dx, y0 + dy),
    )


def curve(source: Disc, target: Disc, bulge: float) -> Curve:
    """The curve between two nodes, cut a little outside their borders."""
    x0, y0, r0 = source
    x1, y1, r1 = target
    dx, dy = x1 - x0, y1 - y0
    length = hypot(dx, dy) or 1.0
    cx, cy = (x0 + x1) / 2 - dy / length * bulge, (y0 + y1) / 2 + dx / length * bulge
    reach0, reach1 = hypot(cx - x0, cy - y0) or 1.0, hypot(cx - x1, cy - y1) or 1.0
    cut0, cut1 = min((r0 + _CUT) / reach0, 0.95), min((r1 + _CUT) / reach1, 0.95)
    return Curve(
        x0 + (cx - x0) * cut0, y0 + (cy - y0) * cut0, cx, cy, x1 + (cx - x1) * cut1, y1 + (cy - y1) * cut1, bulge
    )
