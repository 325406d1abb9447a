"""A second record of somebody hidden is accepted without a word, and a privacy officer hears of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.driver import Database, Transaction
from graph.moment import Moment
from graph.near_matches import NewPerson, queue_near_matches
from tests.app.search.world import NHS, search_world
from tests.graph.near_matches.queued import queued
from tests.graph.worlds.in_and_out import bring_in

BORN = date(2014, 7, 3)
SOMEBODY = NewPerson("new", "Zebedee", "Quux", date_of_birth=date(1999, 9, 9))


@pytest.fixture(scope="module")
def area(connected_database: Database) -> Database:
    """The small area of the search's tests, in which Ellie sees Leo and neither Irena nor Petra."""
    from tests import graph_cleaning

    graph_cleaning.empty(connected_database)
    assert not bring_in(connected_database, search_world()).faults
    return connected_database


def _record(area: Database, new: NewPerson) -> int:
    """Record it as Ellie; answers how many statements that took."""
    counted: list[str] = []

    def work(tx: Transaction) -> None:
        run = tx.run

        class Counting:
            def run(self, query: Any, **parameters: Any) -> Any:
                counted.append(query.name)
                return run(query, **parameters)

        queue_near_matches(Counting(), account="ellie", new=new, moment=Moment.current())  # type: ignore[arg-type]

    area.write(work)
    return len(counted)


@pytest.mark.parametrize(
    ("new", "found", "note"),
    [
        (NewPerson("n1", "Irena", "Wolska", date_of_birth=BORN), ["hidden"], "near match"),
        (NewPerson("n2", "Irene", "Wolska", date_of_birth=BORN), ["hidden"], "near match"),
        (NewPerson("n3", "Petra", "Lang", date_of_birth=BORN), ["shielded"], "near match"),
        (NewPerson("n4", "Other", "Name", references=(NHS["hidden"],)), ["hidden"], "clash"),
        (NewPerson("n5", "Other", "Name", references=(NHS["shielded"],)), ["shielded"], "clash"),
        (NewPerson("n6", "Leo", "Marsh", date_of_birth=BORN), [], ""),
        (NewPerson("n7", "Zebedee", "Quux", date_of_birth=BORN), [], ""),
    ],
)
def test_whom_a_privacy_officer_is_asked_to_compare(
    area: Database, new: NewPerson, found: list[str], note: str
) -> None:
    assert _record(area, new) == _record(area, SOMEBODY) == 2
    items = [item for item in queued(area) if item.subject == new.id]
    assert [(item.kind, item.people, item.note) for item in items] == ([("near_match", found, note)] if found else [])


def test_recorded_twice_it_is_queued_once(area: Database) -> None:
    new = NewPerson("again", "Irena", "Wolska", date_of_birth=BORN)
    for _ in range(2):
        _record(area, new)
    assert len([item for item in queued(area) if item.subject == "again"]) == 1
