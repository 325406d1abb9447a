"""The team as the graph gives it to one account."""

from __future__ import annotations

from datetime import UTC, datetime

from graph.driver import Database
from graph.moment import Moment
from graph.team import read_team
from tests.app.search.world import involvement, search_world
from tests.graph.worlds.in_and_out import bring_in

NOW = Moment.at(datetime(2026, 7, 14, 22, 30, tzinfo=UTC))


def test_entries_of_agencies_are_sorted_by_their_ids(database: Database) -> None:
    world = search_world()
    for id_ in ("school-b", "school1"):
        world["agencies"].append({"id": id_, "name": id_, "kind": "education", "sector": "statutory", "status": "live"})
        world["agreements"][0]["signatures"].append({"agency": id_, "signed_on": "2020-01-01"})
        world["practitioners"].append(
            {"id": f"of-{id_}", "name": "Una Reed", "works_for": [{"agency": id_, "from": "2015-01-01"}]}
        )
        world["involvements"].append(involvement(f"at-{id_}", f"of-{id_}", id_, "found"))
    world["grants"].append(
        {
            "id": "opened",
            "account": "ellie",
            "person": "found",
            "kind": "opened",
            "reason": "referral",
            "granted_at": "2026-07-14T20:00:00Z",
            "expires_at": "2026-07-15T08:00:00Z",
        }
    )
    assert not bring_in(database, world, moment=NOW).faults
    team = database.read(lambda tx: read_team(tx, account="ellie", person="found", moment=NOW))
    assert team is not None
    assert [one.id for one in team.agencies] == ["school-b.found", "school.found", "school1.found"]
