"""Each decision of the visibility fragment as a sentence: its reasons, its blockers, and the facts that came with them.

Nothing is decided here. A code without words is a fault of the program (KeyError), never a silent gap.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.permit_words import PermitParts, permit_sentences
from app.wording import listed, long_day
from graph.audit_sight import ExplainedRow
from graph.audit_views import AuditedFamily
from visualisations.relations import Kinship, is_unborn, relation_to

_NOT_LIVE = {"preparing": "is still preparing to go live", "suspended": "is suspended"}


class Explainer:
    """Sentences about involvements with one person; without a family, nobody but this person is named as a relative."""

    def __init__(self, person: str, name: str, family: AuditedFamily | None, today: date) -> None:
        self.person = person
        self.name = name
        self._people = {member.person.id: member.person for member in family.members} if family else {}
        self._genders = {one.id: one.gender for one in self._people.values()}
        self._kin = Kinship(family.links if family else (), today)

    def reasons(self, row: ExplainedRow) -> list[tuple[str, str]]:
        """Each permit that fired, with its sentence."""
        return permit_sentences(row.reasons, self._parts(row))

    def blockers(self, row: ExplainedRow) -> list[tuple[str, str]]:
        """Each blocker that holds, with its sentence."""
        return [(code, _BLOCKERS[code](self, row)) for code in row.blockers]

    def works(self, row: ExplainedRow) -> str:
        """ "Priya Nair works with Leo’s sister Mia for Tidewater Homes"."""
        return f"{who(row)} works with {self._people_worked_with(row)} for {row.agency_name}"

    def _parts(self, row: ExplainedRow) -> PermitParts:
        return PermitParts(
            because="Because ",
            own=f"{who(row)} holds this involvement.",
            near=self.works(row),
            near_or_opened=self._near_or_opened(row),
            own_agency=f"their own agency, {row.agency_name}",
            agreed=_agreed(row),
            coordinates=f"{who(row)} coordinates the programme of {self.name}’s family",
            broke=f"{who(row)} gave a justification for emergency access to {self.name}",
            opened=self._opened(row),
            put="them",
        )

    def _near_or_opened(self, row: ExplainedRow) -> str:
        """How the account is near the person: around the family, else by a grant."""
        if row.facts["around"]:
            return self.works(row)
        if row.facts["broken"]:
            return f"{who(row)} used emergency access to {self.name}, with a justification"
        return self._opened(row)

    def _opened(self, row: ExplainedRow) -> str:
        return f"{who(row)} opened {self.name}’s record with a reason"

    def _people_worked_with(self, row: ExplainedRow) -> str:
        people = {one["person"]: one.get("given_name") for one in row.works_with}
        if self.person in people:
            return self.name
        named = [self._relative(id_, people[id_]) for id_ in sorted(people) if people[id_] or id_ in self._people]
        return listed(named) if named else f"somebody in {self.name}’s family"

    def _relative(self, id_: str, given_name: str | None) -> str:
        person = self._people.get(id_)
        if person is None:
            return f"{given_name}, of {self.name}’s family"
        given = "unborn baby" if is_unborn(person) else person.given_name
        subject = self._people.get(self.person)
        word = relation_to(self.person, person, self._kin, self._genders).word if subject else ""
        if word and word != "unborn":
            return f"{self.name}’s {word} {given}"
        return f"{given}, of {self.name}’s family"


def who(row: ExplainedRow) -> str:
    """The practitioner, else the username."""
    return row.practitioner or row.username


def _agreed(row: ExplainedRow) -> str:
    if row.facts["same_agency"]:
        return "it is the same agency’s work"
    names = [one["name"] for one in row.facts["agreements"]]
    return f"both agencies signed {listed(names)}" if names else "both agencies signed a sharing agreement"


def _suspended(one: Explainer, row: ExplainedRow) -> str:
    if row.facts["status"] != "active":
        return "The account is suspended."
    if row.facts["agency_status"] == "suspended":
        return f"{row.agency_name} is suspended."
    return f"{who(row)} does not work for {row.agency_name} today."


def _role(one: Explainer, row: ExplainedRow) -> str:
    return f"An {row.role} sees no family’s involvements outside the audit pages."


def _barred(one: Explainer, row: ExplainedRow) -> str:
    return f"A conflict of interest bars {who(row)} from {one.name}’s record."


def _no_agreement(one: Explainer, row: ExplainedRow) -> str:
    statuses = ((row.agency_name, row.facts["agency_status"]), (row.facts["holder"], row.facts["holder_status"]))
    for agency, status in statuses:
        if status in _NOT_LIVE:
            return f"{agency} {_NOT_LIVE[status]}, so it shares nothing yet."
    return f"{row.agency_name} and {row.facts['holder']} have not both signed a sharing agreement in force."


def _not_around(one: Explainer, row: ExplainedRow) -> str:
    if row.works_with:
        return f"{one.works(row)}, but {row.agency_name} is not live, so that gives no sight of the family."
    if row.facts["opened"]:
        return f"{who(row)} works with nobody in {one.name}’s family; opening the record with a reason is not enough."
    return f"{who(row)} works with nobody in {one.name}’s family."


def _shielded(one: Explainer, row: ExplainedRow) -> str:
    return f"{one.name}’s record is shielded, and {who(row)} does not work with {one.name} directly."


def _sensitive(one: Explainer, row: ExplainedRow) -> str:
    return "This is a sensitive service, and no consent covers showing it."


def _consent(one: Explainer, row: ExplainedRow) -> str:
    return "This work rests on consent, and no consent covers showing it."


def _ended(one: Explainer, row: ExplainedRow) -> str:
    if not row.facts["begun"]:
        return f"The involvement begins on {long_day(row.facts['from'])}."
    return f"The involvement ended on {long_day(row.facts['to'])}."


_BLOCKERS: dict[str, Callable[[Explainer, ExplainedRow], str]] = {
    "SUSPENDED": _suspended,
    "ROLE": _role,
    "BARRED": _barred,
    "NO_AGREEMENT": _no_agreement,
    "NOT_AROUND": _not_around,
    "SHIELDED": _shielded,
    "SENSITIVE": _sensitive,
    "CONSENT": _consent,
    "ENDED": _ended,
}
