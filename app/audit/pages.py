"""What the page about one involvement says: its accounts by level, each with sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.audit.explaining import Explainer, who
from app.audit.looks import PER_PAGE, Explained
from app.paging import pages_of
from graph.access import Level
from graph.audit_views import ExplainedRow

LEVELS: dict[Level, tuple[str, str]] = {
    "full": ("Full", "see the practitioner with every contact, the agency, the kind of work and its dates"),
    "agency": ("Agency", "see the agency’s name and duty contact alone"),
    "broker": ("Broker", "see that another service is involved, and whom to ask"),
    "none": ("None", "see nothing, and not that there is anything to see"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """What the page is to show: one agency's accounts or all, one level or all, which page of those who see nothing."""

    agency: str | None
    level: Level | None
    page: int

    @property
    def skip(self) -> int:
        """How many of those who see nothing stand on the pages before."""
        return (self.page - 1) * PER_PAGE


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One account of the table; an agency of None: masked."""

    who: str
    username: str | None
    role: str
    agency: str | None
    reasons: list[tuple[str, str]]
    blockers: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class LevelGroup:
    """The accounts of one level; `total` counts those on other pages too."""

    level: Level
    label: str
    meaning: str
    total: int
    lines: list[AccountLine]


class InvolvementPage:
    """The page about one involvement."""

    def __init__(self, look: Explained, question: Question, today: date) -> None:
        self.asked = look.involvement
        self.agencies = look.agencies
        self.question = question
        self.groups: list[LevelGroup] = []
        self.pages = 1
        self._explainer = Explainer(look.involvement, look.family, today)
        self.person = self._explainer.name if self.asked.initials_only else _whole_name(look)
        self.family = look.family
        if look.who is not None:
            self.pages = pages_of(look.who.others_total, PER_PAGE)
            rows = {level: [row for row in look.who.seeing if row.level == level] for level in LEVELS}
            rows["none"] = [*look.who.others]
            totals = {level: len(rows[level]) for level in LEVELS} | {"none": look.who.others_total}
            self.groups = [
                self._group(level, rows[level], totals[level]) for level in LEVELS if question.level in (None, level)
            ]

    def _group(self, level: Level, rows: list[ExplainedRow], total: int) -> LevelGroup:
        label, meaning = LEVELS[level]
        return LevelGroup(level, label, meaning, total, [self._line(row) for row in rows])

    def _line(self, row: ExplainedRow) -> AccountLine:
        return AccountLine(
            who=who(row),
            username=row.username,
            role=row.role,
            agency=row.agency_name,
            reasons=self._explainer.reasons(row),
            blockers=self._explainer.blockers(row),
        )


def _whole_name(look: Explained) -> str:
    return f"{look.involvement.given_name} {look.involvement.family_name}"
