"""Instants reach the driver in UTC, whatever zone they were named in and wherever they stand."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from graph.parameters import in_utc

LONDON = ZoneInfo("Europe/London")
FIRST, SECOND = datetime(2026, 10, 25, 1, 30, tzinfo=LONDON), datetime(2026, 10, 25, 1, 30, tzinfo=LONDON, fold=1)


@pytest.mark.parametrize(("instant", "hour"), [(FIRST, 0), (SECOND, 1)])
def test_each_half_past_one_of_the_night_that_has_two(instant: datetime, hour: int) -> None:
    assert in_utc(instant) == datetime(2026, 10, 25, hour, 30, tzinfo=UTC)
    assert in_utc(instant).tzinfo is UTC


def test_an_instant_is_found_at_any_depth_and_the_rest_stays() -> None:
    given = {"a": [{"at": FIRST}, (SECOND,)], "day": date(2026, 10, 25), "local": datetime(2026, 1, 1), "text": "x"}
    answered = in_utc(given)
    assert answered == {**given, "a": [{"at": in_utc(FIRST)}, [in_utc(SECOND)]]}
    assert answered["a"][0]["at"].tzinfo is UTC
    assert answered["a"][1][0].tzinfo is UTC


def test_what_is_in_utc_or_of_a_fixed_offset_is_the_same_instant() -> None:
    offset = datetime(2026, 7, 1, 12, tzinfo=UTC)
    assert in_utc({"now": offset}) == {"now": offset}
