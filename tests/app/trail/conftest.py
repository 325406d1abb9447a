"""A family that has been looked at, and an auditor who has stated a purpose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from graph.audit import AuditEvent, record
from graph.driver import Database
from graph.looks import look_at_team
from graph.moment import Moment
from tests import graph_cleaning
from tests.app.audit.family import AUDITOR, audited_family
from tests.app.audit.test_purposes import NOTE
from tests.app.page_client import PageClient
from tests.app.team.loading import load
from tests.app.team.marsh_family import NOW

AGENCIES = {"acc-ellie": "a-help", "acc-priya": "a-care", "acc-ray": "a-drugs"}
LOOKS = (("acc-ellie", "x-leo", 1), ("acc-priya", "x-mia", 2), ("acc-ray", "x-dawn", 3))
"""Account, subject, and how many minutes after the family was stored."""


@pytest.fixture(scope="module")
def looked(connected_database: Database) -> Iterator[Database]:
    """Three looks at a family's teams, one of them by a sensitive service; the clock stands an hour later."""
    database = connected_database
    graph_cleaning.empty(database)
    load(database, audited_family(), Moment.at(NOW))
    for account, subject, minutes in LOOKS:
        at = NOW + timedelta(minutes=minutes)
        event = AuditEvent(
            kind="team",
            at=at,
            account=account,
            role="practitioner",
            agency=AGENCIES[account],
            route="team.team",
            subject=subject,
            id=f"look-{account}",
        )
        database.write(lambda tx, event=event, at=at: look_at_team(tx, event=event, moment=Moment.at(at)))
    with time_machine.travel(NOW + timedelta(hours=1)):
        yield database


@pytest.fixture
def browser_of_somebody(app: Flask, looked: Database) -> PageClient:
    """A browser that nobody has used, over the family that was looked at."""
    return PageClient(app, looked)


@pytest.fixture
def auditor(browser_of_somebody: PageClient) -> PageClient:
    """An auditor who has stated a purpose."""
    browser_of_somebody.sign_in_as(AUDITOR)
    browser_of_somebody.post("/access/purpose", {"code": "check", "note": NOTE}, status=303)
    return browser_of_somebody


def note(database: Database, kind: str, minutes: float, **said: object) -> str:
    """Record an event so many minutes after the family was stored; answers its id."""
    facts = {"account": "acc-ellie", "role": "practitioner", "agency": "a-help", **said}
    event = AuditEvent(kind=kind, at=NOW + timedelta(minutes=minutes), **facts)  # type: ignore[arg-type]
    database.write(lambda tx: record(tx, event))
    return event.id
