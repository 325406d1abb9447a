"""The audit trail in Chromium: an auditor searches it, opens an event, and reads unusual access."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Sessions
from tests.browser.watching import check_state, small_targets

AUDITOR, ELLIE = "noor.darwish", "ellie.brandon"


@pytest.fixture
def looked(demo: Sessions, open_as: OpenPage) -> None:
    """Ellie has looked at Leo's team; who opens a page next does so in a session of their own."""
    demo.clear()
    open_as(ELLIE, "/people/leo-marsh/team", javascript=False)


def _open_with_purpose(open_as: OpenPage, address: str) -> Page:
    page = open_as(AUDITOR, address, javascript=True)
    page.get_by_role("radio", name="A planned check").check()
    page.get_by_label("Why you need to look").fill("Yearly check of who looked at what, ticket 4711")
    page.locator("main form button").click()
    return page


def test_an_auditor_searches_the_trail(open_as: OpenPage, looked: None) -> None:
    page = _open_with_purpose(open_as, "/trail")
    expect(page.get_by_role("heading", level=1)).to_have_text("The audit trail")
    check_state(page)
    page.get_by_label("Username of the account").fill("nobody.known")
    page.get_by_label("From").fill("the other day")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("alert").get_by_role("link")).to_have_count(1)
    check_state(page)
    page.get_by_label("Username of the account").fill(ELLIE)
    page.get_by_label("From").fill("23/11/2026")
    page.get_by_label("What was done").select_option(label="Looked at a team")
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_url(re.compile("account=[^&]+"))
    assert "ellie.brandon" not in page.url
    expect(page.locator("tbody tr").first).to_contain_text("Leo Marsh")
    check_state(page)
    page.locator("tbody th a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Looked at a team")
    expect(page.get_by_role("heading", name="Involvements shown")).to_be_visible()
    check_state(page)
    page.goto(f"{page.url}/sensitive")
    expect(page.get_by_role("heading", level=1)).to_contain_text("your second purpose")
    check_state(page)


def test_who_looked_last_week_without_an_involvement_is_one_click_away(open_as: OpenPage, looked: None) -> None:
    page = _open_with_purpose(open_as, "/trail")
    page.get_by_role("link", name="Who looked last week without an involvement?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Looked without an involvement")
    page.get_by_label("Listed because of").select_option(label="Anything unusual")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Unusual access")
    check_state(page)
    page.set_viewport_size({"width": 360, "height": 800})
    assert small_targets(page) == []
