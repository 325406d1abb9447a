"""Long lists, page by page, from page 1 on."""

from __future__ import annotations

from flask import abort

_PAGES_AT_MOST = 1_000_000
"""Beyond, the number of rows to skip would not be one that the graph can count."""


def page_number(asked: int) -> int:
    """The page that was asked for; 404 for a number that no list has."""
    return asked if 1 <= asked <= _PAGES_AT_MOST else abort(404)


def pages_of(total: int, per_page: int) -> int:
    """How many pages so many rows fill; an empty list has one."""
    return max(1, -(-total // per_page))
