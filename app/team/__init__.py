"""The team around one person's family: the page, and the same facts as JSON."""

from __future__ import annotations

from app.team.views import blueprint

__all__ = ["blueprint"]
