"""Working days in England and Wales: Monday to Friday without bank holidays."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from config.bank_holidays import ENGLAND_AND_WALES
from graph.moment import LONDON, Moment


def is_working_day(day: date) -> bool:
    """Whether people work on this day."""
    return day.weekday() < 5 and day not in ENGLAND_AND_WALES


def after_working_days(moment: Moment, count: int) -> datetime:
    """The instant (UTC) at which so many whole working days have passed: the end of the last, in Europe/London.

    The day of `moment` itself is none of them, so that whoever is asked late in the day loses nothing.
    """
    day, passed = moment.today, 0
    while passed < count:
        day += timedelta(days=1)
        passed += is_working_day(day)
    return datetime.combine(day + timedelta(days=1), time.min, LONDON).astimezone(UTC)
