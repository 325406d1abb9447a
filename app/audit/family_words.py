"""A family's involvements in words, and the sentences about each of its people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.audit.explaining import Explainer
from graph.access import Level
from graph.audit_sight import ExplainedRow
from graph.audit_views import AuditedFamily

NOTHING = "nothing"
LEVEL_WORDS: dict[Level, str] = {
    "full": "everything",
    "agency": "the agency alone",
    "broker": "a broker alone",
    "none": NOTHING,
}
RANK: dict[Level, int] = {"full": 3, "agency": 2, "broker": 1, "none": 0}


@dataclass(frozen=True, slots=True)
class Work:
    """An involvement to name: whose, what and by whom."""

    id: str
    person: str
    person_name: str
    type: str
    practitioner: str
    agency: str
    current: bool

    @property
    def title(self) -> str:
        """ "Family support for Leo: Ellie Brandon, Northwick Early Help"."""
        ended = "" if self.current else " (not current)"
        return f"{self.type} for {self.person_name}: {self.practitioner}, {self.agency}{ended}"


class FamilyWords:
    """Everything of a family that pages name; what is masked is not in it."""

    def __init__(self, family: AuditedFamily, today: date) -> None:
        self.family = family
        self.works = {
            one.id: Work(
                id=one.id,
                person=member.person.id,
                person_name=member.person.given_name,
                type=one.type or "Work",
                practitioner=one.practitioner or "",
                agency=one.agency or "",
                current=one.current,
            )
            for member in family.members
            for one in member.involvements
            if one.id
        }
        self._explainers = {
            member.person.id: Explainer(member.person.id, member.person.given_name, family, today)
            for member in family.members
        }

    def why(self, row: ExplainedRow | None) -> tuple[tuple[str, str], ...]:
        """Why a row is seen, each with its code; why it is not seen where nothing is."""
        if row is None:
            return ()
        explainer = self._explainers[self.works[row.involvement].person]
        return tuple(explainer.reasons(row) if row.level != "none" else explainer.blockers(row))
