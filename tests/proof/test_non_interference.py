"""What is `none` for an account changes no byte of any answer to it (visibility.md, "Levels")."""

from __future__ import annotations

import pytest
from flask import Flask

from graph.driver import Database
from tests.proof.effort import FULL, PAIRS_OF_WORLDS
from tests.proof.report import report
from tests.proof.routes import Left, entry
from tests.proof.unseen import bytes_of_difference, first_difference, pairs, visit


def test_every_route_is_in_the_registry(app: Flask) -> None:
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules()}
    unknown = sorted(one for one in endpoints if entry(one) is None)
    report("endpoints of the URL map", len(endpoints))
    report("endpoints without a line in the registry", len(unknown))
    assert unknown == [], "add a line to tests/proof/routes.py for each"


@pytest.mark.timeout(3600 if FULL else 300)
@pytest.mark.parametrize("role", ["practitioner", "coordinator"])
def test_what_is_hidden_changes_no_byte(app: Flask, connected_database: Database, role: str) -> None:
    visited = {rule.endpoint for rule in app.url_map.iter_rules() if not isinstance(entry(rule.endpoint), Left)}
    for pair in pairs(role, PAIRS_OF_WORLDS):
        assert len(pair.changes) > 30
        before = visit(connected_database, app, pair, pair.world)
        after = visit(connected_database, app, pair, pair.changed)
        report("bytes of answers that differ", bytes_of_difference(before.answers, after.answers))
        assert first_difference(before.answers, after.answers) == "", pair.changes
        assert before.letters == after.letters, pair.changes
        assert visited <= before.endpoints
        report("answers compared between worlds that differ in what is hidden", len(before.answers))
        report("bytes of answers compared", sum(len(one.body) for one in before.answers))
    report(f"endpoints visited as a {role}", len(visited))
