"""Days as the pictures write them."""

from __future__ import annotations

from datetime import date

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def short_day(day: date, today: date) -> str:
    """ "31 Aug", or "Aug 2024" for a day more than ten months away, where the day of the month would mislead."""
    if abs((day - today).days) > 300:
        return f"{_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]}"


def age_in_years(born: date | None, on: date) -> int | None:
    """Completed years, or None where the birth is unknown or still to come."""
    if born is None or born > on:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def months_before(day: date, months: int) -> date:
    """The day so many months earlier; the last day of the month where that month is shorter."""
    years, month = divmod(day.month - 1 - months, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(day.year + years, month + 1, last)
        except ValueError:
            continue
    return date(day.year + years, month + 1, day.day)
