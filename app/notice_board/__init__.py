"""What people are told: the notices, and what waits for an answer, on the home page and on a page of its own."""

from __future__ import annotations

from flask import Flask

from app.notice_board.views import blueprint
from app.notice_board.waiting import what_waits

__all__ = ["blueprint", "register"]


def register(app: Flask) -> None:
    """Give templates `what_waits`, for waiting.html."""
    app.add_template_global(what_waits)
