"""What has ended around a family and may still be shown: one row an involvement, the latest first."""

from __future__ import annotations

from dataclasses import dataclass

from app.team.circle import Circle
from app.team.team_table import ForWhom, ToChange, sources, to_change
from app.wording import middle_day
from graph.team_rows import TeamInvolvement
from visualisations.icons import icon_of_kind


@dataclass(frozen=True, slots=True)
class EndedRow:
    """One ended involvement; `id` is set on a practitioner's first row where no other table has a row of theirs."""

    id: str | None
    icon: str
    name: str
    job: str
    for_whom: ForWhom
    began: str
    ended: str
    kept: str
    """Who recorded it, and when it was last confirmed."""
    change: ToChange | None


def ended_rows(circle: Circle) -> tuple[EndedRow, ...]:
    """Every ended involvement that is shown, the latest first."""
    ended = [one for one in circle.team.involvements if not one.current and one.to is not None]
    ended.sort(key=lambda one: one.id)
    ended.sort(key=lambda one: one.to or one.from_, reverse=True)
    still_here = {one.practitioner.id for one in circle.team.involvements if one.current}
    first = {one.practitioner.id: one.id for one in reversed(ended) if one.practitioner.id not in still_here}
    return tuple(_row(one, circle, first.get(one.practitioner.id) == one.id) for one in ended)


def _row(one: TeamInvolvement, circle: Circle, has_id: bool) -> EndedRow:
    job = one.role or one.practitioner.job_title
    return EndedRow(
        id=f"row-practitioner-{one.practitioner.id}" if has_id else None,
        icon=icon_of_kind(one.agency.kind),
        name=one.practitioner.name,
        job=f"{job}, {one.agency.name}" if job else one.agency.name,
        for_whom=ForWhom(circle.names([one.person]), one.type_label),
        began=middle_day(one.from_),
        ended=middle_day(one.to or one.from_),
        kept=sources([one])
        + (f", last confirmed {middle_day(one.last_confirmed)}" if one.last_confirmed else ", never confirmed"),
        change=to_change(one, circle) if circle.may_change(one) else None,
    )
