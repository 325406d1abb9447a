"""Handing over to a colleague: without effect until they accept, and then the work, and the lead, are theirs."""

from __future__ import annotations

from tests.app.involvements.acting import change_form, end_form, leads, seen, take
from tests.app.involvements.world import LED_BY_NOBODY
from tests.app.proposals.acting import Actors, token
from tests.app.proposals.world import ELLIE, ELLIE_TOO, OLIVE, PRIYA, RUTH


def _handed_over(actors: Actors, person: str, username: str = ELLIE, receiver: str = "p-ruth", one: str = "") -> str:
    """Hand a client over; the proposal."""
    before = set(actors.waiting("acc-ruth"))
    form = {"token": token(), "receiver": receiver}
    for _ in range(2):
        actors(username).post(f"/involvements/{one or f'e-{person}'}/hand-over", form, status=303)
    (new,) = set(actors.waiting("acc-ruth")) - before
    return new


def test_it_has_no_effect_until_the_receiver_accepts(actors: Actors) -> None:
    person = "x-client-21"
    assert actors.identity("acc-ruth", person) == "none"
    proposal = _handed_over(actors, person)
    assert actors.identity("acc-ruth", person) == "restricted"
    assert actors.identity("acc-ellie", person) == "full"
    notices = actors(RUTH).get("/notices").text
    assert "Ellie Brandon of Northwick Early Help asks you to take over" in notices
    assert "Client21" not in notices
    page = actors(RUTH).get(f"/proposals/{proposal}").text
    assert "Cora Client21" in page
    assert "ask for it again" in page
    assert "Ruth Adeyemi is asked" in actors(ELLIE).get(f"/involvements/e-{person}").text
    assert [actors.answer(RUTH, proposal, "accept") for _ in range(2)] == ["Accepted", "Accepted"], "sent again"
    assert actors.identity("acc-ruth", person) == "full"
    assert actors.identity("acc-ellie", person) == "none"
    assert actors.kinds().count("accept_hand_over") == 1
    taken = seen(actors, "acc-ruth", person, proposal)
    former = seen(actors, "acc-ruth", person, f"e-{person}")
    assert taken
    assert former
    assert (taken.type, taken.confirmed, str(taken.from_)) == ("family_support", True, "2026-11-23")
    assert str(former.to) == "2026-11-23"
    # Sent again after its reply was lost, and after the receiver has accepted.
    assert "until 23 Nov 2026" in actors(ELLIE).get("/my-involvements").text


def test_the_lead_goes_with_it_and_consent_is_asked_again(actors: Actors) -> None:
    person = "x-client-22"
    form = change_form(actors, ELLIE, f"e-{person}", basis="consent")
    actors(ELLIE).post(f"/involvements/e-{person}", form, status=303)
    take(actors, ELLIE, f"e-{person}")
    proposal = _handed_over(actors, person)
    assert leads(actors, "acc-ellie", person) == [f"e-{person}"]
    actors.answer(RUTH, proposal, "accept")
    assert leads(actors, "acc-ruth", person) == [proposal]
    assert "Consent was given for their work: ask for it again" in actors(RUTH).get(f"/involvements/{proposal}").text


def test_declined_or_taken_back_it_leaves_nothing(actors: Actors) -> None:
    for person, who, verdict, heading in (
        ("x-client-23", RUTH, "decline", "Declined"),
        ("x-client-24", ELLIE, "withdraw", "Taken back"),
    ):
        proposal = _handed_over(actors, person)
        assert actors.answer(who, proposal, verdict) == heading
        assert actors.identity("acc-ruth", person) == "none"
        assert actors.identity("acc-ellie", person) == "full"


def test_one_colleague_is_asked_at_a_time(actors: Actors) -> None:
    person = "x-client-25"
    _handed_over(actors, person)
    again = {"token": token(), "receiver": "p-ruth"}
    assert actors(ELLIE).post(f"/involvements/e-{person}/hand-over", again, status=303).location.endswith("done=waits")


def test_what_ended_meanwhile_is_not_taken_over(actors: Actors) -> None:
    person = "x-client-26"
    proposal = _handed_over(actors, person)
    form = end_form(actors, ELLIE, f"e-{person}", "today")
    actors(ELLIE).post(f"/involvements/e-{person}/end", form, status=303)
    assert proposal not in actors.waiting("acc-ruth")
    assert actors.identity("acc-ruth", person) == "none"


def test_nobody_but_the_receiver_accepts(actors: Actors) -> None:
    proposal = _handed_over(actors, LED_BY_NOBODY)
    for username in (ELLIE, ELLIE_TOO, PRIYA, OLIVE):
        actors.answer(username, proposal, "accept", status=404)


def test_who_may_not_hand_over_and_to_whom(actors: Actors, client: str) -> None:
    form = {"token": token(), "receiver": "p-ruth"}
    actors(RUTH).post(f"/involvements/e-{client}/hand-over", form, status=404)
    actors(ELLIE_TOO).post(f"/involvements/e-{client}/hand-over", form, status=404)
    for receiver in ("p-priya", "p-ellie", "nobody", ""):
        page = actors(ELLIE).post(f"/involvements/e-{client}/hand-over", form | {"receiver": receiver}, status=422).text
        assert 'href="#receiver"' in page


def test_without_a_colleague_it_cannot_be_handed_over(actors: Actors) -> None:
    assert "No colleague of your agency has an account" in actors(PRIYA).get("/involvements/i-priya-leo").text
    actors(PRIYA).post("/involvements/i-priya-leo/hand-over", {"token": token(), "receiver": "p-ruth"}, status=404)
