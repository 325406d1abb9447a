"""An auditor finds a family, picks an involvement and reads who can see it, and why."""

from __future__ import annotations

import re

import pytest

from graph.audit import tail
from graph.driver import Database
from graph.moment import Moment
from tests import graph_cleaning
from tests.app.audit.family import AUDITOR, RECOVERY, audited_family
from tests.app.audit.reading import NOTE, state_second_purpose, text_of
from tests.app.page_client import PageClient
from tests.app.team.loading import load

SENSITIVE = ("Hidden Recoveryworker", "Fresh Start Recovery", "Drug and alcohol", "i-hidden")


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
    state_second_purpose(auditor)
    page = auditor.get("/access/people/x-leo").text
    assert all(word in page for word in SENSITIVE)
    assert "Hidden Recoveryworker holds this involvement." in auditor.get("/access/involvements/i-hidden-dawn").text
    assert "sensitive services: check" in str(audited.read(lambda tx: tail(tx, 1))[0].purpose)


def test_the_second_purpose_holds_for_one_family(auditor: PageClient) -> None:
    auditor.post("/access/people/x-neil/sensitive", {"code": "check", "note": NOTE}, status=303)
    assert "Fresh Start Recovery" not in auditor.get("/access/people/x-leo").text


def test_two_practitioners_who_see_different_teams_are_both_explained(auditor: PageClient) -> None:
    state_second_purpose(auditor)
    page = text_of(auditor.get("/access/involvements/i-martin-dawn?level=full").text)
    assert (
        "Because Ellie Brandon works with Dawn for Northwick Early Help, and both agencies signed "
        "Northwick sharing agreement. AROUND_FAMILY" in page
    )
    others = text_of(auditor.get("/access/involvements/i-martin-dawn?level=none").text)
    assert (
        "Unsigned Help Service and Tidewater Homes have not both signed a sharing agreement in force. NO_AGREEMENT"
        in others
    )
    assert "Olive Stranger works with nobody in Dawn’s family. NOT_AROUND" in others


def test_names_the_relative_through_whom_somebody_works_with_the_family(auditor: PageClient) -> None:
    page = text_of(auditor.get("/access/involvements/i-kofi-tyler").text)
    assert "and Tyler’s half-brother Leo for Northwick Early Help" in page


def test_one_agency_alone(auditor: PageClient) -> None:
    page = auditor.get("/access/involvements/i-martin-dawn?agency=a-help").text
    assert "ellie.brandon" in page
    assert "priya.nair" not in page


QUESTIONS = ("", "?agency=a-drugs", "?level=none", "?agency=a-drugs&level=full", "?reason=OWN")


def test_nothing_tells_who_works_there_while_a_service_is_masked(auditor: PageClient, audited: Database) -> None:
    """Not a name, a total, a filter, an agreement, nor who is missing: the pages are the same without that account."""
    addresses = [f"/access/involvements/i-martin-dawn{question}" for question in QUESTIONS]
    addresses += [f"/access/people/x-leo/{page}" for page in ("graph", "difference", "what-if")]
    addresses += ["/access/people/x-leo/difference?one=acc-ellie&other=acc-ray"]
    addresses += ["/access/people/x-leo/what-if?change=agreement_ended&agreement=agreement"]
    before = [text_of(auditor.get(address).text) for address in addresses]
    world = audited_family()
    world["accounts"] = [one for one in world["accounts"] if one["username"] != RECOVERY]
    graph_cleaning.empty(audited)
    load(audited, world, Moment.current())
    auditor.sign_in_as(AUDITOR)
    auditor.post("/access/purpose", {"code": "check", "note": NOTE}, status=303)
    after = [text_of(auditor.get(address).text) for address in addresses]
    # An agency without an account is no filter that is offered; that tells nothing of the family.
    assert [one.replace("Fresh Start Recovery ", "") for one in before] == [
        one.replace("Fresh Start Recovery ", "") for one in after
    ]


@pytest.mark.parametrize("address", ["i-none", "i-ellie-leo?level=all", "i-ellie-leo?page=0", "i-ellie-leo?page=-3"])
def test_what_is_not_there(auditor: PageClient, address: str) -> None:
    auditor.get(f"/access/involvements/{address}", status=404)


@pytest.mark.parametrize("address", ["/access/people/nobody", "/access/practitioners/p-ellie"])
def test_pages_that_an_auditor_has_not(auditor: PageClient, address: str) -> None:
    auditor.get(address, status=404)


def test_who_did_see_it(asker: PageClient) -> None:
    asker.sign_in_as("ellie.brandon")
    asker.get("/people/x-leo/team")
    asker.sign_in_as(AUDITOR)
    asker.post("/access/purpose", {"code": "check", "note": NOTE}, status=303)
    page = text_of(asker.get("/access/involvements/i-martin-dawn").text)
    assert re.search(r"Who did see it.*Ellie Brandon Northwick Early Help In full AROUND_FAMILY 23 November 2026", page)


def test_since_when_is_the_last_of_what_the_reason_needs(auditor: PageClient) -> None:
    page = text_of(auditor.get("/access/involvements/i-martin-dawn?agency=a-help").text)
    assert "Since 23 November 2026 at the earliest: it was recorded here." in page
    assert "their own work with the family began, 14 April 2026; this work began, 4 February 2024; " in page
    assert "both agencies had signed, 1 January 2020." in page


def test_one_reason_alone(auditor: PageClient) -> None:
    page = text_of(auditor.get("/access/involvements/i-priya-leo?reason=OWN").text)
    assert "Full: 1 account" in page
    assert "Ellie Brandon" not in page
