"""Moving about a page by keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Page


def tab_until(page: Page, selector: str, limit: int = 120) -> None:
    """Press Tab until the focus is on an element that matches; AssertionError where the key does not lead there."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the Tab key does not lead to {selector}")
