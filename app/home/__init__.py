"""The first page after sign-in: my clients and families with what is new, or the way to the pages of a role."""

from __future__ import annotations

from app.home.views import blueprint

__all__ = ["blueprint"]
