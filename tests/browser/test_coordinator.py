"""The page of shared practitioners in Chromium: the table, the picture, nobody to show, and by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, Sessions
from tests.browser.demo_area import EVERYWHERE, NO_AREA, NO_FAMILIES, PASSWORDS
from tests.browser.keyboard import tab_until
from tests.browser.signing_in import take_second_step
from tests.browser.watching import check_state, small_targets

GRACE = "grace.okoro"
ADDRESS = "/shared-practitioners"
both_ways = pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])


@both_ways
def test_the_table_and_its_picture_lead_to_a_team(open_as: OpenPage, javascript: bool) -> None:
    page = open_as(GRACE, javascript=javascript)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Shared practitioners").click()
    row = page.locator("#row-practitioner-ellie-brandon")
    expect(row).to_contain_text("Ellie Brandon")
    expect(page.locator('.shared__picture [data-node="practitioner-ellie-brandon"]')).to_be_visible()
    check_state(page, javascript=javascript)
    row.get_by_role("link", name="Marsh").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Marsh")


@both_ways
def test_the_next_page(open_as: OpenPage, javascript: bool) -> None:
    page = open_as(EVERYWHERE, ADDRESS, javascript=javascript)
    first = page.locator(".shared__table tbody tr").count()
    page.get_by_role("link", name="Next").click()
    expect(page).to_have_title("Shared practitioners, page 2 of 2 - Patchwork")
    assert 0 < page.locator(".shared__table tbody tr").count() <= first
    check_state(page, javascript=javascript)


@pytest.mark.parametrize(
    ("username", "words"),
    [(NO_AREA, "Your account has no area yet"), (NO_FAMILIES, "No family of Westmere")],
)
def test_nobody_to_show(open_as: OpenPage, username: str, words: str) -> None:
    page = open_as(username, ADDRESS)
    expect(page.locator("main")).to_contain_text(words)
    check_state(page)


@pytest.mark.parametrize("width", [1280, 360])
def test_targets_are_large_enough(open_as: OpenPage, width: int) -> None:
    assert small_targets(open_as(GRACE, ADDRESS, width=width)) == []


def test_by_keyboard_alone_from_sign_in_to_a_shared_practitioners_phone(demo: Sessions, open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/sign-in")
    tab_until(page, "#username")
    page.keyboard.type(GRACE)
    tab_until(page, "#password")
    page.keyboard.type(PASSWORDS[GRACE])
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: not address.endswith("/sign-in"))
    take_second_step(page, GRACE)
    page.wait_for_url(lambda address: "/sign-in" not in address)
    tab_until(page, f'.masthead a[href="{ADDRESS}"]')
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{ADDRESS}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the link that skips the head of the page
    tab_until(page, '.shared__table a[href$="/team"]')
    tab_until(page, '.shared__table a[href^="tel:"]')
    assert page.evaluate("document.activeElement.matches(':focus-visible')")
