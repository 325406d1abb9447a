"""Subject access: the report for a person of what is held and who saw it, and who looked, for privacy officers."""

from __future__ import annotations

from app.subject_access.views import blueprint

__all__ = ["blueprint"]
