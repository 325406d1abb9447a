"""Adding oneself: it counts for nothing until somebody else confirms it, and tells of nobody hidden."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine

from tests.app.accounts import set_status
from tests.app.proposals.acting import Actors, own_work
from tests.app.proposals.world import ADAM, AUDITOR, CORIN, ELLIE, ELLIE_TOO, GP, MARTIN, OLIVE, RUTH

NEIL = "/people/x-neil/involvements/new"
NEXT_DAY = "2026-11-24T09:00:00Z"
"""When what Ellie opened has run out."""


def test_it_shows_the_name_alone_until_somebody_confirms_it(actors: Actors, proposal: str, neighbour: str) -> None:
    with time_machine.travel(NEXT_DAY, tick=False):
        assert actors.identity("acc-ellie", neighbour) == "restricted"
        assert actors.identity("acc-ellie-school", neighbour) == "restricted"
    assert [actors.answer(GP, proposal, "accept") for _ in range(2)] == ["Accepted", "Accepted"], "sent again"
    assert actors.kinds().count("accept_own_involvement") == 1
    with time_machine.travel(NEXT_DAY, tick=False):
        assert actors.identity("acc-ellie", neighbour) == "full"


def test_who_is_asked_what_they_read_and_that_nobody_else_answers(actors: Actors, proposal: str) -> None:
    accounts = ("ellie", "ellie-school", "lena", "olive", "ruth", "ava", "bo", "priya", "martin", "corin", "adam")
    asked = {one for one in accounts if proposal in actors.waiting(f"acc-{one}")}
    assert asked == {"lena", "ruth", "ava", "bo"}
    colleague, holder = (actors(one).get(f"/proposals/{proposal}").text for one in (RUTH, GP))
    assert "Nan Next" in colleague
    assert "Referred to me by the school" in colleague
    assert "Ellie Brandon (Northwick Early Help)" in holder
    assert "Referred to me by the school" not in holder
    for username in (ELLIE, ELLIE_TOO, MARTIN, CORIN, ADAM):
        for verdict in ("accept", "decline"):
            send = {"verdict": verdict}
            refused, none = (
                actors(username).post(f"/proposals/{id_}", send, status=404) for id_ in (proposal, "0" * 32)
            )
            assert (refused.data, refused.headers) == (none.data, none.headers)
    assert proposal in actors.waiting("acc-lena")


def test_declined_it_leaves_no_trace_to_sight(actors: Actors, proposal: str, neighbour: str) -> None:
    assert actors.answer(RUTH, proposal, "decline") == "Declined"
    with time_machine.travel(NEXT_DAY, tick=False):
        assert actors.identity("acc-ellie", neighbour) == "none"
        assert actors.identity("acc-ellie-school", neighbour) == "none"
    made = [one for one in actors.events() if one.kind == "add_own_involvement" and one.subject == neighbour]
    assert [one.entries for one in made] == [[f"{proposal} full OWN"]]


def test_taken_back_by_whoever_made_it(actors: Actors, proposal: str, neighbour: str) -> None:
    assert actors.answer(ELLIE, proposal, "withdraw") == "Taken back"
    assert proposal not in actors.waiting("acc-lena")


def test_sent_twice_it_is_one(actors: Actors, neighbour: str) -> None:
    form, address = own_work(), f"/people/{neighbour}/involvements/new"
    for _ in range(2):
        actors(ELLIE).post(address, form, status=303)
    assert len([one for one in actors.events() if (one.kind, one.subject) == ("add_own_involvement", neighbour)]) == 1
    assert "recorded already" in actors(ELLIE).post(address, own_work(), status=422).text


@pytest.mark.parametrize("person", ["x-petra", "x-kept", "x-hidden"])
def test_the_shielded_the_hidden_and_the_absent_are_alike(actors: Actors, person: str) -> None:
    # Petra is shielded and opened by Ellie, whose page of her says restricted.
    client = actors(ELLIE)
    for page in ("involvements/new", "involvements/ask", "shield", "links"):
        refused, absent = (client.get(f"/people/{one}/{page}", status=404) for one in (person, "no-such-one"))
        assert (refused.data, refused.headers) == (absent.data, absent.headers)
        form = own_work(who="p-ruth a-help", one=person, how="sibling_of", other="x-leo")
        refused, absent = (
            client.post(f"/people/{one}/{page}", form | {"one": one}, status=404) for one in (person, "no-such-one")
        )
        assert (refused.data, refused.headers) == (absent.data, absent.headers)


@pytest.mark.parametrize("username", [CORIN, ADAM, AUDITOR, OLIVE])
def test_others_who_may_not_add_themselves(actors: Actors, username: str) -> None:
    actors(username).post("/people/x-leo/involvements/new", own_work(), status=404)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"type": "spying"}, "Not a valid choice"),
        ({"type": ""}, "Choose what you do"),
        ({"since": "3 July 2027"}, "up to today"),
        ({"since": "the other day"}, "Enter a day such as"),
        ({"since": "1 January 2010"}, "no work for the agency"),
        ({"reason": ""}, "how you come to work"),
        ({"reason": "abcdef\u202e"}, "characters that do not show"),
        ({"role": "x" * 201}, "at most 200"),
    ],
)
def test_a_form_with_something_wrong_says_so_and_keeps_what_was_typed(
    actors: Actors, changed: dict[str, str], told: str
) -> None:
    page = actors(ELLIE).post(NEIL, own_work(**changed), status=422).text
    assert told in page
    if "reason" not in changed:
        assert "Referred to me by the school" in page


def test_an_acceptance_after_a_shield_or_a_suspension_is_refused(actors: Actors, proposal: str, neighbour: str) -> None:
    set_status(actors.database, "acc-ellie", status="suspended")
    assert actors.answer(GP, proposal, "accept") == "It cannot be answered any more"
    set_status(actors.database, "acc-ellie")
    actors(GP).post(f"/people/{neighbour}/shield", {"token": "a" * 32}, status=303)
    assert proposal not in actors.waiting("acc-ruth")
    actors.answer(GP, proposal, "accept", status=404)
    actors.answer(AUDITOR, proposal, "accept", status=404)
    assert actors.answer(GP, proposal, "decline") == "Declined"


def test_accept_and_decline_at_once_give_one_answer(actors: Actors, proposal: str, neighbour: str) -> None:
    forms = {one: {"csrf_token": actors(one).csrf_token()} for one in (GP, RUTH)}
    with ThreadPoolExecutor(2) as pool:
        for username, verdict in ((GP, "accept"), (RUTH, "decline")):
            post = actors(username).browser.post
            pool.submit(post, f"/proposals/{proposal}", data=forms[username] | {"verdict": verdict})
    ends = [one.kind for one in actors.events() if one.subject == neighbour and "_own_involvement" in one.kind]
    ends.remove("add_own_involvement")
    assert len(ends) == 1
    with time_machine.travel(NEXT_DAY, tick=False):
        expected = "full" if ends == ["accept_own_involvement"] else "none"
        assert actors.identity("acc-ellie", neighbour) == expected


def test_the_page_of_the_person_offers_it_only_where_it_may_be(actors: Actors) -> None:
    offering = [person for person in ("x-neil", "x-mia", "x-leo", "x-petra") if _offers(actors, person)]
    assert offering == ["x-neil", "x-mia"]


def _offers(actors: Actors, person: str) -> bool:
    return f'href="/people/{person}/involvements/new"' in actors(ELLIE).get(f"/people/{person}/team").text
