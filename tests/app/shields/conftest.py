"""The confirming world, as for proposals."""

from __future__ import annotations

from tests.app.proposals.conftest import actors, neighbour, neighbours, proposal

__all__ = ["actors", "neighbour", "neighbours", "proposal"]
