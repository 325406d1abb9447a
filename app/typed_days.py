"""Days that people type into forms: one whole day, or one that is over; ValidationError says what to type."""

from __future__ import annotations

from datetime import date

from wtforms.validators import ValidationError

from app.current import moment
from app.search.typed_dates import UnusableDate, read_birth
from graph.search import AskedBirth


def whole_day(typed: str) -> date:
    """The day that was typed."""
    asked = _read(typed)
    if not asked.full:
        raise ValidationError("Enter a whole date, such as 3 July 2014")
    return asked.days[0]


def past_day(typed: str) -> date:
    """A day up to today."""
    return _past(whole_day(typed))


def past_day_or_first(typed: str) -> date:
    """A day up to today; of a month, or a year, its first."""
    asked = _read(typed)
    return _past(asked.days[0] if asked.days else date(asked.years[len(asked.years) // 2], 1, 1))


def _read(typed: str) -> AskedBirth:
    try:
        return read_birth(typed, moment().today)
    except UnusableDate as unusable:
        raise ValidationError(str(unusable)) from unusable


def _past(day: date) -> date:
    if day > moment().today:
        raise ValidationError("Enter a day up to today, such as 3 July 2026")
    return day
