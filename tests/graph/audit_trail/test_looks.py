"""Who was shown a person or an involvement, as the trail has it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from graph.audit import AuditEvent
from graph.audit_trail import looks_at_involvement, looks_at_person
from graph.driver import Database
from graph.looks import look_at_team
from graph.moment import Moment
from tests.app.audit.family import audited_family
from tests.app.team.loading import load
from tests.app.team.marsh_family import NOW


@pytest.fixture(scope="module")
def looked(connected_database: Database) -> Database:
    """A family at which Ellie looked twice, Priya once from Leo's sister, and a service that stays masked once."""
    from tests import graph_cleaning

    graph_cleaning.empty(connected_database)
    load(connected_database, audited_family(), Moment.at(NOW))
    for minute, (account, subject) in enumerate(
        [("acc-ellie", "x-leo"), ("acc-priya", "x-mia"), ("acc-ellie", "x-leo"), ("acc-ray", "x-dawn")]
    ):
        at = NOW + timedelta(minutes=minute)
        event = AuditEvent(kind="team", at=at, account=account, agency=_agency(account), subject=subject)
        seen = connected_database.write(
            lambda tx, event=event, at=at: look_at_team(tx, event=event, moment=Moment.at(at))
        )
        assert seen is not None, account
    return connected_database


def _agency(account: str) -> str:
    return {"acc-ellie": "a-help", "acc-priya": "a-care", "acc-ray": "a-drugs"}[account]


def test_who_was_shown_an_involvement(looked: Database) -> None:
    rows = looked.read(lambda tx: looks_at_involvement(tx, involvement="i-priya-leo"))
    told = [(one.account, one.level, one.reasons, one.times, one.first, one.last) for one in rows if not one.masked]
    assert told == [
        ("acc-ellie", "full", ["AROUND_FAMILY", "STATUTORY"], 2, NOW, NOW + timedelta(minutes=2)),
        (
            "acc-priya",
            "full",
            ["AROUND_FAMILY", "OWN", "OWN_AGENCY", "STATUTORY"],
            1,
            *[NOW + timedelta(minutes=1)] * 2,
        ),
    ]


def test_a_sensitive_service_is_masked_until_it_may_be_known(looked: Database) -> None:
    def who(unmasked: list[str]) -> list[tuple[str | None, bool]]:
        rows = looked.read(lambda tx: looks_at_person(tx, person="x-dawn", unmasked=unmasked))
        return [(one.account, one.masked) for one in rows if one.at == NOW + timedelta(minutes=3)]

    assert who([]) == [(None, True)]
    assert who(["x-leo"]) == [(None, True)]
    assert who(["x-dawn"]) == who(["account:acc-ray"]) == [("acc-ray", False)]


def test_direct_and_incidental_looks_at_a_person(looked: Database) -> None:
    rows = looked.read(lambda tx: looks_at_person(tx, person="x-leo", unmasked=["x-leo"]))
    assert [(one.account, one.direct, one.through) for one in rows][1:] == [
        ("acc-ellie", True, ["around"]),
        ("acc-priya", False, ["around"]),
        ("acc-ellie", True, ["around"]),
    ]


def test_between_two_instants(looked: Database) -> None:
    def times(start: datetime, end: datetime) -> list[datetime]:
        return [one.at for one in looked.read(lambda tx: looks_at_person(tx, person="x-leo", between=(start, end)))]

    assert times(NOW, NOW + timedelta(minutes=1)) == [NOW]
    assert times(NOW + timedelta(seconds=1), NOW + timedelta(minutes=2)) == [NOW + timedelta(minutes=1)]


@pytest.mark.parametrize("unknown", ["nobody", 'x" OR people:"x-leo', "*", "x-l*", "x\\"])
def test_words_of_the_query_language_stand_for_themselves(looked: Database, unknown: str) -> None:
    assert looked.read(lambda tx: looks_at_person(tx, person=unknown)) == []
    assert looked.read(lambda tx: looks_at_involvement(tx, involvement=unknown)) == []
