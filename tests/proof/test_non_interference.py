"""What is `none` for an account changes no byte of any answer to it (visibility.md, "Levels")."""

from __future__ import annotations

import pytest
from flask import Flask

from graph.driver import Database
from tests.proof.routes import Left, entry
from tests.proof.unseen import difference, pairs, visit


def test_every_route_is_in_the_registry(app: Flask) -> None:
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules()}
    assert sorted(one for one in endpoints if entry(one) is None) == [], "add a line to tests/proof/routes.py for each"


@pytest.mark.parametrize("role", ["practitioner", "coordinator"])
def test_what_is_hidden_changes_no_byte(app: Flask, connected_database: Database, role: str) -> None:
    for pair in pairs(role, 1):
        assert len(pair.changes) > 30
        before = visit(connected_database, app, pair, pair.world)
        after = visit(connected_database, app, pair, pair.changed)
        assert difference(before, after) == "", pair.changes
        visited = {rule.endpoint for rule in app.url_map.iter_rules() if not isinstance(entry(rule.endpoint), Left)}
        assert visited <= before.endpoints
