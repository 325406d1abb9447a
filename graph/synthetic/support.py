"""Who works with a household: involvements now and in the past, their lead and their brokers."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from graph.synthetic.agencies import Service, services
from graph.synthetic.data_files import data, involvement_types
from graph.synthetic.days import Days
from graph.synthetic.dice import Dice, Weighted, table
from graph.synthetic.households import Household
from graph.synthetic.people import Member, Record
from graph.synthetic.workforce import Post, Workforce

SENSITIVE_KINDS = frozenset({"domestic_abuse", "substance_misuse", "sexual_health"})
LEADING = ("childrens_social_care", "adult_social_care", "early_help", "education", "health_visiting")
NEED: Weighted[int] = table([(0, 14), (1, 45), (2, 25), (3, 12), (4, 4)])
FEWEST = (0, 1, 2, 5, 10)
MOST = (0, 2, 5, 9, 25)
DAYS_KEPT = 4000
SOURCES = table([("import", 60.0), ("self", 20.0), ("colleague", 12.0), ("invite", 8.0)])
Want = tuple[str, str]  # kind of agency, type of involvement


@dataclass(slots=True)
class Involved:
    """One involvement, with what the rest of the generator asks about it."""

    record: Record
    member: Member
    kind: str
    holder: Post
    sensitive: bool

    @property
    def current(self) -> bool:
        """Whether it has no end; those that end in the future are none here."""
        return "to" not in self.record


@dataclass(slots=True)
class Supporter:
    """Draws the involvements of one household after another."""

    dice: Dice
    days: Days
    force: Workforce
    _services: dict[str, Service] = field(default_factory=services)
    _wants: dict[str, Weighted[Want]] = field(default_factory=dict[str, Weighted[Want]])
    _sensitive: frozenset[str] = frozenset()
    _serial: Any = field(default_factory=count)

    def __post_init__(self) -> None:
        needs: dict[str, list[list[Any]]] = data("needs")
        for stage, rows in needs.items():
            self._wants[stage] = table([((kind, code), weight) for kind, code, weight in rows])
        self._sensitive = frozenset(row["code"] for row in involvement_types() if row["sensitive"])

    def around(self, house: Household) -> list[Involved]:
        """The household's involvements: as many as its need asks for, and some that are over."""
        team = self._due(house)
        target = self._target(house.need)
        alive = [member for member in house.members if member.alive]
        known = {(one.member.id, one.record["type"]) for one in team}
        for _ in range(target * 2):
            if len(team) >= target:
                break
            member = self.dice.one(alive)
            kind, code = self.dice.weighted(self._wants[member.stage])
            if (member.id, code) not in known:
                known.add((member.id, code))
                team.append(self._begin(house, team, member, kind, code))
        before = [earlier for one in team if self.dice.likely(0.22) for earlier in self._earlier(house, one)]
        self._lead(house, team)
        for one in team:
            self._broker(one, team)
        return team + before

    def _target(self, need: int) -> int:
        """How many: a few for most, 10 to 25 with a heavy tail for the families of the highest need."""
        if need < 4:
            return self.dice.between(FEWEST[need], MOST[need])
        return min(FEWEST[4] + self.dice.waiting(6), MOST[4])

    def _due(self, house: Household) -> list[Involved]:
        """Those that a household's shape brings with it: looked-after children, foster carers, people who fled."""
        team: list[Involved] = []
        for member in house.looked_after:
            team.append(self._begin(house, team, member, "childrens_social_care", "looked_after"))
        for member in house.carers:
            team.append(self._begin(house, team, member, "other", "fostering"))
        for member in house.fled[:1]:
            team.append(self._begin(house, team, member, "domestic_abuse", "domestic_abuse"))
        return team

    def _begin(self, house: Household, team: list[Involved], member: Member, kind: str, code: str) -> Involved:
        """A current involvement; brothers and sisters mostly share their practitioner."""
        today = self.days.today
        longest = min(DAYS_KEPT, today - member.born if member.age >= 0 else 150)
        since = today - min(1 + self.dice.waiting(420), max(longest, 1))
        for one in team:
            if one.kind == kind and one.current and one.holder.covers(since) and self.dice.likely(0.75):
                return self._involvement(member, kind, code, one.holder, since, None)
        agency = self.dice.one(self.force.at_work(kind, house.home.district))
        holder = self.force.pools[agency].holder(self.dice, since)
        gone = holder.end is not None and holder.end <= today and not self.dice.likely(0.1)
        return self._involvement(member, kind, code, holder, since, holder.end if gone else None)

    def _earlier(self, house: Household, one: Involved) -> list[Involved]:
        """The involvement of the same type that this one took over from, where there was time for one."""
        until = self.days.number(one.record["from"])
        if not self.dice.likely(0.6):
            until -= self.dice.waiting(700)
        since = until - 20 - self.dice.waiting(400)
        pool = self.force.pools[one.record["agency"]]
        if since < one.member.born or not pool.had_anybody(since):
            return []
        holder = pool.holder(self.dice, since)
        code = "child_in_need" if one.record["type"] == "child_protection" else one.record["type"]
        return [self._involvement(one.member, one.kind, code, holder, since, until)]

    def _involvement(
        self, member: Member, kind: str, code: str, holder: Post, since: int, until: int | None
    ) -> Involved:
        dice, days = self.dice, self.days
        record: Record = {"id": f"in{next(self._serial)}", "practitioner": holder.practitioner}
        record.update(agency=holder.agency, person=member.id, type=code, basis=self._basis(kind, code))
        raised = dice.likely(0.012)
        if raised:
            record["sensitive"] = True
        record["from"] = days.text(since)
        if until is not None:
            record["to"] = days.text(until)
        if dice.likely(0.85):
            last = min(days.today - dice.waiting(75), (until or days.today))
            record["last_confirmed"] = days.text(max(last, since))
        record["source"] = dice.weighted(SOURCES)
        if record["source"] == "self" and dice.likely(0.1):
            record["confirmed"] = False
        sensitive = raised or code in self._sensitive or kind in SENSITIVE_KINDS
        return Involved(record, member, kind, holder, sensitive)

    def _basis(self, kind: str, code: str) -> str:
        if code in ("child_protection", "looked_after", "adult_safeguarding", "youth_justice"):
            return "legal_obligation"
        if self.dice.likely(0.15):
            return "consent" if self.dice.likely(0.9) else "vital_interests"
        return self._services[kind].basis

    def _lead(self, house: Household, team: list[Involved]) -> None:
        """From moderate need on, one practitioner leads, for everybody of the household with whom they work."""
        if house.need < 2 or not self.dice.likely(0.8):
            return
        current = [one for one in team if one.current and one.record.get("confirmed", True) and not one.sensitive]
        current.sort(key=lambda one: LEADING.index(one.kind) if one.kind in LEADING else len(LEADING))
        led: set[str] = set()
        for one in current:
            if one.holder.practitioner == current[0].holder.practitioner and one.member.id not in led:
                led.add(one.member.id)
                one.record["lead"] = True

    def _broker(self, one: Involved, team: list[Involved]) -> None:
        """Half of the sensitive services have somebody of another agency who passes a message on."""
        if not one.sensitive or not self.dice.likely(0.55):
            return
        for other in team:
            elsewhere = one.record["agency"] not in self.force.employers[other.holder.practitioner]
            if elsewhere and not other.sensitive and other.holder.practitioner != one.holder.practitioner:
                one.record["broker"] = other.holder.practitioner
                return
