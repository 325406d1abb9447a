"""Adding a client with one's own involvement and their family, on one page."""

from __future__ import annotations

from app.recording.views import blueprint

__all__ = ["blueprint"]
