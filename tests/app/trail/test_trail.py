"""The trail's pages: searched by everything an event says, masked where it would tell of a sensitive service."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from graph.audit import tail
from graph.driver import Database
from tests.app.audit.family import AUDITOR, CARE_ADMINISTRATOR
from tests.app.audit.test_purposes import NOTE
from tests.app.page_client import PageClient
from tests.app.team.marsh_family import ELLIE
from tests.app.trail.conftest import note

SECOND = {"code": "check", "note": NOTE}


def found(page: str) -> list[str]:
    """The ids of the events on a page, in their order."""
    return re.findall(r'<th scope="row"><a href="/trail/events/([^"/]+)"', page)


def looks(page: str) -> list[str]:
    """Those of the family's first looks that are on a page."""
    return [id_ for id_ in found(page) if id_.startswith("look-")]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("end=23/11/2026 10:50", ["look-acc-ray", "look-acc-priya", "look-acc-ellie"]),
        ("person=x-leo", ["look-acc-ray", "look-acc-priya", "look-acc-ellie"]),
        ("person=x-neil", []),
        ("person=nobody", []),
        ("account=acc-ellie", ["look-acc-ellie"]),
        ("agency=a-care", ["look-acc-priya"]),
        ("kind=team", ["look-acc-ray", "look-acc-priya", "look-acc-ellie"]),
        ("kind=search", []),
        ("person=x-leo&account=acc-priya", ["look-acc-priya"]),
        ("reason=COORDINATOR", []),
        ("start=23/11/2026 10:44&end=23/11/2026 10:44", ["look-acc-priya"]),
        ("end=22 November 2026", []),
        ("start=23 Nov 2026&account=acc-ellie", ["look-acc-ellie"]),
    ],
)
def test_searches_by_what_an_event_says(auditor: PageClient, question: str, answer: list[str]) -> None:
    assert looks(auditor.get(f"/trail?{question}").text) == answer


def test_searches_by_the_reason_of_a_sight(auditor: PageClient) -> None:
    assert "look-acc-ellie" in looks(auditor.get("/trail?reason=AROUND_FAMILY").text)
    assert looks(auditor.get("/trail?reason=AROUND").text) == []


def test_tells_who_when_for_whom_and_what(auditor: PageClient) -> None:
    page = _text(auditor.get("/trail?account=acc-ellie").text)
    assert "23 Nov 2026, 10.43am Ellie Brandon Practitioner, Northwick Early Help Looked at a team: Leo Marsh" in page


def test_each_look_is_recorded_with_the_purpose(auditor: PageClient, looked: Database) -> None:
    auditor.get("/trail?person=x-leo&agency=a-care&kind=team")
    event = next(event for event in looked.read(lambda tx: tail(tx, 9)) if event.role == "auditor")
    assert (event.kind, event.purpose, event.subject) == ("view_trail", f"check: {NOTE}", "x-leo")
    assert (event.people, event.objects) == (["x-mia"], ["agency:a-care"])


def test_a_username_goes_by_post_and_never_stands_in_an_address(auditor: PageClient) -> None:
    answer = auditor.post("/trail", {"username": ELLIE.upper(), "kind": "team", "start": "1/11/2026"}, status=303)
    assert parse_qs(urlsplit(answer.location).query) == {
        "account": ["acc-ellie"],
        "kind": ["team"],
        "start": ["1/11/2026"],
    }
    assert looks(auditor.get(answer.location).text) == ["look-acc-ellie"]


@pytest.mark.parametrize(
    "typed",
    [
        {"username": "nobody.known"},
        {"start": "the other day"},
        {"start": "31/2/2026"},
        {"start": "2/3/2026", "end": "1/3/2026"},
        {"end": "1/3/2026 25:00"},
        {"person": "x" * 65},
        {"username": "e\u202ellie"},
    ],
)
def test_what_cannot_be_searched_for_is_told_and_kept(auditor: PageClient, typed: dict[str, str]) -> None:
    page = auditor.post("/trail", typed, status=422).text
    assert "There is a problem" in page
    assert all(value in page for value in typed.values())


@pytest.mark.parametrize(
    "question", ["start=then", "end=31/2/2026", "page=0", "page=2", "until=now", "until=2026-01-01"]
)
def test_addresses_that_ask_nothing(auditor: PageClient, question: str) -> None:
    auditor.get(f"/trail?{question}", status=404)


def test_pages_stay_as_they_are_while_events_are_added(auditor: PageClient, looked: Database) -> None:
    for number in range(60):
        note(looked, "home", 10 + number / 10)
    first = auditor.get("/trail?kind=home").text
    older = re.search(r'href="(/trail\?[^"]+)" rel="next"', first)
    assert older is not None
    note(looked, "home", 70)
    second = auditor.get(older[1].replace("&amp;", "&")).text
    assert (len(found(first)), len(found(second))) == (50, 10)
    assert not set(found(first)) & set(found(second))


def test_who_looked_is_masked_where_it_would_tell_of_a_sensitive_service(auditor: PageClient) -> None:
    page = auditor.get("/trail?person=x-dawn").text
    assert "Somebody at a sensitive service" in page
    assert not [word for word in ("Hidden Recoveryworker", "account=acc-ray", "ray.recovery") if word in page]
    event = auditor.get("/trail/events/look-acc-ray").text
    assert "Somebody at a sensitive service" in event
    assert not [word for word in ("Hidden Recoveryworker", "ray.recovery", "i-hidden") if word in event]


@pytest.mark.parametrize("question", ["account=acc-ray", "agency=a-drugs"])
def test_a_search_by_account_or_agency_leaves_what_is_masked_out(auditor: PageClient, question: str) -> None:
    page = auditor.get(f"/trail?{question}").text
    assert looks(page) == []
    assert "are left out of a search by account or agency" in page


def test_neither_number_nor_reason_tells_of_a_masked_service_that_was_shown(auditor: PageClient) -> None:
    address = "/trail/events/look-acc-ellie"
    masked = _text(auditor.get(address).text)
    assert "Through a broker" not in masked
    assert looks(auditor.get("/trail?reason=BROKERED").text) == []
    auditor.post(f"{address}/sensitive", {**SECOND, "next": address}, status=303)
    told = _text(auditor.get(address).text)
    assert "Through a broker BROKERED" in told
    assert "look-acc-ellie" in looks(auditor.get("/trail?reason=BROKERED").text)


def test_a_second_purpose_unmasks_the_event(auditor: PageClient, looked: Database) -> None:
    address = "/trail/events/look-acc-ray"
    auditor.get(f"{address}/sensitive")
    answer = auditor.post(f"{address}/sensitive", {**SECOND, "next": address}, status=303)
    assert "Hidden Recoveryworker" in auditor.get(answer.location).text
    look, stated = [event for event in looked.read(lambda tx: tail(tx, 9)) if event.role == "auditor"][:2]
    assert "sensitive services: check" in str(look.purpose)
    assert (stated.kind, stated.objects) == ("state_purpose", ["event:look-acc-ray"])


def test_a_second_purpose_unmasks_an_account(auditor: PageClient) -> None:
    auditor.post("/trail/accounts/acc-ray/sensitive", {**SECOND, "next": "/trail?account=acc-ray"}, status=303)
    assert looks(auditor.get("/trail?account=acc-ray").text) == ["look-acc-ray"]
    assert looks(auditor.get("/trail?agency=a-drugs").text) == ["look-acc-ray"]


@pytest.mark.parametrize("address", ["/trail/events/none/sensitive", "/trail/accounts/none/sensitive"])
def test_a_second_purpose_for_nothing(auditor: PageClient, address: str) -> None:
    auditor.post(address, SECOND, status=404)
    auditor.post(address, {"code": "", "note": ""}, status=422)


def test_an_event_opens_to_everything_it_says(auditor: PageClient) -> None:
    page = _text(auditor.get("/trail/events/look-acc-ellie").text)
    for said in (
        "Looked at a team",
        "Northwick Early Help",
        "Sight by work with the person or the family",
        "About Leo Marsh",
        "Dawn Marsh",
        "They work with the family AROUND_FAMILY",
    ):
        assert said in page


def test_an_event_that_is_not_there(auditor: PageClient) -> None:
    auditor.get("/trail/events/none", status=404)


@pytest.mark.parametrize("username", [ELLIE, CARE_ADMINISTRATOR])
@pytest.mark.parametrize(
    "address", ["/trail", "/trail/unusual", "/trail/events/look-acc-ellie", "/trail/events/look-acc-ray/sensitive"]
)
def test_nobody_else_finds_such_a_page(browser_of_somebody: PageClient, username: str, address: str) -> None:
    browser_of_somebody.sign_in_as(username)
    browser_of_somebody.get(address, status=404)


@pytest.mark.parametrize("address", ["/trail", "/trail/unusual", "/trail/events/look-acc-ellie"])
def test_without_a_purpose_nothing_is_shown(browser_of_somebody: PageClient, address: str) -> None:
    browser_of_somebody.sign_in_as(AUDITOR)
    assert browser_of_somebody.get(address, status=303).location == f"/access/purpose?next={address}"


def test_pages_of_a_search_by_account_have_no_gap_where_something_is_masked(
    auditor: PageClient, looked: Database
) -> None:
    """A gap, or a page more, would tell whose the masked event is that stands in the whole trail at that minute."""
    quiet = {"account": "acc-quiet", "agency": "a-drugs"}
    for number in range(50):
        note(looked, "sign_out", 20 + number / 100, **quiet)
    masked = note(looked, "team", 21, subject="x-dawn", people=["x-dawn"], **quiet)
    assert masked in found(auditor.get("/trail?person=x-dawn").text)
    page = auditor.get("/trail?account=acc-quiet").text
    assert (len(found(page)), masked in page, 'rel="next"' in page) == (50, False, False)


def _text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
