"""The sign-in page and the error pages in Chromium, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import pytest
from playwright.sync_api import Page, expect
from werkzeug.serving import make_server

from app.application import create_app
from config.settings import Settings
from graph.driver import Database
from graph.embedded.supervisor import ServerAddress
from tests.browser.conftest import OpenPage
from tests.browser.watching import check_state
from tests.relay import Relay

ADDRESS = "http://127.0.0.1"
both_ways = pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])


def _try(page: Page, username: str, password: str) -> None:
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()


@both_ways
def test_signing_in_empty_wrong_and_too_often(database: Database, open_page: OpenPage, javascript: bool) -> None:
    page = open_page(javascript=javascript)
    page.goto("/sign-in")
    check_state(page, javascript=javascript)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert").get_by_role("link")).not_to_have_count(0)
    check_state(page, javascript=javascript)
    _try(page, "nobody.here", "wrong")
    expect(page.get_by_role("alert")).to_contain_text("together they do not match an account")
    expect(page.get_by_label("Username")).to_have_value("nobody.here")
    check_state(page, javascript=javascript)
    for _ in range(8):
        _try(page, "nobody.here", "wrong")
        if page.get_by_text("Wait before you try again").count():
            break
    expect(page.get_by_role("alert")).to_contain_text("There were too many attempts")
    check_state(page, javascript=javascript)


def test_a_page_that_is_not_there(database: Database, open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/no/such/page")
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    check_state(page)


def test_a_form_that_has_run_out(database: Database, open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/sign-in")
    page.context.clear_cookies()
    _try(page, "nobody.here", "wrong")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your form has run out")
    check_state(page)


@pytest.fixture
def failing_site(server: ServerAddress, tmp_path: object) -> Iterator[tuple[str, Relay]]:
    """The address of Patchwork over a wire to the database that the test may cut."""
    with Relay(server) as relay:
        database = relay.database()
        serving = make_server("127.0.0.1", 0, create_app(database, Settings(data_dir=tmp_path)), threaded=True)
        thread = Thread(target=serving.serve_forever, daemon=True)
        thread.start()
        yield f"{ADDRESS}:{serving.server_port}", relay
        serving.shutdown()
        thread.join()
        database.close()


def test_the_graph_away(database: Database, open_page: OpenPage, failing_site: tuple[str, Relay]) -> None:
    site, relay = failing_site
    page = open_page()
    page.goto(f"{site}/sign-in")
    relay.cut()
    _try(page, "nobody.here", "wrong")
    expect(page.get_by_role("heading", level=1)).to_have_text("The records cannot be reached right now")
    check_state(page)
