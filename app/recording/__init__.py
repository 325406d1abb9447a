"""Adding clients with one's own involvement and their family: one on one page, or a pasted caseload."""

from __future__ import annotations

from app.recording import caseload_views as caseload_views
from app.recording import taking_back_views as taking_back_views
from app.recording.views import blueprint

__all__ = ["blueprint"]
