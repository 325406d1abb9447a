"""The audit pages: who can see what and why, for auditors; for administrators what their own agency holds."""

from __future__ import annotations

from app.audit import account_views, family_views, views
from app.audit.blueprint import blueprint

__all__ = ["account_views", "blueprint", "family_views", "views"]
