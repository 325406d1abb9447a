"""What a record said before a change is kept once, and read newest first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from graph.driver import Database
from graph.history import history_of, keep_former
from graph.moment import Moment


def _keep(database: Database, id_: str, of: str, moment: Moment, **said: object) -> None:
    database.write(
        lambda tx: keep_former(tx, id_=id_, kind="involvement", of=of, said=said, account="v", moment=moment)
    )


def test_newest_first_and_only_of_the_records_asked_for(database: Database) -> None:
    moment = Moment.current()
    later = Moment.at(moment.now + timedelta(minutes=1))
    _keep(database, "f1", "e1", moment, role="Support", to=None)
    _keep(database, "f2", "e1", later, **{"from": date(2026, 2, 28)})
    _keep(database, "f3", "e2", moment, role="Review")
    told = database.read(lambda tx: history_of(tx, ["e1"]))
    assert [one.said for one in told] == [{"from": "2026-02-28"}, {"role": "Support", "to": None}]
    assert [one.changed_by for one in told] == ["v", "v"]


def test_the_same_id_again_changes_nothing(database: Database) -> None:
    _keep(database, "f1", "e1", Moment.current(), role="Support")
    _keep(database, "f1", "e1", Moment.current(), role="Review")
    assert [one.said for one in database.read(lambda tx: history_of(tx, ["e1"]))] == [{"role": "Support"}]


def test_what_cannot_be_written_is_refused(database: Database) -> None:
    with pytest.raises(TypeError, match="not set"):
        _keep(database, "f1", "e1", Moment.current(), role={"Support"})
