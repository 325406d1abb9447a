"""The page of shared practitioners: who stands on it, and that nothing hidden changes a byte of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import time_machine

from app.coordinator.page import PER_PAGE
from graph.audit import AuditEvent, tail
from graph.driver import Database
from graph.moment import Moment
from graph.shared_practitioners import find_shared_practitioners
from tests import graph_cleaning
from tests.app.coordinator.area import COORDINATOR, HELPER, NO_AREA, NOW, QUIET, crowded_area, small_area
from tests.app.page_client import PageClient
from tests.app.team.loading import load

ADDRESS = "/shared-practitioners"
_TOKEN = re.compile(r'name="csrf_token" value="[^"]*"')


@pytest.fixture
def today() -> Iterator[None]:
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def area(database: Database, today: None) -> Database:
    """The small area, with what the coordinator may not see."""
    load(database, small_area(with_hidden=True), Moment.current())
    return database


def _page(client: PageClient, username: str = COORDINATOR, address: str = ADDRESS) -> str:
    client.sign_in_as(username)
    return client.get(address).text


def _rows(html: str) -> list[str]:
    return re.findall(r'<tr id="row-practitioner-([^"]+)"', html)


def test_shows_who_is_shared_by_families_of_my_areas(client_request: PageClient, area: Database) -> None:
    html = _page(client_request)
    assert _rows(html) == ["p-hal"]
    assert "1 practitioner works with two or more of your 2 programme families in Northwick" in html
    assert html.count("/people/x-ann/team") == 1
    assert html.count("/people/x-bea/team") == 1
    assert 'data-node="practitioner-p-hal"' in html
    assert 'data-node="family-f-ash"' in html


def test_the_preferred_contact_stands_first(client_request: PageClient, area: Database) -> None:
    html = _page(client_request)
    assert html.index("tel:+447700900900") < html.index("tel:+441632960960")


@pytest.mark.usefixtures("today")
def test_what_is_hidden_changes_no_byte(client_request: PageClient, database: Database) -> None:
    answers: list[str] = []
    for with_hidden in (False, True):
        graph_cleaning.empty(database)
        load(database, small_area(with_hidden=with_hidden), Moment.current())
        answers.append(_TOKEN.sub("", _page(client_request)))
    assert answers[0] == answers[1]


def test_the_hidden_would_have_counted(area: Database) -> None:
    """With every involvement shown, more would stand on the page: the test above compares two worlds that differ."""
    shared = area.read(
        lambda tx: find_shared_practitioners(tx, account="acc-corin", skip=0, limit=9, moment=Moment.current())
    )
    seen = {one.id for line in shared.practitioners for one in line.involvements}
    assert seen == {"i-hal-ann", "i-hal-bea"}
    assert not any("Hidden" in line.practitioner.name for line in shared.practitioners)


def test_the_look_is_recorded_with_whom_it_showed(client_request: PageClient, area: Database) -> None:
    _page(client_request)
    event = _events(area)[0]
    assert (event.kind, event.account, event.route) == ("shared_practitioners", "acc-corin", "coordinator.shared")
    assert event.people == ["x-ann", "x-bea"]
    assert event.entries == ["i-hal-ann full COORDINATOR", "i-hal-bea full COORDINATOR"]


@pytest.mark.parametrize(
    ("username", "told"),
    [(NO_AREA, "has no area yet"), (QUIET, "works with two or more of your 1 family in Southwick")],
)
def test_an_empty_page_teaches(client_request: PageClient, area: Database, username: str, told: str) -> None:
    assert told in _page(client_request, username)


def test_only_coordinators_open_it(client_request: PageClient, area: Database) -> None:
    client_request.get(ADDRESS, status=303)
    client_request.sign_in_as(HELPER)
    client_request.get(ADDRESS, status=404)


@pytest.mark.parametrize("page", ["0", "-1", "2", "99999999999999999999"])
def test_a_page_that_is_not_there(client_request: PageClient, area: Database, page: str) -> None:
    client_request.sign_in_as(COORDINATOR)
    client_request.get(f"{ADDRESS}?page={page}", status=404)


@pytest.mark.usefixtures("today")
def test_every_row_is_reached_by_paging(client_request: PageClient, database: Database) -> None:
    more = 2 * PER_PAGE
    load(database, crowded_area(more), Moment.current())
    client_request.sign_in_as(COORDINATOR)
    pages = [_rows(client_request.get(f"{ADDRESS}?page={number}").text) for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [PER_PAGE, PER_PAGE, 1]
    assert [row for page in pages for row in page] == ["p-hal", *(f"p-{number:04}" for number in range(more))]


def _events(database: Database) -> list[AuditEvent]:
    return database.read(lambda tx: tail(tx, 5))
