"""Days as whole numbers, so that the generator reckons quickly, and as the text that a world holds."""

from datetime import UTC, date, datetime, timedelta

from graph.moment import Moment

YEAR = 365.25


class Days:
    """The calendar of one world: today is the day of `as_of` in Europe/London."""

    __slots__ = ("_as_of", "_known", "today")

    def __init__(self, as_of: datetime) -> None:
        """Raise ValueError for an instant without an offset."""
        if as_of.tzinfo is None:
            raise ValueError("as_of needs an offset, for example 2026-11-23T09:00:00Z")
        self._as_of = as_of.astimezone(UTC)
        self.today = Moment.at(self._as_of).today.toordinal()
        self._known: dict[int, str] = {}

    def text(self, day: int) -> str:
        """The day as ISO 8601."""
        known = self._known.get(day)
        if known is None:
            known = self._known[day] = date.fromordinal(day).isoformat()
        return known

    def number(self, text: str) -> int:
        """The whole number of a day written as ISO 8601."""
        return date.fromisoformat(text).toordinal()

    def instant(self, day: int, minute: int) -> str:
        """A minute of the day in UTC, as RFC 3339."""
        return f"{self.text(day)}T{minute // 60:02d}:{minute % 60:02d}:00Z"

    def before(self, minutes: int) -> str:
        """The instant so many minutes before `as_of` (negative: after), as RFC 3339."""
        return rfc3339(self._as_of - timedelta(minutes=minutes))


def rfc3339(instant: datetime) -> str:
    """An aware instant in UTC, to the second, as worlds write it."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
