"""Taking up an account by the link of an invitation, and attacks on it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from app.mail.links import NoPublicAddress, public_address
from config.settings import Settings
from graph.driver import Database
from graph.invitations import VALID_FOR, invite
from graph.moment import Moment
from graph.sessions import new_token
from tests.app.accounts import make_account, set_status, stored_texts
from tests.app.page_client import PageClient
from tests.app.sign_in.second_factor import give_password, is_signed_in

PASSWORD = "seven quiet lanterns"
SITE = "https://patchwork.example.org"


def invited(database: Database, role: str = "practitioner") -> str:
    """The token of a link that somebody was just sent."""
    account, token = make_account(database, "ellie", role=role, status="invited", password=None), new_token()
    moment = Moment.current()
    assert database.write(
        lambda tx: invite(tx, account=account, email="ellie@example.org", token=token, base_url=SITE, moment=moment)
    )
    return token


def take_up(client: PageClient, token: str, password: str = PASSWORD, *, status: int = 200, **more: str) -> str:
    return client.post(f"/invitation/{token}", {"new_password": password, **more}, status=status).text


def property_of(database: Database, key: str) -> list[str | None]:
    return [text.value for text in stored_texts(database) if text.label == "Account" and text.key == key]


def test_the_link_leads_to_a_password_and_that_to_sign_in(client_request: PageClient, database: Database) -> None:
    token = invited(database)
    assert "<strong>ellie</strong>" in client_request.get(f"/invitation/{token}").text
    assert "Your account is ready" in take_up(client_request, token)
    assert not is_signed_in(client_request)
    assert give_password(client_request, "ellie", PASSWORD) == "/"
    assert is_signed_in(client_request)


def test_an_administrator_then_sets_up_the_second_step(client_request: PageClient, database: Database) -> None:
    take_up(client_request, invited(database, "administrator"))
    assert give_password(client_request, "ellie", PASSWORD).startswith("/sign-in/set-up")


def test_a_mail_scanner_that_opens_the_link_changes_nothing(client_request: PageClient, database: Database) -> None:
    token = invited(database)
    before = stored_texts(database)
    for method in ("get", "head"):
        getattr(client_request.browser, method)(f"/invitation/{token}")
    assert stored_texts(database) == before


def test_nobody_signs_in_before_the_link_was_used(client_request: PageClient, database: Database) -> None:
    invited(database)
    for password in ("", PASSWORD, "invited"):
        client_request.post("/sign-in", {"username": "ellie", "password": password}, status=200)
    assert not is_signed_in(client_request)


def test_one_page_for_every_link_that_cannot_be_used(client_request: PageClient, database: Database) -> None:
    token = invited(database)
    forged = client_request.get(f"/invitation/{'A' * 43}", status=404)
    assert "ask the\nadministrator who invited you" in forged.text
    with time_machine.travel(datetime.now(UTC) + VALID_FOR + timedelta(seconds=1)):
        expired = client_request.get(f"/invitation/{token}", status=404)
        assert take_up(client_request, token, status=404) == forged.text
    set_status(database, "account-ellie", status="suspended")
    suspended = client_request.get(f"/invitation/{token}", status=404)
    set_status(database, "account-ellie", status="invited")
    take_up(client_request, token)
    used = client_request.get(f"/invitation/{token}", status=404)
    assert forged.data == expired.data == suspended.data == used.data


def test_a_link_used_already_changes_no_password(app: Flask, client_request: PageClient, database: Database) -> None:
    token = invited(database)
    take_up(client_request, token)
    thief = PageClient(app, database)
    take_up(thief, token, "another long password", status=404)
    thief.post("/sign-in", {"username": "ellie", "password": "another long password"}, status=200)
    assert give_password(client_request, "ellie", PASSWORD) == "/"


def test_a_form_with_more_fields_changes_nothing_more(client_request: PageClient, database: Database) -> None:
    token = invited(database)
    more = {"role": "auditor", "status": "active", "username": "root", "account": "other", "areas": "all", "id": "x"}
    client_request.post(f"/invitation/{token}", {"new_password": PASSWORD, **more})
    assert property_of(database, "role") == ["practitioner"]
    assert property_of(database, "username") == ["ellie"]


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("", "Enter a new password"),
        ("eleven char", "12 to 200 characters"),
        ("p" * 201, "12 to 200 characters"),
        ("ELLIE and more words", "does not hold the username"),
        ("aaaaaaaaaaaaaa", "four different characters"),
    ],
)
def test_a_poor_password_is_refused(client_request: PageClient, database: Database, password: str, told: str) -> None:
    token = invited(database)
    assert told in take_up(client_request, token, password)
    assert property_of(database, "status") == ["invited"]


def test_a_form_of_another_browser_is_refused(client_request: PageClient, database: Database) -> None:
    token = invited(database)
    take_up(client_request, token, csrf_token="", status=400)
    assert property_of(database, "status") == ["invited"]


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000"])
def test_on_this_machine_links_lead_to_it(app: Flask, host: str) -> None:
    with app.test_request_context(headers={"Host": host}):
        assert public_address() == f"http://{host}"


@pytest.mark.parametrize(
    "host",
    [
        "evil.example.com",
        "127.0.0.1.evil.example.com:80",
        "localhost:80@evil.example.com",
        "evil.example.com:8000#127.0.0.1:8000",
        "127.0.0.1:80/evil",
        "localhost",
        "2130706433:80",
    ],
)
def test_no_host_that_a_request_names_gets_into_a_mail(app: Flask, host: str) -> None:
    with app.test_request_context(headers={"Host": host}), pytest.raises(NoPublicAddress, match="PATCHWORK_PUBLIC_URL"):
        public_address()


def test_where_the_pages_address_is_set_no_request_changes_it(database: Database, settings: Settings) -> None:
    from app.application import create_app

    named = Settings(data_dir=settings.data_dir, public_url=SITE)
    with create_app(database, named).test_request_context(headers={"Host": "evil.example.com"}):
        assert public_address() == SITE
