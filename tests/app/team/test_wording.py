"""Days, ages and numbers in words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.team.circle import Circle, Onlooker
from app.team.contacts import ways_to_reach
from app.team.reasons import why_shown
from app.team.wording import age_sentence
from app.wording import ago, clock_time, day_of, listed
from graph.team_rows import Team, TeamPerson, TeamPractitioner

TODAY = date(2026, 11, 23)
PERMITS = (
    "OWN",
    "OWN_AGENCY",
    "STATUTORY",
    "AROUND_FAMILY",
    "CONSENTED",
    "COORDINATOR",
    "BREAK_GLASS",
    "FINDABLE",
    "BROKERED",
)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 22), "yesterday"),
        (date(2026, 11, 10), "13 days ago"),
        (date(2026, 11, 9), "2 weeks ago"),
        (date(2026, 9, 24), "8 weeks ago"),
        (date(2026, 9, 23), "2 months ago"),
        (date(2026, 6, 23), "5 months ago"),
        (date(2026, 6, 24), "4 months ago"),
        (date(2024, 11, 24), "23 months ago"),
        (date(2024, 11, 23), "2 years ago"),
    ],
)
def test_how_long_ago(day: date, words: str) -> None:
    assert ago(day, TODAY) == words


def test_a_time_is_londons() -> None:
    summer = datetime(2026, 7, 1, 23, 5, tzinfo=UTC)
    assert clock_time(summer) == "12.05am"
    assert day_of(summer) == date(2026, 7, 2)
    assert clock_time(datetime(2026, 11, 23, 12, 0, tzinfo=UTC)) == "12.00pm"


def _person(**known: object) -> TeamPerson:
    blank: dict[str, object] = dict.fromkeys(("date_of_birth", "expected_date_of_birth", "deceased_on", "gender"))
    facts = {"id": "x", "identity": "full", "given_name": "A", "family_name": "B", "shielded": False, "client": False}
    return TeamPerson(**{**blank, **facts, **known})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"date_of_birth": date(2017, 3, 14)}, "9 years, born 14 March 2017"),
        ({"date_of_birth": date(2025, 11, 24)}, "11 months, born 24 November 2025"),
        ({"date_of_birth": date(2026, 10, 23)}, "1 month, born 23 October 2026"),
        ({"date_of_birth": date(2026, 11, 1)}, "newborn, born 1 November 2026"),
        ({"expected_date_of_birth": date(2027, 2, 21)}, "due 21 February 2027"),
        ({"date_of_birth": date(1950, 1, 1), "deceased_on": date(2026, 5, 4)}, "born 1 January 1950, died 4 May 2026"),
        ({}, "date of birth not recorded"),
        ({"identity": "restricted"}, ""),
    ],
)
def test_an_age(known: dict[str, object], words: str) -> None:
    assert age_sentence(_person(**known), TODAY) == words


def test_a_list() -> None:
    assert [listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])] == ["A", "A and B", "A, B and C"]


def _practitioner(**ways: str | None) -> TeamPractitioner:
    known = {
        "landline": "01632 960114",
        "mobile": "+44 7700 900142",
        "email": "a+b@example.org",
        "preferred_contact": None,
    }
    return TeamPractitioner(id="p", name="P", job_title=None, best_time=None, **{**known, **ways})  # type: ignore[arg-type]


def test_the_preferred_way_comes_first() -> None:
    ways = ways_to_reach(_practitioner(preferred_contact="email"))
    assert [way.address for way in ways] == ["mailto:a+b@example.org", "tel:+441632960114", "tel:+447700900142"]
    assert [way.text for way in ways][1:] == ["01632 960114", "07700 900142"]


@pytest.mark.parametrize("number", ["ring the office", "12", "x", "1234", "960114"])
def test_what_is_no_number_is_shown_and_not_dialled(number: str) -> None:
    (way, *_) = ways_to_reach(_practitioner(landline=number))
    assert (way.address, way.text) == (None, number)


def test_an_extension_is_dialled() -> None:
    (way, *_) = ways_to_reach(_practitioner(landline="01632 960114 ext 12"))
    assert way.address == "tel:+441632960114;ext=12"


@pytest.mark.parametrize("permit", PERMITS)
def test_every_permit_has_words(permit: str) -> None:
    team = Team("x", (_person(),), (), (), (), (), ())
    circle = Circle(team, ("x",), Onlooker("p-1", "a-1", "Agency"), TODAY)
    (sentence,) = why_shown([("x", "a-2", (permit,))], circle)
    assert sentence.endswith(".")
    assert "_" not in sentence
