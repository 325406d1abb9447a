"""Open work that is over, or waits to be confirmed, leaves nobody unmasked who looks for a sensitive service today."""

from __future__ import annotations

from typing import Any

import pytest

from graph.audit import AuditEvent
from graph.audit_search import Asked, search_trail
from graph.audit_trail import ALWAYS, looks_at_involvement, looks_at_person
from graph.driver import Database
from graph.looks import look_at_team
from graph.moment import Moment
from tests import graph_cleaning
from tests.app.audit.family import audited_family
from tests.app.team.loading import load
from tests.app.team.marsh_family import NOW

OPEN_WORK = ({"to": "2022-01-01"}, {"confirmed": False})


def _work(id_: str, **more: Any) -> dict[str, Any]:
    ids = {"id": id_, "practitioner": "p-cass", "agency": "a-gp", "person": "x-dawn"}
    return {**ids, "type": "general_practice", "basis": "public_task", "from": "2021-01-01", **more}


@pytest.mark.parametrize("open_work", [*OPEN_WORK, {}])
def test_only_open_work_of_that_day_unmasks(connected_database: Database, open_work: dict[str, Any]) -> None:
    database, now = connected_database, Moment.at(NOW)
    graph_cleaning.empty(database)
    world = audited_family()
    works_for = [{"agency": "a-gp", "from": "2020-01-01"}]
    world["practitioners"].append({"id": "p-cass", "name": "Cass Quiet", "works_for": works_for})
    world["involvements"] += [_work("i-quiet", sensitive=True), _work("i-open", **open_work)]
    account = {"id": "acc-cass", "username": "cass.quiet", "role": "practitioner", "agency": "a-gp"}
    world["accounts"].append({**account, "status": "active", "practitioner": "p-cass"})
    load(database, world, now)
    event = AuditEvent(kind="team", at=NOW, account="acc-cass", agency="a-gp", subject="x-dawn")
    assert database.write(lambda tx: look_at_team(tx, event=event, moment=now))

    asked = Asked(*ALWAYS, person="x-dawn")
    trail = database.write(
        lambda tx: search_trail(tx, auditor="acc-ava", asked=asked, unmasked=[], skip=0, limit=9)
    ).events
    looks = database.read(lambda tx: looks_at_person(tx, person="x-dawn"))
    shown = database.read(lambda tx: looks_at_involvement(tx, involvement="i-open"))
    masked = bool(open_work)
    assert [one.masked for one in trail] == [masked]
    assert [one.masked for one in looks] == [masked]
    assert {one.masked for one in shown} <= {masked}
