"""What people say of Patchwork, the board of answers, and whether a look helped."""

from __future__ import annotations

from app.feedback.views import blueprint

__all__ = ["blueprint"]
