"""What a world says, indexed for the oracle; a property that is missing or null is None."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

Record = Mapping[str, Any]
World = Mapping[str, Any]


class Facts:
    """A world (world.schema.json with its defaults filled in) at an instant, which fixes the day in London."""

    def __init__(self, world: World, instant: datetime) -> None:
        self.instant = instant.astimezone(UTC)
        self.day = instant.astimezone(ZoneInfo("Europe/London")).date()
        self.types = _by(world, "involvement_types", "code")
        self.agencies = _by(world, "agencies", "id")
        self.practitioners = _by(world, "practitioners", "id")
        self.people = _by(world, "people", "id")
        self.families = _by(world, "families", "id")
        self.involvements = _by(world, "involvements", "id")
        self.accounts = _by(world, "accounts", "id")
        self.agreements: list[Record] = [*world.get("agreements", ())]
        self.kinship: list[Record] = [*world.get("kinship", ())]
        self.involvements_of = _grouped(world, "involvements", "person")
        self.held_by = _grouped(world, "involvements", "practitioner")
        self.consents_of = _grouped(world, "consents", "person")
        self.grants_of = _grouped(world, "grants", "account")
        self.bars_of = _grouped(world, "bars", "person")
        self.families_of: dict[str, set[str]] = defaultdict(set)
        self.members_of: dict[str, set[str]] = defaultdict(set)
        for family in self.families.values():
            for member in family["members"]:
                if self.lies_in(member):
                    self.families_of[member["person"]].add(family["id"])
                    self.members_of[family["id"]].add(member["person"])

    def lies_in(self, interval: Record) -> bool:
        """Whether the day lies in [from, to); a side that is missing is open."""
        start, end = day_of(interval.get("from")), day_of(interval.get("to"))
        return (start is None or start <= self.day) and (end is None or self.day < end)

    def together(self, person: str) -> set[str]:
        """Those who share a family with a person on the day, the person included."""
        return {person}.union(*(self.members_of[family] for family in self.families_of[person]))

    def agency_status(self, agency: str | None) -> str | None:
        """An agency's status; None for an agency without one, or no agency."""
        return self.agencies.get(agency or "", {}).get("status")

    def works_for(self, practitioner: str, agency: str | None) -> bool:
        """Whether a practitioner works for an agency on the day."""
        return any(
            work["agency"] == agency and self.lies_in(work) for work in self.practitioners[practitioner]["works_for"]
        )


def day_of(value: str | None) -> date | None:
    """A day from its ISO 8601 text."""
    return None if value is None else date.fromisoformat(value)


def instant_of(value: str | None) -> datetime | None:
    """An instant from its RFC 3339 text."""
    return None if value is None else datetime.fromisoformat(value).astimezone(UTC)


def _by(world: World, name: str, key: str) -> dict[str, Record]:
    return {record[key]: record for record in world.get(name, ())}


def _grouped(world: World, name: str, key: str) -> dict[str, list[Record]]:
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in world.get(name, ()):
        groups[record[key]].append(record)
    return groups
