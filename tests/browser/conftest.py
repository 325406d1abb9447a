"""Patchwork served on a free loopback port to a real Chromium, on the morning of 23 November 2026."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
import time_machine
from playwright.sync_api import Browser, Page, StorageState, sync_playwright
from werkzeug.serving import make_server

from app.application import create_app
from config.settings import Settings
from graph.driver import Database
from graph.moment import Moment
from tests.app.team.loading import load
from tests.app.team.marsh_family import NOW, marsh_family
from tests.browser.demo_area import PASSWORDS, demo_area
from tests.browser.signing_in import sign_in
from tests.browser.watching import Watch, watched

CHROMIUM = os.environ.get("TEST_CHROMIUM", "/usr/bin/chromium")
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"]
OpenPage = Callable[..., Page]
Sessions = dict[str, StorageState]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the run; each page gets a context, and so a cookie jar, of its own."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def site(connected_database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of Patchwork over the test database, as http://127.0.0.1:PORT."""
    folder: Path = tmp_path_factory.mktemp("data")
    server = make_server("127.0.0.1", 0, create_app(connected_database, Settings(data_dir=folder)), threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.fixture
def marsh(database: Database) -> Iterator[Database]:
    """The Marsh family in the graph, and the day of its story on the clock."""
    with time_machine.travel(NOW):
        load(database, marsh_family(), Moment.current())
        yield database


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[OpenPage]:
    """Opens pages, for example open_page(width=360, javascript=False); at the end none may have complained."""
    watches: list[Watch] = []

    def open_one(*, width: int = 1280, height: int = 900, javascript: bool = True, **options: object) -> Page:
        context = browser.new_context(
            base_url=site, viewport={"width": width, "height": height}, java_script_enabled=javascript, **options
        )
        page = context.new_page()
        watches.append(watched(page))
        return page

    yield open_one
    for watch in watches:
        watch.page.context.close()
    complaints = [complaint for watch in watches for complaint in watch.complaints]
    assert not complaints, "\n".join(complaints)


@pytest.fixture(scope="module")
def demo(connected_database: Database) -> Iterator[Sessions]:
    """The demonstration's area, shared by a module's tests, and the session of each account that signed in so far."""
    with demo_area(connected_database):
        yield {}


@pytest.fixture
def open_as(open_page: OpenPage, demo: Sessions) -> OpenPage:
    """Opens the page `at` as a demonstration account, for example open_as("ellie.brandon", "/search", width=360)."""

    def open_one(username: str, at: str = "/", **options: object) -> Page:
        page = open_page(storage_state=demo.get(username), **options)
        if username not in demo:
            sign_in(page, username, PASSWORDS[username])
            demo[username] = page.context.storage_state()
        page.goto(at)
        return page

    return open_one
