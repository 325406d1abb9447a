"""A birth date or year as an auditor types it, read as the search for people reads it."""

from __future__ import annotations

from datetime import date

from app.search.typed_dates import read_birth
from graph.audit_finding import Born


def read_born(typed: str, today: date) -> Born:
    """The days somebody may be born on, from "2014", "July 2014" or "3/7/14"; UnusableDate, a ValueError, else."""
    asked = read_birth(typed, today)
    if asked.years:
        return Born(date(asked.years[0], 1, 1), date(asked.years[-1], 12, 31), None)
    return Born(asked.days[0], asked.days[-1], asked.swapped[0] if asked.swapped else None)
