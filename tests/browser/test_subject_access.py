"""A privacy officer prepares a person's report, releases it and prints it; and reads who looked; in Chromium."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.watching import check_state, small_targets

AUDITOR = "noor.darwish"
PERSON = "/access/people/leo-marsh"


def _state_purpose(page: Page) -> None:
    page.get_by_role("radio", name="A request for what is held").check()
    page.get_by_label("Why you need to look").fill("Request SAR-2026-014 of 9 November")
    page.locator("main form button").click()


def test_a_report_from_its_beginning_to_paper(open_as: OpenPage, tmp_path: Path) -> None:
    page = open_as("ellie.brandon", "/people/leo-marsh/team")
    page = open_as(AUDITOR, PERSON)
    _state_purpose(page)
    page.get_by_role("link", name="Who looked at Leo").click()
    expect(page.get_by_text("Ellie Brandon").first).to_be_visible()
    page.get_by_role("link", name="Everybody in the family today").click()
    check_state(page)
    page.get_by_role("link", name="Subject access reports").click()
    page.get_by_role("button", name="Begin the report").click()
    expect(page.get_by_role("alert")).to_be_visible()
    check_state(page)
    page.get_by_label("Reference of the request").fill("SAR-2026-014")
    page.get_by_role("button", name="Begin the report").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Report SAR-2026-014 about Leo Marsh")
    check_state(page)
    assert small_targets(page) == []
    page.get_by_role("button", name="Keep this decision").click()
    expect(page.get_by_role("alert").get_by_role("link")).to_have_count(3)
    check_state(page)
    page.get_by_role("checkbox", name="Address: ").check()
    page.get_by_role("radio", name="Withhold it").check()
    page.get_by_label("Exemption, where it is withheld").select_option(label="Serious harm: social work data")
    page.get_by_role("checkbox", name="Say in the report").check()
    page.get_by_role("textbox", name="Why").fill("Advice of the social worker")
    page.get_by_role("button", name="Keep this decision").click()
    expect(page.get_by_text("the report says so")).to_be_visible()
    page.get_by_role("button", name="Release the report").click()
    expect(page.get_by_text("Fingerprint")).to_be_visible()
    check_state(page)
    page.get_by_role("link", name="Read or print what was released").click()
    expect(page.get_by_text("Something is left out here")).to_be_visible()
    check_state(page)
    page.set_viewport_size({"width": 360, "height": 900})
    assert small_targets(page) == []
    page.emulate_media(media="print")
    for hidden in ("header.masthead", ".footer", ".crumb"):
        expect(page.locator(hidden)).to_be_hidden()
    paper = tmp_path / "report.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)
    assert paper.read_bytes().count(b"/Type /Page\n") >= 2
    assert b"/MediaBox [0 0 594.95996 841.91998]" in paper.read_bytes()


def test_the_policy_reads_well(open_as: OpenPage) -> None:
    page = open_as("ellie.brandon", "/policy")
    check_state(page)
    assert small_targets(page) == []
    page.set_viewport_size({"width": 360, "height": 900})
    assert small_targets(page) == []
