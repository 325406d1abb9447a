"""The parts of a picture before it is laid out: nodes and edges with everything that is written on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NodeKind = Literal["subject", "client", "family", "practitioner", "lead", "ended", "agency", "entry", "broker"]
EdgeKind = Literal["current", "lead", "ended", "dotted", "kin", "works"]

FAMILY_KINDS: frozenset[str] = frozenset(("subject", "client", "family"))


@dataclass(frozen=True, slots=True)
class PictureNode:
    """A node; `key` is the id of the row behind it, by which nodes of a sector are ordered."""

    id: str
    key: str
    kind: NodeKind
    icon: str
    bold: tuple[str, ...]
    """Label lines in bold: the name."""
    plain: tuple[str, ...]
    """Label lines below: role, relation, or an agency's name."""
    name: str
    """Accessible name."""
    place: str
    """Sector's key, or the place in the family; empty for the subject."""
    angle: float = 0.0
    """Family only: degrees clockwise from 12 o'clock."""
    new: bool = False
    stale: bool = False
    folded: int = 0
    """Agency that stands for this many practitioners."""


@dataclass(frozen=True, slots=True)
class PictureEdge:
    """An edge from a practitioner, agency or relative to a person, or from a practitioner to an agency (works)."""

    source: str
    target: str
    kind: EdgeKind
    hidden: bool = False
    """A kin link between people far apart: shown while one of them has focus."""


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is to be drawn; family first (subject, then clockwise), then the others by kind and key."""

    title: str
    description: str
    family: tuple[PictureNode, ...]
    workers: tuple[PictureNode, ...]
    """Practitioners, brokers, entries and folded agencies: they take a slot of their sector."""
    agencies: tuple[PictureNode, ...]
    edges: tuple[PictureEdge, ...]
    rim_names: tuple[tuple[str, str], ...]
    """Sector's key and the text along its rim."""
    family_radius: float

    @property
    def size(self) -> int:
        """Number of nodes."""
        return len(self.family) + len(self.workers) + len(self.agencies)
