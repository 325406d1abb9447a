"""One's own contact details: validated, kept in history, a new address only by its link, and who stands in."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from flask import Flask

from graph.driver import Database
from graph.outbox import Message, newest_messages
from tests.app.page_client import PageClient
from tests.app.proposals.acting import Actors, token
from tests.app.proposals.world import CORIN, ELLIE, ELLIE_TOO, GP, MARTIN, PRIYA, RUTH
from tests.app.team.reading import page_of, row, text_of

MINE = "/my-account/contact-details"
TYPED_FREELY = ("landline", "best_time", "away_from", "away_to")


def fields(page: str) -> dict[str, str]:
    """What a form holds as it is shown."""
    found: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", page):
        name, value = re.search(r'name="(\w+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ('type="radio"' not in tag or "checked" in tag):
            found[name[1]] = value[1] if value else ""
    for name, inside in re.findall(r'<select[^>]*name="(\w+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', inside)
        found[name] = chosen[1] if chosen else ""
    return {name: value for name, value in found.items() if name != "csrf_token"}


def form(client: PageClient, **typed: str) -> dict[str, Any]:
    """The form as it is shown, with what is typed over it."""
    return {**fields(client.get(MINE).text), "token": token(), **typed}


def mails_to(database: Database, address: str) -> list[Message]:
    return [one for one in database.read(lambda tx: newest_messages(tx, limit=200)) if one.to == address]


def link_in(mail: Message) -> str:
    found = re.search(r"https://patchwork.example.org(/confirm-email/\S+)", mail.body or "")
    assert found, mail.body
    return found[1]


def test_numbers_are_kept_as_they_are_dialled_and_shown_to_others(actors: Actors) -> None:
    actors(ELLIE).post(
        MINE,
        form(actors(ELLIE), landline="+44 1632 960017", preferred_contact="landline", best_time="school hours"),
        status=303,
    )
    assert 'value="01632 960017"' in actors(ELLIE).get(MINE).text
    seen = text_of(row(page_of(actors(PRIYA).get("/people/x-leo/team")), "practitioner-p-ellie"))
    assert "01632 960017" in seen
    assert "school hours" in seen


def test_what_was_recorded_before_is_kept_and_sent_twice_it_is_one_change(actors: Actors) -> None:
    sent = form(actors(MARTIN), mobile="07700 900 555")
    before = actors.kinds().count("change_contact_details")
    for _ in range(2):
        actors(MARTIN).post(MINE, sent, status=303)
    assert actors.kinds().count("change_contact_details") == before + 1
    page = actors(MARTIN).get(MINE).text
    assert 'value="07700 900555"' in page
    assert page.count("Until ") == 1


def test_the_second_is_told_what_the_first_changed_and_loses_nothing(actors: Actors) -> None:
    first, second = form(actors(ELLIE), best_time="mornings"), form(actors(ELLIE_TOO), mobile="07700 900777")
    actors(ELLIE).post(MINE, first, status=303)
    page = actors(ELLIE_TOO).post(MINE, second, status=422).text
    assert "Best time, recorded now" in page
    assert 'value="07700 900777"' in page
    again = {**second, "version": fields(page)["version"], "best_time": "mornings"}
    actors(ELLIE_TOO).post(MINE, again, status=303)


def test_an_address_replaces_the_old_one_once_its_link_was_used(actors: Actors, site_app: Flask) -> None:
    client, new = actors(PRIYA), "p.nair@example.com"
    sent = form(client, email=new)
    for _ in range(2):
        client.post(MINE, sent, status=303)
    (mail,) = mails_to(actors.database, new)
    page = client.get(MINE).text
    assert f"We sent a link to <strong>{new}</strong>" in page
    assert 'value="priya.nair@example.org"' in page
    link, stranger = link_in(mail), PageClient(site_app, actors.database)
    assert stranger.get(link).text.count(new) == 1
    assert 'value="priya.nair@example.org"' in client.get(MINE).text, "opening a link changes nothing"
    assert "E-mail address confirmed" in stranger.post(link, {}).text
    assert f'value="{new}"' in client.get(MINE).text
    assert "priya.nair@example.org" in client.get(MINE).text.partition("Recorded before")[2]
    assert len(mails_to(actors.database, "priya.nair@example.org")) == 1, "whoever reads the old one is told"
    absent = stranger.get("/confirm-email/forged", status=404).text
    assert stranger.get(link, status=404).text.replace(link, "") == absent.replace("/confirm-email/forged", "")
    assert "This link cannot be used" in stranger.post(link, {}, status=404).text
    assert actors.kinds().count("confirm_email") == 1


def test_a_link_ends_after_seven_days_and_when_another_address_is_asked_for(actors: Actors, site_app: Flask) -> None:
    client, stranger = actors(GP), PageClient(site_app, actors.database)
    client.post(MINE, form(client, email="one@example.com"), status=303)
    client.post(MINE, form(client, email="two@example.com"), status=303)
    (one,), (two,) = mails_to(actors.database, "one@example.com"), mails_to(actors.database, "two@example.com")
    stranger.get(link_in(one), status=404)
    stranger.get(link_in(two))
    with time_machine.travel(datetime(2026, 11, 23, 10, 42, tzinfo=UTC) + timedelta(days=7), tick=False):
        stranger.post(link_in(two), {}, status=404)


def test_who_stands_in_is_shown_beside_work_for_that_agency_alone(actors: Actors) -> None:
    client = actors(ELLIE)
    assert "Ruth Adeyemi" in client.get(MINE).text
    assert "Priya Nair" not in client.get(MINE).text
    sent = form(client, away_from="today", away_to="3 May 2027", stand_in="p-ruth")
    client.post(MINE, sent, status=303)
    seen = row(page_of(actors(PRIYA).get("/people/x-leo/team")), "practitioner-p-ellie")
    assert "Away until 3 May 2027; in the meantime Ruth Adeyemi, 01632 960905" in text_of(seen)
    facts = actors(PRIYA).get("/people/x-leo/team.json").json
    assert facts is not None
    away = {one["id"]: one["away"] for one in facts["involvements"] if one["practitioner"]["id"] == "p-ellie"}
    assert {one and one["stand_in"]["id"] for one in away.values()} == {"p-ruth"}
    # For her other agency she is not away, and its account does not read of it.
    assert "p-ruth" not in actors(ELLIE_TOO).get(MINE).text
    with time_machine.travel(datetime(2027, 5, 3, 9, tzinfo=UTC), tick=False):
        actors(PRIYA).sign_in_as(PRIYA)
        later = text_of(row(page_of(actors(PRIYA).get("/people/x-leo/team")), "practitioner-p-ellie"))
        assert "Away" not in later
    actors(PRIYA).sign_in_as(PRIYA)


def test_who_stands_in_sees_no_more_for_it(actors: Actors) -> None:
    actors(RUTH).get("/people/x-dawn/team", status=404)


@pytest.mark.parametrize(
    ("typed", "at", "said"),
    [
        ({"landline": "12"}, "landline", "too short or too long"),
        ({"mobile": "call me"}, "mobile", "Enter a telephone number"),
        ({"mobile": "07700 900123\u202e"}, "mobile", "Take out what cannot be seen"),
        ({"email": "a@example.org\nBcc: b@example.org"}, "email", "Take out what cannot be seen"),
        ({"email": "x" * 300 + "@example.org"}, "email", "Enter one e-mail address"),
        ({"landline": "", "preferred_contact": "landline"}, "preferred_contact", "Choose a way for which"),
        ({"preferred_contact": "pigeon"}, "preferred_contact", "Not a valid choice"),
        ({"best_time": "x" * 101}, "best_time", "Shorten this to 100"),
        ({"away_from": "31/2/2027", "away_to": "3 May 2027"}, "away_from", "There is no such day"),
        ({"away_from": "5 May 2027", "away_to": "3 May 2027"}, "away_to", "Enter a day after"),
        ({"away_to": "1 May 2020"}, "away_to", "Enter a day that is ahead"),
        ({"away_from": "today", "away_to": ""}, "away_to", "Enter the first day on which you are back"),
        ({"away_to": "3 May 2027", "stand_in": "p-priya"}, "stand_in", "Not a valid choice"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_stays_typed(
    actors: Actors, typed: dict[str, str], at: str, said: str
) -> None:
    page = actors(MARTIN).post(MINE, form(actors(MARTIN), **typed), status=422).text
    assert said in page
    assert f'href="#{at}"' in page
    kept = fields(page)
    assert all(kept[name] == value for name, value in typed.items() if name in TYPED_FREELY)


def test_an_account_without_a_practitioner_has_no_contact_details(actors: Actors) -> None:
    absent = actors(CORIN).get("/people/nobody/team", status=404).text
    assert actors(CORIN).get(MINE, status=404).text == absent
    actors(CORIN).post(MINE, {"landline": "01632 960001"}, status=404)
