"""A laid-out picture as vis-network data, built by pyvis: its data only, never its HTML, template or CDN.

The only module that imports pyvis, which has no types. Positions are preset and physics is off, so vis-network draws
what the SVG shows. `labelAt`, `via`, `lines` and `icon` are for a page that draws labels, curves and icons itself;
vis-network ignores them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, cast

import pyvis.network  # pyright: ignore[reportMissingTypeStubs]

Attributes = dict[str, Any]
OPTIONS: Attributes = {
    "physics": False,
    "autoResize": True,
    "layout": {"randomSeed": 1, "improvedLayout": False},
    "interaction": {
        "dragNodes": True,
        "hover": True,
        "keyboard": False,
        "navigationButtons": False,
        "tooltipDelay": 200,
    },
    "nodes": {"font": {"face": "Arial", "size": 12, "color": "#0b0c0c", "strokeWidth": 3, "strokeColor": "#ffffff"}},
    "edges": {"smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.0}, "arrows": {"to": {"enabled": False}}},
}
_BULGE_TO_ROUNDNESS = 1 / 0.785
"""vis-network's curvedCW stands off its chord by about 0.785 x roundness x length for small bends."""


class _Network(Protocol):
    options: Attributes

    def add_node(self, n_id: str, label: str, shape: str, **options: object) -> None: ...

    def add_edge(self, source: str, to: str, **options: object) -> None: ...

    def get_network_data(self) -> tuple[list[Attributes], list[Attributes], str, str, str, str]: ...


@dataclass(frozen=True, slots=True)
class NetworkData:
    """What vis-network's constructor takes; JSON-serialisable."""

    nodes: list[Attributes]
    edges: list[Attributes]
    options: Attributes


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """A node for vis-network: its middle, half size, label lines and where the label stands."""

    id: str
    kind: str
    x: float
    y: float
    half: float
    lines: Sequence[str]
    bold: int
    """How many of the lines are bold."""
    label_at: tuple[float, float, str]
    """x, baseline of the first line, anchor."""
    icon: str
    name: str
    new: bool = False
    stale: bool = False


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """An edge for vis-network; `bulge` and `length` in px give the bend, `via` its control point."""

    id: str
    source: str
    target: str
    kind: str
    bulge: float
    length: float
    via: tuple[float, float]
    hidden: bool = False


_SHAPES: dict[str, Attributes] = {
    "subject": {"shape": "dot", "color": {"background": "#8f4700", "border": "#8f4700"}, "borderWidth": 4},
    "client": {"shape": "dot", "color": {"background": "#8f4700", "border": "#8f4700"}, "borderWidth": 1},
    "family": {"shape": "dot", "color": {"background": "#ffffff", "border": "#8f4700"}, "borderWidth": 2},
    "practitioner": {"shape": "square", "color": {"background": "#1d5a9c", "border": "#1d5a9c"}, "borderWidth": 1},
    "lead": {"shape": "square", "color": {"background": "#1d5a9c", "border": "#0b0c0c"}, "borderWidth": 4},
    "ended": {
        "shape": "square",
        "color": {"background": "#ffffff", "border": "#48555f"},
        "borderWidth": 2,
        "shapeProperties": {"borderDashes": [4, 3]},
    },
    "broker": {"shape": "diamond", "color": {"background": "#ffffff", "border": "#0b0c0c"}, "borderWidth": 2},
    "agency": {"shape": "hexagon", "color": {"background": "#ffffff", "border": "#48555f"}, "borderWidth": 2},
    "entry": {
        "shape": "hexagon",
        "color": {"background": "#ffffff", "border": "#48555f"},
        "borderWidth": 2.5,
        "shapeProperties": {"borderDashes": [1, 4]},
    },
}
_LINES: dict[str, Attributes] = {
    "current": {"color": "#3f5163", "width": 1.6, "dashes": False},
    "lead": {"color": "#0b0c0c", "width": 6, "dashes": False},
    "ended": {"color": "#66727c", "width": 1.6, "dashes": [7, 5]},
    "dotted": {"color": "#0b0c0c", "width": 2.6, "dashes": [1, 5]},
    "kin": {"color": "#b0702e", "width": 1.4, "dashes": False},
    "works": {"color": "#7c8791", "width": 1, "dashes": False},
}


def network_data(nodes: Sequence[NetworkNode], edges: Sequence[NetworkEdge]) -> NetworkData:
    """The nodes and edges as vis-network takes them, in the order given."""
    network = cast(_Network, pyvis.network.Network(directed=True))
    network.options = OPTIONS
    for node in nodes:
        network.add_node(
            node.id,
            label="\n".join(node.lines) or " ",
            kind=node.kind,
            title=node.name,
            x=round(node.x, 1),
            y=round(node.y, 1),
            size=node.half,
            physics=False,
            icon=node.icon,
            labelAt=[round(node.label_at[0], 1), round(node.label_at[1], 1), node.label_at[2]],
            boldLines=node.bold,
            isNew=node.new,
            isStale=node.stale,
            **_SHAPES[node.kind],
        )
    for edge in edges:
        bent = abs(edge.bulge) * _BULGE_TO_ROUNDNESS / max(edge.length, 1.0)
        network.add_edge(
            edge.source,
            edge.target,
            id=edge.id,
            kind=edge.kind,
            arrows="",
            hidden=edge.hidden,
            via=[round(edge.via[0], 1), round(edge.via[1], 1)],
            smooth={
                "enabled": bent > 0,
                "type": "curvedCCW" if edge.bulge > 0 else "curvedCW",
                "roundness": round(bent, 3),
            },
            **_LINES[edge.kind],
        )
    made_nodes, made_edges, _, _, _, options = network.get_network_data()
    return NetworkData(made_nodes, made_edges, json.loads(options))
