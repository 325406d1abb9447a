"""What is masked for an auditor, or not an administrator's to know, changes no byte of any answer to them."""

from __future__ import annotations

import pytest
from flask import Flask

from graph.driver import Database
from tests.proof.effort import FULL, PAIRS_OF_WORLDS
from tests.proof.officers import OfficersIds, masked_pairs
from tests.proof.report import report
from tests.proof.unseen import INSTANT, first_difference, visit

pytestmark = pytest.mark.timeout(3600 if FULL else 300)


def test_what_is_masked_changes_no_byte(app: Flask, connected_database: Database) -> None:
    for pair in masked_pairs(PAIRS_OF_WORLDS):
        assert len(pair.changes) > 20
        ids = OfficersIds(pair.world, INSTANT, pair.account, few=None if FULL else 3)
        before = visit(connected_database, app, pair, pair.world, "auditor", ids)
        after = visit(connected_database, app, pair, pair.changed, "auditor", ids)
        assert first_difference(before.answers, after.answers) == "", pair.changes
        report("answers to an auditor compared between worlds that differ in what is masked", len(before.answers))
