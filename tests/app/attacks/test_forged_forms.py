"""Forms that another site sends, or that pretend to be something else: refused before the graph is asked."""

from __future__ import annotations

import pytest

from app.permissions import Permission
from tests.app.attacks.forms import fitting
from tests.app.attacks.ground import Ground, address, arguments, methods
from tests.app.attacks.world import ADAM, AVA
from tests.app.page_client import PageClient
from tests.app.proposals.world import ELLIE

OVERRIDES = {"X-HTTP-Method-Override": "POST", "X-HTTP-Method": "POST", "X-Method-Override": "POST"}


def test_no_form_is_taken_without_its_sessions_token(ground: Ground) -> None:
    """No token; that of another account; of another browser of the same account; of a browser not signed in."""
    stranger = PageClient(ground.app, ground.database)
    tokens = ["", "x", ground(AVA).csrf_token(), ground.anew(ELLIE).csrf_token(), stranger.csrf_token()]
    with ground.unchanged(unrecorded=True):
        for rule in ground.rules(*Permission):
            if "POST" in methods(rule):
                for browser in (ground(ELLIE), ground(ADAM), stranger)[: 3 if not arguments(rule) else 1]:
                    others = [one for one in tokens if browser is not stranger or one is not tokens[-1]]
                    for token in others:
                        form = fitting(csrf_token=token)
                        answer = browser.browser.post(address(rule, {}), data=form)
                        assert answer.status_code == 400, f"{rule.rule} with {token[:9]!r}"
                        assert "Your form has run out" in answer.text or answer.json == {"error": 400}


@pytest.mark.parametrize("username", [ELLIE, ADAM, AVA])
def test_no_other_method_does_what_a_form_does(ground: Ground, username: str) -> None:
    """GET with the form in its address and body, an override of the method, PUT, PATCH and DELETE."""
    browser = ground(username)
    with ground.unchanged():
        for rule in ground.rules(*Permission):
            if "POST" not in methods(rule):
                continue
            at, form = address(rule, {"person": "x-leo"}), fitting(_method="POST", csrf_token=browser.csrf_token())
            for method in ("GET", "HEAD"):
                answer = browser.browser.open(at, method=method, query_string=form, data=form, headers=OVERRIDES)
                assert answer.status_code in (200, 303, 404, 405, 422), f"{method} {rule.rule} {answer.status_code}"
            for method in ("PUT", "PATCH", "DELETE"):
                answer = browser.browser.open(at, method=method, data=form)
                assert answer.status_code in (404, 405), f"{method} {rule.rule}"
            assert browser.browser.open(at, method="OPTIONS").data == b""
