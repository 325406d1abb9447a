"""What the audit page tells of each account is what the fragment decides for it, for every involvement of an area."""

from __future__ import annotations

from datetime import UTC, datetime

from graph.access import accounts_named, decide_for_accounts, involvements_named
from graph.audit_views import who_can_see
from graph.driver import Database, Transaction
from graph.moment import Moment
from graph.synthetic.area import synthetic_area
from tests.app.team.loading import load

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
EVERY = 8
"""Each eighth involvement is asked about, so that the test stays short."""


def test_tells_of_every_account_what_is_decided(database: Database) -> None:
    moment = Moment.at(NOW)
    world: dict[str, object] = {"format": "patchwork-world/1", "as_of": "2026-11-23T10:42:00Z"}
    for name, row in synthetic_area(120, 7, NOW):
        world.setdefault(name, []).append(row)  # type: ignore[attr-defined]
    load(database, world, moment)
    accounts = database.read(lambda tx: accounts_named(tx, []))
    involvements = database.read(lambda tx: involvements_named(tx, []))[::EVERY]
    auditor = next(one["id"] for one in world["accounts"] if one["role"] == "auditor")  # type: ignore[index,attr-defined]
    levels: set[str] = set()

    def compare(tx: Transaction, involvement: str) -> None:
        decided = decide_for_accounts(tx, involvement=involvement, accounts=accounts, moment=moment)
        person = involvement_person(world, involvement)
        told = who_can_see(
            tx,
            account=auditor,
            involvement=involvement,
            unmasked=[person],
            agency=None,
            skip=0,
            limit=len(accounts),
            moment=moment,
        )
        rows = [*told.seeing, *told.others]
        assert sorted((row.account, row.level, row.reasons, row.blockers) for row in rows) == sorted(
            (one.account, one.level, one.reasons, one.blockers) for one in decided
        )
        assert told.others_total == len(told.others)
        levels.update(row.level for row in rows)

    for involvement in involvements:
        database.read(lambda tx, involvement=involvement: compare(tx, involvement))
    assert {"full", "none"} <= levels


def involvement_person(world: dict[str, object], involvement: str) -> str:
    """Whom an involvement of the world concerns."""
    return next(one["person"] for one in world["involvements"] if one["id"] == involvement)  # type: ignore[attr-defined]
