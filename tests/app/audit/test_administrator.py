"""An administrator is told of the involvements that their own agency holds, people as initials, and of nothing else."""

from __future__ import annotations

import re

import pytest

from graph.audit import AuditEvent, tail
from graph.driver import Database
from graph.looks import look_at_team
from graph.moment import Moment
from tests.app.audit.family import CARE_ADMINISTRATOR
from tests.app.audit.reading import NOTE
from tests.app.page_client import PageClient

GIVEN_NAMES = ("Leo", "Dawn", "Ryan", "Mia", "Tyler", "Carol", "Marsh")


@pytest.fixture
def administrator(asker: PageClient) -> PageClient:
    """An administrator of Children's Social Care who has stated a purpose."""
    asker.sign_in_as(CARE_ADMINISTRATOR)
    asker.post("/access/purpose", {"code": "check", "note": NOTE}, status=303)
    return asker


def test_picks_a_practitioner_of_the_own_agency(administrator: PageClient) -> None:
    page = administrator.get("/access").text
    assert set(re.findall(r'href="/access/practitioners/([^"]+)"', page)) == {"p-priya", "p-gareth"}


def test_people_are_initials(administrator: PageClient, audited: Database) -> None:
    page = administrator.get("/access/practitioners/p-priya").text
    assert "L.M." in page
    assert not [name for name in GIVEN_NAMES if name in page]
    event = audited.read(lambda tx: tail(tx, 1))[0]
    assert event.people == ["x-leo", "x-mia", "x-unborn"]


def test_reads_who_can_see_an_own_involvement(administrator: PageClient, audited: Database) -> None:
    page = administrator.get("/access/involvements/i-priya-leo").text
    assert "Ellie Brandon works with L.M. for Northwick Early Help" in page
    assert not [name for name in GIVEN_NAMES if name in page]
    assert "Hidden Recoveryworker" not in page
    event = audited.read(lambda tx: tail(tx, 1))[0]
    assert (event.subject, event.people, event.entries) == ("x-leo", ["x-leo"], ["i-priya-leo audit EXPLAINED"])


def test_no_look_by_a_sensitive_service_is_listed(administrator: PageClient, audited: Database) -> None:
    """An administrator has no second purpose: a masked line would tell that such a service works with the family."""
    now = Moment.current()
    for account, agency, subject in (("acc-ray", "a-drugs", "x-dawn"), ("acc-ellie", "a-help", "x-leo")):
        event = AuditEvent(kind="team", at=now.now, account=account, agency=agency, subject=subject)
        look = audited.write(lambda tx, event=event: look_at_team(tx, event=event, moment=now))
        assert look is not None
        assert "i-priya-leo" in {one.id for one in look.team.involvements}
    page = administrator.get("/access/involvements/i-priya-leo").text
    who = page.partition('id="looked"')[2]
    assert "Ellie Brandon" in who
    assert not [word for word in ("sensitive", "Hidden", "Recovery") if word in who.partition("</section>")[0]]


@pytest.mark.parametrize("question", ["", "?level=full", "?agency=a-help", "?page=2"])
def test_another_agencys_involvement_is_as_none(administrator: PageClient, question: str) -> None:
    answers = [
        administrator.get(f"/access/involvements/{involvement}{question}", status=404)
        for involvement in ("i-ellie-leo", "i-hidden-dawn", "no-such-one")
    ]
    assert answers[0].data == answers[1].data == answers[2].data
    assert len({tuple(answer.headers) for answer in answers}) == 1


@pytest.mark.parametrize(
    "address",
    [
        "/access/practitioners/p-ellie",
        "/access/practitioners/nobody",
        "/access/people/x-leo",
        "/access/people/x-leo/sensitive",
        "/people/x-leo/team",
        "/shared-practitioners",
    ],
)
def test_nothing_else_of_a_family_is_open(administrator: PageClient, address: str) -> None:
    administrator.get(address, status=404)


@pytest.mark.parametrize("address", ["/access/find", "/access/people/x-leo/sensitive"])
def test_no_form_of_the_auditors_takes_theirs(administrator: PageClient, address: str) -> None:
    form = {"name": "Leo Marsh", "born": "2017", "code": "check", "note": NOTE}
    administrator.post(address, form, status=404)
