"""Emergency access to people who are not shielded: justified, given at once, told, counted down, ended."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
import time_machine

from graph.driver import Database, Transaction
from graph.outbox import newest_messages
from graph.query_loader import Query
from graph.search import BUDGET
from tests.app.accounts import set_status
from tests.app.emergency.acting import (
    WHY,
    break_hidden,
    comparable,
    events,
    find_hidden,
    item_for,
    names,
    officer,
    proofs,
    search,
    state,
)
from tests.app.emergency.conftest import SignIn
from tests.app.emergency.world import HIDDEN, NHS, POSTCODE, SHIELDED
from tests.app.page_client import PageClient


def test_the_justification_comes_before_the_search(ellie: PageClient, area: Database) -> None:
    assert ellie.get("/emergency/search", status=303).headers["Location"] == "/emergency"
    assert search(ellie, 303, name="Irena Wolska", born="2001").headers["Location"] == "/emergency"
    page = ellie.post("/emergency", {"justification": "curious", "note": "too short"}, status=422).text
    assert "Error:" in page
    assert "10 to 300 characters" in page
    assert "too short" in page
    state(ellie)
    assert "Police at the door, child alone" in ellie.get("/emergency/search").text
    search(ellie, name="Irena Wolska", born="11 January 2001")
    (event,) = events(area, "emergency_search")[:1]
    assert event.purpose == "harm: Police at the door, child alone"
    assert event.people == [HIDDEN[0]]


def test_finds_whom_it_would_show_and_nobody_else(ellie: PageClient, sign_in: SignIn) -> None:
    assert "Nobody found" in ellie.post("/search", {"name": "Irena Wolska", "born": "2002"}).text
    state(ellie)
    assert names(search(ellie, name="Irena Wolska", born="2002")) == ["Irena Wolska"]
    assert len(names(search(ellie, name="Irena Wolska", postcode="qz5 6ef"))) == len(HIDDEN)
    assert names(search(ellie, name="Irena Wolska", postcode="QZ9 9ZZ")) == []
    assert names(search(ellie, name="Irena Wolska")) == []
    assert names(search(ellie, name="Leo Marsh")) == ["Leo Marsh"]
    assert names(search(ellie, name="Farah Lone", postcode=POSTCODE)) == [], "no agreement: it would show nothing"
    assert "Enter a name, or a reference" in search(ellie, 422, postcode=POSTCODE).text
    for typed in ({"born": "22 February 2002"}, {"postcode": POSTCODE}, {"reference": NHS[SHIELDED[1]]}):
        assert names(search(ellie, name="Petra Lang", **typed)) == [], typed
    bea = sign_in("bea")
    state(bea)
    assert names(search(bea, name="Irena Wolska", born="11 January 2001")) == [], "barred"
    nils = sign_in("nils")
    state(nils)
    assert names(search(nils, name="Irena Wolska", born="2002")) == [], "not live"


def test_hidden_and_absent_take_the_same_statements(ellie: PageClient) -> None:
    state(ellie)
    real = Transaction.stream

    def statements(born: str) -> list[str]:
        run: list[str] = []

        def counted(tx: Transaction, query: Query[Any], **parameters: Any) -> Any:
            run.append(query.name)
            return real(tx, query, **parameters)

        with patch.object(Transaction, "stream", counted):
            assert names(search(ellie, name="Farah Lone", born=born)) == []
        return run

    assert statements("9 September 1999") == statements("9 September 1989")


def test_hidden_and_absent_get_the_same_answer(ellie: PageClient) -> None:
    state(ellie)
    pairs = (
        ({"name": "Farah Lone", "born": "1999"}, {"name": "Karah Lone", "born": "1998"}),
        ({"name": "Petra Lang", "postcode": POSTCODE}, {"name": "Petra Land", "postcode": "QZ5 6EG"}),
    )
    for hidden, absent in pairs:
        bodies = []
        for typed in (hidden, absent):
            body = comparable(search(ellie, **typed))
            for value in typed.values():
                body = body.replace(f'value="{value}"'.encode(), b"")
            bodies.append(body)
        assert bodies[0] == bodies[1]
    nobody = [ellie.get(f"/people/{id_}/emergency", status=404) for id_ in (HIDDEN[3], SHIELDED[3], "no-such")]
    assert len({answer.data for answer in nobody}) == 1
    tries = [ellie.post(f"/people/{id_}/emergency", WHY, status=404) for id_ in (HIDDEN[3], SHIELDED[3], "no-such")]
    assert len({answer.data for answer in tries}) == 1


def test_given_at_once_told_queued_and_recorded_once(ellie: PageClient, sign_in: SignIn, area: Database) -> None:
    person = HIDDEN[1]
    proof = find_hidden(ellie, person)
    for _ in range(2):
        ellie.post("/emergency/break", {"proof": proof}, status=303)
    page = ellie.get(f"/people/{person}/team").text
    assert "Ida Fox" in page
    assert "You see this under emergency access" in page
    assert re.search(r"ends at <time[^>]*>\d{1,2}\.\d\d[ap]m</time> <span[^>]*>\((in 3 h 59|in 4 h 0) min\)", page)
    (event,) = events(area, "break_glass", person)
    assert (event.account, event.purpose) == ("ellie", "harm: Police at the door, child alone")
    looked = events(area, "team", person)[0]
    assert looked.entries == [f"{held}-{person} full BREAK_GLASS" for held in ("of", "unsure")]
    told = sign_in("ida").get("/notices").text
    assert told.count("Ellie Moss of Early Help used emergency access to the team around Irena Wolska") == 1
    assert "risk of significant harm" in told
    assert "Police" not in told, "the note is for the privacy officer"
    assert "Ellie Moss" not in sign_in("una").get("/notices").text, "nobody adds themselves to be told"
    assert "Ellie Moss" not in sign_in("tom").get("/notices").text
    mails = [one for one in area.read(lambda tx: newest_messages(tx, limit=50)) if one.to == "ida@example.org"]
    assert len(mails) == 1
    assert "Irena" not in f"{mails[0].subject} {mails[0].body}"
    assert "Ellie" not in f"{mails[0].subject} {mails[0].body}"
    ava = officer(sign_in("ava"))
    assert len(item_for(ava, "Irena Wolska")) == 1


def test_ends_by_one_click_and_not_by_somebody_elses(ellie: PageClient, sign_in: SignIn, area: Database) -> None:
    person = HIDDEN[2]
    proof = find_hidden(ellie, person)
    ellie.post("/emergency/break", {"proof": proof}, status=303)
    grant = re.findall(r'name="grant" value="([^"]+)"', ellie.get("/").text)
    (mine,) = [one for one in grant if events(area, "break_glass", person)[0].id == one]
    tom = sign_in("tom")
    tom.post("/emergency/end", {"grant": mine}, status=303)
    assert "Ida Fox" in ellie.get(f"/people/{person}/team").text
    ellie.post("/emergency/end", {"grant": mine}, status=303)
    ellie.get(f"/people/{person}/team", status=404)
    ellie.post("/emergency/end", {"grant": mine}, status=303)
    assert len(events(area, "end_break_glass", person)) == 1
    assert "Begin again" in ellie.post("/emergency/break", {"proof": proof}, status=422).text, (
        "sent again from the history"
    )
    assert len(events(area, "break_glass", person)) == 1


def test_ends_after_four_hours(ellie: PageClient, sign_in: SignIn) -> None:
    person = HIDDEN[3]
    break_hidden(ellie, person)
    now = datetime.now(UTC)
    with time_machine.travel(now + timedelta(hours=3, minutes=58)):
        late = sign_in("ellie")
        assert "Ida Fox" in late.get(f"/people/{person}/team").text
        assert "(in 2 min)" in late.get("/search").text
    with time_machine.travel(now + timedelta(hours=4, seconds=5)):
        after = sign_in("ellie")
        after.get(f"/people/{person}/team", status=404)
        assert person not in after.get("/search").text


def test_a_proof_is_for_one_account_and_for_emergencies(ellie: PageClient, sign_in: SignIn) -> None:
    proof = find_hidden(ellie, HIDDEN[4])
    refused = ellie.post("/search/open", {"proof": proof, "reason": "referral"}, status=422)
    assert "nothing was opened" in refused.text
    sue = sign_in("sue")
    state(sue)
    answers = [sue.post("/emergency/break", {"proof": one}, status=422) for one in (proof, "", "forged", proof + "x")]
    assert len({comparable(answer) for answer in answers}) == 1
    sue.get(f"/people/{HIDDEN[4]}/team", status=404)


def test_somebody_suspended_in_between_gets_nothing(sign_in: SignIn, area: Database) -> None:
    sue = sign_in("sue")
    proof = find_hidden(sue, HIDDEN[5])
    set_status(area, "sue", status="suspended")
    sue.post("/emergency/break", {"proof": proof}, status=303)
    set_status(area, "sue")
    assert events(area, "break_glass", HIDDEN[5]) == []


def test_from_the_team_page_of_somebody_shown_already(ellie: PageClient, area: Database) -> None:
    assert 'href="/people/leo/emergency"' in ellie.get("/people/leo/team").text
    page = ellie.get("/people/leo/emergency").text
    assert "Everybody who works with the person is told" in page
    (proof,) = proofs(ellie.get("/people/leo/emergency"))
    assert "Choose why" in ellie.post("/people/leo/emergency", {"proof": proof, "note": WHY["note"]}, status=422).text
    other = {"proof": find_hidden(ellie, HIDDEN[6]), **WHY}
    again = ellie.post("/people/leo/emergency", other, status=303)
    assert again.headers["Location"] == "/people/leo/emergency", "a proof of somebody else's begins anew"
    done = ellie.post("/people/leo/emergency", {"proof": proof, **WHY}, status=303)
    assert done.headers["Location"] == "/people/leo/team"
    assert len(events(area, "break_glass", "leo")) == 1
    assert events(area, "break_glass", HIDDEN[6]) == []


@pytest.mark.parametrize("username", ["ava", "adam"])
def test_not_for_other_roles(sign_in: SignIn, username: str) -> None:
    other = sign_in(username)
    other.get("/emergency", status=404)
    other.post("/emergency/break", {"proof": "x"}, status=404)
    other.get("/people/leo/emergency", status=404)


def test_it_counts_against_the_search_budget_and_an_officer_is_told(sign_in: SignIn, area: Database) -> None:
    tom = sign_in("tom")
    state(tom)
    for _ in range(BUDGET // 2):
        tom.post("/search", {"name": "Nobody Atall"})
        search(tom, name="Nobody Atall")
    with time_machine.travel(datetime.now(UTC) + timedelta(seconds=2)):
        search(tom, name="Nobody Atall")
        assert "privacy officers are told" in search(tom, 429, name="Nobody Atall").text
        ava = officer(sign_in("ava"))
        (item,) = item_for(ava, "Very many searches")
        assert "Tom Ash" in ava.get(item).text
