"""An auditor finds a family, picks an involvement and reads who can see it, and why."""

from __future__ import annotations

import re

import pytest

from graph.audit import tail
from graph.driver import Database
from tests.app.audit.family import AUDITOR
from tests.app.audit.test_purposes import NOTE
from tests.app.page_client import PageClient

SENSITIVE = ("Hidden Recoveryworker", "Fresh Start Recovery", "Drug and alcohol", "i-hidden")


@pytest.fixture
def auditor(asker: PageClient) -> PageClient:
    """An auditor who has stated a purpose."""
    asker.sign_in_as(AUDITOR)
    asker.post("/access/purpose", {"code": "check", "note": NOTE}, status=303)
    return asker


@pytest.mark.parametrize(
    "typed",
    [
        {"name": "leo marsh", "born": "2017"},
        {"name": "Marsh, Leo", "born": "14/3/17"},
        {"name": "Leo Marsh", "born": "14 March 2017"},
        {"reference": "x-leo"},
    ],
)
def test_finds_a_member_of_the_family(auditor: PageClient, audited: Database, typed: dict[str, str]) -> None:
    page = auditor.post("/access/find", typed).text
    assert re.findall(r'href="/access/people/([^"]+)"', page) == ["x-leo"]
    event = audited.read(lambda tx: tail(tx, 1))[0]
    assert (event.kind, event.people) == ("search", ["x-leo"])


@pytest.mark.parametrize(
    "typed", [{}, {"name": "Leo Marsh"}, {"name": "Leo Marsh", "born": "the other day"}, {"born": "2017"}]
)
def test_a_name_alone_is_not_enough(auditor: PageClient, typed: dict[str, str]) -> None:
    page = auditor.post("/access/find", typed, status=422).text
    assert "There is a problem" in page
    assert all(value in page for value in typed.values())


def test_nobody_found_says_what_to_do(auditor: PageClient) -> None:
    assert "use a reference" in auditor.post("/access/find", {"name": "Zebedee Quux", "born": "2017"}).text


def test_sensitive_services_stay_masked_until_a_second_purpose(auditor: PageClient, audited: Database) -> None:
    page = auditor.get("/access/people/x-leo").text
    assert "Martin Shaw" in page
    assert not [word for word in SENSITIVE if word in page]
    masked = auditor.get("/access/involvements/i-hidden-dawn").text
    assert not [word for word in SENSITIVE[:3] if word in masked]
    assert "Somebody at a sensitive service" in auditor.get("/access/involvements/i-ellie-leo").text
    second = {"code": "check", "note": NOTE, "next": "/access/people/x-leo"}
    auditor.post("/access/people/x-leo/sensitive", second, status=303)
    page = auditor.get("/access/people/x-leo").text
    assert all(word in page for word in SENSITIVE)
    assert "Hidden Recoveryworker holds this involvement." in auditor.get("/access/involvements/i-hidden-dawn").text
    assert "sensitive services: check" in str(audited.read(lambda tx: tail(tx, 1))[0].purpose)


def test_the_second_purpose_holds_for_one_family(auditor: PageClient) -> None:
    auditor.post("/access/people/x-neil/sensitive", {"code": "check", "note": NOTE}, status=303)
    assert "Fresh Start Recovery" not in auditor.get("/access/people/x-leo").text


def test_two_practitioners_who_see_different_teams_are_both_explained(auditor: PageClient) -> None:
    page = _text(auditor.get("/access/involvements/i-martin-dawn?level=full").text)
    assert (
        "Because Ellie Brandon works with Dawn for Northwick Early Help, and both agencies signed "
        "Northwick sharing agreement. AROUND_FAMILY" in page
    )
    others = _text(auditor.get("/access/involvements/i-martin-dawn?level=none").text)
    assert (
        "Unsigned Help Service and Tidewater Homes have not both signed a sharing agreement in force. NO_AGREEMENT"
        in others
    )
    assert "Olive Stranger works with nobody in Dawn’s family. NOT_AROUND" in others


def test_names_the_relative_through_whom_somebody_works_with_the_family(auditor: PageClient) -> None:
    page = _text(auditor.get("/access/involvements/i-kofi-tyler").text)
    assert "and Tyler’s half-brother Leo for Northwick Early Help" in page


def test_one_agency_alone(auditor: PageClient) -> None:
    page = auditor.get("/access/involvements/i-martin-dawn?agency=a-help").text
    assert "ellie.brandon" in page
    assert "priya.nair" not in page


def test_the_filter_by_agency_unmasks_nobody(auditor: PageClient) -> None:
    masked = "Somebody at a sensitive service"
    assert masked in auditor.get("/access/involvements/i-far-leo").text
    page = _text(auditor.get("/access/involvements/i-far-leo?agency=a-drugs&level=none").text)
    assert masked not in page
    assert "None: 0 accounts" in page


@pytest.mark.parametrize("address", ["i-none", "i-ellie-leo?level=all", "i-ellie-leo?page=0", "i-ellie-leo?page=-3"])
def test_what_is_not_there(auditor: PageClient, address: str) -> None:
    auditor.get(f"/access/involvements/{address}", status=404)


@pytest.mark.parametrize("address", ["/access/people/nobody", "/access/practitioners/p-ellie"])
def test_pages_that_an_auditor_has_not(auditor: PageClient, address: str) -> None:
    auditor.get(address, status=404)


def _text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
