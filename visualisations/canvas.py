"""How large the picture is: 668 x 584 at 100 %, more (and shown smaller) where a sector stands further out.

The middle of the subject is always at (334, 294), so a larger canvas begins left of and above zero and no position
changes; it is as wide on either side as the sectors there need. The card bay stands in the middle below and is as large
on the screen at every size: at half scale it takes twice the px of the picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from visualisations.positions import CENTRE_Y, RIM, Frame, point
from visualisations.text_width import text_width

WIDTH, HEIGHT = 668.0, 584.0
_BAY_WIDTH, _BAY_HEIGHT, _BAY_ABOVE = 208.0, 126.0, 8.0
_BAY_CLEAR = 33.0
"""Between a node and the bay: room for a label of two lines."""
_MARGIN = 20.0
RIM_TEXT_SIZE = 11.5
RIM_TEXT_BEYOND = 5.0

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Canvas:
    """The picture's box, the scale at which it fits 668 x 584, and the bay for the contact card."""

    box: Box
    scale: float
    bay: Box

    @property
    def view(self) -> tuple[float, float, float, float]:
        """x, y, width, height: a viewBox."""
        left, top, right, bottom = self.box
        return left, top, right - left, bottom - top


def canvas_of(frames: Iterable[Frame], family_radius: float, lowest: Sequence[tuple[float, float, float]]) -> Canvas:
    """The smallest canvas of the proportions of 668 x 584 that holds every sector; what is left over is below.

    `lowest` are x, y and half size of nodes low in the picture: the card bay begins below those that stand above it.
    """
    left, right = 0.0, WIDTH
    top, bottom = 0.0, max(HEIGHT, CENTRE_Y + family_radius + 70.0)
    for frame in frames:
        if frame.grown > 0.0:
            xs, ys = _reach(frame)
            left, right = min(left, *xs), max(right, *xs)
            top, bottom = min(top, *ys), max(bottom, *ys)
    scale = min(1.0, WIDTH / (right - left), HEIGHT / (bottom - top))
    wide, middle = _BAY_WIDTH / scale / 2, (left + right) / 2
    above = [y + half for x, y, half in lowest if middle - wide - half < x < middle + wide + half]
    bay_top = max(above, default=0.0) + _BAY_CLEAR
    scale = min(scale, (HEIGHT - _BAY_HEIGHT - _BAY_ABOVE) / (bay_top - top))
    spare = WIDTH / scale - (right - left)
    left, right, bottom = left - spare / 2, right + spare / 2, top + HEIGHT / scale
    low, wide = bottom - _BAY_ABOVE / scale, _BAY_WIDTH / scale / 2
    return Canvas((left, top, right, bottom), scale, (middle - wide, low - _BAY_HEIGHT / scale, middle + wide, low))


def _reach(frame: Frame) -> tuple[list[float], list[float]]:
    """x and y of the rim's outermost points, with room for its text."""
    sector = frame.sector
    angles = [sector.from_, sector.to, *(a for a in (90, 270, 360) if sector.from_ < a < sector.to)]
    points = [point(angle, RIM[0] + frame.grown + _MARGIN, RIM[1] + frame.grown + _MARGIN) for angle in angles]
    return [x for x, _ in points], [y for _, y in points]


def rim_text_boxes(frames: Mapping[str, Frame], names: Sequence[tuple[str, str]]) -> list[Box]:
    """About where the sectors' names stand along the rim: two boxes each, which labels keep clear of."""
    boxes: list[Box] = []
    for key, name in names:
        if not name:
            continue
        frame = frames[key]
        middle = frame.sector.from_ + frame.sector.span / 2
        turn = radians(middle)
        length = text_width(name, RIM_TEXT_SIZE) / 2 + 4.0
        along_x, along_y = cos(turn), sin(turn)
        x, y = frame.rim(middle, RIM_TEXT_BEYOND + 4.0)
        for side in (-0.5, 0.5):
            mid_x, mid_y = x + along_x * length * side, y + along_y * length * side
            wide, high = max(5.0, abs(along_x) * length / 2), max(5.0, abs(along_y) * length / 2)
            boxes.append((mid_x - wide, mid_y - high, mid_x + wide, mid_y + high))
    return boxes
