"""Withdrawing, ending, shielding, suspending and barring add nothing to anybody's sight."""

from __future__ import annotations

import pytest

from graph.driver import Database
from tests.proof.comparing import stored_sample
from tests.proof.effort import FULL
from tests.proof.fragments import decide_everything, fragments, sights
from tests.proof.report import report
from tests.proof.withdrawals import each_with_less
from tests.proof.worlds import INSTANTS, World, seeded_worlds

pytestmark = pytest.mark.timeout(3600 if FULL else 300)

HEIGHT = {"none": 0, "broker": 1, "restricted": 1, "agency": 2, "full": 3}
Heights = dict[tuple[str, str], int]


def test_taking_away_shows_nobody_more(connected_database: Database) -> None:
    for instant in INSTANTS[: 4 if FULL else 1]:
        worlds = seeded_worlds(f"less/{instant.isoformat()}", 30, instant)
        before = _heights(connected_database, worlds)
        for name, less in each_with_less(worlds, instant, "less"):
            after = _heights(connected_database, less)
            more = [(pair, before[pair], height) for pair, height in after.items() if height > before[pair]]
            assert more == [], name
            assert after != before, f"{name} changed nothing, so that nothing was tried"
            report("pairs of sight compared after a withdrawal", len(after))


def _heights(database: Database, worlds: list[World]) -> Heights:
    """How much each account sees of each person and involvement of its world."""
    sample = stored_sample(database, worlds, seed="less")
    rows = database.read(lambda tx: sights(tx, decide_everything(fragments()), sample.accounts, sample.moment))
    heights = {(row.account, row.person): HEIGHT[row.identity] for row in rows}
    return heights | {(row.account, one["involvement"]): HEIGHT[one["level"]] for row in rows for one in row.decided}
