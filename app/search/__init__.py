"""Finding someone, and opening them with a stated reason."""

from __future__ import annotations

from app.search.views import blueprint

__all__ = ["blueprint"]
