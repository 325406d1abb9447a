"""Adding oneself until a colleague accepts, and a shield that two privacy officers take away, in Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import time_machine
from flask import Flask
from playwright.sync_api import Page, expect

from app.sign_in.browser_session import cookie_name
from graph.driver import Database
from graph.moment import Moment
from tests import graph_cleaning
from tests.app.conftest import app, settings
from tests.app.page_client import PageClient
from tests.app.proposals.world import AUDITOR, ELLIE, GP, RUTH, SECOND_AUDITOR, confirming_world
from tests.app.team.loading import load
from tests.app.team.marsh_family import NOW
from tests.browser.conftest import OpenPage
from tests.browser.watching import check_state, small_targets

__all__ = ["app", "settings"]
Signed = Callable[[str, str], Page]


@pytest.fixture
def signed(app: Flask, connected_database: Database, site: str, open_page: OpenPage) -> Iterator[Signed]:
    """Opens an address as an account, in a window of its own."""
    graph_cleaning.empty(connected_database)
    windows: dict[str, Page] = {}

    def open_one(username: str, at: str) -> Page:
        if username not in windows:
            token = PageClient(app, connected_database).sign_in_as(username)
            windows[username] = open_page()
            windows[username].set_default_timeout(120_000)  # the first of its kind waits for the server's plan
            windows[username].context.add_cookies([{"name": cookie_name(secure=False), "value": token, "url": site}])
        windows[username].goto(at)
        return windows[username]

    with time_machine.travel(NOW):
        load(connected_database, confirming_world(), Moment.current())
        yield open_one


def _checked(page: Page) -> None:
    check_state(page)
    page.set_viewport_size({"width": 360, "height": 800})
    assert small_targets(page) == []
    page.set_viewport_size({"width": 1280, "height": 900})


def test_add_myself_until_a_colleague_accepts(signed: Signed) -> None:
    page = signed(ELLIE, "/people/x-neil/team")
    page.get_by_role("link", name="Add myself").click()
    page.get_by_role("button", name="Add myself").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    check_state(page)
    page.get_by_label("What you do for them").select_option(label="Befriending")
    page.get_by_label("How you come to work with them").fill("Referred to me by the school")
    page.get_by_role("button", name="Add myself").click()
    page.wait_for_url("**/people/x-neil/team")
    page = signed(ELLIE, "/proposals")
    expect(page.get_by_role("link", name="Your involvement with Neil Frost")).to_be_visible()
    colleague = signed(RUTH, "/proposals")
    _checked(colleague)
    colleague.get_by_role("link", name="An involvement with Neil Frost").click()
    expect(colleague.locator("main")).to_contain_text("Referred to me by the school")
    _checked(colleague)
    colleague.get_by_role("button", name="Accept").click()
    expect(colleague.get_by_role("heading", level=1)).to_have_text("Accepted")
    _checked(colleague)
    holder = signed(GP, "/people/x-neil/team")
    row = holder.locator("#row-practitioner-p-ellie")
    expect(row).to_be_visible()
    expect(row).not_to_contain_text("Unconfirmed")
    page = signed(ELLIE, "/people/x-leo/links")
    _checked(page)
    page = signed(ELLIE, "/people/x-leo/involvements/ask")
    _checked(page)


def test_a_shield_that_two_privacy_officers_take_away(signed: Signed) -> None:
    page = signed(ELLIE, "/people/x-leo/team")
    page.get_by_role("link", name="Shield Leo").click()
    _checked(page)
    page.get_by_label("Tyler Marsh").uncheck()
    page.get_by_role("button", name="Shield now").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Shielded")
    officer = signed(AUDITOR, "/access/purpose?next=/access/people/x-leo")
    _state_purpose(officer)
    officer.locator('a[href="/access/people/x-leo/shield"]').click()
    officer.get_by_label("Why the shield is not needed any more").fill("They moved house, ticket 4711")
    _checked(officer)
    officer.get_by_role("button", name="Propose to take the shield away").click()
    expect(officer.get_by_text("a second privacy officer has not answered yet")).to_be_visible()
    second = signed(SECOND_AUDITOR, "/access/purpose?next=/proposals")
    _state_purpose(second)
    second.get_by_role("link", name="Take the shield from Leo Marsh").click()
    second.get_by_role("button", name="Accept").click()
    expect(second.get_by_role("heading", level=1)).to_have_text("Accepted")
    officer.goto("/access/people/x-dawn/bars")
    _checked(officer)
    officer.get_by_label("Username").fill("priya.nair")
    officer.get_by_label("Why there is a conflict of interest").fill("They are sisters, ticket 4712")
    officer.get_by_role("button", name="Continue").click()
    expect(officer.get_by_role("heading", level=1)).to_have_text("Bar Priya Nair from Dawn Marsh?")
    _checked(officer)


def _state_purpose(page: Page) -> None:
    page.locator("#code").check()
    page.locator("#note").fill("Ticket 4711, a planned check")
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url(lambda address: "/access/purpose" not in address)
