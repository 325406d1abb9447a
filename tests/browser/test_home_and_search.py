"""The home and search pages in Chromium in each of their states, and the three steps to the graph of a named client."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.demo_area import NEWCOMER, PASSWORDS, SHIELDED
from tests.browser.watching import check_state

ELLIE, POLICE = "ellie.brandon", "hannah.reid"
both_ways = pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])


def _search(page: Page, **typed: str) -> None:
    """Fill in the search form from empty and send it."""
    if "reference" in typed and not page.locator("#reference").is_visible():
        page.locator(".find__more summary").click()
    for field in ("name", "born", "reference"):
        if field in typed or page.locator(f"#{field}").is_visible():
            page.locator(f"#{field}").fill(typed.get(field, ""))
    page.get_by_role("button", name="Search").click()
    page.wait_for_load_state()


@both_ways
@pytest.mark.parametrize(
    ("username", "heading"),
    [
        (ELLIE, "My families"),
        (NEWCOMER, "My families"),
        (POLICE, "My families"),
        ("grace.okoro", "My families"),
        ("alex.hartley", "Welcome, alex.hartley"),
        ("noor.darwish", "Welcome, noor.darwish"),
    ],
)
def test_the_home_of_each_role(open_as: OpenPage, username: str, heading: str, javascript: bool) -> None:
    page = open_as(username, javascript=javascript)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    for summary in page.locator("main summary").all():
        summary.click()
    check_state(page, javascript=javascript)


@both_ways
def test_filtering_my_families(open_as: OpenPage, javascript: bool) -> None:
    page = open_as(ELLIE, javascript=javascript)
    page.get_by_label("Show only those named").fill("no such name")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("#count")).to_contain_text("None of your families")
    check_state(page, javascript=javascript)
    page.get_by_role("link", name="Show all").click()
    expect(page.get_by_role("link", name="Leo Marsh").first).to_be_visible()


@both_ways
def test_searching_empty_wrong_and_for_nobody(open_as: OpenPage, javascript: bool) -> None:
    page = open_as(ELLIE, "/search", javascript=javascript)
    check_state(page, javascript=javascript)
    _search(page)
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    check_state(page, javascript=javascript)
    _search(page, name="Leo Marsh", born="the other day", reference="NHS")
    assert page.locator(".govuk-error-message").count() > 0
    check_state(page, javascript=javascript)
    _search(page, name="Nobody Atall", born="1901")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nobody found")
    check_state(page, javascript=javascript)


@both_ways
def test_somebody_of_mine_and_somebody_restricted(open_as: OpenPage, javascript: bool) -> None:
    page = open_as(POLICE, "/search", javascript=javascript)
    _search(page, name="Leo Marsh")
    expect(page.get_by_role("link", name="Leo Marsh").first).to_be_visible()
    check_state(page, javascript=javascript)
    _search(page, name="Ros Withheld")
    expect(page.locator(".found__one")).to_contain_text("restricted")
    check_state(page, javascript=javascript)
    page.get_by_role("link", name="Ros Withheld").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ros Withheld")
    check_state(page, javascript=javascript)


@both_ways
def test_opening_with_a_reason(open_as: OpenPage, javascript: bool) -> None:
    # What one has opened stays open, so each way has an account of its own.
    page = open_as(POLICE if javascript else ELLIE, "/search", javascript=javascript)
    _search(page, name="Dilwyn Rees", born="9/5/1942")
    page.locator(".found__open summary").click()
    check_state(page, javascript=javascript)
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    check_state(page, javascript=javascript)
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Dilwyn Rees")
    page.goto("/")
    expect(page.get_by_role("heading", name="Opened by you")).to_be_visible()
    check_state(page, javascript=javascript)


@both_ways
def test_somebody_shielded_by_reference_and_birth(open_as: OpenPage, javascript: bool) -> None:
    page = open_as(POLICE, "/search", javascript=javascript)
    _search(page, reference=SHIELDED["local_id"], born="6 April 2015")
    expect(page.get_by_role("heading", level=1)).to_have_text("1 person found")
    check_state(page, javascript=javascript)


def _opened(page: Page) -> list[str]:
    """The addresses of the pages that open from now on."""
    opened: list[str] = []
    page.on("domcontentloaded", lambda there: opened.append("/" + there.url.split("/", 3)[3]))
    return opened


def _sign_in(page: Page) -> None:
    page.get_by_label("Username").fill(ELLIE)
    page.get_by_label("Password", exact=True).fill(PASSWORDS[ELLIE])
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: not address.endswith("/sign-in"))


def test_two_steps_from_sign_in_to_the_graph_of_a_client(demo: object, open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/sign-in")
    opened = _opened(page)
    _sign_in(page)
    page.get_by_role("link", name="Leo Marsh").first.click()
    page.wait_for_selector("#canvas[data-drawn]")
    assert opened == ["/", "/people/leo-marsh/team"]


def test_three_steps_from_sign_in_to_the_graph_of_a_named_client(demo: object, open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/sign-in")
    opened = _opened(page)
    _sign_in(page)
    page.get_by_role("search").get_by_label("Name").fill("Leo Marsh")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Leo Marsh").first.click()
    page.wait_for_selector("#canvas[data-drawn]")
    assert opened == ["/", "/search", "/people/leo-marsh/team"]
