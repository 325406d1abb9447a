"""Finding somebody and opening them, through the pages."""

from __future__ import annotations

import html
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from app.search.forms import plain
from app.search.results import hints
from graph.audit import AuditEvent, tail
from graph.driver import Database
from graph.search import BUDGET, Asked
from tests.app.page_client import PageClient
from tests.app.search.world import NHS

BORN = "3/7/14"


def names(answer: TestResponse) -> list[str]:
    """The people of an answer, in order."""
    return [html.unescape(name) for name in re.findall(r'found__name">\s*<(?:strong|a[^>]*)>([^<]*)<', answer.text)]


def proofs(answer: TestResponse) -> list[str]:
    """The proofs in an answer's forms."""
    return re.findall(r'name="proof" value="([^"]+)"', answer.text)


def events(database: Database, kind: str) -> list[AuditEvent]:
    """The events of one kind, newest first."""
    return [event for event in database.read(lambda tx: tail(tx, 500)) if event.kind == kind]


def find(client: PageClient, status: int = 200, **typed: str) -> TestResponse:
    """Send the search form."""
    return client.post("/search", typed, status=status)


def comparable(answer: TestResponse) -> bytes:
    """An answer's bytes without the tokens of its forms, which hold the second they were made in."""
    return re.sub(rb'name="csrf_token" value="[^"]*"', b"", answer.data)


def test_a_name_alone_finds_my_families_and_nobody_else(ellie: PageClient) -> None:
    assert names(find(ellie, name="marsh")) == ["Leo Marsh", "Mia Marsh"]
    assert names(find(ellie, name="Mia")) == ["Mia Marsh"]
    assert names(find(ellie, name="Nadia Okafor")) == []
    assert names(find(ellie, name="Petra Lang")) == []


@pytest.mark.parametrize("born", [BORN, "3 July 2014", "2014", "7/3/2014", "approx 2015", "July 2014"])
def test_with_a_date_or_year_others_are_found(ellie: PageClient, born: str) -> None:
    answer = find(ellie, name="okafor nadja", born=born)
    assert names(answer) == ["Nadia Okafor"]
    assert len(proofs(answer)) == 1


def test_a_findable_person_shows_the_name_and_what_was_asked(ellie: PageClient) -> None:
    by_year = find(ellie, name="Nadia Okafor", born="2014").text
    assert "born or expected in 2014" in by_year
    assert "July" not in by_year.split('class="found"')[1].split("</ol>")[0]
    swapped = find(ellie, name="Nadia Okafor", born="7/3/2014").text
    assert "born or expected 7 March 2014 (or day and month the other way round)" in swapped
    by_number = find(ellie, reference=NHS["found"]).text.split('class="found"')[1].split("</ol>")[0]
    assert "2014" not in by_number
    for text in (by_year, swapped, by_number):
        assert "QZ3" not in text
        assert "/people/" not in text


@pytest.mark.parametrize("written", ["{}", "{0[0]}{0[1]}{0[2]} {0[3]}{0[4]}{0[5]} {0[6]}{0[7]}{0[8]}{0[9]}"])
def test_a_reference_is_found_however_it_is_spaced(ellie: PageClient, written: str) -> None:
    assert names(find(ellie, reference=written.format(NHS["found"]))) == ["Nadia Okafor"]


def test_a_district_narrows_and_is_no_answer(ellie: PageClient) -> None:
    assert names(find(ellie, name="Nadia Okafor", born=BORN, district="qz3")) == ["Nadia Okafor"]
    assert names(find(ellie, name="Nadia Okafor", born=BORN, district="QZ3 9ZZ")) == ["Nadia Okafor"]
    assert names(find(ellie, name="Nadia Okafor", born=BORN, district="QZ1")) == []


def test_somebody_shielded_needs_a_reference_and_the_certain_birth_date(ellie: PageClient) -> None:
    number = NHS["shielded"]
    for typed in (
        {"name": "Petra Lang", "born": BORN},
        {"reference": number},
        {"reference": number, "born": "2014"},
        {"reference": number, "born": "7/3/2014"},
        {"reference": number, "born": "July 2014"},
        {"reference": number, "born": BORN, "name": "Somebody Else"},
    ):
        assert names(find(ellie, **typed)) == [], typed
    answer = find(ellie, reference=number, born=BORN, district="QZ9")
    assert names(answer) == ["Petra Lang"]
    assert "restricted" not in answer.text
    opened = ellie.post("/search/open", {"proof": proofs(answer)[0], "reason": "referral"}, status=303)
    assert opened.headers["Location"] == "/people/shielded/team"


def test_somebody_restricted_is_answered_by_name_whatever_else_is_typed(ellie: PageClient) -> None:
    """A restricted person's birth date is not told: a right date and a wrong one get the same answer."""
    alone = find(ellie, name="Sami Haddad")
    assert names(alone) == ["Sami Haddad"]
    assert '<span class="tag">restricted</span>' in alone.text
    listed = [
        find(ellie, name="Sami Haddad", born=born).text.split('class="found"')[1].split("</ol>")[0]
        for born in ("5 May 2010", "6 June 1999")
    ]
    assert names(find(ellie, reference="5 May 2010")) == []
    assert listed[0] == listed[1]
    assert "2010" not in listed[1]
    assert 'href="/people/unsure/team"' in listed[1]


@pytest.mark.parametrize(
    ("hidden", "absent"),
    [
        ({"name": "Irena Wolska", "born": BORN}, {"name": "Irena Wolzka", "born": "4/8/15"}),
        ({"name": "Irena Wolska"}, {"name": "Xenia Nemo"}),
        ({"reference": NHS["hidden"]}, {"reference": "9434765919"}),
        ({"name": "Petra Lang", "born": "2014"}, {"name": "Petra Land", "born": "2013"}),
        ({"reference": NHS["shielded"], "born": "2014"}, {"reference": "9434765919", "born": "2014"}),
    ],
)
def test_hidden_and_absent_get_the_same_answer_byte_for_byte(
    ellie: PageClient, area: Database, hidden: dict[str, str], absent: dict[str, str]
) -> None:
    """What was typed is given back in the form, so it is blanked; the length of the rest must not differ either."""
    answers = [find(ellie, **typed) for typed in (hidden, absent)]
    bodies = [comparable(answer) for answer in answers]
    for at, typed in enumerate((hidden, absent)):
        for value in typed.values():
            bodies[at] = bodies[at].replace(f'value="{value}"'.encode(), b"")
    if "no valid NHS number" in answers[1].text:
        pytest.fail("the absent number must be a valid one, or its check differs")
    assert bodies[0] == bodies[1]
    lengths = [{key: value for key, value in answer.headers if key != "Content-Length"} for answer in answers]
    assert lengths[0] == lengths[1]
    assert [event.people for event in events(area, "search")][:2] == [[], []]


def test_a_search_is_recorded_with_whom_it_answered_and_not_what_was_typed(ellie: PageClient, area: Database) -> None:
    find(ellie, name="Nadia Okafor", born=BORN)
    [event] = events(area, "search")
    assert (event.account, event.people, event.route) == ("ellie", ["found"], "search.answer")
    assert "Okafor" not in repr(event)


def test_opening_gives_a_grant_and_an_event_once(ellie: PageClient, area: Database) -> None:
    [proof] = proofs(find(ellie, name="Nadia Okafor", born=BORN))
    ellie.get("/people/found/team", status=404)
    form = {"proof": proof, "reason": "referral", "details": "duty team asked"}
    for _ in range(2):
        assert ellie.post("/search/open", form, status=303).headers["Location"] == "/people/found/team"
    [event] = events(area, "open")
    assert (event.subject, event.purpose, event.people) == ("found", "referral: duty team asked", ["found"])
    ellie.get("/people/found/team")
    assert proofs(find(ellie, name="Nadia Okafor", born=BORN)) == []
    assert "/people/found/team" in find(ellie, name="Nadia Okafor").text


def test_a_proof_opens_for_its_account_alone(app: Flask, ellie: PageClient, area: Database) -> None:
    [proof] = proofs(find(ellie, name="Nadia Okafor", born=BORN))
    other = PageClient(app, area)
    other.sign_in_as("cora")
    fished = [
        other.post("/search/open", {"proof": proof, "reason": "referral"}, status=422),
        other.post("/search/open", {"proof": "found", "reason": "referral"}, status=422),
        other.post("/search/open", {"reason": "referral"}, status=422),
    ]
    assert len({comparable(answer) for answer in fished}) == 1
    assert "has run out" in fished[0].text
    assert events(area, "open") == []


def test_findability_is_decided_anew_when_opening(ellie: PageClient, area: Database) -> None:
    from tests.app.search.world import search_world
    from tests.graph.worlds.in_and_out import bring_in

    [proof] = proofs(find(ellie, name="Nadia Okafor", born=BORN))
    world = search_world()
    for person in world["people"]:
        person["shielded"] = person["id"] in ("found", "shielded")
    assert not bring_in(area, world).faults
    assert "has run out" in ellie.post("/search/open", {"proof": proof, "reason": "referral"}, status=422).text
    assert events(area, "open") == []


def test_a_missing_reason_keeps_what_was_typed(ellie: PageClient) -> None:
    [proof] = proofs(find(ellie, name="Nadia Okafor", born=BORN))
    page = ellie.post("/search/open", {"proof": proof, "details": "duty team asked"}, status=422).text
    assert "Open Nadia Okafor" in page
    assert 'href="#reason"' in page
    assert "duty team asked" in page
    other = ellie.post("/search/open", {"proof": proof, "reason": "other"}, status=422).text
    assert 'href="#details"' in other
    assert re.search(r'value="other" checked', other)
    assert ellie.post("/search/open", {"proof": proof, "reason": "made-up"}, status=422)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "name"),
        ({"born": "2014"}, "name"),
        ({"name": "…?!", "born": "2014"}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"name": "Leo", "born": "yesterday"}, "born"),
        ({"name": "Leo", "born": "30/2/2014"}, "born"),
        ({"name": "Leo", "born": "9" * 41}, "born"),
        ({"reference": "9" * 41}, "reference"),
        ({"name": "Leo", "district": "somewhere"}, "district"),
        ({"name": "\u202e\u200b\x00"}, "name"),
    ],
)
def test_errors_lead_to_the_field_and_keep_what_was_typed(ellie: PageClient, typed: dict[str, str], field: str) -> None:
    page = find(ellie, status=422, **typed).text
    assert re.search(rf'<a href="#{field}">', page)
    assert "<title>Error: Find someone" in page
    for value in typed.values():
        if kept := plain(value):
            assert f'value="{html.escape(kept)}"' in page


@pytest.mark.parametrize(
    "name", ["'; MATCH (n) DETACH DELETE n //", "<script>alert(1)</script>", "a AND b OR ~*", "=1+1"]
)
def test_hostile_names_are_only_names(ellie: PageClient, name: str) -> None:
    assert names(find(ellie, name=name, born="2014")) == []
    assert names(find(ellie, name="Leo Marsh")) == ["Leo Marsh"]


def test_searching_goes_by_post_and_the_form_is_empty(ellie: PageClient) -> None:
    page = ellie.get("/search?name=Leo+Marsh&born=2014").text
    assert "Leo" not in page.replace("3/7/14", "")
    ellie.browser.get("/search")
    assert ellie.browser.post("/search", data={"name": "Leo Marsh"}).status_code == 400


@pytest.mark.parametrize("username", ["adam", "ava"])
def test_administrators_and_auditors_find_nothing_here(app: Flask, area: Database, username: str) -> None:
    client = PageClient(app, area)
    client.sign_in_as(username)
    client.get("/search", status=404)
    client.post("/search", {"name": "Leo Marsh"}, status=404)


def test_a_coordinator_finds_families_of_the_programme_by_name_alone(app: Flask, area: Database) -> None:
    client = PageClient(app, area)
    client.sign_in_as("cora")
    assert names(find(client, name="Leo Marsh")) == ["Leo Marsh"]
    assert names(find(client, name="Nadia Okafor")) == []


def test_the_budget_is_shared_and_its_end_is_told_once(app: Flask, ellie: PageClient, area: Database) -> None:
    """Several browsers of one account, as several processes, count on one budget in the graph."""
    token = ellie.browser.get_cookie("patchwork")
    assert token is not None
    csrf = ellie.csrf_token()

    def search_many(times: int) -> list[int]:
        browser = app.test_client()
        browser.set_cookie("patchwork", token.value)
        form = {"csrf_token": csrf, "name": "Leo"}
        return [browser.post("/search", data=form).status_code for _ in range(times)]

    with ThreadPoolExecutor(2) as both:
        statuses = [status for part in both.map(search_many, [BUDGET // 2 + 2] * 2) for status in part]
    assert statuses.count(200) >= BUDGET
    assert 429 in statuses
    page = find(ellie, status=429, name="Leo", born="2014")
    assert re.search(r"Search again in \d+ second", page.text)
    assert int(page.headers["Retry-After"]) > 0
    assert 'value="Leo"' in page.text
    assert len(events(area, "search_budget_exceeded")) <= 1
    assert len(events(area, "search")) == statuses.count(200)


def test_hints_follow_from_what_was_typed() -> None:
    assert any("own families" in hint for hint in hints(Asked(name="Leo")))
    assert any("NHS number" in hint for hint in hints(Asked(reference="999 000 0017")))
    assert not any("NHS number" in hint for hint in hints(Asked(reference="943 476 5919")))
