"""What the audit pages tell of accounts is what the fragment decides for them, for every involvement of an area."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from graph.access import accounts_named, decide, decide_for_accounts, involvements_named, people_named
from graph.audit_accounts import reach_of, sight_of
from graph.audit_sight import explain, who_can_see
from graph.driver import Database, Transaction
from graph.moment import Moment
from tests.app.team.loading import load

CASES = Path(__file__).parents[1] / "cases"
AUDITOR = "an-auditor"
EVERY = 3
"""Each third involvement of a person, and each third account, is asked about, so that the test stays short."""


@pytest.fixture(params=["random-2", "random-5"])
def case(request: pytest.FixtureRequest, database: Database) -> Moment:
    """A case's world in the graph with an auditor, at its moment."""
    world: dict[str, Any] = json.loads((CASES / f"{request.param}.world.json").read_text(encoding="utf-8"))
    moment = Moment.at(datetime.fromisoformat(world["as_of"]).astimezone(UTC))
    agency = world["agencies"][0]["id"]
    auditor = {"id": AUDITOR, "username": AUDITOR, "role": "auditor", "agency": agency, "status": "active"}
    world["accounts"].append(auditor)
    load(database, world, moment)
    return moment


def test_tells_of_every_account_what_is_decided(database: Database, case: Moment) -> None:
    accounts = database.read(lambda tx: accounts_named(tx, []))
    people = database.read(lambda tx: people_named(tx, []))
    levels: set[str] = set()

    def compare(tx: Transaction, person: str, involvement: str) -> None:
        decided = decide_for_accounts(tx, involvement=involvement, accounts=accounts, moment=case)
        told = who_can_see(
            tx,
            account=AUDITOR,
            involvement=involvement,
            person=person,
            unmasked=people,
            others_of=None,
            tell_others=True,
            skip=0,
            limit=len(accounts),
            moment=case,
        )
        rows = [*told.seeing, *told.others]
        assert sorted((row.account, row.level, row.reasons, row.blockers) for row in rows) == sorted(
            (one.account, one.level, one.reasons, one.blockers) for one in decided
        )
        assert told.others_total == len(told.others)
        levels.update(row.level for row in rows)

    for person in people:
        for involvement in database.read(lambda tx, person=person: involvements_named(tx, [], [person]))[::EVERY]:
            database.read(lambda tx, person=person, involvement=involvement: compare(tx, person, involvement))
    assert {"full", "none"} <= levels


def test_an_accounts_page_holds_its_row_of_the_matrix(database: Database, case: Moment) -> None:
    people = database.read(lambda tx: people_named(tx, []))
    involvements = database.read(lambda tx: involvements_named(tx, []))

    def compare(tx: Transaction, account: str) -> int:
        decided = decide(tx, account=account, involvements=involvements, moment=case)
        seen = {(row.involvement, row.level, *row.reasons) for row in decided if row.level != "none"}
        reach = reach_of(tx, account=AUDITOR, wanted=account, unmasked=people, skip=0, limit=len(people), moment=case)
        sight = sight_of(tx, account=AUDITOR, wanted=account, people=reach.people, unmasked=people, moment=case)
        listed = [one.id for person in sight for one in person.involvements]
        told = explain(tx, account=AUDITOR, involvements=listed, accounts=[account], unmasked=people, moment=case)
        assert {(row.involvement, row.level, *row.reasons) for row in told if row.level != "none"} == seen, account
        return len(seen)

    accounts = database.read(lambda tx: accounts_named(tx, []))
    assert sum(database.read(lambda tx, account=account: compare(tx, account)) for account in accounts[::EVERY])
