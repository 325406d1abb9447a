"""Emergency access ("break-glass"): justified, told, reviewed, and over after four hours."""

from __future__ import annotations

from flask import Flask

from app.emergency import request_views
from app.emergency.countdown import emergency_access
from app.emergency.views import blueprint

__all__ = ["blueprint", "register", "request_views"]


def register(app: Flask) -> None:
    """Give templates `emergency_access`, for the countdown on every page."""
    app.add_template_global(emergency_access)
