"""Keeping one's involvements true in Chromium: changed, handed over, led, and everything left at once."""

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
from tests.app.audit.family import HELP_ADMINISTRATOR
from tests.app.conftest import app, settings
from tests.app.involvements.world import LED_BY_PRIYA, involvement_world
from tests.app.page_client import PageClient
from tests.app.proposals.world import ELLIE, PRIYA, RUTH
from tests.app.team.loading import load
from tests.app.team.marsh_family import NOW
from tests.browser.conftest import OpenPage
from tests.browser.keyboard import tab_until
from tests.browser.watching import check_state, small_targets

__all__ = ["app", "settings"]
Signed = Callable[..., Page]


@pytest.fixture
def signed(app: Flask, connected_database: Database, site: str, open_page: OpenPage) -> Iterator[Signed]:
    """Opens an address as an account, in a window of its own."""
    graph_cleaning.empty(connected_database)
    windows: dict[str, Page] = {}

    def open_one(username: str, at: str, **options: object) -> Page:
        if username not in windows:
            token = PageClient(app, connected_database).sign_in_as(username)
            windows[username] = open_page(**options)
            windows[username].set_default_timeout(60_000)  # the first of its kind waits for the server's plan
            windows[username].context.add_cookies([{"name": cookie_name(secure=False), "value": token, "url": site}])
        windows[username].goto(at)
        return windows[username]

    with time_machine.travel(NOW):
        load(connected_database, involvement_world(), Moment.current())
        yield open_one


def _checked(page: Page) -> None:
    check_state(page)
    page.set_viewport_size({"width": 360, "height": 800})
    assert small_targets(page) == []
    page.set_viewport_size({"width": 1280, "height": 900})


def test_from_the_team_changed_led_and_handed_over(signed: Signed) -> None:
    page = signed(ELLIE, f"/people/{LED_BY_PRIYA}/team")
    check_state(page)
    page.locator("a.change", has_text="Ellie Brandon, Family support for Cora").click()
    _checked(page)
    page.get_by_role("button", name="Ask to lead").click()
    expect(page.get_by_text("You have asked to lead")).to_be_visible()
    lead = signed(PRIYA, "/notices")
    lead.get_by_role("link", name="See who asks").click()
    _checked(lead)
    lead.get_by_role("button", name="Let Ellie Brandon lead now").click()
    expect(lead.get_by_role("status")).to_have_text("They lead from now on.")
    # By keyboard alone: an error, its link to the field, and the change.
    page.reload()
    tab_until(page, "#role")
    page.keyboard.type("Weekly visits")
    tab_until(page, "#over_from")
    page.keyboard.type("yesterday")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Enter a day such as")
    _checked(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#over_from")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    page.wait_for_url("**/my-involvements?done=changed")
    _checked(page)
    page.locator(".still-true__one", has_text="Weekly visits").get_by_role("link", name="Change, end").click()
    page.get_by_label("To whom").select_option(label="Ruth Adeyemi, Family hub manager")
    page.get_by_role("button", name="Ask them to take it over").click()
    expect(page.get_by_role("status")).to_contain_text("It stays yours until they accept")
    receiver = signed(RUTH, "/proposals")
    receiver.get_by_role("link", name="Taking over the work with Cora Led").click()
    _checked(receiver)
    receiver.get_by_role("button", name="Accept").click()
    expect(receiver.get_by_role("heading", level=1)).to_have_text("Accepted")
    receiver.goto(f"/people/{LED_BY_PRIYA}/team")
    expect(receiver.get_by_role("region", name="Lead practitioner")).to_contain_text("Ruth Adeyemi")


def test_leaving_without_javascript_on_a_phone(signed: Signed) -> None:
    page = signed(ELLIE, "/", javascript=False, width=360)
    page.get_by_role("link", name="What I do for whom").click()
    assert small_targets(page) == []
    page.get_by_role("link", name="End or hand over everything in one go").click()
    assert small_targets(page) == []
    page.get_by_role("button", name="Do all of this").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose for one of them at least")
    line = page.get_by_role("group", name="Cora Client1 ", exact=False).first
    line.get_by_label("What is to happen").select_option(label="End it")
    line.get_by_label("If it ends").fill("not a day")
    page.get_by_role("button", name="Do all of this").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter a day such as")
    check_state(page, javascript=False)
    page.locator("main [aria-describedby$=error]").fill("today")
    page.get_by_role("button", name="Do all of this").click()
    page.wait_for_url("**/my-involvements?done=left")
    expect(page.get_by_role("heading", name="Over")).to_be_visible()


def test_an_administrator_ends_what_somebody_left(signed: Signed) -> None:
    page = signed(HELP_ADMINISTRATOR, "/access/purpose?next=/access/practitioners/p-ellie")
    page.locator("#code").check()
    page.locator("#note").fill("Ticket 4711, she has left")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("link", name="End or hand over what Ellie Brandon holds").click()
    _checked(page)
    page.locator("#what-1").select_option(label="End it")
    page.get_by_role("button", name="Do all of this").click()
    expect(page.get_by_role("status")).to_contain_text("What you chose is done")
    _checked(page)
