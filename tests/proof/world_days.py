"""Days and instants on and beside every edge that visibility.md draws, seen from one instant."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

# Ordinary days, an hour before and after midnight in London in summer, both nights on which the clocks change,
# 29 February, and the last day on which an involvement that ended on 29 February may still be shown.
INSTANTS = tuple(
    datetime.fromisoformat(text)
    for text in (
        "2030-02-27T23:59:59+00:00",
        "2026-07-14T22:30:00+00:00",
        "2026-07-14T23:30:00+00:00",
        "2026-03-29T00:59:59+00:00",
        "2026-03-29T01:00:00+00:00",
        "2026-03-29T23:30:00+00:00",
        "2026-10-24T23:30:00+00:00",
        "2026-10-25T00:30:00+00:00",
        "2026-10-25T01:30:00+00:00",
        "2028-02-29T12:00:00+00:00",
        "2028-02-29T00:00:00+00:00",
        "2030-02-28T00:00:00+00:00",
        "2026-01-15T12:00:00+00:00",
    )
)
LONG_AGO = date(2005, 1, 1)


class Days:
    """The days and instants around one instant."""

    def __init__(self, instant: datetime, dice: Random) -> None:
        self.instant = instant.astimezone(UTC)
        self.today = instant.astimezone(ZoneInfo("Europe/London")).date()
        self._dice = dice

    def past(self) -> date:
        """A day that has begun: today itself as often as not."""
        return self._dice.choice((self.today, self.today - timedelta(days=1), LONG_AGO + timedelta(days=400)))

    def beginning(self) -> date | None:
        """The first day of something that has mostly begun."""
        if self._dice.random() < 0.15:
            return self.today + timedelta(days=1)
        return self._dice.choice((None, self.past(), self.past()))

    def ending(self) -> date | None:
        """The first day on which something is over, mostly none."""
        if self._dice.random() < 0.6:
            return None
        return self.today + timedelta(days=self._dice.choice((-1, 0, 0, 1, 1, 30)))

    def ended(self) -> date | None:
        """The end of an involvement: none, around today, around 90 days ago, and around six years ago."""
        if self._dice.random() < 0.55:
            return None
        late = [self.today + timedelta(days=days) for days in (-1, 0, 1, 30, -89, -90, -91)]
        early = [_six_years_before(self.today) + timedelta(days=days) for days in (-1, 0, 1, 2)]
        return self._dice.choice(late + early)

    def moment(self, *, spread: int = 3) -> datetime:
        """An instant at or around now, to the second and to the microsecond, few enough to tie."""
        step = self._dice.choice((timedelta(microseconds=1), timedelta(seconds=1), timedelta(hours=5)))
        return self.instant + step * self._dice.randint(-spread, 1)

    def to_come(self) -> datetime:
        """The end of something: now exactly as often as not, else just after."""
        return self.instant + self._dice.choice((timedelta(0), timedelta(microseconds=1), timedelta(hours=4)))


def _six_years_before(day: date) -> date:
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year - 6, day=28 if leap else day.day)
