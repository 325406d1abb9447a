"""Days, ages and lists as the team's page words them; days are London's, instants UTC."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from graph.moment import LONDON
from graph.team_rows import TeamPerson
from visualisations.dates import age_in_years

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


def age_sentence(person: TeamPerson, today: date) -> str:
    """What stands beside the name: age and birth, the day due, or the day of death; empty where nothing may be said."""
    if person.identity != "full":
        return ""
    born = person.date_of_birth
    if person.deceased_on:
        birth = f"born {long_day(born)}, " if born else ""
        return f"{birth}died {long_day(person.deceased_on)}"
    if born is None:
        due = person.expected_date_of_birth
        return f"due {long_day(due)}" if due else "date of birth not recorded"
    return f"{_age(born, today)}, born {long_day(born)}"


def _age(born: date, today: date) -> str:
    months = whole_months(born, today)
    if months < 1:
        return "newborn"
    if months < 24:
        return f"{months} {'month' if months == 1 else 'months'}"
    return f"{age_in_years(born, today)} years"


def listed(words: Iterable[str]) -> str:
    """ "Leo, Mia and Sam"."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
