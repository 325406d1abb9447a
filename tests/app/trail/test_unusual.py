"""Unusual access first, each with why; and nothing that is usual."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

import pytest

from graph.audit_unusual import PEOPLE_IN_A_DAY, SEARCHES_IN_AN_HOUR, Unusual, Why, unusual_access
from graph.driver import Database
from graph.query_loader import Header, Nothing, Query
from tests.app.page_client import PageClient
from tests.app.team.marsh_family import NOW
from tests.app.trail.conftest import note

HERE = Path(__file__).parent


def rows_between(database: Database, start: datetime, end: datetime, *unmasked: str) -> list[Unusual]:
    """What is listed between two instants, for the auditor."""
    return database.read(lambda tx: unusual_access(tx, auditor="acc-ava", unmasked=unmasked, start=start, end=end))


def whys(database: Database, id_: str) -> list[tuple[Why, int | None]]:
    """Why an event is listed; empty where it is not."""
    found = rows_between(database, NOW - timedelta(days=9), NOW + timedelta(days=9))
    return [why for row in found if row.id == id_ for why in row.why]


@pytest.mark.parametrize(
    ("through", "answer"),
    [
        (["opened"], [("NO_INVOLVEMENT", None)]),
        (["broken"], [("NO_INVOLVEMENT", None)]),
        (["around"], []),
        (["around", "opened"], []),
        (["opened", "coordinates"], []),
        ([], []),
    ],
)
def test_a_look_by_an_opening_alone_is_one_without_involvement(
    looked: Database, through: list[str], answer: list[tuple[Why, int | None]]
) -> None:
    assert whys(looked, note(looked, "team", 20, subject="x-neil", people=["x-neil"], through=through)) == answer


def test_breaking_the_glass(looked: Database) -> None:
    assert whys(looked, note(looked, "break_glass", 20, subject="x-leo")) == [("BREAK_GLASS", None)]


def test_a_sign_in_that_was_held_back(looked: Database) -> None:
    event = note(looked, "sign_in_throttled", 20, account=None, role=None, agency=None)
    assert whys(looked, event) == [("THROTTLED", None)]


def test_many_searches_in_an_hour(looked: Database) -> None:
    events = [note(looked, "search", 20 + number / 100, account="acc-olive") for number in range(SEARCHES_IN_AN_HOUR)]
    assert [whys(looked, event) for event in events[-2:]] == [[], [("MANY_SEARCHES", SEARCHES_IN_AN_HOUR)]]


@pytest.mark.parametrize(("fewer", "listed"), [(1, False), (0, True)])
def test_many_people_in_a_day(looked: Database, fewer: int, listed: bool) -> None:
    people = [f"x-{number}" for number in range(PEOPLE_IN_A_DAY - fewer)]
    account = f"acc-many-{fewer}"
    note(looked, "team", 20, account=account, people=people[:30])
    last = note(looked, "team", 21, account=account, people=people[20:])
    assert whys(looked, last) == ([("MANY_PEOPLE", len(people))] if listed else [])


@pytest.mark.parametrize(
    ("at", "listed"),
    [
        (datetime(2026, 11, 24, 6, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 24, 7, 0, tzinfo=UTC), False),
        (datetime(2026, 11, 24, 19, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 24, 20, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 28, 11, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 29, 11, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 27, 11, 0, tzinfo=UTC), False),
    ],
    ids=str,
)
def test_out_of_hours_in_london(looked: Database, at: datetime, listed: bool) -> None:
    event = note(looked, "open", (at - NOW).total_seconds() / 60, account=f"acc-{at:%d%H%M}")
    assert whys(looked, event) == ([("OUT_OF_HOURS", 1)] if listed else [])


def test_summer_time_counts(looked: Database) -> None:
    at = datetime(2026, 7, 14, 19, 30, tzinfo=UTC)  # 20.30 in London
    event = note(looked, "open", (at - NOW).total_seconds() / 60, account="acc-summer")
    found = rows_between(looked, at - timedelta(days=1), at + timedelta(days=1))
    assert [(row.id, row.why) for row in found] == [(event, (("OUT_OF_HOURS", 1),))]


def test_own_surname_and_own_address(looked: Database) -> None:
    _change(looked, "stranger_of_the_family")
    event = note(looked, "team", 25, subject="x-leo", people=["x-leo", "x-dawn"], through=["around"])
    assert whys(looked, event) == [("OWN_ADDRESS", None), ("OWN_SURNAME", None)]
    other = note(looked, "team", 26, account="acc-priya", subject="x-leo", people=["x-leo"], through=["around"])
    assert whys(looked, other) == []


def test_no_name_is_told_of_whom_a_sensitive_service_masks(looked: Database) -> None:
    """The family's people are named beside it: that it is their surname would name the practitioner."""
    rays = {"account": "acc-ray", "agency": "a-drugs", "subject": "x-dawn", "through": ["around"]}
    _change(looked, "namesake_of_the_worker")
    event = note(looked, "team", 28, people=["x-dawn", "x-tyler"], **rays)
    broke = note(looked, "break_glass", 29, people=["x-dawn", "x-tyler"], **rays)
    assert [whys(looked, one) for one in (event, broke)] == [[], [("BREAK_GLASS", None)]]
    told = rows_between(looked, NOW, NOW + timedelta(days=1), "account:acc-ray")
    assert [row.why for row in told if row.id == event] == [(("OWN_SURNAME", None),)]


def test_the_weightiest_come_first() -> None:
    night = Unusual("a", NOW, (("OUT_OF_HOURS", 1),))
    both = Unusual("b", NOW, (("OWN_SURNAME", None), ("OUT_OF_HOURS", 1)))
    assert both.weight > night.weight


def test_the_page_says_why(auditor: PageClient, looked: Database) -> None:
    event = note(looked, "team", 27, subject="x-tyler", people=["x-tyler"], through=["opened"])
    page = auditor.get("/trail/without-involvement").text
    assert event in re.findall(r'href="/trail/events/([^"]+)"', page)
    assert "look-acc-ellie" not in page
    text = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert "Practitioner, Northwick Early Help Looked at a team: Tyler" in text
    assert event in auditor.get("/trail/unusual?days=1&why=NO_INVOLVEMENT").text
    assert event not in auditor.get("/trail/unusual?why=BREAK_GLASS").text


@pytest.mark.parametrize("question", ["days=8", "days=0", "why=CURIOSITY", "page=9", "until=then"])
def test_addresses_that_ask_nothing(auditor: PageClient, question: str) -> None:
    auditor.get(f"/trail/unusual?{question}", status=404)


def _change(database: Database, statement: str) -> None:
    none = MappingProxyType({})
    text = (HERE / f"{statement}.cypher").read_text(encoding="utf-8")
    query = Query(statement, Header(statement, "write", "none: tests", none, none, "", True, ()), text, Nothing)
    database.write(lambda tx: tx.run(query))
