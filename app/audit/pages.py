"""What the page about one involvement says: its accounts by level, then agency, each with sentences."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.audit.explaining import Explainer, who
from app.audit.looked import look_line
from app.audit.looks import PER_PAGE, Explained
from app.audit.since import since
from app.paging import pages_of
from graph.access import Level
from graph.audit_sight import ExplainedRow

LEVELS: dict[Level, tuple[str, str]] = {
    "full": ("Full", "see the practitioner with every contact, the agency, the kind of work and its dates"),
    "agency": ("Agency", "see the agency’s name and duty contact alone"),
    "broker": ("Broker", "see that another service is involved, and whom to ask"),
    "none": ("None", "see nothing, and not that there is anything to see"),
}
REASONS: dict[str, str] = {
    "OWN": "Their own work",
    "OWN_AGENCY": "Work of their own agency",
    "STATUTORY": "Work that can always be found",
    "AROUND_FAMILY": "They work with the family",
    "CONSENTED": "Consent to a sensitive service",
    "COORDINATOR": "They coordinate the programme",
    "BREAK_GLASS": "Emergency access",
    "FINDABLE": "They opened the record",
    "BROKERED": "Through a broker",
}


@dataclass(frozen=True, slots=True)
class Question:
    """One agency's accounts, one reason, one level, or all; which page of those who see nothing."""

    agency: str | None
    reason: str | None
    level: Level | None
    page: int

    @property
    def skip(self) -> int:
        """How many of those who see nothing stand on the pages before."""
        return (self.page - 1) * PER_PAGE


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One account of the table, with its sentences; `since` is empty where it sees nothing."""

    id: str
    who: str
    username: str
    role: str
    reasons: list[tuple[str, str]]
    blockers: list[tuple[str, str]]
    since: str


@dataclass(frozen=True, slots=True)
class AgencyGroup:
    """The accounts of one agency."""

    name: str
    lines: list[AccountLine]


@dataclass(frozen=True, slots=True)
class LevelGroup:
    """The accounts of one level; `total` counts those on other pages too."""

    level: Level
    label: str
    meaning: str
    total: int
    agencies: list[AgencyGroup]


class InvolvementPage:
    """The page about one involvement; `withheld`: not all who see nothing are told of, lest a service be named."""

    def __init__(self, look: Explained, question: Question, today: date) -> None:
        self.asked = look.involvement
        self.agencies = [(one.id, one.name) for one in look.agencies]
        self.question = question
        self.family = look.family
        self.groups: list[LevelGroup] = []
        self.by_reason: list[tuple[str, str, int]] = []
        self.pages = 1
        self.withheld = False
        name = f"{self.asked.given_name}{self.asked.family_name}" if self.asked.initials_only else self.asked.given_name
        self.looked = [look_line(one) for one in look.looked]
        self._explainer = Explainer(self.asked.person, name, look.family, today)
        self.person = name if self.asked.initials_only else f"{name} {self.asked.family_name}"
        if look.who is not None:
            self._fill(look.who.seeing, look.who.others, look.who.others_total)

    def _fill(
        self, seeing: tuple[ExplainedRow, ...], others: tuple[ExplainedRow, ...], others_total: int | None
    ) -> None:
        self.withheld = others_total is None
        fired = Counter(reason for row in seeing for reason in row.reasons)
        self.by_reason = [(code, words, fired[code]) for code, words in REASONS.items() if fired[code]]
        self.pages = 1 if others_total is None else pages_of(others_total, PER_PAGE)
        for level in LEVELS:
            rows = [row for row in (others if level == "none" else seeing) if row.level == level and self._wanted(row)]
            total = others_total if level == "none" and others_total and rows else len(rows)
            if self.question.level in (None, level):
                self.groups.append(self._group(level, rows, total))

    def _wanted(self, row: ExplainedRow) -> bool:
        return self.question.agency in (None, row.agency) and (
            self.question.reason is None or self.question.reason in row.reasons
        )

    def _group(self, level: Level, rows: list[ExplainedRow], total: int) -> LevelGroup:
        label, meaning = LEVELS[level]
        by_agency = groupby(rows, key=lambda row: (row.agency_name, row.agency))
        agencies = [AgencyGroup(name, [self._line(row) for row in some]) for (name, _), some in by_agency]
        return LevelGroup(level, label, meaning, total, agencies)

    def _line(self, row: ExplainedRow) -> AccountLine:
        return AccountLine(
            id=row.account,
            who=who(row),
            username=row.username,
            role=row.role,
            reasons=self._explainer.reasons(row),
            blockers=self._explainer.blockers(row),
            since=since(row),
        )
