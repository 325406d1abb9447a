"""Links and proofs that were forged, altered, kept too long, used before, or made for somebody else."""

from __future__ import annotations

from datetime import timedelta
from re import search

import pytest
import time_machine
from itsdangerous import URLSafeTimedSerializer

from graph.moment import Moment
from graph.outbox import newest_messages
from tests.app.attacks.ground import ABSENT, Ground
from tests.app.attacks.world import ADAM, OLIVE
from tests.app.emergency.acting import WHY
from tests.app.page_client import PageClient
from tests.app.proposals.world import ELLIE, NEIGHBOURS
from tests.proof.forms_of_pages import offered_forms

LONG = "seven quiet lanterns"


@pytest.fixture
def link(ground: Ground) -> str:
    """The token of the invitation that Ned was sent."""
    messages = ground.database.read(lambda tx: newest_messages(tx, limit=50))
    [body] = [str(one.body) for one in messages if one.to == "ned@example.org"]
    found = search(r"https://patchwork\.example\.org/invitation/([\w-]{43})\n", body)
    assert found, body
    return found[1]


def _altered(token: str) -> list[str]:
    swapped = token[:-1] + ("A" if token[-1] != "A" else "B")
    return [
        swapped,
        token[:-1],
        token + "A",
        token.swapcase(),
        token[::-1],
        f"{token}%00",
        f"{token}/..",
        "A" * 43,
        ABSENT,
    ]


def test_an_altered_invitation_is_none(ground: Ground, link: str) -> None:
    stranger = PageClient(ground.app, ground.database)
    form = {"new_password": LONG, "token": link, "account": "acc-adam", "csrf_token": stranger.csrf_token()}
    with ground.unchanged(unrecorded=True):
        for token in _altered(link):
            for answer in (
                stranger.browser.get(f"/invitation/{token}"),
                stranger.browser.post(f"/invitation/{token}", data=form),
            ):
                assert answer.status_code == 404, token


def test_no_other_id_of_the_graph_is_an_invitation(ground: Ground) -> None:
    """Nor the hash under which the graph keeps one: whoever reads the database, or a backup, takes no account up."""
    stranger = PageClient(ground.app, ground.database)
    for token in (*ground.ids("Invitation"), *ground.ids("Message"), *ground.ids("Account")):
        stranger.get(f"/invitation/{token}", status=404)


def test_an_invitation_works_for_its_account_once_and_ends(ground: Ground, link: str) -> None:
    """Whoever is signed in takes up nothing for themselves; looked at in other ways it is not used."""
    olive = ground(OLIVE)
    with ground.unchanged():
        for method in ("GET", "HEAD", "OPTIONS"):
            olive.browser.open(f"/invitation/{link}", method=method, data={"new_password": LONG})
        with time_machine.travel(Moment.current().now + timedelta(days=7, seconds=1), tick=False):
            stranger = PageClient(ground.app, ground.database)
            stranger.post(f"/invitation/{link}", {"new_password": LONG}, status=404)
    olive.post(f"/invitation/{link}", {"new_password": LONG, "username": OLIVE, "role": "auditor"}, status=200)
    assert "olive.stranger" in olive.get("/my-account").text
    with ground.unchanged():
        olive.post(f"/invitation/{link}", {"new_password": "another long password"}, status=404)


def test_a_proof_is_neither_forged_nor_altered_nor_anothers(ground: Ground) -> None:
    """The proof that somebody was found: with it a person is opened, or the glass is broken, by an id."""
    key, words = str(ground.app.secret_key), [NEIGHBOURS[3], "0" * 32, True]
    page = ground(ELLIE).get(f"/people/{NEIGHBOURS[3]}/emergency")
    [ellies] = [one.blank["proof"] for one in offered_forms(page.data) if "proof" in one.blank]
    forged = [
        URLSafeTimedSerializer("another key", salt="found by acc-olive").dumps(words),
        URLSafeTimedSerializer(key, salt="found by acc-ellie").dumps(words),
        URLSafeTimedSerializer(key, salt="found in an emergency by acc-ellie").dumps(words),
        URLSafeTimedSerializer(key, salt="cookie-session").dumps(words),
        ellies,
        *_altered(ellies),
        "e30.e30.e30",
        "",
    ]
    olive = ground(OLIVE)
    with ground.unchanged():
        for proof in forged:
            olive.post("/search/open", {"proof": proof, "reason": "referral"}, status=422)
            olive.post("/emergency/break", {"proof": proof}, status=422)
            for person in (NEIGHBOURS[3], "x-leo"):
                olive.post(f"/people/{person}/emergency", {**WHY, "proof": proof}, status=404)


def test_a_proof_is_for_one_person_one_way_and_half_an_hour(ground: Ground) -> None:
    """That somebody is shown is no proof that they were found: once they are hidden it must give nothing."""
    page = ground(ELLIE).get(f"/people/{NEIGHBOURS[4]}/emergency")
    [proof] = [one.blank["proof"] for one in offered_forms(page.data) if "proof" in one.blank]
    with ground.unchanged():
        form = {**WHY, "proof": proof}
        ground(ELLIE).post(f"/people/{NEIGHBOURS[5]}/emergency", form, status=303)
        for address in ("/search/open", "/emergency/break"):
            ground(ELLIE).post(address, {"proof": proof, "reason": "referral"}, status=422)
        with time_machine.travel(Moment.current().now + timedelta(minutes=31), tick=False):
            ground.anew(ELLIE).post(f"/people/{NEIGHBOURS[4]}/emergency", form, status=303)
            ground.anew(ELLIE).post("/emergency/break", {"proof": proof}, status=422)


def test_a_request_for_emergency_access_has_no_link_that_works_without_the_right(ground: Ground) -> None:
    """Its address, with a guessed code, from a practitioner, an administrator and the asker herself."""
    [request] = ground.ids("BreakGlassRequest")
    with ground.unchanged():
        for username, status in ((OLIVE, 200), (ELLIE, 200), (ADAM, 404)):
            for code in ("", "2222-2222", request[:8], "%", "7KQM-2WXP"):
                form = {"decision": "accept", "code": code}
                answer = ground(username).browser.post(
                    f"/emergency/requests/{request}/decide",
                    data={**form, "csrf_token": ground(username).csrf_token()},
                )
                assert answer.status_code in (status, 404, 422), username
