"""Emptying the database in the middle of a test."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.driver import Database
from tests import graph_cleaning


@pytest.fixture
def empty(database: Database) -> Callable[[], None]:
    """Empty the database once more."""
    return lambda: graph_cleaning.empty(database)
