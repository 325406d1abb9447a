"""Working days: whole ones after the day itself, without weekends and bank holidays, in London's time."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from graph.moment import Moment
from graph.working_days import after_working_days, is_working_day


@pytest.mark.parametrize(
    ("asked", "passed"),
    [
        ("2026-11-23T10:42:00Z", "2026-11-26T00:00:00+00:00"),
        ("2026-11-26T23:59:59Z", "2026-12-01T00:00:00+00:00"),
        ("2026-11-28T12:00:00Z", "2026-12-02T00:00:00+00:00"),
        ("2026-12-24T09:00:00Z", "2026-12-31T00:00:00+00:00"),
        ("2026-07-13T09:00:00Z", "2026-07-15T23:00:00+00:00"),
        ("2026-07-13T23:30:00Z", "2026-07-16T23:00:00+00:00"),
        ("2026-10-22T09:00:00Z", "2026-10-27T00:00:00+00:00"),
    ],
)
def test_two_whole_working_days(asked: str, passed: str) -> None:
    assert after_working_days(Moment.at(datetime.fromisoformat(asked)), 2).isoformat() == passed


def test_bank_holidays_are_none() -> None:
    assert not is_working_day(date(2027, 3, 26))
    assert is_working_day(date(2027, 3, 25))
