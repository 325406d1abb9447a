"""The coordinator's page: practitioners shared between the programme's families."""

from __future__ import annotations

from app.coordinator.views import blueprint

__all__ = ["blueprint"]
