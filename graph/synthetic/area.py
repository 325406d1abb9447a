"""The whole synthetic area, one record after another."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from graph.synthetic.accounts import accounts
from graph.synthetic.agencies import agreements, landscape
from graph.synthetic.consents import Decider
from graph.synthetic.data_files import data, involvement_types
from graph.synthetic.days import Days
from graph.synthetic.dice import Dice
from graph.synthetic.households import Builder, Household
from graph.synthetic.names import Names
from graph.synthetic.people import PersonMaker, Record
from graph.synthetic.shapes import MOST_PEOPLE, SHAPES, older_alone, young_adult
from graph.synthetic.support import NEED, Supporter
from graph.synthetic.workforce import Workforce

Row = tuple[str, Record]  # the list of the world that the record belongs to, and the record
FEWEST_PEOPLE = 1
HOUSEHOLDS_A_GRANT = 150
HOUSEHOLDS_A_BAR = 250
BREAK_GLASS_HOURS = 4
OPENED_HOURS = 12


def synthetic_area(people: int, seed: int, as_of: datetime) -> Iterator[Row]:
    """Every record of an area of exactly so many people, the same for the same arguments.

    Records of one list come in order, the lists mixed. ValueError without people or without an offset in `as_of`.
    """
    if people < FEWEST_PEOPLE:
        raise ValueError("An area needs at least one person.")
    dice, days, names = Dice(seed), Days(as_of), Names()
    scene = landscape(dice, people)
    force = Workforce(dice, days, scene, names)
    force.fill(people)
    for name, records in (
        ("areas", scene.areas),
        ("involvement_types", involvement_types()),
        ("agencies", scene.agencies),
        ("agreements", agreements(dice, days, scene.agencies, data("places")["county"])),
        ("practitioners", force.practitioners),
    ):
        yield from ((name, record) for record in records)
    active: list[str] = []
    for account in accounts(dice, days, force, []):
        if account["role"] in ("practitioner", "coordinator") and account["status"] == "active":
            active.append(account["id"])
        yield "accounts", account
    yield from Population(dice, days, force, names, active).households(people)


@dataclass(slots=True)
class Population:
    """The households of an area whose agencies, practitioners and accounts exist."""

    dice: Dice
    days: Days
    force: Workforce
    names: Names
    active: list[str]
    _grants: Iterator[int] = field(default_factory=count)
    _bars: Iterator[int] = field(default_factory=count)

    def households(self, people: int) -> Iterator[Row]:
        """Households until there are exactly so many people, with everything about them."""
        dice, areas = self.dice, self.force.landscape.areas
        maker = PersonMaker(dice, self.days, [area["name"] for area in areas], self.names)
        build = Builder(maker, [area["id"] for area in areas])
        supporter, decider = Supporter(dice, self.days, self.force), Decider(dice, self.days)
        left, turn = people, 0
        while left:
            house = build.new(dice.between(0, len(areas) - 1), dice.weighted(NEED))
            shape = dice.weighted(SHAPES) if left >= MOST_PEOPLE else dice.one((older_alone, young_adult))
            shape(build, house, dice.weighted(self.names.communities))
            team = supporter.around(house)
            for name, records in (
                ("people", [member.record for member in house.members]),
                ("families", house.families),
                ("kinship", house.kinship),
                ("involvements", [one.record for one in team]),
                ("consents", decider.decisions(house, team)),
                ("grants", self._grant(house, turn)),
                ("bars", self._bar(house, turn)),
            ):
                for record in records:
                    yield name, record
            if not house.fled:
                build.nearby = house.members[0]
            left -= len(house.members)
            turn += 1

    def _grant(self, house: Household, turn: int) -> Iterator[Record]:
        """Now and then somebody was opened, or the glass broken, today or yesterday."""
        if turn % HOUSEHOLDS_A_GRANT != 3 or not self.active:
            return
        broken = self.dice.likely(0.2)
        ago = self.dice.between(2, 1400)
        hours = BREAK_GLASS_HOURS if broken else OPENED_HOURS
        yield {
            "id": f"gr{next(self._grants)}",
            "account": self.dice.one(self.active),
            "person": self.dice.one(house.members).id,
            "kind": "break_glass" if broken else "opened",
            "reason": self.dice.one(data("wording")["emergencies" if broken else "reasons"]),
            "granted_at": self.days.before(ago),
            "expires_at": self.days.before(ago - 60 * hours),
        }

    def _bar(self, house: Household, turn: int) -> Iterator[Record]:
        """Now and then a practitioner may see nothing of somebody they are close to."""
        if turn % HOUSEHOLDS_A_BAR != 5 or not self.active:
            return
        yield {
            "id": f"ba{next(self._bars)}",
            "account": self.dice.one(self.active),
            "person": self.dice.one(house.members).id,
            "reason": self.dice.one(data("wording")["conflicts"]),
        }
