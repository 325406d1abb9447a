"""Shields and bars: for whoever works with the person, and for privacy officers."""

from __future__ import annotations

from app.shields.views import blueprint

__all__ = ["blueprint"]
