"""Nothing is shown before a purpose is stated, and what was stated stands in the audit trail."""

from __future__ import annotations

import pytest

from graph.audit import AuditEvent, tail
from graph.driver import Database
from tests.app.audit.family import AUDITOR, CARE_ADMINISTRATOR
from tests.app.audit.reading import NOTE
from tests.app.page_client import PageClient
from tests.app.team.marsh_family import ELLIE


@pytest.mark.parametrize("involvement", ["i-ellie-leo", "nothing-there"])
@pytest.mark.parametrize("username", [AUDITOR, CARE_ADMINISTRATOR])
def test_without_a_purpose_every_address_leads_to_the_form(
    asker: PageClient, audited: Database, username: str, involvement: str
) -> None:
    asker.sign_in_as(username)
    address = f"/access/involvements/{involvement}"
    answer = asker.get(address, status=303)
    assert answer.location == f"/access/purpose?next={address}"
    assert [event.kind for event in _events(audited)] == ["import"]


def test_the_purpose_is_kept_and_leads_on(asker: PageClient, audited: Database) -> None:
    asker.sign_in_as(AUDITOR)
    address = "/access/involvements/i-ellie-leo"
    answer = asker.post("/access/purpose", {"code": "complaint", "note": NOTE, "next": address}, status=303)
    assert answer.location == address
    asker.get(address)
    look, stated = _events(audited)[:2]
    assert (stated.kind, stated.purpose) == ("state_purpose", f"complaint: {NOTE}")
    assert (look.kind, look.purpose, look.subject) == ("view_access", f"complaint: {NOTE}", "x-leo")
    assert look.entries == ["i-ellie-leo audit EXPLAINED"]


@pytest.mark.parametrize(
    ("code", "note"),
    [
        ("", NOTE),
        ("curiosity", NOTE),
        ("check", ""),
        ("check", "short"),
        ("check", "x" * 301),
        ("check", NOTE + "\u202e"),
    ],
)
def test_a_purpose_that_is_none_is_refused_and_kept_in_the_form(
    asker: PageClient, audited: Database, code: str, note: str
) -> None:
    asker.sign_in_as(AUDITOR)
    page = asker.post("/access/purpose", {"code": code, "note": note, "next": ""}, status=422).text
    assert "There is a problem" in page
    assert note in page
    assert [event.kind for event in _events(audited)] == ["import"]


def test_a_purpose_ends_with_the_session(asker: PageClient) -> None:
    asker.sign_in_as(AUDITOR)
    asker.post("/access/purpose", {"code": "check", "note": NOTE}, status=303)
    asker.get("/access")
    asker.sign_in_as(AUDITOR)
    asker.get("/access", status=303)


def test_the_form_leads_to_pages_of_ours_alone(asker: PageClient) -> None:
    asker.sign_in_as(AUDITOR)
    answer = asker.post("/access/purpose", {"code": "check", "note": NOTE, "next": "//example.org/"}, status=303)
    assert answer.location == "/"


@pytest.mark.parametrize("address", ["/access", "/access/purpose", "/access/involvements/i-ellie-leo"])
def test_practitioners_find_no_such_page(asker: PageClient, address: str) -> None:
    asker.sign_in_as(ELLIE)
    asker.get(address, status=404)


def _events(database: Database) -> list[AuditEvent]:
    return database.read(lambda tx: tail(tx, 5))
