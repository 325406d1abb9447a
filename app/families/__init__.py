"""What is recorded of people and families, and records that turn out to be of one person."""

from __future__ import annotations

from app.families import merging_views as merging_views
from app.families import moving_views as moving_views
from app.families.views import blueprint

__all__ = ["blueprint"]
