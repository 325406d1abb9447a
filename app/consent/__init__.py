"""What people decide about showing who works with them: recorded, taken back, explained in their own language."""

from __future__ import annotations

from app.consent.views import blueprint

__all__ = ["blueprint"]
