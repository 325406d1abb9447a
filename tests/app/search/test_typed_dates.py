"""Dates as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from app.search.typed_dates import NO_SUCH_DAY, NOT_UNDERSTOOD, TOO_FAR_AHEAD, TOO_LONG_AGO, UnusableDate, read_birth

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "typed",
    [
        "3/7/14",
        "03/07/2014",
        "3.7.2014",
        "3-7-14",
        "3 7 2014",
        "2014-07-03",
        "03072014",
        "3 July 2014",
        "3rd of July, 2014",
        "3 jul 14",
        "3JUL14",
        "July 3, 2014",
        "  3  July   2014 ",
    ],
)
def test_one_day_in_many_spellings(typed: str) -> None:
    asked = read_birth(typed, TODAY)
    assert asked.days == (date(2014, 7, 3),)
    assert asked.swapped == (date(2014, 3, 7),)
    assert asked.full


@pytest.mark.parametrize("typed", ["14/7/2014", "7/14/2014", "14 July 2014", "2014-07-14"])
def test_a_day_that_can_be_read_one_way_only(typed: str) -> None:
    asked = read_birth(typed, TODAY)
    assert asked.days == (date(2014, 7, 14),)
    assert asked.swapped == ()


def test_the_same_day_and_month_has_no_other_order() -> None:
    assert read_birth("7/7/2014", TODAY).swapped == ()


@pytest.mark.parametrize(
    ("typed", "year"),
    [("1/2/26", 2026), ("1/2/27", 2027), ("23/9/27", 2027), ("1/12/27", 1927), ("1/2/28", 1928), ("1/2/99", 1999)],
)
def test_two_digits_mean_the_latest_year_that_can_be(typed: str, year: int) -> None:
    assert read_birth(typed, TODAY).days[0].year == year


def test_years_and_months() -> None:
    assert read_birth("2014", TODAY).years == (2014,)
    assert read_birth("approx 2014", TODAY).years == (2013, 2014, 2015)
    assert read_birth("c. 2014", TODAY).years == (2013, 2014, 2015)
    assert read_birth("about 3/7/14", TODAY).years == (2013, 2014, 2015)
    assert read_birth("about 2027", TODAY).years == (2026, 2027)
    february = read_birth("February 2016", TODAY)
    assert (february.days[0], february.days[-1], february.full) == (date(2016, 2, 1), date(2016, 2, 29), False)


def test_the_other_order_must_be_a_day_that_can_be() -> None:
    assert read_birth("5/9/2027", TODAY).swapped == (date(2027, 5, 9),)
    assert read_birth("9/10/2026", TODAY).swapped == (date(2026, 9, 10),)
    assert read_birth("1/12/2026", TODAY).swapped == (date(2026, 1, 12),)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("30/2/2014", NO_SUCH_DAY),
        ("29/2/14", NO_SUCH_DAY),
        ("99/99/99", NO_SUCH_DAY),
        ("0/1/2014", NO_SUCH_DAY),
        ("3/7/0000", NO_SUCH_DAY),
        ("3/7/2030", TOO_FAR_AHEAD),
        ("1/12/2027", TOO_FAR_AHEAD),
        ("2031", TOO_FAR_AHEAD),
        ("1/1/1890", TOO_LONG_AGO),
        ("1600", TOO_LONG_AGO),
        ("yesterday", NOT_UNDERSTOOD),
        ("3 Juli 2014", NOT_UNDERSTOOD),
        ("14", NOT_UNDERSTOOD),
        ("3/7", NOT_UNDERSTOOD),
        ("3/7/201", NOT_UNDERSTOOD),
        ("", NOT_UNDERSTOOD),
        ("approx", NOT_UNDERSTOOD),
        ("\u202e3/7/14", NOT_UNDERSTOOD),
        ("3/7/14; DROP", NOT_UNDERSTOOD),
        ("9" * 4000, NOT_UNDERSTOOD),
    ],
)
def test_what_is_no_date_says_what_to_type(typed: str, told: str) -> None:
    with pytest.raises(UnusableDate) as refused:
        read_birth(typed, TODAY)
    assert str(refused.value) == told
