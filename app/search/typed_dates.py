"""Birth and expected dates as people type them: `3/7/14`, `3 July 2014`, `July 2014`, `2014`, `approx 2014`.

Day before month, as written in England; where only the other order is a date, that one counts. Two digits of a year are
the latest year that a birth date, or an expected one, can lie in.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from graph.search import AskedBirth

EXPECTED_AT_MOST = timedelta(days=310)
"""An expected date lies up to about ten months ahead."""
EARLIEST_YEAR = 1900

_MONTHS = {calendar.month_name[at].lower(): at for at in range(1, 13)} | {
    calendar.month_abbr[at].lower(): at for at in range(1, 13)
}
_MONTHS["sept"] = 9
_ABOUT = re.compile(r"^(?:approx(?:imately)?|about|around|circa|c(?=[\s.]*\d)|ca|roughly|~)[\s.]*")
_NUMBERS = re.compile(r"(\d{1,4})[\s./\\-]+(\d{1,2})[\s./\\-]+(\d{1,4})")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4})")
_YEAR = re.compile(r"\d{4}")
_MONTH_YEAR = re.compile(r"([a-z]+)[\s./-]+(\d{2}|\d{4})")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[\s./-]*([a-z]+)[\s./-]*(\d{2}|\d{4})")
_MONTH_DAY_YEAR = re.compile(r"([a-z]+)[\s./-]*(\d{1,2})[\s./-]+(\d{2}|\d{4})")

NOT_UNDERSTOOD = "Enter a date such as 3 July 2014 or 3/7/14, or a year such as 2014"
NO_SUCH_DAY = "There is no such day: check the day and the month"
TOO_FAR_AHEAD = "Enter a date of birth in the past, or an expected date within the next ten months"
TOO_LONG_AGO = f"Enter a year from {EARLIEST_YEAR} on"


class UnusableDate(ValueError):
    """What was typed cannot be taken as a date; the message says what to type."""


def read_birth(typed: str, today: date) -> AskedBirth:
    """The birth or expected date that was typed; UnusableDate where there is none in it."""
    text = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", typed.casefold()).replace(",", " ").replace(" of ", " ")
    text = " ".join(text.split())
    about = _ABOUT.match(text)
    if about:
        return _about(_read(text[about.end() :], today), today)
    return _read(text, today)


def _read(text: str, today: date) -> AskedBirth:
    if _YEAR.fullmatch(text):
        return AskedBirth(years=(_year(text, today),))
    if match := _DIGITS.fullmatch(text) or _NUMBERS.fullmatch(text):
        return _from_numbers(*match.groups(), today=today)
    if match := _DAY_MONTH_YEAR.fullmatch(text):
        return _with_swap(match[3], month=_month(match[2]), day=int(match[1]), today=today)
    if match := _MONTH_DAY_YEAR.fullmatch(text):
        return _with_swap(match[3], month=_month(match[1]), day=int(match[2]), today=today)
    if match := _MONTH_YEAR.fullmatch(text):
        return _whole_month(match[2], _month(match[1]), today)
    raise UnusableDate(NOT_UNDERSTOOD)


def _from_numbers(first: str, second: str, third: str, *, today: date) -> AskedBirth:
    if len(first) == 4:
        return _with_swap(first, month=int(second), day=int(third), today=today)
    if len(third) not in (2, 4) or len(first) > 2:
        raise UnusableDate(NOT_UNDERSTOOD)
    return _with_swap(third, month=int(second), day=int(first), today=today)


def _with_swap(year: str, *, month: int, day: int, today: date) -> AskedBirth:
    """The day, and beside it the one with day and month exchanged: either may have been typed, or stored, wrongly."""
    if month > 12:
        month, day = day, month
    asked = _one_day(year, month, day, today)
    if day > 12 or day == month:
        return asked
    try:
        swapped = _one_day(year, day, month, today)
    except UnusableDate:
        return asked
    return AskedBirth(days=asked.days, swapped=swapped.days, full=True)


def _one_day(year: str, month: int, day: int, today: date) -> AskedBirth:
    there_is = [found for one in _years(year, today) if (found := _day(one, month, day))]
    if not there_is:
        raise UnusableDate(NO_SUCH_DAY)
    possible = [found for found in there_is if found <= today + EXPECTED_AT_MOST]
    if not possible:
        raise UnusableDate(TOO_FAR_AHEAD)
    _refuse_too_early(possible[0].year)
    return AskedBirth(days=(possible[0],), full=True)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _whole_month(year: str, month: int, today: date) -> AskedBirth:
    for candidate in _years(year, today):
        if date(candidate, month, 1) <= today + EXPECTED_AT_MOST:
            _refuse_too_early(candidate)
            length = calendar.monthrange(candidate, month)[1]
            return AskedBirth(days=tuple(date(candidate, month, day) for day in range(1, length + 1)))
    raise UnusableDate(TOO_FAR_AHEAD)


def _about(asked: AskedBirth, today: date) -> AskedBirth:
    """An approximate date is taken as its year, with the years before and after."""
    year = asked.years[0] if asked.years else asked.days[0].year
    latest = (today + EXPECTED_AT_MOST).year
    return AskedBirth(years=tuple(one for one in (year - 1, year, year + 1) if one <= latest))


def _year(text: str, today: date) -> int:
    year = int(text)
    if year > (today + EXPECTED_AT_MOST).year:
        raise UnusableDate(TOO_FAR_AHEAD)
    _refuse_too_early(year)
    return year


def _years(text: str, today: date) -> tuple[int, ...]:
    """The years that the digits may mean, the latest first."""
    if len(text) == 4:
        return (int(text),) if int(text) else ()
    century = (today + EXPECTED_AT_MOST).year // 100 * 100
    return (century + int(text), century - 100 + int(text))


def _refuse_too_early(year: int) -> None:
    if year < EARLIEST_YEAR:
        raise UnusableDate(TOO_LONG_AGO)


def _month(name: str) -> int:
    if name not in _MONTHS:
        raise UnusableDate(NOT_UNDERSTOOD)
    return _MONTHS[name]
