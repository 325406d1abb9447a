"""A person's age, birth and death as a team's page words them."""

from __future__ import annotations

from datetime import date

from app.wording import long_day, whole_months
from graph.team_rows import TeamPerson
from visualisations.dates import age_in_years


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
