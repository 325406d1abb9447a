"""An involvement changed, kept true, ended, handed over or led; everything that a practitioner holds; leaving."""

from __future__ import annotations

from app.involvements.leaving_views import blueprint

__all__ = ["blueprint"]
