"""The audit pages: who can see an involvement and why, for auditors and administrators of the agency that holds it."""

from __future__ import annotations

from app.audit.views import blueprint

__all__ = ["blueprint"]
