"""Makes people: names, ages, numbers, addresses."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from graph.synthetic.data_files import data
from graph.synthetic.days import YEAR, Days
from graph.synthetic.dice import Dice
from graph.synthetic.names import Community, Names
from graph.synthetic.numbers import nhs_number, postcode, pupil_number

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Member:
    """One person of a household: the record, and what the generator reckons with."""

    id: str
    record: Record
    age: float
    born: int

    @property
    def alive(self) -> bool:
        """Whether no date of death is known."""
        return "deceased_on" not in self.record

    @property
    def stage(self) -> str:
        """The stage of life, which decides who may be working with this person (`data/needs.json`)."""
        if self.age < 0:
            return "unborn"
        if self.age < 5:
            return "infant"
        if self.age < 12:
            return "child"
        if self.age < 18:
            return "teenager"
        return "adult" if self.age < 66 else "older"


@dataclass(frozen=True, slots=True)
class Home:
    """Where a household lives: a district's index, and the address (none where it is kept out)."""

    district: int
    address: str | None = None
    postcode: str | None = None


@dataclass(slots=True)
class PersonMaker:
    """Makes the people of one world; ids and NHS numbers are given out in order."""

    dice: Dice
    days: Days
    districts: list[str]
    names: Names = field(default_factory=Names)
    _serial: Any = field(default_factory=count)
    _nhs: Any = field(default_factory=count)

    def home(self, district: int) -> Home:
        """An address in the district."""
        dice, places = self.dice, data("places")
        street, part = dice.one(places["streets"]), dice.one(places["parts"])
        line = f"{dice.between(1, 140)} {street}, {part}, {self.districts[district]}"
        areas = places["postcode_areas"]
        return Home(district, line, postcode(dice, areas[district % len(areas)]))

    def person(self, community: Community, surname: str, gender: str, age: float, home: Home) -> Member:
        """A living person of this age in years."""
        dice, days = self.dice, self.days
        given = community.given(dice, gender)
        family = community.borne_by(dice, surname, gender)
        if community.mononym and dice.likely(community.mononym):
            family = given
        born = days.today - 1 - int(age * YEAR)
        record: Record = {"id": f"pe{next(self._serial)}", "given_name": given, "family_name": family}
        others = self.names.also_known_as(dice, community, given, family)
        if others:
            record["also_known_as"] = others
        if dice.likely(0.97):
            record["date_of_birth"] = days.text(born)
        record["gender"] = gender if dice.likely(0.985) else dice.one(("other", "unknown"))
        self._numbers(record, age, born)
        _lives_at(record, home)
        return Member(record["id"], record, age, born)

    def unborn(self, surname: str, home: Home) -> Member:
        """A child expected within the next seven months."""
        due = self.days.today + self.dice.between(7, 210)
        record: Record = {"id": f"pe{next(self._serial)}", "given_name": "Unborn", "family_name": surname}
        record["expected_date_of_birth"] = self.days.text(due)
        _lives_at(record, home)
        return Member(record["id"], record, -0.1, due)

    def _numbers(self, record: Record, age: float, born: int) -> None:
        dice = self.dice
        if dice.likely(0.72):
            number = nhs_number(next(self._nhs))
            if number:
                record["nhs_number"] = number
        if 4 <= age < 19:
            record["upn"] = pupil_number(dice, int(born / YEAR) + 4)
        if dice.likely(0.35):
            record["local_id"] = f"CS{dice.between(100_000, 999_999)}"


def _lives_at(record: Record, home: Home) -> None:
    if home.address and home.postcode:
        record["address"] = home.address
        record["postcode"] = home.postcode
