"""The key of a team's picture: what each shape and line means, as buttons that filter."""

# ruff: noqa: E501 - markup reads better unbroken
from __future__ import annotations

from dataclasses import dataclass
from html import escape

from visualisations.layout import Layout
from visualisations.svg import EDGE_STROKE, INK, shape

_NODES: tuple[tuple[str, str, str, str], ...] = (
    ("client", "Client", "adult", "#fff"),
    ("family", "Family, no worker shown", "adult", "#8f4700"),
    ("practitioner", "Practitioner", "badge", "#fff"),
    ("agency", "Agency", "house", "#48555f"),
    ("entry", "Agency only", "house", "#48555f"),
    ("broker", "Ask the broker", "question", INK),
)
_EDGES: tuple[tuple[str, str], ...] = (
    ("lead", "Lead"),
    ("current", "Current"),
    ("ended", "Ended"),
    ("dotted", "Agency or broker only"),
    ("kin", "Family tie"),
)
_SAME_BUTTON = {"subject": "client", "lead": "practitioner"}


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A line of the key: `key` is a kind of node or edge, `svg` a sample of it."""

    key: str
    label: str
    svg: str


def legend_of(layout: Layout) -> tuple[LegendEntry, ...]:
    """What occurs in this picture, nodes first, in a fixed order."""
    nodes = {_SAME_BUTTON.get(placed.node.kind, placed.node.kind) for placed in layout.nodes}
    edges = {placed.edge.kind for placed in layout.edges}
    entries = [
        LegendEntry(key, label, _node_sample(key, icon, fill)) for key, label, icon, fill in _NODES if key in nodes
    ]
    entries += [LegendEntry(key, label, _edge_sample(key)) for key, label in _EDGES if key in edges]
    return tuple(entries)


def _node_sample(kind: str, icon: str, fill: str) -> str:
    return (
        '<svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true" focusable="false">'
        f'{shape(kind, 11, 11, 9.5)}<use href="#i-{escape(icon)}" x="5" y="5" width="12" height="12" fill="{fill}"/></svg>'
    )


def _edge_sample(kind: str) -> str:
    line = 'd="M1 8H35"'
    if kind == "lead":
        paths = f'<path {line} stroke="{INK}" stroke-width="6"/><path {line} stroke="#fff" stroke-width="2.6"/>'
    else:
        paths = f"<path {line} {EDGE_STROKE[kind]}/>"
    return f'<svg width="36" height="16" viewBox="0 0 36 16" aria-hidden="true" focusable="false"><g fill="none">{paths}</g></svg>'
