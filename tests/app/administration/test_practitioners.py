"""Practitioners: contacts that can be dialled, two who edit at once, times at an agency never overwritten."""

from __future__ import annotations

from tests.app.administration.conftest import As, Events
from tests.app.administration.world import ABBY, ADAM, NORA

HIDDEN = ("\x00", "\x1b", "\r\nBcc: x@example.org y", "\u202e", "\u2066", "\x85")


def test_contacts_are_kept_as_they_are_dialled_and_shown_again_to_be_edited(as_: As, events: Events) -> None:
    adam = as_(ADAM)
    page = "/practitioners/ola"
    typed = {"landline": "+44 1632 960100", "mobile": "07700900123", "email": "ola@example.org"}
    adam.send(f"{page}/edit", job_title=" Family worker ", preferred_contact="mobile", best_time="mornings", **typed)
    text = adam.get(page).text
    assert all(told in text for told in ("01632 960100", "07700 900123", "Family worker", "Mobile, mornings"))
    adam.send_again()
    adam.send(f"{page}/edit")
    assert [event.kind for event in events()] == ["edit_practitioner"], "sent twice, or without a change: nothing"


def test_what_cannot_be_kept_is_refused_and_what_was_typed_stays(as_: As, events: Events) -> None:
    adam, page = as_(ADAM), "/practitioners/ola/edit"
    faulty: list[dict[str, str]] = [
        {"landline": "999"},
        {"mobile": "ring me"},
        {"mobile": "0" * 300},
        {"email": "a@example.org, b@example.org"},
        {"name": ""},
        {"name": "   "},
        {"name": "x" * 201},
        {"preferred_contact": "mobile"},
        {"preferred_contact": "pigeon"},
        *({"name": f"Ola{hidden}Berg"} for hidden in HIDDEN),
        *({"best_time": f"some{hidden}mornings"} for hidden in HIDDEN),
    ]
    action, data = adam.fill_in(page, job_title="Typed before")
    for typed in faulty:
        answer = adam.client.post(action, {**data, **typed}, status=422).text
        assert "There is a problem" in answer, typed
        assert "Typed before" in answer, typed
    assert events() == []


def test_the_second_of_two_editors_is_told_and_nothing_is_lost(as_: As) -> None:
    adam, abby = as_(ADAM), as_(ABBY)
    action, data = abby.fill_in("/practitioners/ola/edit", job_title="Typed by Abby")
    adam.send("/practitioners/ola/edit", job_title="Saved by Adam")
    page = abby.client.post(action, data, status=422).text
    assert "the job title is now “Saved by Adam”" in page
    assert "Typed by Abby" in page
    assert "Saved by Adam" in abby.get("/practitioners/ola").text
    version = page.partition('name="version" value="')[2].partition('"')[0]
    abby.client.post(action, {**data, "version": version}, status=303)
    assert "Typed by Abby" in abby.get("/practitioners/ola").text


def test_a_leaver_s_account_is_nobody_from_that_day_and_comes_back_beside_what_was(as_: As, events: Events) -> None:
    adam, ola = as_(ADAM), as_("ola.berg")
    ola.client.get("/")
    adam.send("/practitioners/ola", "/leave", to="today")
    ola.client.get("/", status=303)
    assert "(over)" in adam.get("/practitioners/ola").text
    assert "Has left" in adam.get("/practitioners").text
    adam.send("/practitioners/ola/edit", status=422, name="Ola Changed")
    adam.post("/practitioners/ola/join", 422, agency="help", from_="1/1/2016")
    adam.send("/practitioners/ola", "/join", from_="today")
    adam.send_again()
    ola.client.get("/")
    page = adam.get("/practitioners/ola").text
    assert "from 1 January 2015 until before 23 November 2026" in page
    assert "from 23 November 2026" in page
    assert [event.kind for event in events()] == ["join_agency", "leave_agency"]
    assert events()[0].objects == ["practitioner:ola", "agency:help"]


def test_impossible_days_are_refused(as_: As) -> None:
    adam = as_(ADAM)
    for to in ("", "31/2/2026", "2014-12-31", "1/1/2015", "tomorrow", "3/7/99999", "23.11.1066"):
        adam.send("/practitioners/ola", "/leave", status=422, to=to)
    adam.send("/practitioners/ola", "/leave", to="3 July 2027")
    adam.send("/practitioners/ola", "/leave", to="1.8.27")
    assert "until before 1 August 2027" in adam.get("/practitioners/ola").text
    adam.send("/practitioners/ola", "/join", status=422, from_="2 July 2027")


def test_nobody_prolongs_their_own_time(as_: As, events: Events) -> None:
    adam = as_(ADAM)
    assert "This is you" in adam.get("/practitioners/adam").text
    adam.post("/practitioners/adam/leave", 422, left="help", to="1 August 2027")
    adam.post("/practitioners/adam/join", 422, agency="help", from_="today")
    assert events() == []


def test_somebody_new_is_found_by_name(as_: As) -> None:
    nora = as_(NORA)
    nora.send("/practitioners/new", name="Élodie Nguyễn", agency="refuge", from_="3 July 2026", email="e@example.org")
    page = nora.post("/practitioners", 200, text="nguyễn").text
    assert "Élodie Nguyễn" in page
    assert "Ola Berg" not in page
    assert "The Refuge" in page
