"""Emergency access to somebody shielded: asked for, and given once somebody else who may has accepted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import time_machine

from app.wording import long_day
from graph.driver import Database
from tests.app.accounts import set_status
from tests.app.emergency.acting import (
    ask_for_shielded,
    code_on,
    comparable,
    events,
    item_for,
    names,
    officer,
    search,
    state,
)
from tests.app.emergency.conftest import SignIn
from tests.app.emergency.world import BORN, NHS, SHIELDED
from tests.app.page_client import PageClient

ACCEPT, DECLINE = {"decision": "accept"}, {"decision": "decline"}


def test_found_by_a_reference_with_the_full_date_alone(ellie: PageClient) -> None:
    person = SHIELDED[0]
    state(ellie)
    born = long_day(BORN[person])
    for typed in (
        {"reference": NHS[person]},
        {"reference": NHS[person], "born": "2001"},
        {"name": "Petra", "born": born},
    ):
        assert names(search(ellie, **typed)) == [], typed
    assert names(search(ellie, reference=NHS[person], born=born)) == ["Petra Lang"]


def test_waits_until_a_holder_accepts(ellie: PageClient, sign_in: SignIn, area: Database) -> None:
    person = SHIELDED[0]
    request = ask_for_shielded(ellie, person)
    assert ask_for_shielded(ellie, person) == request, "asked again while one waits"
    ellie.get(f"/people/{person}/team", status=404)
    assert "Somebody else has to accept" in ellie.get(f"/emergency/requests/{request}").text
    assert f"/emergency/requests/{request}" in ellie.get("/emergency").text
    decide = f"/emergency/requests/{request}/decide"
    for username in ("nora", "sue", "ida", "ellie", "ellie-too"):
        other = sign_in(username)
        other.get(decide, status=404)
        assert "Nothing was decided" in other.post(decide, ACCEPT, status=422).text
        if username != "ellie":
            other.get(f"/emergency/requests/{request}", status=404)
            other.post(f"/emergency/requests/{request}/withdraw", {}, status=404)
    tom = sign_in("tom")
    told = tom.get("/").text
    assert "Ellie Moss of Early Help asks for emergency access for Petra Lang" in told
    assert decide in told
    page = tom.get(decide).text
    assert "Petra Lang" in page
    assert "Police at the door, child alone" in page
    before = datetime.now(UTC)
    assert "You have accepted" in tom.post(decide, ACCEPT).text
    assert "Nothing was decided" in tom.post(decide, DECLINE, status=422).text
    assert "Tom Ash" in ellie.get(f"/people/{person}/team").text
    assert "Your request was accepted" in ellie.get(f"/emergency/requests/{request}").text
    notice = ellie.get("/notices").text
    assert "Your request for emergency access was accepted" in notice
    assert "Tom Ash" not in notice, "who accepted would tell who works with the person"
    (given,) = events(area, "break_glass", person)
    assert given.account == "ellie"
    assert given.at >= before, "the four hours run from the acceptance"
    (accepted,) = events(area, "accept_break_glass", person)
    assert (accepted.account, accepted.purpose) == ("tom", "holder")
    assert len(item_for(officer(sign_in("ava")), "Petra Lang")) == 1, "one item for the request and the access"


def test_after_a_quarter_of_an_hour_another_agency_by_the_code(
    ellie: PageClient, sign_in: SignIn, area: Database
) -> None:
    person = SHIELDED[1]
    now = datetime.now(UTC)
    request = ask_for_shielded(ellie, person)
    code = code_on(ellie, request)
    early = sign_in("nora").post("/emergency/confirm", {"code": code}, status=422)
    wrong = sign_in("nora").post("/emergency/confirm", {"code": "2222-3333"}, status=422)
    blank = [comparable(one).replace(typed, b"") for one, typed in ((early, code.encode()), (wrong, b"2222-3333"))]
    assert blank[0] == blank[1], "too early is as unknown"
    with time_machine.travel(now + timedelta(minutes=14, seconds=50)):
        sign_in("nora").post("/emergency/confirm", {"code": code}, status=422)
    with time_machine.travel(now + timedelta(minutes=16)):
        for username in ("ellie", "ellie-too", "sue", "nils"):
            sign_in(username).post("/emergency/confirm", {"code": code}, status=422)
        nora = sign_in("nora")
        nora.get(f"/emergency/requests/{request}/decide", status=404)
        nora.post(f"/emergency/requests/{request}/decide", ACCEPT, status=422)
        page = nora.post("/emergency/confirm", {"code": code.lower()}).text
        assert "Ellie Moss, Early Help" in page
        assert "Police at the door, child alone" in page
        assert "Petra" not in page
        assert NHS[person] not in page
        nora.post(f"/emergency/requests/{request}/decide", {**ACCEPT, "code": code})
        assert events(area, "accept_break_glass", person)[0].purpose == "other"
        assert "Tom Ash" in sign_in("ellie").get(f"/people/{person}/team").text
        nora.get(f"/people/{person}/team", status=404)


def test_a_barred_account_confirms_nothing(ellie: PageClient, sign_in: SignIn) -> None:
    now = datetime.now(UTC)
    code = code_on(ellie, ask_for_shielded(ellie, SHIELDED[6]))
    with time_machine.travel(now + timedelta(minutes=16)):
        sign_in("nora").post("/emergency/confirm", {"code": code}, status=422)
        sign_in("una").post("/emergency/confirm", {"code": code})


def test_an_officer_accepts_in_the_queue_but_not_their_own(ellie: PageClient, sign_in: SignIn, area: Database) -> None:
    person = SHIELDED[2]
    ask_for_shielded(ellie, person)
    own = officer(sign_in("ellie-officer"))
    waiting = [one for one in item_for(own, "Petra Lang") if "waits for somebody" in own.get(one).text]
    (item,) = [one for one in waiting if person in own.get(one).text]
    assert "Accept for 4 hours" not in own.get(item).text
    own.post(f"{item}/decide", ACCEPT, status=422)
    assert events(area, "break_glass", person) == []
    ava = officer(sign_in("ava"))
    assert "Accept for 4 hours" in ava.get(item).text
    ava.post(f"{item}/decide", ACCEPT, status=303)
    ava.post(f"{item}/decide", ACCEPT, status=422)
    assert "Tom Ash" in ellie.get(f"/people/{person}/team").text
    ava.post(f"{item}/end", {}, status=303)
    ellie.get(f"/people/{person}/team", status=404)
    (ended,) = events(area, "end_break_glass", person)
    assert (ended.account, ended.purpose) == ("ava", "check: The weekly review of the queue")


def test_declined_withdrawn_and_run_out_open_nothing(ellie: PageClient, sign_in: SignIn, area: Database) -> None:
    declined, withdrawn, late = SHIELDED[3:6]
    tom = sign_in("tom")
    tom.post(f"/emergency/requests/{ask_for_shielded(ellie, declined)}/decide", DECLINE)
    assert "Your request for emergency access was declined" in ellie.get("/notices").text
    second = ask_for_shielded(ellie, withdrawn)
    ellie.post(f"/emergency/requests/{second}/withdraw", {}, status=303)
    assert "is withdrawn" in ellie.get(f"/emergency/requests/{second}").text
    tom.post(f"/emergency/requests/{second}/decide", ACCEPT, status=422)
    third = ask_for_shielded(ellie, late)
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=12, seconds=5)):
        sign_in("tom").post(f"/emergency/requests/{third}/decide", ACCEPT, status=422)
        assert "has run out" in sign_in("ellie").get(f"/emergency/requests/{third}").text
    assert [events(area, "break_glass", one) for one in (declined, withdrawn, late)] == [[], [], []]


def test_an_asker_suspended_in_between_is_given_nothing(sign_in: SignIn, area: Database) -> None:
    person = SHIELDED[7]
    request = ask_for_shielded(sign_in("sue"), person)
    set_status(area, "sue", status="suspended")
    tom = sign_in("tom")
    assert "Nothing was decided" in tom.post(f"/emergency/requests/{request}/decide", ACCEPT, status=422).text
    set_status(area, "sue")
    assert events(area, "break_glass", person) == []
    assert "Somebody else has to accept" in sign_in("sue").get(f"/emergency/requests/{request}").text


def test_an_item_is_closed_only_once_its_request_is_answered(
    ellie: PageClient, sign_in: SignIn, area: Database
) -> None:
    person = SHIELDED[7]
    request = ask_for_shielded(ellie, person)
    ava = officer(sign_in("ava"))
    item = f"/privacy-queue/{request}"
    finding = {"outcome": "appropriate", "note": "Looked at, nothing to be done"}
    assert "once the request has been answered" in ava.get(item).text
    ava.post(f"{item}/close", finding, status=422)
    sign_in("tom").post(f"/emergency/requests/{request}/decide", ACCEPT)
    assert item in item_for(ava, "Petra Lang"), "what was given waits for its review"
    ava.post(f"{item}/close", finding, status=303)
    assert len(events(area, "close_queue_item", person)) == 1
