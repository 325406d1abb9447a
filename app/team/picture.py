"""The picture of a team for the page, drawn anew each time: a kept one would hold personal data between requests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from graph.team_rows import Team
from visualisations.icons import icon_sheet
from visualisations.picture_model import FAMILY_KINDS
from visualisations.team_drawing import NodeDescription, TeamDisplay, draw_team
from visualisations.team_drawing import TeamDrawing as Drawing

ICONS = Markup(icon_sheet())  # noqa: S704 - drawn by this program, holds nothing that somebody typed


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One line of the key: a kind of node or edge, its name and how it looks."""

    key: str
    label: str
    svg: Markup


@dataclass(frozen=True, slots=True)
class TeamDrawing:
    """A team's picture: two SVGs, what the canvas needs, the key, and the people in ring order."""

    svg_desktop: Markup
    svg_phone: Markup
    canvas: Markup
    """JSON for the script, as the value of an attribute in single quotes."""
    legend: tuple[KeyEntry, ...]
    ring: tuple[str, ...]


def drawing_of(team: Team, display: TeamDisplay) -> TeamDrawing:
    """Draw a team; nothing outside the arguments enters."""
    drawing = draw_team(team, display)
    return TeamDrawing(
        svg_desktop=_drawn(drawing.svg_desktop),
        svg_phone=_drawn(drawing.svg_phone),
        canvas=htmlsafe_json_dumps(_canvas(drawing), separators=(",", ":"), ensure_ascii=False),
        legend=tuple(KeyEntry(entry.key, entry.label, _drawn(entry.svg)) for entry in drawing.legend),
        ring=tuple(node.id.removeprefix("person-") for node in drawing.nodes if node.kind in FAMILY_KINDS),
    )


def _drawn(svg: str) -> Markup:
    """SVG as the visualisations write it: every text in it is escaped there."""
    return Markup(svg)  # noqa: S704


def _canvas(drawing: Drawing) -> dict[str, Any]:
    network = drawing.network
    return {
        "view": drawing.view,
        "network": {"nodes": network.nodes, "edges": network.edges, "options": network.options},
        "nodes": [_button(node) for node in drawing.nodes],
    }


def _button(node: NodeDescription) -> dict[str, Any]:
    return {"id": node.id, "kind": node.kind, "name": node.name, "neighbours": node.neighbours}
