"""Decisions about consent: of parents, of young people themselves, of adults and those who speak for them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from graph.synthetic.days import Days
from graph.synthetic.dice import Dice, table
from graph.synthetic.households import Household
from graph.synthetic.people import Member, Record
from graph.synthetic.support import Involved

DECISIONS = table([("given", 74.0), ("refused", 14.0), ("withdrawn", 12.0)])


@dataclass(slots=True)
class Decider:
    """Draws the decisions of one household after another."""

    dice: Dice
    days: Days
    _serial: Any = field(default_factory=count)

    def decisions(self, house: Household, team: list[Involved]) -> Iterator[Record]:
        """Mostly where a service is sensitive or rests on consent; for the others one in fourteen."""
        adults = [member for member in house.members if member.alive and member.age >= 18]
        asked: set[str] = set()
        for one in team:
            wanted = one.sensitive or one.record["basis"] == "consent"
            if one.member.id in asked or not self.dice.likely(0.75 if wanted else 0.07):
                continue
            asked.add(one.member.id)
            yield from self._of(one, adults)

    def _of(self, one: Involved, adults: list[Member]) -> Iterator[Record]:
        dice = self.dice
        giver = self._giver(one.member)
        since = self.days.today - 1 - dice.between(0, 900)
        decision = dice.weighted(DECISIONS)
        if decision == "withdrawn":
            yield self._decision(one, "given", giver, adults, since - 200)
        yield self._decision(one, decision, giver, adults, since)
        if one.member.age >= 12 and giver == "parental_responsibility" and dice.likely(0.25):
            opposite = "refused" if decision == "given" else "given"
            yield self._decision(one, opposite, "self", adults, since + 1)

    def _giver(self, member: Member) -> str:
        if member.age < 12:
            return "parental_responsibility"
        if member.age < 18:
            return "self" if self.dice.likely(0.35) else "parental_responsibility"
        return "representative" if member.age > 75 and self.dice.likely(0.25) else "self"

    def _decision(self, one: Involved, decision: str, giver: str, adults: list[Member], day: int) -> Record:
        dice, days = self.dice, self.days
        record: Record = {"id": f"co{next(self._serial)}", "person": one.member.id, "decision": decision}
        if dice.likely(0.4):
            record["agency"] = one.record["agency"]
        record["includes_sensitive"] = dice.likely(0.6 if one.sensitive else 0.15)
        minute = dice.between(8 * 60, 18 * 60)
        record["recorded_at"] = days.instant(day, minute)
        if decision == "given" and dice.likely(0.25):
            record["expires_at"] = days.instant(day + dice.one((90, 180, 365)), minute)
        record["giver"] = giver
        if giver != "self" and adults:
            by = dice.one(adults).record
            record["given_by"] = f"{by['given_name']} {by['family_name']}"
        record["recorded_by"] = one.record["practitioner"]
        return record
