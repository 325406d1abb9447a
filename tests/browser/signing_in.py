"""Signing in through the page, as anybody does."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.app.team.marsh_family import PASSWORD


def sign_in(page: Page, username: str, password: str = PASSWORD, then: str | None = None) -> None:
    """Fill in the sign-in page and go on, to the address `then` where one is given."""
    page.goto(f"/sign-in?next={then}" if then else "/sign-in")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"**{then}" if then else lambda address: "/sign-in" not in address)
