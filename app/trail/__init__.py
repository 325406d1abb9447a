"""The audit trail for auditors: searching it, reading an event, and unusual access first."""

from __future__ import annotations

from app.trail.views import blueprint

__all__ = ["blueprint"]
