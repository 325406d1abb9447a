"""Days, times and lists as every page words them; days are London's, instants UTC."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from graph.moment import LONDON

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def long_day(day: date) -> str:
    """ "14 March 2017"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def middle_day(day: date) -> str:
    """ "2 Mar 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def day_of(instant: datetime) -> date:
    """The day of an instant in London."""
    return instant.astimezone(LONDON).date()


def clock_time(instant: datetime) -> str:
    """ "10.42am", London time."""
    local = instant.astimezone(LONDON)
    return f"{local.hour % 12 or 12}.{local.minute:02}{'am' if local.hour < 12 else 'pm'}"


def ago(day: date, today: date) -> str:
    """How long ago a day was: "today", "3 days ago", "5 weeks ago", "5 months ago", "2 years ago"."""
    days = (today - day).days
    if days <= 1:
        return "yesterday" if days == 1 else "today"
    if days < 14:
        return f"{days} days ago"
    months = whole_months(day, today)
    if months < 2:
        return f"{days // 7} weeks ago"
    return f"{months} months ago" if months < 24 else f"{months // 12} years ago"


def whole_months(day: date, today: date) -> int:
    """Completed calendar months between two days."""
    return (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)


def listed(words: Iterable[str]) -> str:
    """ "Leo, Mia and Sam"."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
