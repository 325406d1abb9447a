"""Own involvements, links and memberships, and the answers to what others propose."""

from __future__ import annotations

from app.proposals.views import blueprint

__all__ = ["blueprint"]
