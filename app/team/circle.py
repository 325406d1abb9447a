"""The people of a team as the page speaks of them, and how whoever looks is connected with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph.team_rows import Team, TeamInvolvement, TeamPerson
from visualisations.relations import Kinship, is_unborn, relation_to


@dataclass(frozen=True, slots=True)
class Onlooker:
    """Whoever looks: the practitioner (None for an account without one) and the agency, by id, with its name."""

    practitioner: str | None
    agency: str
    agency_name: str


class Circle:
    """Names in short, the order of the ring, and the onlooker's own work with these people."""

    def __init__(self, team: Team, ring: Iterable[str], onlooker: Onlooker, today: date) -> None:
        self.team = team
        self.onlooker = onlooker
        self.people = {person.id: person for person in team.people}
        self.subject = self.people[team.subject]
        self._names = _short_names(team.people)
        self._place = {person: place for place, person in enumerate(ring)}
        self._kin = Kinship(team.links, today)
        self._genders = {person.id: person.gender for person in team.people}
        self._worked_with = sorted(_worked_with(team, onlooker), key=self.place)

    def name(self, person: str) -> str:
        """The given name, the whole name where two share it, "unborn baby" before birth."""
        return self._names[person]

    def place(self, person: str) -> int:
        """Where the person stands: 0 for the subject, then round the ring."""
        return self._place.get(person, len(self._place))

    def names(self, people: Iterable[str]) -> str:
        """ "Leo, Mia, unborn baby", in the order of the ring; the first letter is a capital."""
        named = ", ".join(self.name(person) for person in sorted(set(people), key=self.place))
        return named[:1].upper() + named[1:]

    def works_with(self, person: str) -> str | None:
        """ "You work with Leo", or with whom of the family; None where these people do not show it."""
        if person in self._worked_with:
            return f"You work with {self.name(person)}"
        kin = next((other for other in self._worked_with if self._share_a_family(person, other)), None)
        if kin is None:
            return None
        word = relation_to(person, self.people[kin], self._kin, self._genders).word
        if not word or word == "unborn":
            return f"You work with {self.name(kin)}, of the same family"
        return f"You work with {self.name(person)}’s {word} {self.name(kin)}"

    def may_keep(self, one: TeamInvolvement) -> bool:
        """Whether the onlooker may say that it still holds: its holder, or a colleague who works with the person.

        Never one that waits to be confirmed (visibility.md, "Who may change what").
        """
        return (
            one.current and one.confirmed and one.agency.id == self.onlooker.agency and one.person in self._worked_with
        )

    def may_change(self, one: TeamInvolvement) -> bool:
        """Whether the onlooker may change an involvement: its holder, or a colleague who works with the person."""
        onlooker = self.onlooker
        colleague = one.agency.id == onlooker.agency and one.person in self._worked_with
        return one.practitioner.id == onlooker.practitioner or colleague

    def _share_a_family(self, one: str, other: str) -> bool:
        return any(one in family.members and other in family.members for family in self.team.families)


def _short_names(people: tuple[TeamPerson, ...]) -> dict[str, str]:
    count = Counter(person.given_name for person in people)
    return {person.id: _short_name(person, count[person.given_name] > 1) for person in people}


def _short_name(person: TeamPerson, shared: bool) -> str:
    if is_unborn(person):
        return "unborn baby"
    return whole_name(person) if shared else person.given_name


def whole_name(person: TeamPerson) -> str:
    """Given and family name."""
    return f"{person.given_name} {person.family_name}"


def _worked_with(team: Team, onlooker: Onlooker) -> set[str]:
    """The people with whom the onlooker works directly, in visibility.md's sense."""
    return {
        one.person
        for one in team.involvements
        if one.practitioner.id == onlooker.practitioner
        and one.agency.id == onlooker.agency
        and one.current
        and one.confirmed
    }
