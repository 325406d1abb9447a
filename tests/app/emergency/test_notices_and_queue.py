"""What people are told is theirs to know when they read it; what is queued is closed by somebody else, once."""

from __future__ import annotations

import html
import re

from flask import Flask

from graph.driver import Database
from graph.moment import Moment
from graph.notices import tell
from tests import graph_cleaning
from tests.app.emergency.acting import break_hidden, comparable, events, item_for, officer
from tests.app.emergency.conftest import SignIn
from tests.app.emergency.world import HIDDEN, emergency_world
from tests.app.page_client import PageClient
from tests.graph.worlds.in_and_out import bring_in

CLOSE = {"outcome": "follow_up", "note": "Ring the manager on Monday"}


def notify(database: Database, person: str, *accounts: str) -> None:
    """Tell accounts of emergency access by Ellie."""
    database.write(
        lambda tx: tell(
            tx,
            accounts=accounts,
            kind="break_glass",
            person=person,
            by_account="ellie",
            moment=Moment.current(),
            code="harm",
        )
    )


def test_a_notice_is_read_by_who_may_know_the_person(sign_in: SignIn, area: Database) -> None:
    notify(area, HIDDEN[0], "ida", "bea", "sue", "una", "ava")
    assert "Irena Wolska" in sign_in("ida").get("/notices").text
    assert "Irena Wolska" in sign_in("una").get("/notices").text, "restricted: the name"
    for username in ("bea", "sue"):
        page = sign_in(username).get("/notices").text
        assert "There is nothing." in page
        assert "New for you" not in sign_in(username).get("/").text
    ava = sign_in("ava").get("/notices").text
    assert "used emergency access to the team around somebody" in ava
    assert "Irena" not in ava
    assert events(area, "notices")[0].people == [HIDDEN[0]]


def test_marks_are_ones_own(sign_in: SignIn, area: Database) -> None:
    notify(area, HIDDEN[7], "ida")
    ida = sign_in("ida")
    page = ida.get("/").text
    ids = re.findall(r'name="notice" value="([^"]+)"', page)
    assert ids
    sign_in("tom").post("/notices/seen", {"notice": ids, "from": "home"}, status=303)
    assert "New for you" in ida.get("/").text
    ida.post("/notices/seen", {"notice": ids, "from": "home"}, status=303)
    assert "New for you" not in ida.get("/").text
    assert "Irena Wolska" in ida.get("/notices").text


def test_pages_of_notices_count_only_what_may_be_read(sign_in: SignIn, area: Database) -> None:
    for _ in range(11):
        notify(area, HIDDEN[8], "una")
        notify(area, "leo", "una")
    page = sign_in("una").get("/notices").text
    assert "Page 1 of" not in page
    assert page.count("used emergency access") <= 13
    sign_in("una").get("/notices?page=2", status=404)


def test_an_item_is_closed_once_by_somebody_else(ellie: PageClient, sign_in: SignIn, area: Database) -> None:
    break_hidden(ellie, HIDDEN[4])
    own = officer(sign_in("ellie-officer"))
    (item,) = [one for one in item_for(own, "Irena Wolska") if HIDDEN[4] in own.get(one).text]
    assert "You did this yourself" in own.get(item).text
    own.post(f"{item}/close", CLOSE, status=422)
    own.post(f"{item}/end", {}, status=422)
    ava = officer(sign_in("ava"))
    page = ava.get(item).text
    assert "Risk of significant harm" in page
    assert "Police at the door, child alone" in page
    faulty = ava.post(f"{item}/close", {"outcome": "fine", "note": "no"}, status=422).text
    assert "Choose an outcome" in faulty
    ava.post(f"{item}/close", CLOSE, status=303)
    again = ava.post(f"{item}/close", {**CLOSE, "outcome": "appropriate"}, status=422).text
    assert "Nothing was changed" in again
    assert "Needs follow-up" in again
    assert "Ring the manager on Monday" in again
    assert item in item_for(ava, "Irena Wolska", state="closed")
    assert item not in item_for(ava, "Irena Wolska")
    (event,) = events(area, "close_queue_item", HIDDEN[4])
    assert (event.account, event.purpose) == ("ava", "break_glass follow_up: Ring the manager on Monday")


def test_an_officer_barred_from_the_person_neither_reads_nor_closes(ellie: PageClient, sign_in: SignIn) -> None:
    break_hidden(ellie, HIDDEN[8])
    ava, olaf = officer(sign_in("ava")), officer(sign_in("olaf"))
    (item,) = [one for one in item_for(ava, "Irena Wolska") if HIDDEN[8] in ava.get(one).text]
    assert item not in item_for(olaf, "Emergency access")
    assert HIDDEN[8] not in olaf.get("/privacy-queue").text
    for answer in (olaf.get(item, status=404), olaf.post(f"{item}/close", CLOSE, status=404)):
        assert "Irena" not in answer.text
    olaf.post(f"{item}/end", {}, status=404)
    assert "lasts until" in ava.get(item).text


def test_the_queue_is_for_officers_with_a_purpose(sign_in: SignIn) -> None:
    assert sign_in("ava").get("/privacy-queue", status=303).headers["Location"].startswith("/access/purpose")
    for username in ("tom", "adam"):
        other = sign_in(username)
        other.get("/privacy-queue", status=404)
        other.get("/privacy-queue/any", status=404)
        other.post("/privacy-queue/any/close", CLOSE, status=404)


def test_two_worlds_tell_a_reader_the_same(app: Flask, area: Database) -> None:
    """Sue sees Irena in neither; in one of the two, Irena is known to a refuge, and notices about her wait for Sue."""
    pages = []
    for told in (False, True):
        graph_cleaning.empty(area)
        world = emergency_world()
        if not told:
            world["involvements"] = [one for one in world["involvements"] if one["person"] != HIDDEN[0]]
        assert not bring_in(area, world).faults
        if told:
            notify(area, HIDDEN[0], "sue", "ida")
        sue = PageClient(app, area)
        sue.sign_in_as("sue")
        pages.append([comparable(sue.get(address)) for address in ("/", "/notices", "/emergency")])
    assert pages[0] == pages[1]
    assert "All notices" in html.unescape(pages[0][0].decode())
