"""The administrators' pages in Chromium: from an invitation to its first sign-in, and going live on a day to come."""

from __future__ import annotations

from re import search

import pytest
from playwright.sync_api import Page, expect

from graph.driver import Database
from graph.outbox import newest_messages
from tests.browser.conftest import OpenPage
from tests.browser.keyboard import tab_until
from tests.browser.watching import check_state, small_targets

AREA, SECOND = "jo.mercer", "rhys.calder"


def _press(page: Page, button: str) -> None:
    page.locator("main").get_by_role("button", name=button).first.click()


def test_from_an_invitation_to_the_first_sign_in(
    open_as: OpenPage, open_page: OpenPage, connected_database: Database
) -> None:
    page = open_as(AREA, "/administration")
    check_state(page)
    page.get_by_role("link", name="Accounts").click()
    check_state(page)
    page.get_by_role("link", name="Invite somebody").click()
    _press(page, "Invite")
    expect(page.get_by_role("alert")).to_be_visible()
    check_state(page)
    page.get_by_label("Name", exact=True).fill("Pia Post")
    page.get_by_label("Agency").select_option(label="Northwick Early Help")
    page.get_by_label("Username").fill("pia.post")
    page.get_by_label("E-mail address for the invitation").fill("pia@example.org")
    page.get_by_role("radio", name="Practitioner").check()
    _press(page, "Invite")
    expect(page.get_by_role("status")).to_contain_text("on its way by e-mail")
    expect(page.get_by_text("pia@example.org")).to_be_visible()
    check_state(page)
    mail = connected_database.read(lambda tx: newest_messages(tx, limit=1))[0]
    link = search(r"/invitation/\S+", mail.body or "")
    assert link is not None
    newcomer = open_page()
    newcomer.goto(link[0])
    newcomer.get_by_label("New password", exact=True).fill("seven herons by the mill")
    _press(newcomer, "Take up the account")
    newcomer.goto("/sign-in")
    newcomer.get_by_label("Username").fill("pia.post")
    newcomer.get_by_label("Password", exact=True).fill("seven herons by the mill")
    _press(newcomer, "Sign in")
    newcomer.wait_for_url(lambda address: "/sign-in" not in address)
    page.reload()
    expect(page.locator("main")).to_contain_text("Active")
    _press(page, "Suspend pia.post")
    expect(page.get_by_role("status")).to_contain_text("signed out everywhere")
    newcomer.goto("/")
    newcomer.wait_for_url(lambda address: "/sign-in" in address)


def test_a_role_that_is_raised_waits_and_is_accepted_by_keyboard(open_as: OpenPage) -> None:
    page = open_as(AREA, "/administration/accounts/ellie-brandon")
    page.get_by_role("radio", name="Coordinator").check()
    page.get_by_role("checkbox", name="Northwick").check()
    _press(page, "Change the role")
    expect(page.get_by_role("status")).to_contain_text("second administrator")
    other = open_as(SECOND, "/administration")
    check_state(other)
    assert small_targets(other) == []
    tab_until(other, 'form[action$="/accept"] button')
    other.keyboard.press("Enter")
    expect(other.get_by_role("status")).to_contain_text("Accepted")


def test_an_agency_goes_live_on_a_day_to_come_without_script(open_as: OpenPage) -> None:
    page = open_as(AREA, "/administration/agencies/new", javascript=False)
    page.get_by_label("Name", exact=True).fill("New Dawn")
    page.get_by_role("radio", name="Voluntary").check()
    _press(page, "Add")
    expect(page.get_by_role("heading", level=1)).to_have_text("New Dawn")
    check_state(page, javascript=False)
    page.get_by_role("link", name="let them go live together").click()
    page.get_by_role("checkbox", name="New Dawn").check()
    page.get_by_label("Day", exact=True).fill("7 December 2026")
    check_state(page, javascript=False)
    _press(page, "Schedule")
    expect(page.locator("main")).to_contain_text("7 December 2026")
    check_state(page, javascript=False)
    _press(page, "Call off")
    expect(page.locator("main")).to_contain_text("Nothing is scheduled")


@pytest.mark.parametrize(
    "address", ["practitioners/ellie-brandon", "practitioners/ellie-brandon/edit", "agreements", "involvement-types"]
)
def test_the_other_pages(open_as: OpenPage, address: str) -> None:
    page = open_as(AREA, f"/administration/{address}")
    check_state(page)
    assert small_targets(page) == []
