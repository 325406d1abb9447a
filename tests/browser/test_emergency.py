"""Emergency access in Chromium: justified, found, told, counted down and ended, by keyboard and on a phone too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from app.sign_in.browser_session import cookie_name
from graph.driver import Database
from tests import graph_cleaning
from tests.app.emergency.acting import PURPOSE, WHY
from tests.app.emergency.world import BORN, HIDDEN, NHS, SHIELDED, emergency_world
from tests.app.page_client import PageClient
from tests.browser.conftest import OpenPage
from tests.browser.keyboard import tab_until
from tests.browser.watching import check_state, small_targets
from tests.graph.worlds.in_and_out import bring_in

SignedIn = Callable[..., Page]


@pytest.fixture(scope="module")
def area(connected_database: Database) -> Iterator[Database]:
    """The area of the emergency tests."""
    graph_cleaning.empty(connected_database)
    assert not bring_in(connected_database, emergency_world()).faults
    yield connected_database
    graph_cleaning.empty(connected_database)


@pytest.fixture
def signed_in(area: Database, site: str, open_page: OpenPage) -> SignedIn:
    """Opens a page at an address for an account."""

    def open_one(username: str, at: str, **options: object) -> Page:
        page = open_page(**options)
        token = PageClient(Flask(__name__), area).sign_in_as(username)
        page.context.add_cookies([{"name": cookie_name(secure=False), "value": token, "url": site}])
        page.goto(at)
        return page

    return open_one


def state(page: Page, *, javascript: bool = True) -> None:
    """State the justification, once with nothing chosen."""
    page.get_by_role("link", name="Get emergency access").click()
    page.get_by_role("button", name="Go on to the search").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose why you need emergency access")
    check_state(page, javascript=javascript)
    page.get_by_label("Risk of significant harm").check()
    page.get_by_label("What has happened, in a sentence").fill(WHY["note"])
    page.get_by_role("button", name="Go on to the search").click()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_from_the_search_to_the_team_and_its_end(signed_in: SignedIn, javascript: bool) -> None:
    person = HIDDEN[0 if javascript else 1]
    page = signed_in("sue" if javascript else "nora", "/search", javascript=javascript)
    state(page, javascript=javascript)
    check_state(page, javascript=javascript)
    page.get_by_label("Name").fill("Irena Wolska")
    page.get_by_label("Date of birth").fill(BORN[person].strftime("%d/%m/%Y"))
    page.get_by_role("button", name="Search").click()
    check_state(page, javascript=javascript)
    page.get_by_role("button", name="Get emergency access to Irena Wolska").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Irena Wolska")
    banner = page.get_by_role("region", name="Emergency access")
    expect(banner).to_contain_text(re.compile(r"ends at \d{1,2}\.\d\d[ap]m \(in (4 h 0|3 h 59) min\)"))
    check_state(page, javascript=javascript)
    page.goto("/")
    expect(banner).to_be_visible()
    check_state(page, javascript=javascript)
    banner.get_by_role("button", name="End now").click()
    expect(banner).to_have_count(0)


def test_a_shielded_person_a_holder_and_an_officer(signed_in: SignedIn) -> None:
    page = signed_in("ellie", "/emergency", width=360)
    page.get_by_label("Legal requirement").check()
    page.get_by_label("What has happened, in a sentence").fill(WHY["note"])
    page.get_by_role("button", name="Go on to the search").click()
    page.get_by_label("Or an NHS number").fill(NHS[SHIELDED[0]])
    page.get_by_label("Date of birth").fill(BORN[SHIELDED[0]].strftime("%d/%m/%Y"))
    page.get_by_role("button", name="Search").click()
    page.get_by_role("button", name="Get emergency access").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Somebody else has to accept")
    check_state(page)
    assert small_targets(page) == []
    holder = signed_in("tom", "/")
    check_state(holder)
    holder.get_by_role("link", name="Accept or decline").click()
    check_state(holder)
    holder.get_by_role("button", name="Accept for 4 hours").click()
    expect(holder.get_by_role("heading", level=1)).to_have_text("You have accepted")
    officer = signed_in("ava", "/privacy-queue")
    officer.get_by_label("A planned check").check()
    officer.get_by_label("Why you need to look").fill(PURPOSE["note"])
    officer.get_by_role("button", name="Continue").click()
    check_state(officer)
    officer.get_by_role("link", name=re.compile("Emergency access: Petra Lang")).click()
    check_state(officer)
    officer.get_by_role("button", name="Close").click()
    expect(officer.get_by_role("alert")).to_contain_text("Choose an outcome")
    check_state(officer)
    officer.get_by_label("Appropriate", exact=True).check()
    officer.get_by_label("What you found").fill("Needed, and ended in time")
    officer.get_by_role("button", name="Close").click()
    officer.get_by_role("link", name="Closed").click()
    expect(officer.locator("main")).to_contain_text("Appropriate")
    check_state(officer)


def test_by_keyboard_alone(signed_in: SignedIn) -> None:
    page = signed_in("ida", "/emergency")
    tab_until(page, "#justification")
    page.keyboard.press("Space")
    tab_until(page, "#note")
    page.keyboard.type(WHY["note"])
    tab_until(page, "main button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/emergency/search")
    tab_until(page, "#reference")
    page.keyboard.type(NHS[SHIELDED[1]])
    tab_until(page, "main button")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nobody found")
    page.goto(f"/people/{HIDDEN[2]}/emergency")
    tab_until(page, "#justification")
    page.keyboard.press("ArrowDown")
    tab_until(page, "#note")
    page.keyboard.type(WHY["note"])
    tab_until(page, "main button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/team")
    tab_until(page, ".emergency__end")
    assert page.evaluate("document.activeElement.matches(':focus-visible')")
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Emergency access")).to_have_count(0)
