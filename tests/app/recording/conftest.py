"""The confirming world in the graph, shared by the tests of a module; each adds people of its own."""

from __future__ import annotations

from tests.app.proposals.conftest import actors

__all__ = ["actors"]
