"""One human with two accounts: neither seconds, accepts, closes nor reviews what the other has done."""

from __future__ import annotations

from pathlib import Path
from re import findall

import pytest

from graph.driver import Database
from graph.query_loader import Header, Nothing, Query
from tests.app.attacks.ground import Ground
from tests.app.attacks.prey import INVITED
from tests.app.attacks.world import ADAM, NORA
from tests.app.proposals.acting import token
from tests.app.proposals.world import ELLIE, ELLIE_AUDITS, SECOND_AUDITOR, THIRD_AUDITOR

_MAILBOX = Path(__file__).with_name("mailbox.cypher")
ELLIES = "ellie.brandon@example.org"
"""What the world says of Ellie as a practitioner."""


def _give_mailbox(database: Database, account: str, email: str) -> None:
    """An account gets its address when somebody is invited to it; those of an imported world have none."""
    header = Header("mailbox", "write", "none: tests", {"account": "string", "email": "string"}, {}, "", True, ())
    query = Query("mailbox", header, _MAILBOX.read_text(encoding="utf-8"), Nothing)
    database.write(lambda tx: tx.run(query, account=account, email=email))


@pytest.fixture(scope="module")
def mailboxes(ground: Ground) -> Ground:
    """Ellie is a privacy officer too, Bo and Cy are one, Adam and Nora are one administrator: the mailboxes tell."""
    for account, email in (
        ("acc-ellie-audits", ELLIES.title()),
        ("acc-bo", "b.c@example.org"),
        ("acc-cy", "B.C@example.org"),
        ("acc-adam", "adam.nora@example.org"),
        ("acc-nora", "Adam.Nora@example.org"),
    ):
        _give_mailbox(ground.database, account, email)
    return ground


def test_no_administrator_seconds_themselves(mailboxes: Ground) -> None:
    adam, nora = mailboxes(ADAM), mailboxes(NORA)
    [change] = findall(r"/role-changes/(\w+)/close", nora.get("/administration").text)
    with mailboxes.unchanged():
        assert "/accept" not in nora.get("/administration").text
        nora.post(f"/administration/role-changes/{change}/accept", {}, status=422)
        adam.post(f"/administration/role-changes/{change}/accept", {}, status=422)
        for address in ("/role", "/suspend", "/invitation"):
            for username, account in ((NORA, "acc-adam"), (NORA, "acc-nora"), (ADAM, "acc-adam")):
                form = {"role": "coordinator", "areas": "north", "version": "x", "although_last": "y", "key": token()}
                mailboxes(username).post(f"/administration/accounts/{account}{address}", form, status=422)


def test_no_administrator_makes_an_account_for_themselves(mailboxes: Ground) -> None:
    with mailboxes.unchanged():
        for who in ({"who": "new", "name": "Ann Other", "role": "practitioner"}, {"who": "nobody", "role": "auditor"}):
            form = {**INVITED, **who, "username": "adam.two", "email": "ADAM.nora@example.org", "key": token()}
            answer = mailboxes(NORA).post("/administration/accounts/new", {**form, "agency": "a-care"}, status=422)
            assert "Nobody makes an account for themselves" in answer.text


def test_no_invitation_is_turned_to_ones_own_mailbox(mailboxes: Ground) -> None:
    [invited] = [id_ for id_ in mailboxes.ids("Account") if len(id_) == 32]
    with mailboxes.unchanged():
        form = {"email": "adam.NORA@example.org"}
        answer = mailboxes(ADAM).post(f"/administration/accounts/{invited}/invitation", form, status=422)
        assert "This is your own address" in answer.text


def test_no_officer_accepts_or_reviews_what_they_did_as_a_practitioner(mailboxes: Ground) -> None:
    """Ellie added herself to a team, broke the glass, and asked for somebody shielded."""
    ellie, officer = mailboxes(ELLIE), mailboxes(ELLIE_AUDITS)
    closing = {"outcome": "appropriate", "note": "All of this was right"}
    [request] = mailboxes.ids("BreakGlassRequest")
    with mailboxes.unchanged():
        for proposal in mailboxes.ids("Proposal"):
            officer.post(f"/proposals/{proposal}", {"verdict": "accept"}, status=404)
        items = findall(r'href="/privacy-queue/([^"?]+)"', officer.get("/privacy-queue").text)
        assert len(items) == 3
        for item in items:
            officer.post(f"/privacy-queue/{item}/close", closing, status=422)
            officer.post(f"/privacy-queue/{item}/end", {}, status=422)
        officer.post(f"/privacy-queue/{request}/decide", {"decision": "accept"}, status=422)
        ellie.post(f"/emergency/requests/{request}/decide", {"decision": "accept"}, status=422)


def test_two_accounts_of_one_officer_undo_no_shield(mailboxes: Ground) -> None:
    form = {"token": token(), "reason": "The danger is over by now"}
    mailboxes(SECOND_AUDITOR).post("/access/people/x-petra/unshield", form, status=303)
    [shield] = mailboxes.proposals("unshield")
    with mailboxes.unchanged():
        for officer in (SECOND_AUDITOR, THIRD_AUDITOR):
            mailboxes(officer).post(f"/proposals/{shield}", {"verdict": "accept"}, status=404)
            closing = {"outcome": "appropriate", "note": "All of this was right"}
            mailboxes(officer).post(f"/privacy-queue/{shield}/close", closing, status=422)


def test_two_humans_with_one_mailbox_are_two(mailboxes: Ground) -> None:
    """A small school invites everybody by its office's address: colleagues still confirm each other's work."""
    for account in ("acc-ellie", "acc-lena"):
        _give_mailbox(mailboxes.database, account, "office@example.org")
    [proposal] = mailboxes.proposals("own_involvement")
    page = mailboxes("lena.fox").post(f"/proposals/{proposal}", {"verdict": "accept"}).text
    assert "confirmed" in page.lower() or "accepted" in page.lower()
