"""Signing in through the pages, as anybody does: password, and for those who need it the second step."""

from __future__ import annotations

from playwright.sync_api import Page

from graph.moment import Moment
from graph.one_time_codes import code_of_step, step_at
from tests.app.team.marsh_family import PASSWORD

_apps: dict[str, tuple[str, int]] = {}
"""The authenticator app of each username: the secret, and the last step whose code was used."""


def sign_in(page: Page, username: str, password: str = PASSWORD, then: str | None = None) -> None:
    """Fill in the sign-in page and go on, to the address `then` where one is given."""
    page.goto(f"/sign-in?next={then}" if then else "/sign-in")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda address: not address.partition("?")[0].endswith("/sign-in"))
    take_second_step(page, username)
    page.wait_for_url(f"**{then}" if then else lambda address: "/sign-in" not in address)


def take_second_step(page: Page, username: str) -> None:
    """Set the second factor up, or give its code, where the page asks for one."""
    if "/sign-in/set-up" in page.url:
        read_secret(page, username)
        give_code(page, username)
        page.get_by_role("button", name="I have kept these codes").click(timeout=60_000)  # ten Argon2id hashes first
    elif "/sign-in/code" in page.url:
        give_code(page, username)


def read_secret(page: Page, username: str) -> None:
    """Let the app of this username have the key that the page shows."""
    _apps[username] = (page.locator(".secret").inner_text().replace(" ", ""), 0)


def give_code(page: Page, username: str) -> None:
    """Enter what the app of this username shows, or next shows where that was used."""
    secret, last = _apps[username]
    step = max(step_at(Moment.current()), last + 1)
    while step > step_at(Moment.current()) + 1:
        page.wait_for_timeout(500)  # one step of drift is taken, and no code twice
    page.get_by_label("Code", exact=True).fill(code_of_step(secret, step))
    page.keyboard.press("Enter")
    _apps[username] = (secret, step)
