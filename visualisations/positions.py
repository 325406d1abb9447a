"""Positions of the nodes: family on its circle, practitioners on ring 2, agencies on ring 3, sector by sector.

A sector is laid out from its own nodes and the family's radius alone, so an addition moves neighbours in its sector and
nobody else. Angles are degrees clockwise from 12 o'clock, lengths px at 100 %. Rules: docs/decisions/picture.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil, cos, degrees, pi, radians, sin

from visualisations.family_places import RADIUS
from visualisations.labels import ABOVE_FIRST, BELOW_FIRST, Box, box_cost, places_around
from visualisations.picture_model import Picture, PictureNode
from visualisations.sectors import SECTORS, Sector

CENTRE_X, CENTRE_Y = 334.0, 294.0
RING_2, RING_3, RIM = (196.0, 208.0), (262.0, 246.0), (314.0, 273.0)
ROW_GAP = 76.0
"""Between two rows of practitioners of one sector."""
AGENCY_ROW_GAP = 52.0
MAX_ROWS, MOST_ROWS = 3, 8
HALF_SIZE: dict[str, float] = {
    "subject": 31.5,
    "client": 17.0,
    "family": 17.0,
    "practitioner": 16.0,
    "ended": 16.0,
    "lead": 24.0,
    "broker": 19.0,
    "agency": 15.0,
    "entry": 15.0,
}
_ROOM, _ROOM_AT_TOP = 66.0, 100.0
_AGENCY_ROOM = 46.0
_BORDER = 3.5
_BETWEEN, _DIAGONAL = 4.0, 1.15
_ON_A_NODE = 1000.0
_SLIDES = (0.0, 4.0, -4.0, 8.0, -8.0, 12.0, -12.0)
_PER_DEGREE = 2.0
_TRIED = 2.2


LabelSize = tuple[float, float]
"""Width and height of a label in px."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A sector as drawn: how far out its rows, its agencies and its rim stand."""

    sector: Sector
    grown: float
    """px by which ring 3 and the rim stand further out than in a picture of one row."""

    def rim(self, angle: float, beyond: float = 0.0) -> tuple[float, float]:
        """The point on the rim at this angle, or so many px beyond it."""
        return point(angle, RIM[0] + self.grown + beyond, RIM[1] + self.grown + beyond)


@dataclass(frozen=True, slots=True)
class Positions:
    """Middle of each node by id, and the frame of each sector that shows something."""

    at: dict[str, tuple[float, float]]
    frames: dict[str, Frame]


def point(angle: float, radius_x: float, radius_y: float) -> tuple[float, float]:
    """The point of an ellipse around the centre, `angle` degrees clockwise from 12 o'clock."""
    turn = radians(angle)
    return CENTRE_X + radius_x * sin(turn), CENTRE_Y - radius_y * cos(turn)


def place_nodes(picture: Picture, growth: Mapping[str, float], sizes: Mapping[str, LabelSize]) -> Positions:
    """Positions of all nodes.

    `growth` is the factor by which a sector's rings are enlarged (1 where absent), `sizes` the labels' sizes.
    """
    at: dict[str, tuple[float, float]] = {}
    radius = picture.family_radius
    for node in picture.family:
        at[node.id] = (CENTRE_X, CENTRE_Y) if node.kind == "subject" else point(node.angle, radius, radius)
    workers: dict[str, list[PictureNode]] = {}
    for node in picture.workers:
        workers.setdefault(node.place, []).append(node)
    agencies: dict[str, list[PictureNode]] = {}
    for node in picture.agencies:
        agencies.setdefault(node.place, []).append(node)
    staff = _staff(picture)
    frames: dict[str, Frame] = {}
    for each in SECTORS:
        layout = _SectorLayout(each, radius - RADIUS, growth.get(each.key, 1.0), at, sizes)
        frames[each.key] = layout.place(workers.get(each.key, []), agencies.get(each.key, []), staff)
    return Positions(at, frames)


def _staff(picture: Picture) -> dict[str, list[str]]:
    staff: dict[str, list[str]] = {}
    for edge in picture.edges:
        if edge.kind == "works":
            staff.setdefault(edge.target, []).append(edge.source)
    return staff


def _order(node: PictureNode) -> tuple[bool, bool, str, str]:
    """Ended first, then the lead, then by id."""
    return node.kind != "ended", node.kind != "lead", node.key, node.id


class _SectorLayout:
    """Places the nodes of one sector into `at`."""

    def __init__(
        self,
        sector: Sector,
        shift: float,
        growth: float,
        at: dict[str, tuple[float, float]],
        sizes: Mapping[str, LabelSize],
    ) -> None:
        self.sector = sector
        self.sizes = sizes
        self.at = at
        self.start, self.span = sector.from_, sector.span
        self.growth, self.shift = growth, shift
        self.angle_of: dict[str, float] = {}
        self.nodes: list[Box] = []
        self.labels: list[Box] = []

    def place(
        self, workers: list[PictureNode], agencies: list[PictureNode], staff: Mapping[str, Sequence[str]]
    ) -> Frame:
        """Place practitioners, entries and agencies; the frame says how far the sector reaches."""
        ordered = sorted(workers, key=_order)
        rows = self._rows(ordered)
        out = (rows - 1) * ROW_GAP
        self._place_workers(ordered, rows)
        outermost = self._place_agencies(agencies, staff, out)
        return Frame(self.sector, self._grown(RING_3, out + outermost))

    def _grown(self, ring: tuple[float, float], out: float) -> float:
        return (ring[0] + out) * self.growth + self.shift - ring[0]

    def _put(self, node: PictureNode, angle: float, ring: tuple[float, float], out: float) -> None:
        grown = self._grown(ring, out)
        self.at[node.id] = point(angle, ring[0] + grown, ring[1] + grown)
        self.angle_of[node.id] = angle
        x, y = self.at[node.id]
        half = HALF_SIZE[node.kind]
        self.nodes.append((x - half, y - half, x + half, y + half))

    def _rows(self, ordered: list[PictureNode]) -> int:
        """Rows the sector opens: as many as give each node its room, more than three only where nodes would touch."""
        if len(ordered) < 2:
            return 1
        arc = radians(self.span) * (sum(RING_2) / 2 * self.growth + self.shift)
        room = _ROOM_AT_TOP if self.sector.at_top else _ROOM
        rows = min(MAX_ROWS, ceil(room * len(ordered) / arc))
        while rows < MOST_ROWS and self._crowding(ordered, rows) > 1.0:
            rows += 1
        self.growth *= self._crowding(ordered, rows)
        return rows

    def _crowding(self, ordered: list[PictureNode], rows: int) -> float:
        """The factor by which the sector must grow so that neighbours in a row do not touch; at least 1."""
        per_degree = pi / 180 * (RING_2[0] * self.growth + self.shift)
        slots = self._slots(ordered)
        factor = 1.0
        for index in range(rows, len(ordered)):
            one, other = ordered[index - rows], ordered[index]
            apart = slots[index] - slots[index - rows]
            wanted = (HALF_SIZE[one.kind] + HALF_SIZE[other.kind]) * _DIAGONAL + _BETWEEN
            factor = max(factor, wanted / (max(apart, 1.0) * per_degree))
        return factor

    def _place_workers(self, ordered: list[PictureNode], rows: int) -> None:
        """The first who is current stands in the inner row, entries outside."""
        ended = sum(node.kind == "ended" for node in ordered)
        slots = self._slots(ordered)
        for index, node in enumerate(ordered):
            if node.kind == "entry":
                self._put(node, slots[index], RING_3, (rows - 1) * ROW_GAP)
            else:
                self._put(node, slots[index], RING_2, (index - ended) % rows * ROW_GAP)
        for node in ordered:
            self.labels.append(self._best_label(node, *self.at[node.id])[1])

    def _slots(self, ordered: list[PictureNode]) -> list[float]:
        """The middle of each node's share of the sector, in order, so far inside that it stands clear of the borders.

        A large node (the lead) that has to stand further inside takes those behind it along.
        """
        radius = (sum(RING_2) / 2) * self.growth + self.shift
        borders = [degrees((HALF_SIZE[node.kind] + _BETWEEN) / radius) for node in ordered]
        least = [self.start + border for border in accumulate(borders, max)]
        most = [self.start + self.span - border for border in accumulate(reversed(borders), max)][::-1]
        shares = [self.start + self.span * (index + 0.5) / len(ordered) for index in range(len(ordered))]
        return [min(max(share, low), high) for share, low, high in zip(shares, least, most, strict=True)]

    def _best_label(self, node: PictureNode, x: float, y: float) -> tuple[float, Box]:
        """Cost and box of the cheapest label place among this sector's nodes and labels."""
        width, height = self.sizes[node.id]
        places = places_around(x, y, HALF_SIZE[node.kind], width, height)
        best, best_box = 1e9, (x, y, x, y)
        for tried, index in enumerate(ABOVE_FIRST if y < CENTRE_Y else BELOW_FIRST):
            if tried * _TRIED >= best:
                break
            left, top, _ = places[index]
            box = (left, top, left + width, top + height)
            cost = tried * _TRIED + box_cost(box, self.nodes, (), self.labels)
            if cost < best:
                best, best_box = cost, box
        return best, best_box

    def _place_agencies(self, agencies: list[PictureNode], staff: Mapping[str, Sequence[str]], out: float) -> float:
        """Each at the mean angle of its practitioners, apart from each other; the px of further rows they need."""
        if not agencies:
            return 0.0
        middle = self.start + self.span / 2
        wanted: list[tuple[float, str, PictureNode]] = []
        for node in agencies:
            angles = [self.angle_of[id_] for id_ in staff.get(node.id, ()) if id_ in self.angle_of]
            wanted.append((sum(angles) / len(angles) if angles else middle, node.key, node))
        wanted.sort(key=lambda item: item[:2])
        per_degree = pi / 180 * (RING_3[0] + self._grown(RING_3, out))
        rows = min(MAX_ROWS, ceil(_AGENCY_ROOM * len(wanted) / (self.span * per_degree)))
        gap = min(_AGENCY_ROOM / per_degree / rows, (self.span - 2 * _BORDER) / max(1, len(wanted) - 1))
        angles = self._apart([angle for angle, _, _ in wanted], gap)
        low = self.start + _BORDER
        for index, (angle, (_, _, node)) in enumerate(zip(angles, wanted, strict=True)):
            row_out = out + index % rows * AGENCY_ROW_GAP
            last = index == len(angles) - 1
            high = self.start + self.span - _BORDER if last else (angle + angles[index + 1] - gap) / 2
            self._put(node, self._slide(node, angle, row_out, low, max(angle, high)), RING_3, row_out)
            self.labels.append(self._best_label(node, *self.at[node.id])[1])
            low = self.angle_of[node.id] + gap
        return (rows - 1) * AGENCY_ROW_GAP

    def _apart(self, angles: list[float], gap: float) -> list[float]:
        """The angles, in order, pushed apart to the gap and kept inside the sector."""
        low, high = self.start + _BORDER, self.start + self.span - _BORDER
        pushed: list[float] = []
        for angle in angles:
            pushed.append(max(angle, low if not pushed else pushed[-1] + gap))
        ceiling = high
        for index in range(len(pushed) - 1, -1, -1):
            pushed[index] = min(pushed[index], ceiling)
            ceiling = pushed[index] - gap
        return pushed

    def _slide(self, node: PictureNode, angle: float, out: float, low: float, high: float) -> float:
        """The angle, or one up to 12 degrees beside it, where the agency and its label stand clearest."""
        grown = self._grown(RING_3, out)
        half = HALF_SIZE[node.kind]
        best, best_cost = angle, 1e9
        for slide in _SLIDES:
            cost = abs(slide) * _PER_DEGREE
            if cost >= best_cost:
                break
            tried = min(max(angle + slide, low), high)
            x, y = point(tried, RING_3[0] + grown, RING_3[1] + grown)
            box = (x - half, y - half, x + half, y + half)
            cost += box_cost(box, (), self.labels, ()) + (_ON_A_NODE if box_cost(box, self.nodes, (), ()) else 0.0)
            if cost < best_cost:
                cost += self._best_label(node, x, y)[0]
                if cost < best_cost:
                    best, best_cost = tried, cost
        return best
