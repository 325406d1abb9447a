"""The page that draws who sees what of a family, with a table of the same facts."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from app.audit.explaining import who
from app.audit.family_looks import FamilySight
from app.audit.family_words import LEVEL_WORDS, RANK
from graph.access import Level
from graph.audit_sight import ExplainedRow
from graph.audit_views import AuditedFamily
from visualisations.access_graph import DrawnAccount, DrawnInvolvement, draw_access
from visualisations.icons import icon_sheet

ICONS = Markup(icon_sheet())  # noqa: S704 - drawn by this program, holds nothing that somebody typed


@dataclass(frozen=True, slots=True)
class Seen:
    """One involvement that an account sees."""

    id: str
    title: str
    level: str
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class GraphLine:
    """One account of the table."""

    id: str
    who: str
    agency: str
    seen: list[Seen]


class GraphPage:
    """The picture and its table; with a reason, what is seen for it alone."""

    def __init__(self, sight: FamilySight, reason: str | None) -> None:
        self.family: AuditedFamily = sight.family
        self.reason = reason
        drawn = _involvements(sight.family)
        titles = {one.id: f"{one.title} for {one.person}: {one.holder}" for one in drawn if one.id}
        by_account: dict[str, list[ExplainedRow]] = {}
        for row in sight.rows:
            if row.level != "none" and (reason is None or reason in row.reasons):
                by_account.setdefault(row.account, []).append(row)
        named = [row for row in sight.accounts if row.account in by_account]
        self.lines = [_line(row, by_account[row.account], titles) for row in named]
        self.drawing = draw_access([_drawn(row, by_account[row.account]) for row in named], drawn)
        self.svg = Markup(self.drawing.svg)  # noqa: S704 - every text in it is escaped there
        self.icons = ICONS


def _involvements(family: AuditedFamily) -> list[DrawnInvolvement]:
    return [
        DrawnInvolvement(
            id=one.id,
            person=f"{member.person.given_name} {member.person.family_name}",
            title=one.type or "",
            holder=f"{one.practitioner}, {one.agency}" if one.id else "",
            current=one.current,
        )
        for member in family.members
        for one in member.involvements
    ]


def _drawn(named: ExplainedRow, rows: list[ExplainedRow]) -> DrawnAccount:
    sees = tuple((row.involvement, row.level) for row in rows)
    return DrawnAccount(named.account, who(named), named.agency, named.agency_name, sees)


def _line(named: ExplainedRow, rows: list[ExplainedRow], titles: dict[str, str]) -> GraphLine:
    seen = [Seen(row.involvement, titles[row.involvement], _level(row.level), row.reasons) for row in _sorted(rows)]
    return GraphLine(named.account, who(named), named.agency_name, seen)


def _sorted(rows: list[ExplainedRow]) -> list[ExplainedRow]:
    return sorted(rows, key=lambda row: (-RANK[row.level], row.involvement))


def _level(level: Level) -> str:
    return LEVEL_WORDS[level]
