"""Days as people type them: `3/7/2026`, `3.7.26`, `3 July 2026`, `2026-07-03`, `today`."""

from __future__ import annotations

import re
from calendar import month_abbr
from datetime import date

_NUMBERS = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s*([a-z]{3})[a-z]*\s*(\d{4}|\d{2})")
_MONTHS = {name.lower(): number for number, name in enumerate(month_abbr) if name}
EARLIEST, YEARS_AHEAD = 1970, 30
ADVICE = "Enter a day such as 3 July 2026 or 3/7/2026"


def read_day(typed: str, today: date) -> date:
    """The day that was typed, day before month; ValueError, with words for whoever typed it, where there is none."""
    text = " ".join(typed.casefold().replace(",", " ").split())
    if text == "today":
        return today
    year, month, day = _parts(text)
    year += 2000 if year < 100 else 0
    if not EARLIEST <= year <= today.year + YEARS_AHEAD:
        raise ValueError(f"Enter a year from {EARLIEST} to {today.year + YEARS_AHEAD}")
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError("There is no such day: check the day and the month") from None


def _parts(text: str) -> tuple[int, int, int]:
    if match := _ISO.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _NUMBERS.fullmatch(text):
        return int(match[3]), int(match[2]), int(match[1])
    if (match := _WORDS.fullmatch(text)) and match[2] in _MONTHS:
        return int(match[3]), _MONTHS[match[2]], int(match[1])
    raise ValueError(ADVICE)
