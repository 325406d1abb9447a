"""Agencies, agreements, involvement types: kept by administrators with areas; groups that go live on their day."""

from __future__ import annotations

from datetime import timedelta
from re import findall
from typing import Any

import pytest
import time_machine

from app.administration.due import keep_bringing_live
from graph.administration.go_lives import bring_live_due
from graph.audit import AuditEvent, tail
from graph.driver import Database
from graph.moment import Moment
from tests.app.administration.browsing import Administrator
from tests.app.administration.conftest import As, Events
from tests.app.administration.world import NICK, NORA
from tests.app.team.marsh_family import NOW

NEW = {"name": "New Dawn", "kind": "voluntary", "sector": "voluntary"}


def _made(somebody: Administrator, page: str, **typed: Any) -> str:
    location = somebody.send(page, **typed).headers["Location"]
    return location.partition("?")[0].rpartition("/")[2]


def _is_live(somebody: Administrator, agency: str) -> bool:
    return "tag--live" in somebody.get(f"/agencies/{agency}").text


def _went_live(database: Database) -> list[AuditEvent]:
    return [event for event in database.read(lambda tx: tail(tx, 100)) if event.kind == "go_live"]


def test_an_agency_is_made_in_preparation_and_lacks_what_it_lacks(as_: As, events: Events) -> None:
    nora = as_(NORA)
    agency = _made(nora, "/agencies/new", **NEW)
    nora.send_again()
    page = nora.get(f"/agencies/{agency}").text
    assert "no active administrator, no duty contact, no signature" in page
    assert "Preparing" in page
    assert "North" in page
    nora.send("/agencies/new", status=422, **{**NEW, "name": "hill SCHOOL"})
    nora.send("/agencies/new", status=422, **{**NEW, "area": "south"})
    nora.send("/agencies/new", status=422, **{**NEW, "kind": "secret"})
    nora.send(f"/agencies/{agency}", "/status/live")
    assert _is_live(nora, agency)
    assert [event.kind for event in events()] == ["go_live", "create_agency"]


def test_sensitive_work_stays_sensitive(as_: As) -> None:
    nora = as_(NORA)
    page = nora.send("/agencies/refuge/edit", status=422, kind="voluntary", phone="01632 960777").text
    assert "sensitive and stays so" in page
    assert "01632 960777" in page
    nora.send("/agencies/refuge/edit", kind="sexual_health")
    nora.send("/agencies/school/edit", kind="substance_misuse")
    nora.send("/agencies/school/edit", status=422, kind="education")


def test_two_who_edit_an_agency_at_once_lose_nothing(as_: As) -> None:
    nora, nick = as_(NORA), as_(NICK)
    action, data = nick.fill_in("/agencies/help/edit", email="duty@example.com")
    nora.send("/agencies/help/edit", phone="01632 960999")
    assert "the phone is now “01632 960999”" in nick.client.post(action, data, status=422).text


def test_a_suspended_agency_is_signed_out_and_one_s_own_is_not_touched(as_: As, events: Events) -> None:
    nora, tom, ola = as_(NORA), as_("tom.ash"), as_("ola.berg")
    ola.client.get("/")
    nora.send("/agencies/help", "/status/suspended")
    ola.client.get("/", status=303)
    tom.client.get("/")
    nora.post("/agencies/school/status/suspended", 422, version="x")
    nora.post("/agencies/help/status/preparing", 404)
    nora.send("/agencies/help", "/status/live")
    ola.client.get("/", status=303)
    assert [event.purpose for event in events()] == ["suspended>live", "live>suspended"]


def test_a_group_goes_live_on_its_day_once_and_not_before(as_: As, administered: Database) -> None:
    nora = as_(NORA)
    first, second = (_made(nora, "/agencies/new", **{**NEW, "name": name}) for name in ("First", "Second"))
    later = (NOW + timedelta(days=7)).strftime("%d/%m/%Y")
    nora.send("/go-lives/new", agencies=[first, second], agreement="north-sharing", on=later)
    nora.send_again()
    assert len(findall("Call off", nora.get("/agreements").text)) == 1
    nora.send("/go-lives/new", status=422, agencies=[first], agreement="north-sharing", on=later)
    with time_machine.travel(NOW + timedelta(days=6, hours=12)):
        assert bring_live_due(administered, Moment.current()) == 0
    nora = as_(NORA)
    assert not _is_live(nora, first)
    with time_machine.travel(NOW + timedelta(days=7)):
        assert [bring_live_due(administered, Moment.current()) for _ in range(2)] == [1, 0]
        nora = as_(NORA)
        assert _is_live(nora, first)
        assert _is_live(nora, second)
        assert nora.get("/agreements/north-sharing").text.count("signed on 30 November 2026") == 2
        [event] = _went_live(administered)
        assert event.purpose == "as of 2026-11-30"
        assert {f"agency:{first}", f"agency:{second}", "agreement:north-sharing"} < set(event.objects)


def test_what_is_called_off_or_suspended_stays_as_it_is(as_: As, administered: Database) -> None:
    nora = as_(NORA)
    agency = _made(nora, "/agencies/new", **NEW)
    for _ in range(2):
        nora.send("/go-lives/new", agencies=agency, agreement="north-sharing", on="24/11/2026")
        scheduled = nora.get("/agreements").text
        nora.send("/agreements", "/call-off")
        nora.send_again(status=404)
    assert "24 November 2026" in scheduled
    nora.send("/go-lives/new", agencies=agency, agreement="north-sharing", on="24/11/2026")
    nora.send(f"/agencies/{agency}", "/status/suspended")
    with time_machine.travel(NOW + timedelta(days=1)):
        bring_live_due(administered, Moment.current())
        assert not _is_live(as_(NORA), agency)
    assert _went_live(administered) == []


def test_a_worker_brings_live_what_was_due_while_nobody_served(as_: As, administered: Database) -> None:
    from threading import Event

    nora = as_(NORA)
    agency = _made(nora, "/agencies/new", **NEW)
    nora.send("/go-lives/new", agencies=agency, agreement="north-sharing", on="24/11/2026")
    with time_machine.travel(NOW + timedelta(days=3)):
        stop = Event()
        stop.set()
        keep_bringing_live(administered, stop).join()
        assert _is_live(as_(NORA), agency)


def test_today_is_at_once_and_the_past_never(as_: As) -> None:
    nora = as_(NORA)
    agency = _made(nora, "/agencies/new", **NEW)
    nora.send("/go-lives/new", status=422, agencies=agency, agreement="north-sharing", on="22/11/2026")
    nora.send("/go-lives/new", status=422, agreement="north-sharing", on="today")
    nora.post("/go-lives/new", 422, agencies="school", agreement="north-sharing", on="today", key="k")
    nora.post("/go-lives/new", 422, agencies=agency, agreement="south-sharing", on="today", key="k")
    nora.send("/go-lives/new", agencies=agency, agreement="north-sharing", on="today")
    assert _is_live(nora, agency)


def test_an_agreement_is_made_signed_and_ended_never_to_begin_again(as_: As, events: Events) -> None:
    nora = as_(NORA)
    agreement = _made(nora, "/agreements/new", name="Pilot", from_="1/1/2026", to="")
    page = f"/agreements/{agreement}"
    nora.send("/agreements/new", status=422, name="pilot", from_="1/1/2026")
    nora.send("/agreements/new", status=422, name="Backwards", from_="1/1/2026", to="1/1/2026")
    nora.send(page, "/sign", agency="help", on="2/1/2026")
    nora.send_again()
    nora.post(f"{page}/sign", 422, agency="far", on="today")
    nora.send(page, "/end", status=422, to="22/11/2026")
    stale = nora.fill_in(page, "/end", to="1/3/2027")
    nora.send(page, "/end", to="1/2/2027")
    assert "Somebody changed this" in nora.client.post(*stale, status=422).text
    nora.send(page, "/end", to="today")
    assert "it is over" in nora.get(page).text
    nora.post(f"{page}/end", 422, to="1/2/2030", version="x")
    nora.post(f"{page}/sign", 422, agency="refuge", on="today")
    kinds = ["end_agreement", "end_agreement", "sign_agreement", "create_agreement"]
    assert [event.kind for event in events()] == kinds


def test_a_type_becomes_sensitive_and_never_ceases_to_be(as_: As, events: Events) -> None:
    nora = as_(NORA)
    page = "/involvement-types/support"
    nora.send(page, label="Family help", default_basis="consent")
    nora.send(page, always_findable="y", sensitive="y", status=422)
    nora.send(page, sensitive="y")
    assert "stays sensitive" in nora.send(page, status=422, sensitive=None).text
    nora.send(page, status=422, label="drug AND alcohol")
    nora.send("/involvement-types/new", code="debt_advice", label="Debt advice", default_basis="public_task")
    nora.send("/involvement-types/new", status=422, code="debt_advice", label="Other")
    nora.send("/involvement-types/new", status=422, code="Debt advice", label="Other")
    assert [event.purpose for event in events()] == ["public_task", "sensitive consent", "consent"]
    assert nora.get("/involvement-types").text.count("Consent") == 1


@pytest.mark.parametrize("page", ["/agencies/new", "/agreements/new"])
def test_hidden_characters_and_formulas(as_: As, page: str) -> None:
    nora = as_(NORA)
    typed = {"kind": "other", "sector": "private", "from_": "today"} if "agencies" in page else {"from_": "today"}
    nora.send(page, status=422, name="Good\u2067 name", **typed)
    nora.send(page, status=303, name="<b>=1+1</b>", **typed)
    assert "&lt;b&gt;=1+1&lt;/b&gt;" in nora.get(page.removesuffix("/new")).text
