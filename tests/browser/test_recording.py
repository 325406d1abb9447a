"""Adding a client in Chromium: by keyboard alone at a person's pace, without JavaScript, on a phone."""

from __future__ import annotations

import time

from playwright.sync_api import Page, expect

from graph.driver import Database
from tests.app.team.marsh_family import ELLIE
from tests.browser.conftest import OpenPage
from tests.browser.keyboard import tab_until
from tests.browser.signing_in import sign_in
from tests.browser.watching import check_state, small_targets

_PACE = 100
"""Milliseconds a key: ten characters a second."""


def _home(open_page: OpenPage, **options: object) -> Page:
    page = open_page(**options)
    sign_in(page, ELLIE)
    return page


def test_by_keyboard_on_two_pages_with_one_submit(marsh: Database, open_page: OpenPage) -> None:
    page = _home(open_page)
    opened: list[str] = []
    page.on("request", lambda asked: opened.append(asked.method) if asked.is_navigation_request() else None)
    began = time.perf_counter()
    tab_until(page, ".home__add")
    page.keyboard.press("Enter")
    page.wait_for_selector("#given_name")
    for field, typed in (("#given_name", "Zora"), ("#family_name", "Quill"), ("#born", "3/7/19"), ("#type", "Befr")):
        tab_until(page, field)
        page.keyboard.type(typed, delay=_PACE)
    tab_until(page, ".recording__buttons button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/team")
    taken = time.perf_counter() - began
    print(f"a client added in {taken:.1f} s at ten characters a second")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Zora Quill")
    # The form, its one submit, and the team to which the submit leads.
    assert opened == ["GET", "POST", "GET"]


def test_who_is_recorded_already_is_shown_while_somebody_types(marsh: Database, open_page: OpenPage) -> None:
    page = _home(open_page)
    page.goto("/clients/new")
    check_state(page)
    page.get_by_label("Given name", exact=True).first.fill("Leo")
    page.get_by_label("Family name", exact=True).first.fill("Marsh")
    page.get_by_label("Date of birth, or expected date").fill("14/3/17")
    page.keyboard.press("Tab")
    expect(page.get_by_role("heading", name="Is it one of these?")).to_be_visible()
    expect(page.locator("#found").get_by_role("link", name="Leo Marsh")).to_be_visible()
    page.get_by_label("What you do for them").select_option(label="Befriending")
    expect(page.locator("#basis-sentences")).to_contain_text("Those who work with the family see it")
    check_state(page)


def test_without_javascript_on_a_phone(marsh: Database, open_page: OpenPage) -> None:
    page = _home(open_page, javascript=False, width=360)
    page.get_by_role("button", name="Add a client").click()
    assert small_targets(page) == []
    page.get_by_role("button", name="Add the client").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter a given name")
    page.get_by_label("Given name", exact=True).first.fill("Leo")
    page.get_by_label("Family name", exact=True).first.fill("Marsh")
    page.get_by_label("Date of birth, or expected date").fill("14/3/17")
    page.get_by_label("What you do for them").select_option(label="Befriending")
    page.get_by_role("button", name="Add the client").click()
    expect(page.get_by_role("heading", name="Is it one of these?")).to_be_visible()
    check_state(page, javascript=False)
    page.get_by_role("button", name="None of these: add the client").click()
    page.wait_for_url("**/team")
    page.goto("/people/x-leo/details")
    check_state(page, javascript=False)
    page.goto("/feedback/new?page=team.team")
    check_state(page, javascript=False)


def test_a_caseload_without_javascript_on_a_phone(marsh: Database, open_page: OpenPage) -> None:
    page = _home(open_page, javascript=False, width=360)
    page.goto("/clients/paste")
    check_state(page, javascript=False)
    page.get_by_label("Rows of your spreadsheet").fill(
        "First name\tSurname\tDOB\nWren\tQuill\t3/7/18\nLeo\tMarsh\t14/3/17\nZed\tQuill\tapprox 2014"
    )
    page.get_by_label("What you do for those whose row does not say").select_option(label="Befriending")
    page.get_by_role("button", name="Look them over").click()
    expect(page.get_by_role("alert")).to_contain_text("Row 3: Enter a whole date")
    check_state(page, javascript=False)
    page.locator("#row-3").get_by_label("Born, or expected").fill("1/2/14")
    page.get_by_role("button", name="Add them").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 clients added")
    check_state(page, javascript=False)
    assert small_targets(page) == []
    page.get_by_role("link", name="Take something back").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What I added within a day")
    check_state(page, javascript=False)


def test_a_caseload_and_a_family_by_keyboard(marsh: Database, open_page: OpenPage) -> None:
    page = _home(open_page)
    page.goto("/clients/paste")
    tab_until(page, "#rows")
    page.keyboard.type("Ivy,Quill,3/7/18,Befriending")
    tab_until(page, "main form button")
    page.keyboard.press("Enter")
    page.wait_for_selector("#row-1")
    check_state(page)
    tab_until(page, "form.recording > button")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("1 client added")
    for address in ("/people/x-leo/links", "/people/x-leo/families/f-marsh/members", "/people/x-leo/merge/x-dawn"):
        page.goto(address)
        check_state(page)
    page.goto("/people/x-leo/merge")
    tab_until(page, "main form button")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Choose the other record")
    check_state(page)
