"""Signing in with a second step, and attacks on it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from app.permissions import Permission
from app.sign_in.browser_session import cookie_name
from app.sign_in.second_step import FREE_CODES
from config.settings import DemonstrationSettings, Settings
from graph.audit import tail
from graph.driver import Database
from graph.moment import Moment
from graph.outbox import newest_messages
from graph.second_factor import reset_second_factor, use_step
from graph.sessions import AWAITING_LIMIT
from tests.app.accounts import make_account, set_status, stored_texts
from tests.app.page_client import PageClient
from tests.app.sign_in.second_factor import (
    RECOVERY_CODES,
    SALT,
    code_now,
    cookie,
    give_password,
    give_second_factor,
    is_signed_in,
    shown_secret,
    wrong_code,
)

NOON = datetime(2026, 7, 14, 12, tzinfo=UTC)


@pytest.fixture
def secret(database: Database, settings: Settings) -> str:
    """What the app of the account `olive` has."""
    account = make_account(database, "olive", role="coordinator")
    return give_second_factor(database, account, settings.secret_key())


def kinds(database: Database) -> list[str]:
    return [event.kind for event in database.read(lambda tx: tail(tx, 50))]


def try_code(client: PageClient, code: str, *, status: int = 303, to: str = "code", **more: str) -> str:
    response = client.post(f"/sign-in/{to}", {"code": code, **more}, status=status)
    return response.headers.get("Location", "") or response.text


def test_password_and_code_sign_in_and_lead_on(client_request: PageClient, database: Database, secret: str) -> None:
    onward = give_password(client_request, "olive", then="/healthz?at=1")
    assert onward == "/sign-in/code?next=/healthz?at%3D1"
    assert 'value="/healthz?at=1"' in client_request.get(onward).text
    code = code_now(secret)
    assert try_code(client_request, f" {code[:3]} {code[3:]} ", next="/healthz?at=1") == "/healthz?at=1"
    assert is_signed_in(client_request)
    assert set(kinds(database)) == {"sign_in", "password_accepted"}


@pytest.mark.parametrize(
    ("role", "leads_to"),
    [
        ("practitioner", "/"),
        ("coordinator", "/sign-in/set-up?next=/"),
        ("administrator", "/sign-in/set-up?next=/"),
        ("auditor", "/sign-in/set-up?next=/"),
    ],
)
def test_who_needs_a_second_factor(client_request: PageClient, database: Database, role: str, leads_to: str) -> None:
    make_account(database, "somebody", role=role)
    assert give_password(client_request, "somebody") == leads_to
    assert is_signed_in(client_request) == (role == "practitioner")


def test_a_sign_in_that_awaits_its_second_step_is_nobody_everywhere_else(
    app: Flask, client_request: PageClient, database: Database, secret: str
) -> None:
    give_password(client_request, "olive")
    opened: list[str] = []
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        if vars(view)["declared_permission"] is Permission.PUBLIC:
            continue
        address = rule.build(dict.fromkeys(rule.arguments, "x"), append_unknown=False)
        assert address is not None
        method = "GET" if "GET" in (rule.methods or ()) else "POST"
        data = {"csrf_token": client_request.csrf_token()} if method == "POST" else None
        answer = client_request.browser.open(address[1], method=method, data=data)
        assert answer.status_code in (303, 401), f"{method} {address[1]}: {answer.status_code}"
        assert answer.status_code == 401 or answer.headers["Location"].startswith("/sign-in")
        opened.append(rule.endpoint)
    assert len(opened) > 10
    assert client_request.get("/sign-in").status_code == 200


def test_the_first_sign_in_sets_it_up_and_shows_recovery_codes_once(
    client_request: PageClient, database: Database
) -> None:
    make_account(database, "olive", role="auditor")
    page = client_request.get(give_password(client_request, "olive")).text
    assert "<svg" in page
    secret = shown_secret(page)
    assert shown_secret(client_request.get("/sign-in/set-up").text) == secret, "showing it changes nothing"
    assert "does not match" in try_code(client_request, wrong_code(secret), to="set-up", status=200)
    before = cookie(client_request)
    page = try_code(client_request, code_now(secret), to="set-up", status=200)
    codes = [line[4:-5] for line in page.splitlines() if line.startswith("<li>")]
    assert (len(set(codes)), cookie(client_request) == before) == (10, False)
    assert is_signed_in(client_request)
    assert set(kinds(database)) == {"sign_in", "second_factor_set_up", "password_accepted"}
    values = " ".join(str(text.value) for text in stored_texts(database))
    assert secret not in values
    assert not [code for code in codes if code in values or code.replace("-", "") in values]
    client_request.browser.delete_cookie(cookie_name(secure=False))
    assert give_password(client_request, "olive") == "/sign-in/code?next=/"
    assert try_code(client_request, codes[7].lower().replace("-", " "), to="recovery-code") == "/"
    assert is_signed_in(client_request)


def test_of_two_who_set_up_the_same_account_the_second_is_refused(
    app: Flask, client_request: PageClient, database: Database
) -> None:
    make_account(database, "olive", role="auditor")
    other = PageClient(app, database)
    secrets = [shown_secret(one.get(give_password(one, "olive")).text) for one in (client_request, other)]
    assert secrets[0] != secrets[1]
    try_code(client_request, code_now(secrets[0]), to="set-up", status=200)
    try_code(other, code_now(secrets[1]), to="set-up", status=200)
    assert (is_signed_in(client_request), is_signed_in(other)) == (True, False)


def test_a_set_up_page_is_no_way_round_a_second_factor(
    client_request: PageClient, database: Database, secret: str
) -> None:
    give_password(client_request, "olive")
    assert client_request.get("/sign-in/set-up", status=303).headers["Location"] == "/sign-in"
    try_code(client_request, code_now(secret), to="set-up", status=303)
    assert not is_signed_in(client_request)


def test_a_code_is_accepted_once(app: Flask, client_request: PageClient, database: Database, secret: str) -> None:
    with time_machine.travel(NOON, tick=False):
        give_password(client_request, "olive")
        code = code_now(secret)
        try_code(client_request, code)
        thief = PageClient(app, database)
        give_password(thief, "olive")
        assert "was used already" in try_code(thief, code, status=200)
        assert "was used already" in try_code(thief, code_now(secret, -1), status=200)
        assert not is_signed_in(thief)
        assert kinds(database).count("second_factor_failed") == 2


def test_at_the_same_time_a_code_is_accepted_once(database: Database, secret: str) -> None:
    account, moment = "account-olive", Moment.current()

    def accepted(_: int) -> bool:
        return database.write(lambda tx: use_step(tx, account=account, salt=SALT, step=7, moment=moment))

    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(accepted, range(18))).count(True) == 1


@pytest.mark.parametrize(("steps", "accepted"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_be_one_step_off(
    client_request: PageClient, database: Database, secret: str, steps: int, accepted: bool
) -> None:
    with time_machine.travel(NOON, tick=False):
        give_password(client_request, "olive")
        try_code(client_request, code_now(secret, steps), status=303 if accepted else 200)
        assert is_signed_in(client_request) == accepted


def test_a_recovery_code_works_once_and_its_use_is_told(
    app: Flask, client_request: PageClient, database: Database, settings: Settings
) -> None:
    account = make_account(database, "olive", role="coordinator", name="Olive Green")
    give_second_factor(database, account, settings.secret_key())
    give_password(client_request, "olive")
    try_code(client_request, RECOVERY_CODES[0], to="recovery-code")
    assert set(kinds(database)) == {"password_accepted", "sign_in", "recovery_code_used"}
    thief = PageClient(app, database)
    give_password(thief, "olive")
    assert "used already" in try_code(thief, RECOVERY_CODES[0], to="recovery-code", status=200)
    assert not is_signed_in(thief)
    assert "1 left" in client_request.get("/my-account").text
    assert database.read(lambda tx: newest_messages(tx, limit=5)) == [], "no address, no mail"


def test_too_many_codes_wait_on_every_browser(
    app: Flask, client_request: PageClient, database: Database, secret: str
) -> None:
    with time_machine.travel(NOON, tick=False):
        other = PageClient(app, database)
        for client in (client_request, other):
            give_password(client, "olive")
        for number in range(FREE_CODES):
            client = (client_request, other)[number % 2]
            try_code(client, wrong_code(secret), to=("code", "recovery-code")[number % 2], status=200)
        answer = other.post("/sign-in/code", {"code": code_now(secret)}, status=429)
        assert answer.headers["Retry-After"] == "2"
        assert "Try again in 2 seconds" in answer.text
        assert kinds(database).count("second_factor_throttled") == 1
    with time_machine.travel(NOON + timedelta(seconds=2), tick=False):
        try_code(other, code_now(secret))


def test_a_planted_token_and_the_first_steps_token_are_worth_nothing_afterwards(
    app: Flask, client_request: PageClient, database: Database, secret: str
) -> None:
    planted = "A" * 43
    client_request.browser.set_cookie(cookie_name(secure=False), planted)
    give_password(client_request, "olive")
    first = cookie(client_request)
    try_code(client_request, code_now(secret))
    assert len({planted, first, cookie(client_request)}) == 3
    for token in (planted, first):
        thief = PageClient(app, database)
        thief.browser.set_cookie(cookie_name(secure=False), str(token))
        assert not is_signed_in(thief)
        assert thief.get("/sign-in/code", status=303).headers["Location"] == "/sign-in"


def test_a_form_of_the_step_before_is_refused(client_request: PageClient, database: Database, secret: str) -> None:
    before = client_request.csrf_token()
    give_password(client_request, "olive")
    assert "form has run out" in try_code(client_request, code_now(secret), status=400, csrf_token=before)
    assert not is_signed_in(client_request)


@pytest.mark.parametrize("change", [{"status": "suspended"}, {"status": "invited"}, {"agency_status": "suspended"}])
def test_suspending_ends_a_sign_in_that_awaits_its_code(
    client_request: PageClient, database: Database, secret: str, change: dict[str, str]
) -> None:
    give_password(client_request, "olive")
    set_status(database, "account-olive", **change)
    assert try_code(client_request, code_now(secret)) == "/sign-in"
    assert not is_signed_in(client_request)


def test_the_second_step_waits_ten_minutes(client_request: PageClient, database: Database, secret: str) -> None:
    with time_machine.travel(NOON, tick=False):
        give_password(client_request, "olive")
    with time_machine.travel(NOON + AWAITING_LIMIT - timedelta(seconds=1), tick=False):
        client_request.get("/sign-in/code")
    with time_machine.travel(NOON + AWAITING_LIMIT, tick=False):
        assert try_code(client_request, code_now(secret)) == "/sign-in"


def test_a_reset_ends_sessions_and_leads_to_a_new_set_up(
    client_request: PageClient, database: Database, secret: str
) -> None:
    give_password(client_request, "olive")
    try_code(client_request, code_now(secret))
    moment = Moment.current()
    assert database.write(lambda tx: reset_second_factor(tx, username="OLIVE", moment=moment)) == "account-olive"
    assert not is_signed_in(client_request)
    assert give_password(client_request, "olive") == "/sign-in/set-up?next=/"
    assert "reset_second_factor" in kinds(database)


@pytest.mark.parametrize("wanted", ["https://evil.example.com/", "//evil.example.com", "/\\evil.example.com"])
def test_the_second_step_leads_to_no_other_site(
    client_request: PageClient, database: Database, secret: str, wanted: str
) -> None:
    assert give_password(client_request, "olive", then=wanted) == "/sign-in/code?next=/"
    assert "evil" not in client_request.get("/sign-in/recovery-code?next=/").text
    assert try_code(client_request, code_now(secret), next=wanted) == "/"


@pytest.mark.parametrize("code", ["", "12345", "1234567", "١٢٣٤٥٦", "12345a", "\0", "-12345", "9" * 101, "1e5000"])
def test_what_is_no_code_is_refused_with_advice(
    client_request: PageClient, database: Database, secret: str, code: str
) -> None:
    give_password(client_request, "olive")
    assert "There is a problem" in try_code(client_request, code, status=200)


def test_only_a_demonstration_tells_the_code(
    client_request: PageClient, database: Database, settings: Settings, secret: str
) -> None:
    from app.application import create_app

    give_password(client_request, "olive")
    assert "This is a demonstration" not in client_request.get("/sign-in/code").text
    shown = DemonstrationSettings(data_dir=settings.data_dir)
    visitor = PageClient(create_app(database, shown), database)
    with time_machine.travel(NOON, tick=False):
        for steps in (0, 1):
            give_password(visitor, "olive")
            assert f"your code is <strong>{code_now(secret, steps)}</strong>" in visitor.get("/sign-in/code").text
            try_code(visitor, code_now(secret, steps))
        give_password(visitor, "olive")
        assert "wait 30 seconds" in visitor.get("/sign-in/code").text
