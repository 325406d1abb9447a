"""Everything that somebody holds, ended or handed over in one go: by themselves, or by an administrator as initials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from flask import Flask

from graph.driver import Database
from graph.moment import Moment
from tests import graph_cleaning
from tests.app.audit.family import CARE_ADMINISTRATOR, HELP_ADMINISTRATOR
from tests.app.involvements.world import involvement_world, work
from tests.app.proposals.acting import PURPOSE, Actors, token
from tests.app.proposals.world import ELLIE, ELLIE_TOO, GP, OLIVE, PRIYA, RUTH
from tests.app.team.loading import load
from tests.app.team.marsh_family import NOW

MINE, LEAVING = "/my-involvements", "/my-involvements/leaving"
BY_ADMINISTRATOR = "/access/practitioners/p-ellie/leaving"


@pytest.fixture
def actors(app: Flask, connected_database: Database) -> Iterator[Actors]:
    """Everybody, anew for each test: it ends all that Ellie holds."""
    graph_cleaning.empty(connected_database)
    world = involvement_world()
    world["involvements"] = [one for one in world["involvements"] if "x-client" not in one["id"]]
    few = ("x-client-1", "x-client-2", "x-client-3")
    world["involvements"] += [work(f"e-{one}", "p-ellie", "a-help", one) for one in few]
    world["involvements"] += [
        work("over-quentin", "p-ellie", "a-help", "x-quiet", to="2025-01-01"),
        work("at-school", "p-ellie", "a-school", "x-client-4", type="education"),
        work("begun-today", "p-ellie", "a-help", "x-client-5", **{"from": "2026-11-23"}),
    ]
    with time_machine.travel(NOW, tick=False):
        load(connected_database, world, Moment.current())
        yield Actors(app, connected_database)


def _form(page: str, **choices: str) -> dict[str, Any]:
    """The form as the page offers it, with what is chosen for some of the involvements, by id."""
    days = dict(re.findall(r'name="(on-[^"]+)"[^>]* value="([^"]*)"', page))
    return {"token": token(), **days, **{f"what-{one.replace('__', '-')}": what for one, what in choices.items()}}


def _held(page: str) -> set[str]:
    return set(re.findall(r'name="what-([^"]+)"', page))


def test_all_that_i_hold_is_listed_and_of_the_past_the_name_alone(actors: Actors) -> None:
    page = actors(ELLIE).get(MINE).text
    current, _, over = page.partition(">Over</h2>")
    assert set(re.findall(r'href="/involvements/([^"]+)"', current)) == {
        "i-ellie-leo",
        "i-ellie-dawn",
        "e-x-client-1",
        "e-x-client-2",
        "e-x-client-3",
        "e-x-led",
        "e-x-led-unseen",
        "e-x-unled",
        "at-school",
        "begun-today",
    }
    assert "Quentin Quiet" in over
    assert "until 1 Jan 2025" in over
    assert "<a" not in over.partition("</ul>")[0]
    assert "Family support" not in over.partition("</ul>")[0]
    event = next(one for one in actors.events() if one.kind == "look_at_own_involvements")
    assert "over-quentin full OWN" in event.entries


def test_ended_and_handed_over_in_one_go(actors: Actors) -> None:
    page = actors(ELLIE).get(LEAVING).text
    assert "at-school" not in _held(page), "it is of another agency"
    choices = {one.replace("-", "__"): "end" for one in _held(page)} | {"e__x__client__1": "to:p-ruth"}
    form = _form(page, **choices) | {"on-e-x-client-2": "24/11/2026"}
    for _ in range(2):
        assert actors(ELLIE).post(LEAVING, form, status=303).location == f"{MINE}?done=left"
    assert actors.identity("acc-ellie", "x-client-3") == "none"
    assert actors.identity("acc-ellie", "x-client-2") == "full", "until tomorrow"
    assert actors.identity("acc-ellie", "x-client-5") == "full", "it began today and is over tomorrow"
    assert actors.identity("acc-ellie", "x-client-1") == "full", "until Ruth accepts"
    assert actors.identity("acc-ruth", "x-client-1") == "restricted"
    (proposal,) = actors.waiting("acc-ruth")
    actors.answer(RUTH, proposal, "accept")
    assert actors.identity("acc-ellie", "x-client-1") == "none"
    assert actors.identity("acc-ruth", "x-client-1") == "full"
    done = [one for one in actors.events() if one.kind == "leave"]
    assert [one.purpose for one in done] == ["ended: 8, handed over: 1"]
    assert actors(ELLIE).post(LEAVING, form, status=303).location == f"{MINE}?done=left", "again, all being gone"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Choose for one of them"),
        ({"what-e-x-client-1": "end", "on-e-x-client-1": ""}, "Enter the first day"),
        ({"what-e-x-client-1": "end", "on-e-x-client-1": "=1+1"}, "Enter a day such as"),
        ({"what-e-x-client-1": "end", "on-e-x-client-1": "1/1/2024"}, "on which it began"),
        ({"what-e-x-client-1": "to:p-priya"}, "Choose what is to happen"),
        ({"what-e-x-client-1": "to:p-ellie"}, "Choose what is to happen"),
        ({"what-e-x-client-1": "x" * 10_000}, "Choose what is to happen"),
    ],
)
def test_where_one_line_is_wrong_nothing_is_done(actors: Actors, typed: dict[str, str], said: str) -> None:
    others = {"what-e-x-client-2": "end", "on-e-x-client-2": "today"} if typed else {}
    page = actors(ELLIE).post(LEAVING, {"token": token(), **others, **typed}, status=422).text
    assert said in page
    assert actors.identity("acc-ellie", "x-client-2") == "full"
    if typed:
        assert 'value="today"' in page
        assert '<option value="end" selected' in page


def test_what_is_not_held_is_not_touched(actors: Actors) -> None:
    sent = {"what-at-school": "end", "on-at-school": "today", "what-i-priya-leo": "end", "on-i-priya-leo": "today"}
    actors(ELLIE).post(LEAVING, {"token": token(), **sent}, status=422)
    assert "i-priya-leo" in str(actors(PRIYA).get("/people/x-leo/team.json").get_json())
    assert actors.identity("acc-ellie-school", "x-client-4") == "full"
    assert _held(actors(ELLIE_TOO).get(LEAVING).text) == {"at-school"}


def test_an_administrator_does_it_for_somebody_who_left_and_sees_initials(actors: Actors) -> None:
    client = actors(HELP_ADMINISTRATOR)
    assert client.get(BY_ADMINISTRATOR, status=303).location.startswith("/access/purpose")
    client.post("/access/purpose", PURPOSE, status=303)
    page = client.get(BY_ADMINISTRATOR).text
    assert "C.C." in page
    assert not re.search("Cora|Client[0-9]|Marsh|Leo", page)
    assert "at-school" not in _held(page)
    assert "Ellie Brandon, Family support worker" not in page, "not to whoever leaves"
    form = _form(page, e__x__client__1="end", e__x__client__2="to:p-ruth")
    for _ in range(2):
        client.post(BY_ADMINISTRATOR, form, status=303)
    assert actors.identity("acc-ellie", "x-client-1") == "none"
    (proposal,) = actors.waiting("acc-ruth")
    actors.answer(RUTH, proposal, "accept")
    assert actors.identity("acc-ruth", "x-client-2") == "full"
    assert actors.identity("acc-ellie", "x-client-2") == "none"
    assert "ended or handed over involvements of yours" in actors(ELLIE).get("/notices").text
    (done,) = [one for one in actors.events() if one.kind == "leave"]
    assert done.purpose is not None
    assert done.purpose.endswith("ended: 1, handed over: 1")
    assert "e-x-client-1 audit CHANGED" in done.entries


@pytest.mark.parametrize("who", [CARE_ADMINISTRATOR, ELLIE, RUTH, OLIVE, GP])
def test_nobody_else_does(actors: Actors, who: str) -> None:
    client = actors(who)
    if who == CARE_ADMINISTRATOR:
        client.post("/access/purpose", PURPOSE, status=303)
    there, none = (client.get(f"/access/practitioners/{one}/leaving", status=404) for one in ("p-ellie", "p-nobody"))
    assert (there.data, there.headers) == (none.data, none.headers)
    client.post(BY_ADMINISTRATOR, {"token": token(), "what-e-x-client-1": "end"}, status=404)
