"""A decision about consent in Chromium: by keyboard with scripts, on a phone without, and from right to left."""

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


def test_recorded_and_taken_back_by_keyboard(marsh: Database, open_page: OpenPage) -> None:
    page = _signed_in(open_page)
    page.goto("/people/x-leo/team")
    for address in ("/people/x-leo/consent", "/people/x-leo/consent/new"):
        tab_until(page, f'a[href="{address}"]')
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{address}")
    for first in ("#word", "#giver", "#scope"):
        tab_until(page, first)
        page.keyboard.press("Space")
    tab_until(page, "#until")
    page.keyboard.type("3 July 2027")
    tab_until(page, "#way")
    page.keyboard.press("Space")
    check_state(page)
    tab_until(page, 'button[value="check"]')
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Check this decision")
    check_state(page)
    tab_until(page, 'button[value="save"]')
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Leo said yes")).to_be_visible()
    check_state(page)
    page.get_by_role("link", name="Take it back").click()
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("heading", name="Leo took their yes back")).to_be_visible()
    expect(page.get_by_role("heading", name="Earlier decisions")).to_be_visible()


def test_without_javascript_on_a_phone(marsh: Database, open_page: OpenPage) -> None:
    page = _signed_in(open_page, javascript=False, width=360)
    page.goto("/people/x-leo/consent")
    assert small_targets(page) == []
    page.get_by_role("button", name="Record a decision").click()
    page.get_by_role("button", name="See what would change").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose what was decided")
    page.get_by_label("Yes, they agree").check()
    page.get_by_label("A parent with parental responsibility").check()
    page.get_by_label("Name of the parent").fill("Dawn Marsh")
    page.get_by_label("The work of these agencies alone").check()
    page.get_by_label("Northwick Early Help").check()
    page.get_by_label("Sensitive services too").check()
    page.get_by_label("They signed it").check()
    check_state(page, javascript=False)
    page.get_by_role("button", name="See what would change").click()
    expect(page.get_by_text("It will not count at once.")).to_be_visible()
    assert small_targets(page) == []
    page.get_by_role("button", name="Change it").click()
    expect(page.get_by_label("Name of the parent")).to_have_value("Dawn Marsh")
    page.get_by_role("button", name="See what would change").click()
    page.get_by_role("button", name="Save this decision").click()
    expect(page.get_by_role("heading", name="A parent with parental responsibility said yes")).to_be_visible()
    check_state(page, javascript=False)


def test_explained_from_right_to_left(marsh: Database, open_page: OpenPage) -> None:
    page = _signed_in(open_page, width=360)
    page.goto("/consent/explained/ur")
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    check_state(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("article")).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
