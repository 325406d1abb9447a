"""Who may see which involvement and whom, decided and explained by the one visibility fragment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.query_loader import read_query

Level = Literal["full", "agency", "broker", "none"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What one account may see of an involvement: the level, the permits that fired, and what blocks where not full."""

    involvement: str
    level: Level
    reasons: list[str]
    blockers: list[str]


@dataclass(frozen=True, slots=True)
class PersonSight:
    """How much of a person one account may see: full, restricted or none."""

    person: str
    identity: str


_DECIDE = read_query("access/decide", Decision)
_IDENTIFY = read_query("access/identify", PersonSight)
