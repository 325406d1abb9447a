"""Each decision of the visibility fragment as a sentence: its reasons, its blockers, and the facts that came with them.

Nothing is decided here. A code without words is a fault of the program (KeyError), never a silent gap.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.team.wording import listed, long_day
from graph.audit_views import AuditedFamily, ExplainedRow, InvolvementRow
from visualisations.relations import Kinship, is_unborn, relation_to

_NOT_LIVE = {"preparing": "is still preparing to go live", "suspended": "is suspended"}


class Explainer:
    """Sentences about one involvement; without a family, nobody but its person is named."""

    def __init__(self, asked: InvolvementRow, family: AuditedFamily | None, today: date) -> None:
        self.asked = asked
        self.name = f"{asked.given_name}{asked.family_name}" if asked.initials_only else asked.given_name
        self._people = {member.person.id: member.person for member in family.members} if family else {}
        self._genders = {person.id: person.gender for person in self._people.values()}
        self._kin = Kinship(family.links if family else (), today)

    def reasons(self, row: ExplainedRow) -> list[tuple[str, str]]:
        """Each permit that fired, with its sentence."""
        return [(code, _REASONS[code](self, row)) for code in row.reasons]

    def blockers(self, row: ExplainedRow) -> list[tuple[str, str]]:
        """Each blocker that holds, with its sentence."""
        return [(code, _BLOCKERS[code](self, row)) for code in row.blockers]

    def works(self, row: ExplainedRow) -> str:
        """ "Priya Nair works with Leo’s sister Mia for Tidewater Homes"."""
        people = sorted({one["person"] for one in row.works_with})
        for_agency = f" for {row.agency_name}" if row.agency_name else ""
        return f"{who(row)} works with {self._people_worked_with(people)}{for_agency}"

    def _people_worked_with(self, people: list[str]) -> str:
        if self.asked.person in people:
            return self.name
        named = [self._relative(person) for person in people if person in self._people]
        return listed(named) if named else f"somebody in {self.name}’s family"

    def _relative(self, id_: str) -> str:
        person = self._people[id_]
        given = "unborn baby" if is_unborn(person) else person.given_name
        word = relation_to(self.asked.person, person, self._kin, self._genders).word
        if word and word != "unborn":
            return f"{self.name}’s {word} {given}"
        return f"{given}, of {self.name}’s family"


def who(row: ExplainedRow) -> str:
    """The practitioner, else the username; no name where the row is masked."""
    return row.practitioner or row.username or "Somebody at a sensitive service"


def _agreed(one: Explainer, row: ExplainedRow) -> str:
    if row.facts["same_agency"]:
        return "it is the same agency’s work"
    agreements = row.facts["agreements"]
    return f"both agencies signed {listed(agreements)}" if agreements else "both agencies signed a sharing agreement"


def _near(one: Explainer, row: ExplainedRow) -> str:
    """How the account is near the person: around the family, else by a grant."""
    if row.facts["around"]:
        return one.works(row)
    if row.facts["broken"]:
        return f"{who(row)} broke the glass for {one.name} with a justification"
    return f"{who(row)} opened {one.name}’s record with a reason"


def _own(one: Explainer, row: ExplainedRow) -> str:
    return f"{who(row)} holds this involvement."


def _own_agency(one: Explainer, row: ExplainedRow) -> str:
    return f"Because {_near(one, row)}, and this is work of the account’s own agency."


def _statutory(one: Explainer, row: ExplainedRow) -> str:
    what = "the agency" if row.facts["shut"] else "everything"
    why = f"work of this kind can always be found, {_near(one, row)}, and {_agreed(one, row)}"
    return f"Because {why}. It shows {what}."


def _around_family(one: Explainer, row: ExplainedRow) -> str:
    return f"Because {one.works(row)}, and {_agreed(one, row)}."


def _consented(one: Explainer, row: ExplainedRow) -> str:
    return f"Because consent was given to show this sensitive service, {one.works(row)}, and {_agreed(one, row)}."


def _coordinator(one: Explainer, row: ExplainedRow) -> str:
    return (
        f"Because {who(row)} coordinates the programme in the area of {one.name}’s family, which is enrolled, "
        f"and {_agreed(one, row)}."
    )


def _break_glass(one: Explainer, row: ExplainedRow) -> str:
    broke = f"{who(row)} broke the glass for {one.name} with a justification, for four hours"
    return f"Because {broke}, and {_agreed(one, row)}."


def _findable(one: Explainer, row: ExplainedRow) -> str:
    opened = f"{who(row)} opened {one.name}’s record with a reason"
    return f"Because {opened}, and {_agreed(one, row)}. It shows the agency alone."


def _brokered(one: Explainer, row: ExplainedRow) -> str:
    return f"Because {one.works(row)}, {_agreed(one, row)}, and nobody refused. It shows the broker alone."


_REASONS: dict[str, Callable[[Explainer, ExplainedRow], str]] = {
    "OWN": _own,
    "OWN_AGENCY": _own_agency,
    "STATUTORY": _statutory,
    "AROUND_FAMILY": _around_family,
    "CONSENTED": _consented,
    "COORDINATOR": _coordinator,
    "BREAK_GLASS": _break_glass,
    "FINDABLE": _findable,
    "BROKERED": _brokered,
}


def _agency(row: ExplainedRow) -> str:
    return row.agency_name or "The account’s agency"


def _suspended(one: Explainer, row: ExplainedRow) -> str:
    if row.facts["status"] != "active":
        return "The account is suspended."
    if row.facts["agency_status"] == "suspended":
        return f"{_agency(row)} is suspended."
    return f"{who(row)} does not work for {row.agency_name or 'that agency'} today."


def _role(one: Explainer, row: ExplainedRow) -> str:
    return f"An {row.role} sees no family’s involvements outside the audit pages."


def _barred(one: Explainer, row: ExplainedRow) -> str:
    return f"A conflict of interest bars {who(row)} from {one.name}’s record."


def _no_agreement(one: Explainer, row: ExplainedRow) -> str:
    statuses = ((_agency(row), row.facts["agency_status"]), (row.facts["holder"], row.facts["holder_status"]))
    for agency, status in statuses:
        if status in _NOT_LIVE:
            return f"{agency} {_NOT_LIVE[status]}, so it shares nothing yet."
    return f"{_agency(row)} and {row.facts['holder']} have not both signed a sharing agreement in force."


def _not_around(one: Explainer, row: ExplainedRow) -> str:
    if row.facts["masked"]:
        return "The account’s agency is not live, so its work with the family gives no sight."
    if row.works_with:
        return f"{one.works(row)}, but {_agency(row)} is not live, so that gives no sight of the family."
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
