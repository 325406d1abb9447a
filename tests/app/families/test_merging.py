"""Two records of one person become one and are parted again; nobody's sight widens by it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from flask import Flask

from graph.access import identities, matrix
from graph.audit_trail import looks_at_person
from graph.driver import Database
from graph.moment import Moment
from graph.proposals import Touched
from graph.query_loader import write_query
from graph.relations import relations
from tests import graph_cleaning
from tests.app.proposals.acting import Actors, token
from tests.app.proposals.world import AUDITOR, ELLIE, OLIVE, RUTH, confirming_world
from tests.app.team.loading import load
from tests.app.team.marsh_family import NOW
from tests.graph.worlds.in_and_out import everything

KEPT, GONE, SHIELDED = "x-neighbour-1", "x-neighbour-2", "x-neighbour-3"
_LEVELS = ("none", "broker", "agency", "full")
_IDENTITIES = ("none", "restricted", "full")
_SHIELD = write_query("shields/shield", Touched)
_PAIR = {"from": "2026-01-01", "basis": "public_task"}


def _work(id_: str, practitioner: str, agency: str, person: str, type_: str = "befriending", **more: Any) -> Any:
    return {"id": id_, "practitioner": practitioner, "agency": agency, "person": person, "type": type_, **_PAIR, **more}


def _world() -> dict[str, Any]:
    """Ellie and the GP work with every neighbour; Olive with the first alone, a sensitive service with the second."""
    world = confirming_world()
    world["people"] = [_filled(one) for one in world["people"]]
    neighbours = (KEPT, GONE, SHIELDED)
    world["involvements"] += [
        *(_work(f"i-ellie-{one}", "p-ellie", "a-help", one, "family_support") for one in neighbours),
        _work("i-olive-kept", "p-olive", "a-friend", KEPT, lead=True),
        _work("i-hidden-gone", "p-hidden", "a-drugs", GONE, "substance_misuse", lead=True),
        _work("i-joan-gone", "p-joan", "a-friend", GONE, **{"from": "2025-01-01", "to": "2026-02-01"}),
    ]
    world["accounts"].append(
        {**_like(world, "acc-olive"), "id": "acc-joan", "username": "joan.ellery", "practitioner": "p-joan"}
    )
    world["families"] += [
        {"id": "f-one", "name": "One", "area": "north", "members": [{"person": KEPT}, {"person": "x-quiet"}]},
        {"id": "f-two", "name": "Two", "area": "north", "members": [{"person": GONE}]},
    ]
    world["kinship"].append({"id": "k-n", "kind": "friend_of", "from_person": GONE, "to_person": "x-leo"})
    world["consents"] = [
        {
            "id": "c-gone",
            "person": GONE,
            "decision": "refused",
            "giver": "self",
            "recorded_by": "p-ellie",
            "recorded_at": "2026-02-01T10:00:00Z",
            "includes_sensitive": True,
        }
    ]
    return world


def _filled(one: dict[str, Any]) -> dict[str, Any]:
    if one["id"] == GONE:
        return {**one, "nhs_number": "9434765919", "address": "2 Quay Street", "given_name": "Nancy"}
    return {**one, "shielded": True} if one["id"] == SHIELDED else one


def _like(world: dict[str, Any], account: str) -> dict[str, Any]:
    (found,) = [one for one in world["accounts"] if one["id"] == account]
    return dict(found)


@pytest.fixture(scope="module")
def actors(app: Flask, connected_database: Database) -> Iterator[Actors]:
    graph_cleaning.empty(connected_database)
    with time_machine.travel(NOW, tick=False):
        load(connected_database, _world(), Moment.current())
        yield Actors(app, connected_database)


def _merge(actors: Actors, kept: str, gone: str, username: str = ELLIE, *, status: int = 303) -> str:
    form = {"token": token(), "keep": kept}
    return actors(username).post(f"/people/{kept}/merge/{gone}", form, status=status).text


def _part(actors: Actors, kept: str, gone: str, username: str = ELLIE, *, status: int = 303) -> str:
    return actors(username).post(f"/people/{kept}/merged/{gone}/part", {}, status=status).text


def _records(database: Database) -> list[str]:
    """Everything but what tells of acts: events, history, the queue, proposals and notices."""
    acts = ("AuditEvent", "Former", "QueueItem", "Proposal", "Notice", "Throttle", "Session")
    return [one for one in everything(database) if not any(label in json.loads(one)[0] for label in acts)]


def _sight(database: Database) -> dict[tuple[str, str], int]:
    """For each account, how much it sees of each involvement and person."""
    now = Moment.current()
    accounts = [one["id"] for one in _world()["accounts"]]
    involvements = [one["id"] for one in _world()["involvements"]]
    people = [one["id"] for one in _world()["people"]]
    seen = {
        (one.account, one.involvement): _LEVELS.index(one.level)
        for one in matrix(database, accounts=accounts, involvements=involvements, moment=now)
    }
    shown = identities(database, accounts=accounts, people=people, moment=now)
    return seen | {(one.account, one.person): _IDENTITIES.index(one.identity) for one in shown}


def test_merged_and_parted_nothing_is_left_of_it(actors: Actors) -> None:
    before, sight = _records(actors.database), _sight(actors.database)
    page = actors(ELLIE).get(f"/people/{KEPT}/merge/{GONE}").text
    assert "First: Nan<br>Second: Nancy" in page
    _merge(actors, KEPT, GONE)
    # Who saw either record may see as much of the person, and the kept record is the person.
    either = sight | {(who, x): max(level, sight[who, GONE]) for (who, x), level in sight.items() if x == KEPT}
    widened = {pair for pair, level in _sight(actors.database).items() if level > either[pair]}
    assert widened == set(), "nobody sees more by a merge alone"
    team = json.loads(actors(ELLIE).get(f"/people/{KEPT}/team.json").text)
    assert {"i-ellie-x-neighbour-1", "i-ellie-x-neighbour-2"} <= {one["id"] for one in team["involvements"]}
    assert actors.identity("acc-olive", KEPT) == "restricted"
    assert actors.identity("acc-ray", KEPT) == "restricted"
    assert actors.identity("acc-lena", KEPT) == "full"
    _part(actors, KEPT, GONE)
    assert _records(actors.database) == before
    assert _sight(actors.database) == sight
    _part(actors, KEPT, GONE, status=404)


def test_the_id_that_is_gone_leads_on_only_whoever_may_see(actors: Actors) -> None:
    _merge(actors, KEPT, GONE)
    assert actors(ELLIE).get(f"/people/{GONE}/team", status=302).location == f"/people/{KEPT}/team"
    assert actors(ELLIE).get(f"/people/{GONE}/team.json", status=302).location == f"/people/{KEPT}/team.json"
    absent = actors(RUTH).get("/people/x-neighbour-0/team", status=404).text
    assert actors(RUTH).get(f"/people/{GONE}/team", status=404).text == absent
    _part(actors, KEPT, GONE)


def test_the_trail_and_the_report_find_the_events_of_both(actors: Actors) -> None:
    actors(ELLIE).get(f"/people/{GONE}/team")
    (look,) = [one for one in actors.events() if one.kind == "team" and one.subject == GONE][:1]
    _merge(actors, KEPT, GONE)
    looks = actors.database.read(lambda tx: looks_at_person(tx, person=KEPT))
    assert look.id in {one.id for one in looks}
    assert all(one.direct for one in looks if one.id == look.id)
    trail = actors(AUDITOR).get(f"/trail?person={KEPT}&from=2026-11-01").text
    assert "Looked at a team" in trail
    assert "Looked at the team" in actors(AUDITOR).get(f"/access/people/{KEPT}/looks").text
    _part(actors, KEPT, GONE)


def test_whoever_worked_with_one_is_confirmed_again_by_a_colleague_or_an_officer(actors: Actors) -> None:
    before = {name: set(actors.waiting(name)) for name in ("acc-joan", "acc-lena", "acc-ava", "acc-ellie")}
    _merge(actors, KEPT, GONE)
    (proposal,) = set(actors.waiting("acc-joan")) - before["acc-joan"]
    assert set(actors.waiting("acc-lena")) == before["acc-lena"], "other holders are not told who works with them"
    assert len(set(actors.waiting("acc-ava")) - before["acc-ava"]) == 2
    page = actors("joan.ellery").get(f"/proposals/{proposal}").text
    assert "Olive Stranger (Open Door Befriending) works with Nan Next1." in page
    mine = actors(OLIVE).get(f"/proposals/{proposal}").text
    assert "It waits for somebody else." in mine
    assert "take it back" not in mine
    actors.answer(OLIVE, proposal, "withdraw", status=404)
    actors.answer(OLIVE, proposal, "accept", status=404)
    assert actors.answer("joan.ellery", proposal, "accept") == "Accepted"
    assert actors.identity("acc-olive", KEPT) == "full"
    _part(actors, KEPT, GONE)
    assert actors.identity("acc-olive", KEPT) == "full"
    assert not set(actors.waiting("acc-ava")) - before["acc-ava"], "what was asked waits no more"


def _shielded(actors: Actors, person: str) -> bool:
    now = Moment.current()
    found = actors.database.read(lambda tx: relations(tx, account="acc-ellie", people=[person], moment=now))
    return found[person].shielded


def test_a_shield_of_either_holds(actors: Actors) -> None:
    _merge(actors, KEPT, SHIELDED)
    assert _shielded(actors, KEPT) is True
    _part(actors, KEPT, SHIELDED)
    assert _shielded(actors, KEPT) is False
    _merge(actors, SHIELDED, KEPT)
    assert _shielded(actors, SHIELDED) is True
    _part(actors, SHIELDED, KEPT)
    assert _shielded(actors, KEPT) is False


def test_a_shield_set_since_counts_for_both(actors: Actors) -> None:
    kept, gone = "x-neighbour-4", "x-neighbour-5"
    _merge(actors, kept, gone, AUDITOR)
    actors.database.write(lambda tx: tx.run(_SHIELD, people=[kept]))
    _part(actors, kept, gone, AUDITOR)
    assert _shielded(actors, kept)
    assert _shielded(actors, gone)


def test_sent_twice_it_is_one_and_an_officer_looks_at_it(actors: Actors) -> None:
    form = {"token": token(), "keep": KEPT}
    merges = actors.kinds().count("merge_records")
    for _ in "sent", "sent twice":
        actors(ELLIE).post(f"/people/{KEPT}/merge/{GONE}", form, status=303)
    assert actors.kinds().count("merge_records") == merges + 1
    assert "Two records were merged into one: Nan Next1" in actors(AUDITOR).get("/privacy-queue").text
    _part(actors, KEPT, GONE, AUDITOR)


def test_the_newest_is_parted_first(actors: Actors) -> None:
    _merge(actors, KEPT, GONE)
    with time_machine.travel(NOW.replace(minute=50), tick=False):
        _merge(actors, KEPT, SHIELDED)
    assert "Part that one first" in _part(actors, KEPT, GONE, status=422)
    _part(actors, KEPT, SHIELDED)
    _part(actors, KEPT, GONE)


def test_a_chain_of_merges_leads_on_and_comes_apart(actors: Actors) -> None:
    before = _records(actors.database)
    _merge(actors, GONE, SHIELDED)
    _merge(actors, KEPT, GONE)
    assert actors(ELLIE).get(f"/people/{SHIELDED}/team", status=302).location == f"/people/{KEPT}/team"
    _part(actors, GONE, SHIELDED, status=404)
    _part(actors, KEPT, GONE)
    _part(actors, GONE, SHIELDED)
    assert _records(actors.database) == before


@pytest.mark.parametrize("other", ["x-hidden", "x-kept", "nobody", "x-quiet", KEPT])
def test_nobody_merges_whom_they_do_not_work_with(actors: Actors, other: str) -> None:
    absent = actors(ELLIE).get(f"/people/{KEPT}/merge/no", status=404).text
    assert actors(ELLIE).get(f"/people/{KEPT}/merge/{other}", status=404).text == absent
    assert _merge(actors, KEPT, other, status=404) == absent
    assert actors(OLIVE).get(f"/people/{GONE}/merge", status=404).text == absent


def test_mother_and_child_are_two_people(actors: Actors) -> None:
    assert "so they are two people" in _merge(actors, "x-leo", "x-dawn", status=422)
    assert "Choose which record stays" in actors(ELLIE).post("/people/x-leo/merge/x-dawn", {}, status=422).text
    page = actors(ELLIE).post("/people/x-leo/merge", {"other": "x-dawn"}, status=303)
    assert page.location == "/people/x-leo/merge/x-dawn"
    assert "Choose the other record" in actors(ELLIE).post("/people/x-leo/merge", {}, status=422).text
