"""The pages that tell who can see an involvement, in Chromium: for an auditor, an administrator, by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from graph.driver import Database
from graph.moment import Moment
from graph.what_if import prepare
from tests.app.accounts import forget_purposes
from tests.browser.conftest import OpenPage, Sessions
from tests.browser.demo_area import PASSWORDS
from tests.browser.keyboard import tab_until
from tests.browser.signing_in import take_second_step
from tests.browser.watching import check_state, small_targets

AUDITOR, ADMINISTRATOR = "noor.darwish", "alex.hartley"
OWN = "/access/involvements/ellie-brandon-leo-marsh-family-support"
SENSITIVE = "/access/involvements/femi-bello-dawn-marsh-substance-misuse"
both_ways = pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])


def _state_purpose(page: Page, *, javascript: bool) -> None:
    """Fill in the purpose, first not at all."""
    button = page.locator("main form button")
    button.click()
    expect(page.get_by_role("alert").get_by_role("link")).to_have_count(2)
    check_state(page, javascript=javascript)
    page.get_by_role("radio", name="A planned check").check()
    page.get_by_label("Why you need to look").fill("Yearly check of who can see what, ticket 4711")
    button.click()


def _find(page: Page, name: str, born: str) -> None:
    page.get_by_label("Name of anybody in the family").fill(name)
    page.get_by_label("Date or year of birth").fill(born)
    page.get_by_role("button", name="Find").click()


def _turn_to(page: Page, link: str) -> Locator:
    """The link of this name, on whichever page of a list it stands."""
    found = page.get_by_role("link", name=link)
    while found.count() == 0:
        page.get_by_role("link", name="Next page").click()
        page.wait_for_load_state()
    return found


@pytest.fixture
def without_purpose(demo: Sessions, connected_database: Database) -> None:
    """A purpose stays with its session, and sessions are shared: a code signs in once in half a minute."""
    forget_purposes(connected_database)


@both_ways
def test_an_auditor_asks_who_can_see(open_as: OpenPage, without_purpose: None, javascript: bool) -> None:
    page = open_as(AUDITOR, "/access", javascript=javascript)
    check_state(page, javascript=javascript)
    _state_purpose(page, javascript=javascript)
    expect(page.get_by_role("heading", level=1)).to_have_text("Who can see what: pick your question")
    check_state(page, javascript=javascript)
    page.get_by_role("link", name="Who can see an involvement, and why?").click()
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("alert")).to_be_visible()
    check_state(page, javascript=javascript)
    _find(page, "Nobody Atall", "1901")
    expect(page.get_by_role("heading", name="Nobody found")).to_be_visible()
    check_state(page, javascript=javascript)
    _find(page, "Dawn Marsh", "1992")
    check_state(page, javascript=javascript)
    page.get_by_role("link", name="Dawn Marsh").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("every involvement in the family")
    check_state(page, javascript=javascript)
    page.get_by_role("link", name="Who can see the family support of Ellie Brandon for Leo").click()
    expect(page.get_by_role("heading", name="Full:")).to_be_visible()
    expect(page.get_by_role("heading", name="Who did see it")).to_be_visible()
    expect(page.locator("main")).to_contain_text("who is missing would tell which service it is")
    page.get_by_label("Level").select_option(label="Full")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_role("heading", name="None:")).to_have_count(0)
    check_state(page, javascript=javascript)
    page.get_by_label("Level").select_option(label="Broker")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_text("No account")).to_be_visible()
    check_state(page, javascript=javascript)


@both_ways
def test_a_second_purpose_unmasks_a_sensitive_service(
    open_as: OpenPage, without_purpose: None, javascript: bool
) -> None:
    page = open_as(AUDITOR, SENSITIVE, javascript=javascript)
    _state_purpose(page, javascript=javascript)
    expect(page.locator("main")).to_contain_text("Masked")
    check_state(page, javascript=javascript)
    page.get_by_role("link", name="State a second purpose to see it").click()
    _state_purpose(page, javascript=javascript)
    expect(page.get_by_role("heading", name="Broker:")).to_be_visible()
    page.get_by_label("Level").select_option(label="Broker")
    page.get_by_role("button", name="Filter").click()
    check_state(page, javascript=javascript)


@both_ways
def test_an_administrator_asks_for_the_own_agency(open_as: OpenPage, without_purpose: None, javascript: bool) -> None:
    page = open_as(ADMINISTRATOR, "/access", javascript=javascript)
    _state_purpose(page, javascript=javascript)
    check_state(page, javascript=javascript)
    page.get_by_role("link", name="Ellie Brandon").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What Ellie Brandon holds for your agency")
    check_state(page, javascript=javascript)
    page.get_by_role("link", name="Who can see the family support for L.M.").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who can see this involvement")
    assert "Marsh" not in page.locator("main").inner_text()
    page.get_by_label("Agency").select_option(label="Harbour Primary School")
    page.get_by_role("button", name="Filter").click()
    expect(page.locator("main")).to_contain_text("James Whitlock")
    check_state(page, javascript=javascript)


def test_why_one_sees_it_and_what_if_consent_is_withdrawn(
    open_as: OpenPage, without_purpose: None, connected_database: Database
) -> None:
    """The questions as somebody new would ask them: from the start page, by what the pages say."""
    prepare(connected_database, Moment.current())
    page = open_as(AUDITOR, "/access")
    _state_purpose(page, javascript=False)
    page.get_by_role("link", name="Why can one account see it and another not?").click()
    _find(page, "Leo Marsh", "14/3/17")
    page.get_by_role("link", name="Leo Marsh").click()
    page.get_by_role("link", name="State a second purpose to see them").click()
    _state_purpose(page, javascript=False)
    page.get_by_label("One account").select_option(label="Ellie Brandon, Northwick Early Help")
    page.get_by_label("Another account").select_option(label="James Whitlock, Harbour Primary School")
    page.get_by_role("button", name="Compare").click()
    expect(page.locator("main")).to_contain_text("Ellie Brandon, Northwick Early Help sees")
    check_state(page)
    page.get_by_role("link", name="What if something changed?").click()
    page.get_by_role("radio", name="Somebody withdraws their consent").check()
    page.get_by_role("button", name="Show what would change").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose who of the family it is about")
    check_state(page)
    page.get_by_label("Who of the family").select_option(label="Dawn Marsh")
    page.get_by_role("button", name="Show what would change").click()
    expect(page.locator("main")).to_contain_text("would see less")
    expect(page.locator("main")).to_contain_text("From a broker alone to nothing")
    check_state(page)
    page.get_by_role("link", name="Draw who sees what").click()
    expect(page.get_by_role("heading", name="The picture")).to_be_visible()
    check_state(page)
    page.get_by_role("table").get_by_role("link", name="Ellie Brandon", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What Ellie Brandon can see")
    check_state(page)
    _turn_to(page, "The team’s page as this account gets it for Leo Marsh").click()
    expect(page.get_by_role("note").first).to_contain_text("Viewed as Ellie Brandon")
    assert page.locator("main button, main form").count() == 0
    check_state(page)


def test_pages_of_those_who_see_nothing(open_as: OpenPage, without_purpose: None) -> None:
    page = open_as(AUDITOR, "/access/people/leo-marsh/sensitive?next=" + OWN)
    _state_purpose(page, javascript=False)
    _state_purpose(page, javascript=False)
    page.get_by_role("link", name="Next page").click()
    expect(page.get_by_text("Page 2 of")).to_be_visible()
    assert page.get_by_role("heading", name="None:").count() == 1
    check_state(page)
    page.goto(f"{OWN}?page=99")
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")


@pytest.mark.parametrize("width", [1280, 360])
def test_targets_are_large_enough(open_as: OpenPage, without_purpose: None, width: int) -> None:
    page = open_as(AUDITOR, "/access/people/leo-marsh", width=width)
    assert small_targets(page) == []
    _state_purpose(page, javascript=False)
    assert small_targets(page) == []
    page.goto(OWN)
    assert small_targets(page) == []


def _press_until(page: Page, selector: str, key: str = "Enter") -> None:
    tab_until(page, selector)
    page.keyboard.press(key)


def test_by_keyboard_alone_from_sign_in_to_the_reasons(demo: Sessions, open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/sign-in?next=/access")
    tab_until(page, "#username")
    page.keyboard.type(AUDITOR)
    tab_until(page, "#password")
    page.keyboard.type(PASSWORDS[AUDITOR])
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: not address.partition("?")[0].endswith("/sign-in"))
    take_second_step(page, AUDITOR)  # by keyboard in test_second_factor.py
    page.wait_for_url("**/access/purpose?**")
    _press_until(page, "#code", "Space")
    tab_until(page, "#note")
    page.keyboard.type("Yearly check of who can see what, ticket 4711")
    _press_until(page, "main button")
    page.wait_for_selector(".access__questions")
    _press_until(page, '.access__questions a[href="/access/find"]')
    page.wait_for_selector("#name")
    tab_until(page, "#name")
    page.keyboard.type("Leo Marsh")
    tab_until(page, "#born")
    page.keyboard.type("14/3/17")
    page.keyboard.press("Enter")
    page.wait_for_selector(".access__found")
    _press_until(page, '.access__found a[href="/access/people/leo-marsh"]')
    page.wait_for_url("**/access/people/leo-marsh")
    _press_until(page, f'main a[href="{OWN}"]')
    page.wait_for_url(f"**{OWN}")
    expect(page.get_by_role("heading", name="Full:")).to_be_visible()
