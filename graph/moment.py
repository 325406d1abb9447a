"""The instant of a decision and its day, as visibility.md defines them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class Moment:
    """`now` is the instant of a decision in UTC; `today` is its date in Europe/London (visibility.md, "Words")."""

    now: datetime
    today: date

    @classmethod
    def at(cls, instant: datetime) -> Moment:
        """The moment of an instant with an offset; ValueError for one without, whose day would be a guess."""
        if instant.tzinfo is None:
            raise ValueError("An instant needs an offset, for example 2026-07-14T22:30:00Z.")
        return cls(now=instant.astimezone(UTC), today=instant.astimezone(LONDON).date())

    @classmethod
    def current(cls) -> Moment:
        """The moment of the system's clock."""
        return cls.at(datetime.now(UTC))
