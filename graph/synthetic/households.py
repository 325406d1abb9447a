"""One household being put together: its people, families and family links."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from graph.synthetic.dice import Dice
from graph.synthetic.names import Community
from graph.synthetic.people import Home, Member, PersonMaker, Record

ENROLLED = (0.0, 0.0, 0.25, 0.85, 0.85)  # in the families programme, by need


@dataclass(slots=True)
class Household:
    """People who belong together, in one home or two; `need` (0 to 4) says how much support they get."""

    home: Home
    need: int
    members: list[Member] = field(default_factory=list[Member])
    families: list[Record] = field(default_factory=list[Record])
    kinship: list[Record] = field(default_factory=list[Record])
    looked_after: list[Member] = field(default_factory=list[Member])
    carers: list[Member] = field(default_factory=list[Member])
    fled: list[Member] = field(default_factory=list[Member])


@dataclass(slots=True)
class Builder:
    """Puts one household together after another; `nearby` is an adult of an earlier one, who may be a neighbour."""

    maker: PersonMaker
    areas: list[str]
    nearby: Member | None = None
    _families: Any = field(default_factory=count)
    _links: Any = field(default_factory=count)

    @property
    def dice(self) -> Dice:
        """The world's dice."""
        return self.maker.dice

    def new(self, district: int, need: int) -> Household:
        """A household without anybody, at an address of the district."""
        return Household(self.maker.home(district), need)

    def surname(self, community: Community) -> str:
        """A family name of the community."""
        return community.surname(self.dice)

    def person(
        self,
        house: Household,
        community: Community,
        surname: str,
        gender: str | None,
        age: tuple[float, float],
        home: Home | None = None,
    ) -> Member:
        """A new person of an age between the two, at the household's home or another."""
        dice = self.dice
        sex = gender or ("female" if dice.likely(0.5) else "male")
        years = age[0] + dice.roll() * (age[1] - age[0])
        member = self.maker.person(community, surname, sex, years, home or house.home)
        house.members.append(member)
        return member

    def children(self, house: Household, community: Community, surname: str, mother: Member, most: int) -> list[Member]:
        """One to `most` children whom this mother can have borne, the eldest first."""
        eldest = min(mother.age - 17, 17.9)
        ages = sorted((self.dice.roll() * eldest for _ in range(self.dice.between(1, most))), reverse=True)
        return [self.person(house, community, surname, None, (age, age)) for age in ages]

    def family(self, house: Household, name: str, members: Iterable[Member]) -> Record:
        """A family of these people, in the household's area or, seldom, in none."""
        dice = self.dice
        record: Record = {"id": f"fa{next(self._families)}", "name": name}
        if dice.likely(0.96):
            record["area"] = self.areas[house.home.district]
        if dice.likely(ENROLLED[house.need]):
            record["programme"] = True
        record["members"] = [{"person": member.id} for member in members]
        house.families.append(record)
        return record

    def joined(self, family: Record, member: Member, since: int, until: int | None = None) -> None:
        """Let somebody belong to the family from a day, and perhaps until another."""
        days = self.maker.days
        row = {"person": member.id, "from": days.text(since)}
        if until is not None:
            row["to"] = days.text(until)
        family["members"].append(row)

    def link(self, house: Household, kind: str, one: Member, other: Member, **more: object) -> None:
        """A family link: `one` is the `kind` of `other`."""
        record: Record = {"id": f"ki{next(self._links)}", "kind": kind, "from_person": one.id, "to_person": other.id}
        record.update(more)
        if self.dice.likely(0.08):
            record["quality"] = self.dice.one(("strong", "tenuous", "stressful", "cut_off"))
        house.kinship.append(record)

    def parents(self, house: Household, parents: Iterable[Member], children: Iterable[Member]) -> None:
        """Each of the parents is a birth parent, with parental responsibility, of each child."""
        offspring = list(children)
        for parent in parents:
            for child in offspring:
                self.link(house, "parent_of", parent, child, qualifier="birth", parental_responsibility=True)

    def siblings(self, house: Household, children: list[Member], others: list[Member]) -> None:
        """Each of `children` is a half-sibling of each of `others`."""
        for child in children:
            for other in others:
                self.link(house, "sibling_of", child, other, qualifier="half")
