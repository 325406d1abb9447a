"""The policy in force, in plain words for whoever is signed in, and what has changed about it."""

from __future__ import annotations

from app.policy.views import blueprint

__all__ = ["blueprint"]
