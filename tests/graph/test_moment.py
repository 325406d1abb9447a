"""The day of a decision is London's, also in the nights when the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from graph.moment import Moment


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2026-03-29T00:30:00+00:00", date(2026, 3, 29)),
        ("2026-03-29T23:30:00+00:00", date(2026, 3, 30)),
        ("2026-10-24T23:30:00+00:00", date(2026, 10, 25)),
        ("2026-10-25T23:30:00+00:00", date(2026, 10, 25)),
        ("2026-07-14T22:30:00-05:00", date(2026, 7, 15)),
        ("2026-12-31T23:59:59+00:00", date(2026, 12, 31)),
    ],
)
def test_today_is_the_date_in_london(instant: str, day: date) -> None:
    assert Moment.at(datetime.fromisoformat(instant)).today == day


def test_now_is_kept_in_utc() -> None:
    assert Moment.at(datetime.fromisoformat("2026-07-14T22:30:00-05:00")).now == datetime(
        2026, 7, 15, 3, 30, tzinfo=UTC
    )


def test_an_instant_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        Moment.at(datetime(2026, 7, 14))
