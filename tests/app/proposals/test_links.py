"""Links and memberships: at once where one works with both, else without effect until the other side accepts."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import time_machine

from graph.driver import Transaction
from graph.moment import Moment
from graph.privacy_queue import read_queue
from graph.proposals import GOOD_FOR
from graph.query_loader import Nothing, write_query
from graph.team import read_team
from tests.app.proposals.acting import Actors, own_work, token
from tests.app.proposals.world import CORIN, ELLIE, ELLIE_TOO, GP, RUTH
from tests.app.team.marsh_family import NOW
from tests.graph.worlds.in_and_out import read_only, take_out

_ADD_LINK = write_query("family_links/add_link", Nothing)


def _link(
    actors: Actors, username: str, one: str, how: str, other: str, *, at: str = "x-leo", status: int = 200
) -> str:
    form = {"token": token(), "one": one, "how": how, "other": other}
    return actors(username).post(f"/people/{at}/links", form, status=status).text


def _ties(actors: Actors, account: str, person: str) -> set[tuple[str, str, str]]:
    now = Moment.current()
    team = actors.database.read(lambda tx: read_team(tx, account=account, person=person, moment=now))
    return {(one.from_person, one.kind, one.to_person) for one in team.links if one.to is None} if team else set()


def _waits(actors: Actors, account: str, before: set[str]) -> list[str]:
    return sorted(set(actors.waiting(account)) - before)


def test_at_once_between_two_with_whom_one_works(actors: Actors) -> None:
    assert "counts at once" in _link(actors, ELLIE, "x-dawn", "friend_of", "x-leo")
    assert ("x-dawn", "friend_of", "x-leo") in _ties(actors, "acc-priya", "x-leo")
    assert "linked in this way already" in _link(actors, ELLIE, "x-leo", "friend_of", "x-dawn", status=422)
    assert "two different people" in _link(actors, ELLIE, "x-leo", "friend_of", "x-leo", status=422)
    assert "their own ancestor" in _link(actors, ELLIE, "x-leo", "parent_of", "x-dawn", status=422)


def test_a_line_through_somebody_hidden_is_not_told_but_queued(actors: Actors) -> None:
    # Kester is shielded: Priya links him below Leo. Ellie, who cannot see him, closes the circle without knowing.
    assert "counts at once" in _link(actors, "priya.nair", "x-leo", "parent_of", "x-kept")
    assert "Proposed" in _link(actors, "priya.nair", "x-kept", "parent_of", "x-tyler", at="x-leo")
    proposal = actors.waiting("acc-ellie")
    assert proposal == [], "of somebody shielded only those are asked who see both in full"


def test_a_proposal_has_no_effect_until_the_other_side_accepts(actors: Actors, neighbour: str) -> None:
    before = set(actors.waiting("acc-lena"))
    assert "Proposed" in _link(actors, ELLIE, neighbour, "grandparent_of", "x-leo", at=neighbour)
    assert (neighbour, "grandparent_of", "x-leo") not in _ties(actors, "acc-ellie", neighbour)
    (proposal,) = _waits(actors, "acc-lena", before)
    page = actors(GP).get(f"/proposals/{proposal}").text
    assert "Nan Next" in page
    assert "Leo" not in page
    assert "Marsh" not in page
    for username in (ELLIE, ELLIE_TOO, RUTH, CORIN, "priya.nair", "ava.audit"):
        actors.answer(username, proposal, "accept", status=404)
    with time_machine.travel(NOW + GOOD_FOR, tick=False):
        assert proposal not in actors.waiting("acc-lena"), "it has lapsed"
    assert actors.answer(GP, proposal, "accept") == "Accepted"
    now = Moment.current()
    assert f'"from_person": "{neighbour}"' in take_out(actors.database, now)
    assert read_only(take_out(actors.database, now).encode()) == []


def test_a_member_of_a_family(actors: Actors, neighbour: str) -> None:
    before = set(actors.waiting("acc-lena"))
    assert "Proposed" in _link(actors, ELLIE, neighbour, "member", "f-marsh")
    assert actors.identity("acc-lena", "x-leo") == "none"
    (proposal,) = _waits(actors, "acc-lena", before)
    assert "Marsh" not in actors(GP).get(f"/proposals/{proposal}").text
    assert actors.answer(GP, proposal, "accept") == "Accepted"
    assert actors.identity("acc-lena", "x-leo") == "full", "they work with one of the family now"
    assert "belong to this family already" in _link(actors, ELLIE, neighbour, "member", "f-marsh", status=422)
    actors("lena.fox").post(f"/people/{neighbour}/families/f-marsh/end", {}, status=303)
    assert actors.identity("acc-lena", "x-leo") == "none"


def test_what_may_not_be_seen_may_not_be_linked_or_ended(actors: Actors) -> None:
    for other in ("x-kept", "x-hidden", "x-petra", "no-such-one"):
        _link(actors, ELLIE, other, "friend_of", "x-leo", status=404)
        _link(actors, ELLIE, "x-leo", "friend_of", other, status=404)
        _link(actors, ELLIE, other, "member", "f-marsh", status=404)
    _link(actors, ELLIE, "x-leo", "member", "no-family", status=404)
    for address in ("x-leo/links/none", "x-hidden/links/k-00", "x-kept/families/f-marsh", "x-neil/families/f-marsh"):
        actors(ELLIE).post(f"/people/{address}/end", {}, status=404)
    actors(GP).post("/people/x-leo/links/k-00/end", {}, status=404)
    assert ("x-dawn", "parent_of", "x-leo") in _ties(actors, "acc-ellie", "x-leo")


def test_ending_by_whoever_works_with_either(actors: Actors) -> None:
    assert ("x-leo", "sibling_of", "x-tyler") in _ties(actors, "acc-ellie", "x-leo")
    actors(ELLIE).post("/people/x-leo/links/k-09/end", {"back": "x-leo"}, status=303)
    assert ("x-leo", "sibling_of", "x-tyler") not in _ties(actors, "acc-ellie", "x-leo")


def test_two_parents_at_once_close_no_circle(actors: Actors, neighbour: str) -> None:
    forms: list[dict[str, Any]] = [
        {"one": one, "how": "parent_of", "other": other, "token": token(), "csrf_token": actors(ELLIE).csrf_token()}
        for one, other in (("x-leo", "x-dawn"), ("x-dawn", "x-leo"))
    ]
    actors(ELLIE).post("/people/x-leo/links/k-00/end", {"back": "x-leo"}, status=303)
    with ThreadPoolExecutor(2) as pool:
        for form in forms:
            pool.submit(actors(ELLIE).browser.post, "/people/x-leo/links", data=form)
    pair = {("x-leo", "parent_of", "x-dawn"), ("x-dawn", "parent_of", "x-leo")}
    assert len(pair & _ties(actors, "acc-ellie", "x-leo")) == 1


def test_a_colleague_confirms_what_somebody_else_recorded(actors: Actors) -> None:
    before = set(actors.waiting("acc-ruth"))
    address = "/people/x-leo/involvements/ask"
    for wrong in ("", "p-ellie a-help", "p-hidden a-drugs", "p-ruth a-school"):
        assert "govuk-error-summary" in actors(ELLIE).post(address, own_work(who=wrong), status=422).text
    actors(ELLIE).post(address, own_work(who="p-ruth a-help"), status=303)
    (proposal,) = _waits(actors, "acc-ruth", before)
    assert actors.identity("acc-ruth", "x-leo") == "restricted"
    for username in (ELLIE, "priya.nair", "ava.audit"):
        actors.answer(username, proposal, "accept", status=404)
    assert actors.answer(RUTH, proposal, "accept") == "Accepted"
    assert actors.identity("acc-ruth", "x-leo") == "full"


def test_a_circle_that_only_an_officer_sees_stays_in_the_queue_when_the_link_is_accepted(
    actors: Actors, neighbour: str
) -> None:
    def hidden_line(tx: Transaction) -> None:
        for id_, one, other in (("k-over", "x-leo", "x-kept"), ("k-under", "x-kept", neighbour)):
            link = {"id": id_, "from_person": one, "to_person": other, "relationship": "PARENT_OF"}
            tx.run(_ADD_LINK, link=link | {"qualifier": None, "from": None})

    actors.database.write(hidden_line)
    before = set(actors.waiting("acc-lena"))
    assert "Proposed" in _link(actors, ELLIE, neighbour, "parent_of", "x-leo", at=neighbour)
    (proposal,) = _waits(actors, "acc-lena", before)
    assert actors.answer(GP, proposal, "accept") == "Accepted"
    now = Moment.current()
    queue = actors.database.read(
        lambda tx: read_queue(tx, account="acc-ava", state="open", unmasked=(), skip=0, limit=50, moment=now)
    )
    assert proposal in [one.id for one in queue]
