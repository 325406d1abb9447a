"""Signing in and out through the pages."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine

from app.sign_in.browser_session import cookie_name
from graph.audit import AuditEvent, tail
from graph.driver import Database
from tests.app.accounts import PASSWORD, make_account, set_role, set_status, stored_texts
from tests.app.page_client import PageClient

WRONG = "Check your username and your password"


def sign_in(client: PageClient, username: str, password: str = PASSWORD, *, status: int = 303, then: str = "") -> str:
    response = client.post("/sign-in", {"username": username, "password": password, "next": then}, status=status)
    return response.headers.get("Location", "") or response.text


def cookie(client: PageClient) -> str | None:
    found = client.browser.get_cookie(cookie_name(secure=False))
    return found.value if found else None


def events(database: Database) -> list[AuditEvent]:
    return database.read(lambda tx: tail(tx, 100))


def is_signed_in(client: PageClient) -> bool:
    """Whether the sign-in page sends this browser on: it asks whoever is signed in no more."""
    return client.browser.get("/sign-in").status_code == 303


def test_the_right_password_signs_in(client_request: PageClient, database: Database) -> None:
    account = make_account(database, "ellie", name="Ellie Brandon")
    assert sign_in(client_request, " ELLIE ") == "/"
    assert is_signed_in(client_request)
    event = events(database)[0]
    assert (event.kind, event.account, event.role) == ("sign_in", account, "practitioner")


@pytest.mark.parametrize(
    ("username", "password"),
    [
        ("nobody", PASSWORD),
        ("ellie", "wrong"),
        ("suspended", PASSWORD),
        ("of-suspended-agency", PASSWORD),
        ("left", PASSWORD),
        ("without-password", PASSWORD),
        ("without-password", ""),
        ("ellie\0", PASSWORD),
        ("e" * 5000, "p" * 5000),
    ],
)
def test_whatever_is_wrong_gets_one_answer(
    client_request: PageClient, database: Database, username: str, password: str
) -> None:
    make_account(database, "ellie")
    make_account(database, "suspended", status="suspended")
    make_account(database, "of-suspended-agency", agency="agency-2", agency_status="suspended")
    make_account(database, "left", name="Left Long-Ago", works_to=date(2020, 1, 1))
    make_account(database, "without-password", password=None)
    page = sign_in(client_request, username, password, status=200)
    assert WRONG in page or (password == "" and "Enter your password" in page)
    assert not is_signed_in(client_request)


def test_a_failure_is_recorded_without_the_name_that_was_typed(client_request: PageClient, database: Database) -> None:
    sign_in(client_request, "Somebody Unknown", status=200)
    assert [event.kind for event in events(database)] == ["sign_in_failed"]
    assert not [text for text in stored_texts(database) if "somebody" in (text.value or "").casefold()]


def test_the_token_changes_at_sign_in_and_the_old_one_is_worth_nothing(
    client_request: PageClient, database: Database
) -> None:
    make_account(database, "ellie")
    planted = "A" * 43
    client_request.browser.set_cookie(cookie_name(secure=False), planted)
    sign_in(client_request, "ellie")
    assert cookie(client_request) not in (None, planted)
    client_request.browser.set_cookie(cookie_name(secure=False), planted)
    assert not is_signed_in(client_request)


def test_signing_in_again_ends_the_session_before(client_request: PageClient, database: Database) -> None:
    make_account(database, "ellie")
    make_account(database, "priya")
    first = client_request.sign_in_as("ellie")
    sign_in(client_request, "priya")
    client_request.browser.set_cookie(cookie_name(secure=False), first)
    assert not is_signed_in(client_request)


def test_the_graph_holds_no_token_and_no_password(client_request: PageClient, database: Database) -> None:
    make_account(database, "ellie")
    sign_in(client_request, "ellie")
    token = cookie(client_request)
    values = [text.value for text in stored_texts(database)]
    assert any(text.label == "Session" for text in stored_texts(database))
    assert token not in values
    assert PASSWORD not in values
    assert any(str(value).startswith("$argon2id$") for value in values)


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(client_request: PageClient, database: Database) -> None:
    make_account(database, "ellie")
    response = client_request.post("/sign-in", {"username": "ellie", "password": PASSWORD}, status=303)
    assert response.headers["Set-Cookie"].endswith("; HttpOnly; Path=/; SameSite=Lax")


def test_over_https_the_cookie_is_secure_and_bound_to_the_host(client_request: PageClient) -> None:
    response = client_request.get("/sign-in", base_url="https://patchwork.example.org")
    assert response.headers["Set-Cookie"].startswith("__Host-patchwork=")
    assert response.headers["Set-Cookie"].endswith("; Secure; HttpOnly; Path=/; SameSite=Lax")
    assert response.headers["Strict-Transport-Security"].startswith("max-age=63072000")


def test_signing_out_ends_the_session_for_whoever_kept_the_cookie(
    client_request: PageClient, database: Database
) -> None:
    make_account(database, "ellie")
    token = client_request.sign_in_as("ellie")
    assert client_request.post("/sign-out", {}, status=303).headers["Location"] == "/sign-in"
    assert cookie(client_request) is None
    client_request.browser.set_cookie(cookie_name(secure=False), token)
    assert not is_signed_in(client_request)
    assert events(database)[0].kind == "sign_out"


@pytest.mark.parametrize("change", [{"status": "suspended"}, {"agency_status": "suspended"}])
def test_suspending_ends_a_session_at_once(
    client_request: PageClient, database: Database, change: dict[str, str]
) -> None:
    account = make_account(database, "ellie")
    client_request.sign_in_as("ellie")
    assert is_signed_in(client_request)
    set_status(database, account, **change)
    assert not is_signed_in(client_request)


def test_a_session_ends_after_half_an_hour_without_use(client_request: PageClient, database: Database) -> None:
    make_account(database, "ellie")
    with time_machine.travel("2026-07-14T09:00:00Z", tick=False):
        client_request.sign_in_as("ellie")
    with time_machine.travel("2026-07-14T09:29:59Z", tick=False):
        assert is_signed_in(client_request)
    with time_machine.travel("2026-07-14T09:59:58Z", tick=False):
        assert is_signed_in(client_request)
    with time_machine.travel("2026-07-14T10:29:58Z", tick=False):
        assert not is_signed_in(client_request)


def test_a_session_ends_after_twelve_hours_of_use(client_request: PageClient, database: Database) -> None:
    make_account(database, "ellie")
    with time_machine.travel("2026-07-14T08:00:00Z", tick=False):
        client_request.sign_in_as("ellie")
    for minutes in range(25, 12 * 60, 25):
        with time_machine.travel(f"2026-07-14T{8 + minutes // 60:02}:{minutes % 60:02}:00Z", tick=False):
            assert is_signed_in(client_request)
    with time_machine.travel("2026-07-14T20:00:00Z", tick=False):
        assert not is_signed_in(client_request)


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example.com/",
        "//evil.example.com",
        "/\\evil.example.com",
        "/nowhere",
        "javascript:alert(1)",
        "/sign-in\r\nX: y",
        "",
        "/sign-out",
        "///evil.example.com",
        "/%2f/evil.example.com",
    ],
)
def test_sign_in_leads_to_no_other_site(client_request: PageClient, database: Database, wanted: str) -> None:
    make_account(database, "ellie")
    assert sign_in(client_request, "ellie", then=wanted) == "/"


def test_sign_in_leads_back_to_where_somebody_was_going(client_request: PageClient, database: Database) -> None:
    make_account(database, "ellie")
    assert sign_in(client_request, "ellie", then="/healthz?from=here") == "/healthz?from=here"


def test_a_form_without_its_token_is_refused_with_advice(client_request: PageClient, database: Database) -> None:
    make_account(database, "ellie")
    page = client_request.post("/sign-in", {"csrf_token": "", "username": "ellie", "password": PASSWORD}, status=400)
    assert "Your form has run out" in page.text


def test_a_token_of_another_browser_is_refused(client_request: PageClient, database: Database) -> None:
    make_account(database, "ellie")
    before = client_request.csrf_token()
    client_request.sign_in_as("ellie")
    client_request.post("/sign-out", {"csrf_token": before}, status=400)
    assert is_signed_in(client_request)


def test_missing_entries_are_named_and_the_username_is_kept(client_request: PageClient) -> None:
    page = client_request.post("/sign-in", {"username": "ellie <b>", "password": ""}, status=200).text
    assert "Enter your password" in page
    assert "Error: Sign in - Patchwork" in page
    assert 'value="ellie &lt;b&gt;"' in page


def test_a_raised_role_asks_for_another_sign_in(client_request: PageClient, database: Database) -> None:
    make_account(database, "ellie")
    sign_in(client_request, "ellie")
    assert is_signed_in(client_request)
    set_role(database, "account-ellie", "administrator")
    assert not is_signed_in(client_request)
    assert sign_in(client_request, "ellie") == "/sign-in/set-up?next=/"
