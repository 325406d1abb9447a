"""Outside the scope and absent are the same 404, for every page and every form; and so is everybody else's role."""

from __future__ import annotations

import pytest
from flask import Flask

from graph.driver import Database
from graph.moment import Moment
from tests.app.administration.conftest import As, Events
from tests.app.administration.world import ADAM, FAY, NORA, administered_world
from tests.app.page_client import PageClient
from tests.app.team.loading import load

OUTSIDE = {"account": "una-far", "practitioner": "una", "agency": "far", "agreement": "south-sharing"}
INSIDE = {"account": "ola-berg", "practitioner": "ola", "agency": "help", "agreement": "north-sharing"}
DATA = {
    "version": "x",
    "key": "k",
    "role": "coordinator",
    "agency": "help",
    "left": "help",
    "from_": "today",
    "to": "1 December 2026",
    "on": "today",
    "name": "A",
    "kind": "other",
    "sector": "statutory",
    "label": "A",
}
AREAS_ONLY = ("agencies", "agreements", "involvement-types", "go-lives")


def _addresses(app: Flask, ids: dict[str, str]) -> list[tuple[str, str]]:
    """Every administrators' address with one id, with its method."""
    found: list[tuple[str, str]] = []
    for rule in app.url_map.iter_rules():
        if rule.endpoint.startswith("administration."):
            values = {name: ids.get(name, "nothing") for name in rule.arguments}
            if "status" in values:
                values["status"] = "suspended"
            address = rule.rule
            for name, value in values.items():
                address = address.replace(f"<{name}>", value)
            found += [(method, address) for method in sorted((rule.methods or set()) & {"GET", "POST"})]
    return found


def _answers(client: PageClient, addresses: list[tuple[str, str]]) -> dict[tuple[str, str], tuple[int, bytes]]:
    form = {**DATA, "csrf_token": client.csrf_token()}
    answers: dict[tuple[str, str], tuple[int, bytes]] = {}
    for method, address in addresses:
        sent = client.browser.open(address, method=method, data=form if method == "POST" else None)
        answers[method, address] = sent.status_code, sent.data
    return answers


@pytest.mark.parametrize(("username", "elsewhere"), [(ADAM, OUTSIDE), (FAY, INSIDE), (NORA, OUTSIDE)])
def test_outside_and_absent_are_the_same_404(
    as_: As, reachable_app: Flask, events: Events, username: str, elsewhere: dict[str, str]
) -> None:
    client = as_(username).client
    absent = dict.fromkeys(elsewhere, "nothing")
    hidden = [one for one in _addresses(reachable_app, elsewhere) if one not in _addresses(reachable_app, {})]
    nothing = [one for one in _addresses(reachable_app, absent) if "/nothing" in one[1]]
    assert len(hidden) > 10
    answers = _answers(client, hidden)
    assert {status for status, _ in answers.values()} == {404}
    assert len({page for _, page in answers.values()}) == 1
    assert set(_answers(client, nothing).values()) == set(answers.values())
    assert events() == []


def test_without_areas_there_are_no_agencies_agreements_or_types(as_: As, reachable_app: Flask) -> None:
    adam = as_(ADAM)
    own = [
        one
        for one in _addresses(reachable_app, INSIDE)
        if one[1].split("/")[2:3] and one[1].split("/")[2] in AREAS_ONLY
    ]
    assert len(own) > 12
    assert {status for status, _ in _answers(adam.client, own).values()} == {404}
    assert "Agreements" not in adam.get("").text


@pytest.mark.parametrize("username", ["ola.berg", "cora.north"])
def test_nobody_else_finds_any_of_it(as_: As, reachable_app: Flask, username: str, events: Events) -> None:
    answers = _answers(as_(username).client, _addresses(reachable_app, INSIDE))
    assert {status for status, _ in answers.values()} == {404}
    assert events() == []


def test_an_area_holds_the_agencies_that_work_there_and_no_other(as_: As) -> None:
    nora = as_(NORA)
    page = nora.get("/agencies").text
    assert all(name in page for name in ("Early Help", "Hill School", "The Refuge"))
    assert "Far Hospice" not in page
    assert "North Council" not in page, "it works with nobody there, and does not say that it serves the area"
    assert "South sharing" not in nora.get("/agreements").text


def test_work_that_nobody_has_confirmed_brings_no_agency_into_an_area(as_: As, administered: Database) -> None:
    """Else a practitioner who adds themselves to a team would hand their agency's accounts to other administrators."""
    for confirmed, answer in ((False, 404), (True, 200)):
        work = {
            "id": f"una-ann-{confirmed}",
            "practitioner": "una",
            "agency": "far",
            "person": "ann",
            "type": "support",
        }
        world = administered_world()
        world["involvements"].append({**work, "basis": "public_task", "from": "2020-01-01", "confirmed": confirmed})
        load(administered, world, Moment.current())
        as_(NORA).get("/practitioners/una", status=answer)


def test_ids_of_others_cannot_be_taken_for_something_new(as_: As, events: Events) -> None:
    """Whoever chooses the key of a form chooses no id: what is made is new, and nobody else's is touched."""
    adam = as_(ADAM)
    location = adam.send("/practitioners/new", key="una", name="Una Copy", from_="today").headers["Location"]
    assert "/practitioners/una?" not in location
    assert events()[0].objects[0] != "practitioner:una"


def test_a_form_of_somebody_else_s_browser_is_refused(as_: As) -> None:
    adam, fay = as_(ADAM), as_(FAY)
    answer = adam.client.browser.post(
        "/administration/accounts/ola-berg/suspend", data={"version": "x", "csrf_token": fay.client.csrf_token()}
    )
    assert answer.status_code == 400
