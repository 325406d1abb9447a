"""Accounts: invited, listed, suspended at once, reactivated; nobody's own, nor by mistake the last administrator's."""

from __future__ import annotations

import pytest

from graph.audit import tail
from graph.driver import Database
from graph.moment import Moment
from graph.outbox import newest_messages
from graph.sessions import find_credentials
from tests.app.accounts import make_account, stored_texts
from tests.app.administration.browsing import Administrator
from tests.app.administration.conftest import As, Events
from tests.app.administration.serving import serve
from tests.app.administration.world import ABBY, ADAM, FAY, NICK, NORA

NEW = {"name": "Pia Post", "username": "pia.post", "email": "pia@example.org", "role": "practitioner"}


def _role_and_status(database: Database, username: str) -> tuple[str, bool] | None:
    found = database.read(lambda tx: find_credentials(tx, username_key=username, moment=Moment.current()))
    return (found.role, found.active) if found else None


def _address(answer_location: str) -> str:
    return answer_location.partition("?")[0].removeprefix("/administration")


def test_somebody_is_invited_with_their_record_once_however_often_the_form_is_sent(
    as_: As, administered: Database, events: Events
) -> None:
    adam = as_(ADAM)
    location = adam.send("/accounts/new", **NEW).headers["Location"]
    assert adam.send_again().headers["Location"] == location
    page = adam.get(_address(location)).text
    assert "Pia Post" in page
    assert "Invited" in page
    mails = administered.read(lambda tx: newest_messages(tx, limit=9))
    assert [mail.to for mail in mails] == ["pia@example.org"]
    assert "http://127.0.0.1:5000/invitation/" in (mails[0].body or "")
    done = [event for event in events() if event.kind == "invite_account"]
    assert len(done) == 1
    assert [one.partition(":")[0] for one in done[0].objects] == ["account", "agency", "practitioner", "agency"]
    assert _role_and_status(administered, "pia.post") == ("practitioner", False)


def test_no_audit_event_holds_a_name(as_: As, administered: Database) -> None:
    adam = as_(ADAM)
    adam.send("/accounts/new", **NEW)
    adam.send("/accounts/ola-berg", "/suspend")
    for event in administered.read(lambda tx: tail(tx, 100)):
        for name in ("Pia", "pia", "Ola Berg", "ola.berg", "Early Help"):
            assert name not in f"{event.purpose} {event.objects}"


def test_a_username_taken_anywhere_is_refused_without_a_word_of_whose(as_: As) -> None:
    adam = as_(ADAM)
    elsewhere = adam.send("/accounts/new", status=422, **{**NEW, "username": "UNA.Far"}).text
    own = adam.send("/accounts/new", status=422, **{**NEW, "username": "Ola.Berg"}).text
    for page in (elsewhere, own):
        assert "This username is taken" in page
        assert "Pia Post" in page, "what was typed is kept"
    assert "Hospice" not in elsewhere


def test_a_refused_invitation_leaves_nothing(as_: As, administered: Database, events: Events) -> None:
    as_(ADAM).send("/accounts/new", status=422, **{**NEW, "username": "una.far"})
    assert "Pia Post" not in {text.value for text in stored_texts(administered)}
    assert events() == []


def test_the_link_goes_again_to_a_practitioner_at_another_address(as_: As, administered: Database) -> None:
    adam = as_(ADAM)
    address = _address(adam.send("/accounts/new", **NEW).headers["Location"])
    adam.send(address, "/invitation", email="pia.post@example.com")
    adam.send(address, "/invitation", status=422, email="two@example.org, one@example.org")
    mails = administered.read(lambda tx: newest_messages(tx, limit=9))
    assert {mail.to for mail in mails} == {"pia@example.org", "pia.post@example.com"}


def test_the_link_of_an_account_that_is_used_is_not_sent_again(as_: As) -> None:
    as_(ADAM).post("/accounts/ola-berg/invitation", 422, email="somebody@example.org")


def test_suspending_signs_out_ends_grants_and_can_be_undone(as_: As, administered: Database, events: Events) -> None:
    ola, adam = as_("ola.berg"), as_(ADAM)
    ola.client.get("/")
    adam.send("/accounts/ola-berg", "/suspend")
    ola.client.get("/", status=303)
    assert _role_and_status(administered, "ola.berg") == ("practitioner", False)
    expiries = [text.value for text in stored_texts(administered) if text.label == "Grant" and text.key == "expires_at"]
    assert len(expiries) == 1
    assert "2026-11-23T20" not in str(expiries[0])
    adam.send("/accounts/ola-berg", "/reactivate")
    ola.client.get("/", status=303)
    assert [event.kind for event in events()] == ["reactivate_account", "suspend_account"]
    assert events()[1].objects == ["account:ola-berg"]


def test_an_old_form_does_not_suspend_again(as_: As, administered: Database) -> None:
    adam = as_(ADAM)
    adam.send("/accounts/ola-berg", "/suspend")
    suspending = adam.sent
    adam.send("/accounts/ola-berg", "/reactivate")
    adam.sent = suspending
    assert "Somebody changed this" in adam.send_again(status=422).text
    assert "Suspended" not in adam.get("/accounts/ola-berg").text


@pytest.mark.parametrize("username", [ADAM, ABBY])
def test_nobody_touches_their_own_account(as_: As, username: str, events: Events) -> None:
    me, own = as_(username), username.replace(".", "-")
    assert "your own" in me.get(f"/accounts/{own}").text
    me.post(f"/accounts/{own}/suspend", 422, version="x")
    me.post(f"/accounts/{own}/role", 422, role="auditor", version="x", key="a")
    me.post(f"/accounts/{own}/role", 422, role="practitioner", version="x", key="b")
    me.post(f"/accounts/{own}/invitation", 422)
    assert events() == []


def test_another_account_of_the_same_human_is_their_own_too(as_: As, administered: Database) -> None:
    adam = as_(ADAM)
    adam.post(
        "/accounts/new",
        422,
        practitioner="adam",
        agency="help",
        username="adam.again",
        email="a@example.org",
        role="practitioner",
        key="k",
    )
    assert _role_and_status(administered, "adam.again") is None


def test_the_last_administrator_is_not_suspended_by_mistake(as_: As) -> None:
    as_(ADAM).send("/accounts/abby-two", "/suspend")
    nora = as_(NORA)
    assert "last active administrator of Early Help" in nora.send("/accounts/adam-one", "/suspend", status=422).text
    assert "last active" in nora.send("/accounts/adam-one", "/role", status=422, role="practitioner").text
    nora.send("/accounts/adam-one", "/suspend", although_last="y")


def test_two_administrators_who_suspend_each_other_leave_one(as_: As, administered: Database) -> None:
    adam, abby = as_(ADAM), as_(ABBY)
    action, data = abby.fill_in("/accounts/adam-one", "/suspend")
    adam.send("/accounts/abby-two", "/suspend")
    abby.client.post(action, data, status=303)
    assert _role_and_status(administered, ADAM) == ("administrator", True)


def test_who_is_suspended_meanwhile_is_nobody(as_: As) -> None:
    nick, nora = as_(NICK), as_(NORA)
    nora.post("/agencies/council/status/suspended", 404)
    nick.send("/accounts/nora-north", "/suspend", although_last="y")
    nora.client.get("/administration", status=303)


def test_the_list_is_searched_by_post_filtered_and_paged_to_the_last(as_: As, administered: Database) -> None:
    for number in range(105):
        make_account(administered, f"crowd.{number:04}", agency="crowd", password=None)
    serve(administered, agency="crowd", area="north")
    nora = as_(NORA)
    assert "Page 1 of 3" in nora.get("/accounts").text
    anything = {"text": "", "role": "", "status": ""}
    last = nora.post("/accounts", 200, **anything, page=3).text
    assert "tom.ash" in last
    assert "una.far" not in last
    nora.post("/accounts", 404, **anything, page=4)
    found = nora.post("/accounts", 200, **{**anything, "text": "ola B"}).text
    assert "ola.berg" in found
    assert "tom.ash" not in found
    assert "cora.north" in nora.post("/accounts", 200, **{**anything, "role": "coordinator"}).text
    assert "No account is like that" in nora.post("/accounts", 200, **{**anything, "status": "suspended"}).text
    nora.post("/accounts", 422, **{**anything, "text": "ola\u202e"})


def test_administrators_elsewhere_see_their_own_accounts_alone(as_: As) -> None:
    for username, seen in ((ADAM, {"ola.berg", ABBY}), (FAY, {"una.far"})):
        page = as_(username).get("/accounts").text
        others = {"ola.berg", "tom.ash", "una.far", ABBY, NORA} - seen - {username}
        assert all(name in page for name in seen)
        assert not any(name in page for name in others)


def test_a_person_or_an_involvement_is_nowhere(as_: As) -> None:
    nora: Administrator = as_(NORA)
    for page in ("", "/accounts", "/accounts/ola-berg", "/practitioners", "/practitioners/ola", "/agencies/help"):
        text = nora.get(page).text
        assert "Hiddenreed" not in text
        assert "involvement" not in text.replace("involvement-types", "").replace("Involvement types", "")
