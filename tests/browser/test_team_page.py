"""The team's page in Chromium: by keyboard alone, without JavaScript, on a phone, and free of complaints."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from graph.driver import Database
from tests.app.team.marsh_family import ELLIE, PASSWORD
from tests.browser.conftest import OpenPage
from tests.browser.signing_in import sign_in
from tests.browser.watching import axe, scrolls_sideways

TEAM = "/people/x-leo/team"


def _team(open_page: OpenPage, **options: object) -> Page:
    page = open_page(**options)
    sign_in(page, ELLIE, then=TEAM)
    return page


def _drawn(open_page: OpenPage, **options: object) -> Page:
    page = _team(open_page, **options)
    page.wait_for_selector("#canvas[data-drawn]")
    return page


def _node(page: Page, node: str) -> str:
    return f'.nodes button[data-node="{node}"]'


def _tab_until(page: Page, selector: str, limit: int = 60) -> None:
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the Tab key does not lead to {selector}")


def test_by_keyboard_alone_from_sign_in_to_a_phone_number(marsh: Database, open_page: OpenPage) -> None:
    page = open_page()
    page.goto(f"/sign-in?next={TEAM}")
    _tab_until(page, "#username")
    page.keyboard.type(ELLIE)
    _tab_until(page, "#password")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("#canvas[data-drawn]")
    _tab_until(page, ".to-picture")
    page.keyboard.press("Enter")
    _tab_until(page, _node(page, "person-x-leo"))
    seen = [page.evaluate("document.activeElement.dataset.node")]
    for key in ("ArrowUp", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
        seen.append(page.evaluate("document.activeElement.dataset.node"))
    assert len(set(seen)) > 2, seen
    page.locator(_node(page, "practitioner-p-priya")).focus()
    expect(page.locator(".status")).to_contain_text("Priya Nair, lead practitioner")
    expect(page.locator(".status")).to_contain_text("Connected with")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "tel:+441632960114"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.node") == "practitioner-p-priya"
    expect(page.locator(".card")).to_be_hidden()


def test_every_node_can_be_reached_by_arrow_keys(marsh: Database, open_page: OpenPage) -> None:
    page = _drawn(open_page)
    every = page.eval_on_selector_all(".nodes button", "all => all.map(one => one.dataset.node)")
    page.locator(_node(page, "person-x-leo")).focus()
    reached, waiting = {"person-x-leo"}, ["person-x-leo"]
    while waiting:
        here = waiting.pop()
        for key in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"):
            page.locator(_node(page, here)).focus()
            page.keyboard.press(key)
            there = page.evaluate("document.activeElement.dataset.node")
            if there not in reached:
                reached.add(there)
                waiting.append(there)
    assert set(every) == reached


def test_focus_marks_the_row_and_home_and_end_lead_to_the_ends(marsh: Database, open_page: OpenPage) -> None:
    page = _drawn(open_page)
    assert page.locator('.nodes button[tabindex="0"]').count() == 1
    page.locator(_node(page, "practitioner-p-kofi")).focus()
    expect(page.locator("#row-practitioner-p-kofi")).to_have_class("is-chosen")
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.dataset.node") == "person-x-leo"
    expect(page.locator("tr.is-chosen")).to_have_count(0)
    page.keyboard.press("End")
    last = page.locator(".nodes button").last.get_attribute("data-node")
    assert page.evaluate("document.activeElement.dataset.node") == last
    page.keyboard.press("Enter")
    expect(page.locator(".card")).to_be_visible()


def test_the_card_stays_with_its_row_until_it_is_closed(marsh: Database, open_page: OpenPage) -> None:
    page = _drawn(open_page)
    page.locator(_node(page, "practitioner-p-kofi")).click()
    card = page.get_by_role("dialog", name="Kofi Mensah")
    expect(card.get_by_role("link", name="07700 900585")).to_have_attribute("href", "tel:+447700900585")
    expect(card.get_by_role("link", name="Email")).to_have_attribute("href", "mailto:kofi.mensah@example.org")
    expect(page.locator("#row-practitioner-p-kofi")).to_have_class("is-chosen")
    assert axe(page) == []
    card.get_by_role("button", name="Close the card").click()
    expect(card).to_be_hidden()


def test_a_relatives_card_leads_to_their_own_team(marsh: Database, open_page: OpenPage) -> None:
    page = _drawn(open_page)
    page.locator(_node(page, "person-x-mia")).click()
    card = page.get_by_role("dialog", name="Mia")
    expect(card.get_by_role("link", name="Beth Collins")).to_have_attribute("href", "#row-practitioner-p-beth")
    card.get_by_role("link", name="Open the team around them").click()
    page.wait_for_url("**/people/x-mia/team")
    page.wait_for_selector("#canvas[data-drawn]")


def test_the_key_filters_the_picture_and_not_the_table(marsh: Database, open_page: OpenPage) -> None:
    page = _drawn(open_page)
    rows = page.locator(".people tbody tr").count()
    button = page.get_by_role("button", name="Practitioner", exact=True)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator(_node(page, "practitioner-p-kofi"))).to_be_hidden()
    expect(page.locator(_node(page, "practitioner-p-priya"))).to_be_hidden()
    expect(page.locator(_node(page, "person-x-mia"))).to_be_visible()
    assert page.locator(".people tbody tr").count() == rows
    assert axe(page) == []
    button.click()
    expect(page.locator(_node(page, "practitioner-p-kofi"))).to_be_visible()


def test_zoom_by_buttons(marsh: Database, open_page: OpenPage) -> None:
    page = _drawn(open_page)
    node = page.locator(_node(page, "person-x-leo"))
    before = node.bounding_box()
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_function(
        "width => document.activeElement && document.querySelector('.nodes button').offsetWidth > width",
        arg=before["width"],
    )
    page.get_by_role("button", name="Show the whole team").click()
    page.wait_for_function(
        "width => document.querySelector('.nodes button').offsetWidth <= width + 1", arg=before["width"]
    )


def test_the_buttons_stand_on_the_nodes_of_the_drawing(marsh: Database, open_page: OpenPage) -> None:
    page = _drawn(open_page)
    drawn = page.locator('.picture-team [data-node="person-x-leo"] circle').first.bounding_box()
    button = page.locator(_node(page, "person-x-leo")).bounding_box()
    assert abs(drawn["x"] + drawn["width"] / 2 - button["x"] - button["width"] / 2) < 2
    assert abs(drawn["y"] + drawn["height"] / 2 - button["y"] - button["height"] / 2) < 2


@pytest.mark.parametrize("width", [1280, 900, 360, 320])
def test_no_fault_and_no_sideways_scrolling(marsh: Database, open_page: OpenPage, width: int) -> None:
    page = (_drawn if width > 760 else _team)(open_page, width=width)
    for why in page.locator(".why summary").all()[:2]:
        why.click()
    assert not scrolls_sideways(page)
    assert axe(page) == []


@pytest.mark.parametrize("width", [1280, 360])
def test_no_fault_where_no_script_has_run(marsh: Database, open_page: OpenPage, width: int) -> None:
    # axe itself needs JavaScript, so the page's own scripts are emptied instead.
    page = open_page(width=width)
    page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    sign_in(page, ELLIE, then=TEAM)
    assert page.locator(".nodes").count() == 0
    assert not scrolls_sideways(page)
    assert axe(page) == []


def test_without_javascript_the_picture_is_there_and_leads_to_the_table(marsh: Database, open_page: OpenPage) -> None:
    page = _team(open_page, javascript=False)
    picture = page.locator(".picture-team")
    expect(picture).to_be_visible()
    picture.locator('a[data-node="practitioner-p-kofi"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#row-practitioner-p-kofi")
    expect(page.get_by_role("button", name="Print")).to_be_hidden()


def test_the_drawing_stays_where_the_canvas_cannot_be_loaded(marsh: Database, browser: object, site: str) -> None:
    page = browser.new_context(base_url=site).new_page()  # type: ignore[attr-defined]
    page.route("**/vis-network.js", lambda route: route.abort())
    sign_in(page, ELLIE, then=TEAM)
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    expect(page.locator('.picture-team [data-node="practitioner-p-kofi"]')).to_be_visible()
    assert page.locator(".nodes").count() == 0
    page.context.close()


def test_a_phone_has_the_table_first_and_a_picture_of_its_own(marsh: Database, open_page: OpenPage) -> None:
    page = _team(open_page, width=360, height=740)
    table, picture = page.locator(".people table").bounding_box(), page.locator(".picture-team-phone").bounding_box()
    assert table["y"] < picture["y"]
    assert page.locator(".contact .best").first.bounding_box()["height"] >= 48
    assert page.locator(".call").bounding_box()["height"] >= 52
    expect(page.locator(".picture-team")).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 360])
def test_targets_are_large_enough(marsh: Database, open_page: OpenPage, width: int) -> None:
    page = _team(open_page, width=width)
    small = page.eval_on_selector_all(
        "main a:not(svg a):not(.to-picture), main button, main summary",
        """all => all.filter(one => one.offsetParent && one.getBoundingClientRect().height < 24)
          .map(one => one.outerHTML)""",
    )
    assert small == []


def test_on_paper_addresses_are_written_out(marsh: Database, open_page: OpenPage) -> None:
    page = _drawn(open_page)
    page.emulate_media(media="print")
    expect(page.locator("#row-practitioner-p-beth").get_by_text("beth.collins@example.org")).to_be_visible()
    expect(page.locator(".print-foot")).to_contain_text(
        "Printed by Ellie Brandon, Northwick Early Help, 23 November 2026"
    )
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    expect(page.locator('.picture-team [data-node="practitioner-p-kofi"]')).to_be_visible()
