"""Sessions planted before a sign-in, begun while the account changes, and kept after it has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from app.sign_in import checking, own_account, second_step
from tests.app.accounts import PASSWORD, make_account, set_role, set_status
from tests.app.attacks.ground import Ground
from tests.app.page_client import PageClient
from tests.app.sign_in.second_factor import code_now, cookie, give_password, give_second_factor, is_signed_in

Change = Callable[[Ground, str], None]
NEW_PASSWORD = "seven quiet lanterns"


def _raise(ground: Ground, account: str) -> None:
    set_role(ground.database, account, "auditor")


def _suspend(ground: Ground, account: str) -> None:
    set_status(ground.database, account, status="suspended")


def _then(change: Change, ground: Ground, account: str, module: Any, name: str, patch: pytest.MonkeyPatch) -> None:
    """Let an administrator change the account after a step of the request, and before the step that follows."""
    real = getattr(module, name)

    def stepped(*given: Any, **more: Any) -> Any:
        answer = real(*given, **more)
        change(ground, account)
        return answer

    patch.setattr(module, name, stepped)


@pytest.mark.parametrize("change", [_raise, _suspend])
def test_a_password_compared_before_a_change_signs_nobody_in(
    ground: Ground, monkeypatch: pytest.MonkeyPatch, change: Change
) -> None:
    """Raised in that moment, the account would be signed in to its new role without a second factor."""
    username = f"race.password{change.__name__}"
    account = make_account(ground.database, username, agency="a-help")
    browser = PageClient(ground.app, ground.database)
    _then(change, ground, account, checking, "password_matches", monkeypatch)
    browser.post("/sign-in", {"username": username, "password": PASSWORD}, status=200)
    assert not is_signed_in(browser)


@pytest.mark.parametrize("change", [_raise, _suspend])
def test_nor_does_a_code(ground: Ground, monkeypatch: pytest.MonkeyPatch, change: Change) -> None:
    username = f"race.code{change.__name__}"
    account = make_account(ground.database, username, role="coordinator", agency="a-help")
    secret = give_second_factor(ground.database, account, str(ground.app.secret_key))
    browser = PageClient(ground.app, ground.database)
    give_password(browser, username)
    _then(change, ground, account, second_step, "matching_step", monkeypatch)
    browser.post("/sign-in/code", {"code": code_now(secret)}, status=200)
    set_role(ground.database, account, "coordinator")
    set_status(ground.database, account)
    assert not is_signed_in(browser)


@pytest.mark.parametrize("change", [_raise, _suspend])
def test_nor_does_a_new_password(ground: Ground, monkeypatch: pytest.MonkeyPatch, change: Change) -> None:
    """Of a practitioner who waits for the moment of being raised, to be in the new role without a second factor."""
    username = f"race.new{change.__name__}"
    account = make_account(ground.database, username, agency="a-help")
    browser = ground.anew(username)
    _then(change, ground, account, own_account, "hash_password", monkeypatch)
    form = {"password": PASSWORD, "new_password": NEW_PASSWORD}
    assert "has changed meanwhile" in browser.post("/my-account/password", form).text
    assert not is_signed_in(browser)


def test_a_planted_session_is_not_the_victims(ground: Ground) -> None:
    """Before signing in, in the middle of it, and with a live session of the attacker's own."""
    make_account(ground.database, "victim", role="auditor", agency="a-help")
    secret = give_second_factor(ground.database, "account-victim", str(ground.app.secret_key))
    attacker = ground.anew("olive.stranger")
    planted = [str(cookie(attacker))]
    victim = PageClient(ground.app, ground.database)
    victim.browser.set_cookie("patchwork", planted[0])
    give_password(victim, "victim")
    planted.append(str(cookie(victim)))
    victim.post("/sign-in/code", {"code": code_now(secret)}, status=303)
    assert is_signed_in(victim)
    assert str(cookie(victim)) not in planted
    for token in planted:
        thief = PageClient(ground.app, ground.database)
        thief.browser.set_cookie("patchwork", token)
        assert not is_signed_in(thief)


def test_a_code_seen_once_is_worth_nothing_anywhere(ground: Ground) -> None:
    """Read over a shoulder at sign-in: not at a second sign-in, nor as the first code of an app of the thief's."""
    make_account(ground.database, "watched", role="coordinator", agency="a-help")
    secret = give_second_factor(ground.database, "account-watched", str(ground.app.secret_key))
    code, holder, thief = code_now(secret), *(PageClient(ground.app, ground.database) for _ in range(2))
    for browser in (holder, thief):
        give_password(browser, "watched")
    holder.post("/sign-in/code", {"code": code}, status=303)
    thief.post("/sign-in/code", {"code": code}, status=200)
    thief.post("/sign-in/set-up", {"code": code}, status=303)
    thief.post("/sign-in/recovery-code", {"code": code}, status=200)
    assert not is_signed_in(thief)
    with ground.unchanged():
        form = {"password": PASSWORD, "code": code}
        assert "does not match" in holder.post("/my-account/second-factor", form).text


def test_a_suspended_account_signs_in_nowhere(ground: Ground) -> None:
    """Not with its session, its password, its code half way, nor by the link of an invitation."""
    make_account(ground.database, "gone", role="coordinator", agency="a-help")
    secret = give_second_factor(ground.database, "account-gone", str(ground.app.secret_key))
    session, half_way, outside = ground.anew("gone"), *(PageClient(ground.app, ground.database) for _ in range(2))
    give_password(half_way, "gone")
    set_status(ground.database, "account-gone", status="suspended")
    half_way.post("/sign-in/code", {"code": code_now(secret)}, status=303)
    outside.post("/sign-in", {"username": "gone", "password": PASSWORD}, status=200)
    assert not any(map(is_signed_in, (session, half_way, outside)))
