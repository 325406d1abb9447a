"""Where the members of a family stand: on a circle around the subject, each at the place of their relation.

The places are fixed, so that a mother is found lower left in every picture. Relations the design does not name stand
where their generation does: carers with grandparents, the subject's own partner with a parent's partner, the subject's
children with full siblings, grandchildren with the unborn, everybody else with half-siblings. Those who share a place
share its arc evenly, and take the arcs beside it where nobody stands there. The circle grows as neighbours need.
Practitioners have no part in this: they never move the family.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from math import radians, sin

from visualisations.relations import Place

ANGLES: dict[Place, float] = {
    "children": 39,
    "father": 90,
    "half_siblings": 141,
    "grandparents": 193,
    "mother": 244,
    "partner": 296,
    "unborn": 347,
}
_ARC = 360 / len(ANGLES)
_CLOCKWISE: tuple[Place, ...] = tuple(ANGLES)
RADIUS = 94.0
_ROOM = 41.5
"""Least distance in px between the middles of two neighbours."""


def family_angles(members: Mapping[Place, Sequence[str]]) -> dict[str, float]:
    """Degrees clockwise from 12 o'clock for each id, given the ids at each place in their order."""
    angles: dict[str, float] = {}
    for index, place in enumerate(_CLOCKWISE):
        ids = members.get(place, ())
        if len(ids) < 2:
            angles.update((id_, ANGLES[place]) for id_ in ids)
            continue
        before = 0.0 if members.get(_CLOCKWISE[index - 1]) or len(ids) < 3 else _ARC / 2
        after = 0.0 if members.get(_CLOCKWISE[(index + 1) % len(_CLOCKWISE)]) or len(ids) < 3 else _ARC / 2
        start, span = ANGLES[place] - _ARC / 2 - before, _ARC + before + after
        for position, id_ in enumerate(ids):
            angles[id_] = (start + span * (position + 0.5) / len(ids)) % 360
    return angles


def family_radius(angles: Sequence[float]) -> float:
    """Radius in px of the family's circle: 94, or as much more as the closest two neighbours need."""
    if len(angles) < 2:
        return RADIUS
    ordered = sorted(angles)
    gaps = [after - before for before, after in itertools.pairwise(ordered)]
    gaps.append(360 - ordered[-1] + ordered[0])
    return max(RADIUS, _ROOM / (2 * sin(radians(min(min(gaps), 180) / 2))))
