"""Contact details, a click on the own card, and a reminder's link: with and without JavaScript, on a phone, by keys."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from graph.driver import Database
from tests.app.team.marsh_family import ELLIE
from tests.browser.conftest import OpenPage
from tests.browser.keyboard import tab_until
from tests.browser.signing_in import sign_in
from tests.browser.watching import check_state, small_targets


def _signed_in(open_page: OpenPage, **options: object) -> Page:
    page = open_page(**options)
    sign_in(page, ELLIE)
    return page


def test_by_keyboard(marsh: Database, open_page: OpenPage) -> None:
    page = _signed_in(open_page)
    tab_until(page, 'a[href="/my-account/contact-details"]')
    page.keyboard.press("Enter")
    page.wait_for_selector("#landline")
    check_state(page)
    tab_until(page, "#landline")
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("too short")
    check_state(page)
    tab_until(page, "#landline")
    page.keyboard.press("Control+a")
    page.keyboard.type("+44 1632 960088")
    for field, typed in (("#away_to", "3 May 2027"), ("#stand_in", "Nobody")):
        tab_until(page, field)
        page.keyboard.type(typed)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Saved")
    page.goto("/people/x-leo/team")
    own = page.locator("#row-practitioner-p-ellie")
    expect(own).to_contain_text("01632 960088")
    expect(own).to_contain_text("Away until 3 May 2027")
    check_state(page)
    tab_until(page, "#row-practitioner-p-ellie .still__button")
    page.keyboard.press("Enter")
    expect(own.locator(".fresh")).to_contain_text("today")
    expect(own.locator(".still")).to_have_count(0)


def test_without_javascript_on_a_phone(marsh: Database, open_page: OpenPage) -> None:
    page = _signed_in(open_page, javascript=False, width=360)
    for address in ("/what-changed", "/my-account/contact-details", "/people/x-leo/team"):
        page.goto(address)
        assert small_targets(page) == []
        check_state(page, javascript=False)
    page.goto("/my-involvements")
    check_state(page, javascript=False)
    page.get_by_role("button", name="Still true").first.click()
    expect(page.get_by_text("Confirmed today")).to_have_count(1)
    page.goto("/still-true/forged")
    check_state(page, javascript=False)
    expect(page.get_by_role("heading", level=1)).to_contain_text("This link cannot be used")
