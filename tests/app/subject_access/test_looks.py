"""Who looked at a person or a family: for auditors alone, masked where it would tell of a sensitive service."""

from __future__ import annotations

from graph.audit import tail
from graph.driver import Database
from tests.app.audit.family import AUDITOR, RECOVERY
from tests.app.audit.test_purposes import NOTE
from tests.app.page_client import PageClient
from tests.app.subject_access.test_report import text_of
from tests.app.subject_access.world import LEO, SENSITIVE


def test_tells_who_looked_and_whether_it_was_about_the_person(
    officer: PageClient, connected_database: Database
) -> None:
    text = text_of(officer.get(f"/access/people/{LEO}/looks").text)
    assert "23 November 2026" in text
    assert "Ellie Brandon Northwick Early Help Practitioner 10.43am Looked at the team About Leo" in text
    assert "Shown beside: Leo" in text
    event = connected_database.read(lambda tx: tail(tx, 1))[0]
    assert (event.kind, event.subject, event.people) == ("view_access", LEO, [LEO])


def test_tells_it_of_the_whole_family(officer: PageClient) -> None:
    text = text_of(officer.get(f"/access/people/{LEO}/looks?of=family").text)
    assert "About Dawn Shown beside: Leo" in text.replace(",", "")
    assert text.count("10.43am Looked at the team") == 2


def test_a_sensitive_service_is_masked_until_a_second_purpose(officer: PageClient) -> None:
    officer.sign_in_as(RECOVERY)
    officer.get("/people/x-dawn/team")
    officer.sign_in_as(AUDITOR)
    officer.post("/access/purpose", {"code": "check", "note": NOTE}, status=303)
    page = officer.get("/access/people/x-dawn/looks").text
    assert not [word for word in SENSITIVE if word in page]
    assert "Somebody at a sensitive service (masked)" in page
    officer.post("/access/people/x-dawn/sensitive", {"code": "check", "note": NOTE}, status=303)
    assert "Hidden Recoveryworker" in officer.get("/access/people/x-dawn/looks").text
