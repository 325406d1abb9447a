"""Shields at once and undone by two, bars that name the human, and nothing told of whom the maker cannot see."""

from __future__ import annotations

import re

import pytest

from graph.moment import Moment
from graph.privacy_queue import read_queue
from tests.app.audit.family import RECOVERY
from tests.app.proposals.acting import Actors, token
from tests.app.proposals.world import (
    ADAM,
    AUDITOR,
    CORIN,
    ELLIE,
    GP,
    OLIVE,
    RUTH,
    SECOND_AUDITOR,
    THIRD_AUDITOR,
)

WHY = "They moved house, ticket 4711"


def _queued(actors: Actors, kind: str, person: str) -> int:
    now = Moment.current()
    lines = actors.database.read(
        lambda tx: read_queue(tx, account="acc-ava", state="open", unmasked=(), skip=0, limit=100, moment=now)
    )
    return len([one for one in lines if (one.kind, one.person) == (kind, person)])


def _waiting_for_second(actors: Actors) -> str:
    (proposal,) = actors.waiting("acc-bo")
    return proposal


def test_asks_of_those_whom_the_maker_sees_and_of_nobody_else(actors: Actors) -> None:
    page = actors(ELLIE).get("/people/x-leo/shield").text
    boxes = {match[1]: "checked" in match[0] for match in re.finditer(r'<input[^>]*value="(x-[a-z]+)"[^>]*>', page)}
    assert boxes == {
        "x-carol": False,
        "x-dawn": False,
        "x-mia": True,
        "x-ryan": False,
        "x-sam": False,
        "x-tyler": True,
        "x-unborn": True,
    }
    assert "Kester" not in page
    assert "You do not work with them yourself" in page


def test_shields_at_once_for_others_and_tells_the_holders(actors: Actors) -> None:
    for wrong in ("x-kept", "x-neil", "no-such-one"):
        form = {"token": token(), "others": ["x-mia", wrong]}
        actors(ELLIE).post("/people/x-leo/shield", form, status=404)
    assert actors.identity("acc-joan", "x-leo") == "absent"
    assert actors.identity("acc-martin", "x-leo") == "full"
    form = {"token": token(), "others": ["x-mia"]}
    for _ in range(2):
        actors(ELLIE).post("/people/x-leo/shield", form, status=303)
    assert [actors.identity(one, "x-leo") for one in ("acc-ellie", "acc-priya", "acc-martin")] == [
        "full",
        "full",
        "none",
    ]
    assert [actors.identity(one, "x-mia") for one in ("acc-ellie", "acc-priya", "acc-martin")] == [
        "none",
        "full",
        "none",
    ]
    assert actors.identity("acc-martin", "x-ryan") == "full"
    assert actors.kinds().count("shield") == 1
    assert _queued(actors, "shield", "x-leo") == 1


@pytest.mark.parametrize("username", [OLIVE, CORIN, ADAM, RUTH, GP])
def test_who_may_not_shield(actors: Actors, username: str) -> None:
    answers = [
        actors(username).post(f"/people/{person}/shield", {"token": token()}, status=404)
        for person in ("x-tyler", "no-such-one")
    ]
    assert answers[0].data == answers[1].data


def test_two_privacy_officers_take_a_shield_away(actors: Actors, neighbour: str) -> None:
    actors(AUDITOR).post(f"/access/people/{neighbour}/shield", {"token": token()}, status=303)
    assert actors.identity("acc-ellie", neighbour) == "restricted", "she opened them"
    address = f"/access/people/{neighbour}/unshield"
    assert "Say why" in actors(AUDITOR).post(address, {"token": token(), "reason": ""}, status=422).text
    for _ in range(2):
        actors(AUDITOR).post(address, {"token": token(), "reason": WHY}, status=303)
    proposal = _waiting_for_second(actors)
    for username in (AUDITOR, GP, ELLIE, ADAM):
        actors.answer(username, proposal, "accept", status=404)
    assert actors.identity("acc-ellie", neighbour) == "restricted"
    assert WHY in actors(SECOND_AUDITOR).get(f"/proposals/{proposal}").text
    assert actors.answer(SECOND_AUDITOR, proposal, "accept") == "Accepted"
    assert actors.identity("acc-ellie", neighbour) == "full"
    event = next(one for one in actors.events() if one.kind == "accept_unshield")
    assert str(event.purpose).startswith("check: ")
    assert _queued(actors, "unshield", neighbour) == 0


def test_what_practitioners_and_administrators_have_not(actors: Actors) -> None:
    for username in (ELLIE, ADAM):
        for address in ("shield", "bars"):
            actors(username).get(f"/access/people/x-leo/{address}", status=404)
        actors(username).post("/access/people/x-leo/unshield", {"reason": WHY, "token": token()}, status=404)
    actors(AUDITOR).get("/people/x-leo/shield", status=404)


def test_a_bar_names_the_human_and_two_lift_it(actors: Actors) -> None:
    address = "/access/people/x-dawn/bars"
    form = {"token": token(), "username": "ELLIE.school", "reason": WHY, "others": ["x-tyler"]}
    page = actors(AUDITOR).post(address, form).text
    assert "ellie.brandon" in page
    assert actors.identity("acc-ellie", "x-dawn") == "full", "nothing happens before it is confirmed"
    for _ in range(2):
        actors(AUDITOR).post(address, form | {"confirmed": "yes"}, status=303)
    assert [actors.identity("acc-ellie", one) for one in ("x-dawn", "x-tyler", "x-leo")] == ["none", "none", "full"]
    assert actors.kinds().count("bar") == 1
    page = actors(SECOND_AUDITOR).get(address).text
    assert page.count("Ellie Brandon") >= 1
    lift = "/access/people/x-dawn/bars/acc-ellie/lift"
    for wrong in ("acc-priya", "nobody"):
        sent = {"token": token(), "reason": WHY}
        actors(AUDITOR).post(f"/access/people/x-dawn/bars/{wrong}/lift", sent, status=404)
    actors(AUDITOR).post(lift, {"token": token(), "reason": WHY}, status=303)
    proposal = _waiting_for_second(actors)
    actors.answer(AUDITOR, proposal, "accept", status=404)
    assert actors.answer(THIRD_AUDITOR, proposal, "accept") == "Accepted"
    assert [actors.identity("acc-ellie", one) for one in ("x-dawn", "x-tyler")] == ["full", "none"]


def test_nobody_bars_themselves_or_somebody_unknown(actors: Actors) -> None:
    for username, told in ((AUDITOR, "This is you"), ("nobody.here", "No account has this username")):
        form = {"token": token(), "username": username, "reason": WHY}
        assert told in actors(AUDITOR).post("/access/people/x-dawn/bars", form, status=422).text


def test_a_barred_colleague_is_not_asked(actors: Actors, proposal: str, neighbour: str) -> None:
    assert proposal in actors.waiting("acc-ruth")
    form = {"token": token(), "username": RUTH, "reason": WHY, "confirmed": "yes"}
    actors(AUDITOR).post(f"/access/people/{neighbour}/bars", form, status=303)
    assert proposal not in actors.waiting("acc-ruth")
    actors.answer(RUTH, proposal, "accept", status=404)


def test_holders_are_told_of_a_shield_and_not_by_which_service(actors: Actors) -> None:
    """Whoever shields works with the person: a name or an agency would tell of a service that a holder may not see."""
    actors(RECOVERY).post("/people/x-dawn/shield", {"token": token()}, status=303)
    page = actors(ELLIE).get("/notices").text
    assert "The record of Dawn Marsh was shielded." in page
    assert not [word for word in ("Hidden", "Recovery") if word in page]


def test_somebody_barred_reads_the_name_nowhere_not_even_in_what_they_proposed(
    actors: Actors, proposal: str, neighbour: str
) -> None:
    form = {"token": token(), "username": ELLIE, "reason": WHY, "confirmed": "yes"}
    assert "Nan Next" in actors(ELLIE).get(f"/proposals/{proposal}").text
    actors(AUDITOR).post(f"/access/people/{neighbour}/bars", form, status=303)
    for address in (f"/proposals/{proposal}", "/proposals"):
        page = actors(ELLIE).get(address).text
        assert "Nan Next" + neighbour[-1] not in page
        assert "somebody whom you may not be shown" in page
