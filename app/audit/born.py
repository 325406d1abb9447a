"""A birth date or year as people type it."""

from __future__ import annotations

import re
from datetime import date, datetime

from dateutil.parser import ParserError, parse

from graph.audit_finding import Born

_YEAR = re.compile(r"\d{4}\Z")
_FILLERS = (datetime(2000, 1, 1), datetime(2004, 2, 2))
_LONGEST = 30


def read_born(typed: str, today: date) -> Born:
    """The days somebody may be born on, from "2014", "3/7/14" or "3 July 2014"; ValueError for anything else."""
    text = typed.strip()
    if _YEAR.match(text) and 1850 <= int(text) <= today.year + 1:
        return Born(date(int(text), 1, 1), date(int(text), 12, 31), None)
    day = _day(text, today)
    return Born(day, day, _swapped(day))


def _day(text: str, today: date) -> date:
    if not text or len(text) > _LONGEST or not text.isprintable():
        raise ValueError("no date")
    iso = re.match(r"\d{4}-\d{1,2}-\d{1,2}\Z", text)
    try:
        one, other = (parse(text, dayfirst=not iso, default=filler).date() for filler in _FILLERS)
    except (ParserError, OverflowError) as fault:
        raise ValueError("no date") from fault
    if one != other:
        raise ValueError("not a whole date")
    if one.year > today.year + 1:
        one = one.replace(year=one.year - 100)
    return one


def _swapped(day: date) -> date | None:
    """The same date with day and month transposed, where that is a date at all."""
    return day.replace(month=day.day, day=day.month) if day.day <= 12 and day.day != day.month else None
