"""One's own account: password, second factor and recovery codes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from flask import Flask

from config.settings import Settings
from graph.audit import tail
from graph.driver import Database
from graph.invitations import invite
from graph.moment import Moment
from graph.outbox import newest_messages
from graph.sessions import new_token
from tests.app.accounts import PASSWORD, make_account, stored_texts
from tests.app.page_client import PageClient
from tests.app.sign_in.second_factor import (
    RECOVERY_CODES,
    SALT,
    code_now,
    give_password,
    give_second_factor,
    is_signed_in,
    shown_secret,
)

OTHER = "nine other quiet words"


@pytest.fixture
def ellie(client_request: PageClient, database: Database) -> PageClient:
    """A practitioner, signed in."""
    make_account(database, "ellie", name="Ellie Brandon")
    client_request.sign_in_as("ellie")
    return client_request


def second_browser(app: Flask, database: Database) -> PageClient:
    other = PageClient(app, database)
    other.sign_in_as("ellie")
    return other


def kinds(database: Database) -> list[str]:
    return [event.kind for event in database.read(lambda tx: tail(tx, 50))]


def set_up(client: PageClient, password: str = PASSWORD) -> tuple[str, str]:
    """Set two-step sign-in up; answers the app's secret and the page."""
    secret = shown_secret(client.get("/my-account/second-factor").text)
    page = client.post("/my-account/second-factor", {"password": password, "code": code_now(secret)}).text
    return secret, page


def test_a_new_password_signs_every_other_browser_out(app: Flask, ellie: PageClient, database: Database) -> None:
    other = second_browser(app, database)
    ellie.post("/my-account/password", {"password": PASSWORD, "new_password": OTHER}, status=303)
    assert (is_signed_in(ellie), is_signed_in(other)) == (True, False)
    assert give_password(other, "ellie", OTHER) == "/"
    other.post("/sign-in", {"username": "ellie", "password": PASSWORD}, status=200)
    assert "change_password" in kinds(database)


@pytest.mark.parametrize(
    ("present", "wanted", "told"),
    [
        ("wrong", OTHER, "it is not the one of this account"),
        ("", OTHER, "Enter your present password"),
        (PASSWORD, "", "Enter a new password"),
        (PASSWORD, "short", "12 to 200 characters"),
        (PASSWORD, "words around ELLIE here", "does not hold the username"),
    ],
)
def test_what_is_no_new_password_changes_nothing(
    app: Flask, ellie: PageClient, database: Database, present: str, wanted: str, told: str
) -> None:
    other = second_browser(app, database)
    page = ellie.post("/my-account/password", {"password": present, "new_password": wanted}).text
    assert told in page
    assert wanted not in page or not wanted
    assert is_signed_in(other)
    assert "change_password" not in kinds(database)


def test_the_present_password_cannot_be_guessed_for_long(ellie: PageClient, database: Database) -> None:
    with time_machine.travel("2026-07-14T12:00:00Z", tick=False):
        ellie.sign_in_as("ellie")
        for _ in range(5):
            ellie.post("/my-account/password", {"password": "wrong", "new_password": OTHER})
        answer = ellie.post("/my-account/password", {"password": PASSWORD, "new_password": OTHER}, status=429)
        assert "Wait before you try again" in answer.text
        ellie.post("/my-account/recovery-codes", {"password": PASSWORD}, status=429)
    assert kinds(database).count("own_password_failed") == 5


@pytest.fixture
def still(ellie: PageClient) -> Iterator[None]:
    """The clock stands, so that the app shows one code all the time."""
    with time_machine.travel(Moment.current().now, tick=False):
        yield


def test_a_practitioner_may_set_two_step_sign_in_up(
    app: Flask, ellie: PageClient, database: Database, still: None
) -> None:
    other = second_browser(app, database)
    assert "Not set up" in ellie.get("/my-account").text
    wrong = ellie.post("/my-account/second-factor", {"password": "wrong", "code": "123456"}).text
    assert "it is not the one of this account" in wrong
    secret, page = set_up(ellie)
    assert "Keep your recovery codes" in page
    assert (is_signed_in(ellie), is_signed_in(other)) == (True, False)
    assert "10 left" in ellie.get("/my-account").text
    assert give_password(other, "ellie").startswith("/sign-in/code")
    assert "used already" in other.post("/sign-in/code", {"code": code_now(secret)}).text
    assert other.post("/sign-in/code", {"code": code_now(secret, 1)}, status=303)
    assert "second_factor_set_up" in kinds(database)


def test_replacing_the_app_ends_the_one_before(app: Flask, ellie: PageClient, database: Database) -> None:
    first, _ = set_up(ellie)
    second, _ = set_up(ellie)
    assert first != second
    other = PageClient(app, database)
    give_password(other, "ellie")
    other.post("/sign-in/code", {"code": code_now(first, 1)})
    assert other.post("/sign-in/code", {"code": code_now(second, 1)}, status=303)


def test_new_recovery_codes_end_those_before(
    app: Flask, ellie: PageClient, database: Database, settings: Settings
) -> None:
    assert ellie.get("/my-account/recovery-codes", status=303).headers["Location"] == "/my-account"
    give_second_factor(database, "account-ellie", settings.secret_key())
    page = ellie.post("/my-account/recovery-codes", {"password": PASSWORD}).text
    codes = [line[4:-5] for line in page.splitlines() if line.startswith("<li>")]
    other = PageClient(app, database)
    give_password(other, "ellie")
    other.post("/sign-in/recovery-code", {"code": RECOVERY_CODES[0]})
    assert other.post("/sign-in/recovery-code", {"code": codes[0]}, status=303)
    assert "recovery_codes_renewed" in kinds(database)


def test_the_holder_is_told_by_mail_and_no_secret_with_it(
    app: Flask, client_request: PageClient, database: Database
) -> None:
    account, token, moment = make_account(database, "ellie", status="invited"), new_token(), Moment.current()
    database.write(
        lambda tx: invite(tx, account=account, email="e@example.org", token=token, base_url="https://p", moment=moment)
    )
    client_request.post(f"/invitation/{token}", {"new_password": PASSWORD})
    client_request.sign_in_as("ellie")
    set_up(client_request)
    client_request.post("/my-account/recovery-codes", {"password": PASSWORD})
    client_request.post("/my-account/password", {"password": PASSWORD, "new_password": OTHER}, status=303)
    mails = database.read(lambda tx: newest_messages(tx, limit=9))
    assert sorted(mail.subject for mail in mails) == [
        "Patchwork: New recovery codes were made",
        "Patchwork: Two-step sign-in was set up",
        "Patchwork: Your password was changed",
        "Your account for Patchwork",
    ]
    assert {mail.to for mail in mails} == {"e@example.org"}
    assert not [mail for mail in mails if OTHER in str(mail.body)]


def test_more_fields_change_nothing_more(ellie: PageClient, database: Database) -> None:
    make_account(database, "victim")
    before = [text for text in stored_texts(database) if "victim" in str(text.value)]
    more = {"account": "account-victim", "username": "victim", "role": "auditor", "salt": SALT, "agency": "x"}
    ellie.post("/my-account/password", {"password": PASSWORD, "new_password": OTHER, **more}, status=303)
    assert "Practitioner" in ellie.get("/my-account").text
    assert [text for text in stored_texts(database) if "victim" in str(text.value)] == before


def test_nobody_else_opens_it(client_request: PageClient) -> None:
    for page in ("", "/password", "/second-factor", "/recovery-codes"):
        assert "/sign-in" in client_request.get(f"/my-account{page}", status=303).headers["Location"]
