"""What a large team leaves out so that it stays readable.

Above 60 nodes, agencies with more than four practitioners fold into one hexagon with a count of those shown, which
takes their place in the sector; leads stay. Above 300 nodes every agency folds. The table holds everybody.
"""

from __future__ import annotations

from dataclasses import replace

from visualisations.picture_model import EdgeKind, Picture, PictureEdge, PictureNode

FOLD_ABOVE, AGENCIES_ONLY_ABOVE = 60, 300
MOST_UNFOLDED = 4
_RANK: dict[EdgeKind, int] = {"lead": 0, "current": 1, "dotted": 2, "ended": 3}


def folded(picture: Picture) -> Picture:
    """The picture itself up to 60 nodes, beyond with folded agencies."""
    if picture.size <= FOLD_ABOVE:
        return picture
    everybody = picture.size > AGENCIES_ONLY_ABOVE
    staff: dict[str, list[str]] = {}
    for edge in picture.edges:
        if edge.kind == "works":
            staff.setdefault(edge.target, []).append(edge.source)
    kinds = {node.id: node.kind for node in picture.workers}
    into: dict[str, str] = {}
    for agency, workers in sorted(staff.items()):
        foldable = [id_ for id_ in workers if everybody or kinds[id_] != "lead"]
        if everybody or len(workers) > MOST_UNFOLDED:
            into.update((id_, agency) for id_ in foldable if id_ not in into)
    return _without(picture, into)


def _without(picture: Picture, into: dict[str, str]) -> Picture:
    counts: dict[str, int] = {}
    for agency in into.values():
        counts[agency] = counts.get(agency, 0) + 1
    agencies = [_counted(node, counts[node.id]) for node in picture.agencies if node.id in counts]
    best: dict[tuple[str, str], PictureEdge] = {}
    kept: list[PictureEdge] = []
    for edge in picture.edges:
        if edge.source not in into:
            kept.append(edge)
        elif edge.kind != "works":
            moved = PictureEdge(into[edge.source], edge.target, edge.kind)
            known = best.get((moved.source, moved.target))
            if known is None or _RANK[moved.kind] < _RANK[known.kind]:
                best[moved.source, moved.target] = moved
    staffed = {edge.target for edge in kept if edge.kind == "works"}
    return replace(
        picture,
        workers=(*(node for node in picture.workers if node.id not in into), *agencies),
        agencies=tuple(node for node in picture.agencies if node.id not in counts and node.id in staffed),
        edges=(*(edge for edge in kept if edge.kind != "works" or edge.target not in counts), *best.values()),
    )


def _counted(node: PictureNode, count: int) -> PictureNode:
    shown = f"{count} {'practitioner' if count == 1 else 'practitioners'}"
    return replace(
        node,
        folded=count,
        plain=(*node.plain, shown),
        name=f"{node.name.split(', agency of')[0]}, agency, {shown} in the table",
    )
