"""The privacy queue: privacy officers review what widens or guards sight, and close it with an outcome."""

from __future__ import annotations

from app.privacy_queue.views import blueprint

__all__ = ["blueprint"]
