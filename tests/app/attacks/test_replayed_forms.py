"""Forms sent again: by somebody who has signed out, by another account, and by one whose right is lost since."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from werkzeug.test import TestResponse

from app.permissions import Permission
from tests.app.accounts import set_role, set_status
from tests.app.attacks.ground import Ground, address, methods
from tests.app.attacks.world import AVA, OLIVE
from tests.app.page_client import PageClient
from tests.app.proposals.acting import token
from tests.app.proposals.world import ELLIE
from tests.proof.forms_of_pages import offered_forms

_OF_ONES_OWN = (
    "/clients/",
    "/emergency/confirm",
    "/emergency/search",
    "/feedback",
    "/my-account",
    "/search",
    "/useful",
    "/what-changed",
)
"""Forms that name nobody: whoever sends one makes something of their own, or searches."""
_OWN_LISTS = ("/", "/notices", "/my-involvements")
"""Where somebody is led who sends a form about something that is not theirs: as for one that does not exist."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as a browser would send it."""

    to: str
    data: dict[str, str]


@pytest.fixture(scope="module")
def forms(ground: Ground) -> list[Sent]:
    """Every form on Ellie's pages that is about somebody, filled in while she may send it."""
    found: dict[str, Sent] = {}
    for rule in ground.rules(Permission.SEE_TEAMS, Permission.SIGNED_IN):
        for ids in ground.own_ids(rule) if "GET" in methods(rule) else []:
            at = address(rule, ids)
            page = ground(ELLIE).browser.get(at)
            for form in offered_forms(page.data) if page.mimetype == "text/html" else ():
                to = form.address or at
                if to not in ("/", "/emergency") and not to.startswith(_OF_ONES_OWN):
                    found[f"{to} {sorted(form.filled)}"] = Sent(to, {**form.filled, "token": token()})
    assert len(found) > 12
    return [*found.values()]


def test_after_signing_out(ground: Ground, forms: list[Sent]) -> None:
    """By whoever kept the cookie and the form."""
    thief = ground.anew(ELLIE)
    kept, cookie = thief.csrf_token(), thief.browser.get_cookie("patchwork")
    assert cookie is not None
    thief.post("/sign-out", {}, status=303)
    thief.browser.set_cookie("patchwork", cookie.value)
    with ground.unchanged(unrecorded=True):
        for form in forms:
            answer = thief.browser.post(form.to, data={**form.data, "csrf_token": kept})
            assert answer.headers["Location"].startswith("/sign-in"), form.to


def test_by_another_account(ground: Ground, forms: list[Sent]) -> None:
    """By a practitioner who sees none of it: Ellie's proofs, tokens and ids with the session of Olive."""
    with ground.unchanged():
        for form in forms:
            answer = _send(ground(OLIVE), form)
            assert answer.status_code in (404, 422) or answer.headers.get("Location") in _OWN_LISTS, form.to


def test_after_a_conflict_of_interest_was_found(ground: Ground, forms: list[Sent]) -> None:
    """A privacy officer bars Ellie from Leo while she has his pages open."""
    bar = {"token": token(), "username": ELLIE, "reason": "They are related, it turns out", "confirmed": "yes"}
    ground(AVA).post("/access/people/x-leo/bars", bar, status=303)
    of_leo = [form for form in forms if form.to.startswith("/people/x-leo/")]
    assert len(of_leo) > 5
    with ground.unchanged():
        for form in of_leo:
            assert _send(ground(ELLIE), form).status_code == 404, form.to


def test_after_the_role_has_changed_and_after_suspension(ground: Ground, forms: list[Sent]) -> None:
    """The session of a practitioner is none of an auditor's; and a new one as an auditor has no such pages."""
    ellie = ground.anew(ELLIE)
    set_role(ground.database, "acc-ellie", "auditor")
    auditor = ground.anew(ELLIE)
    with ground.unchanged():
        for form in (one for one in forms if one.to.startswith(("/people/", "/emergency"))):
            assert _send(ellie, form).headers["Location"].startswith("/sign-in"), form.to
            assert _send(auditor, form).status_code == 404, form.to
    set_role(ground.database, "acc-ellie", "practitioner")
    ellie = ground.anew(ELLIE)
    set_status(ground.database, "acc-ellie", status="suspended")
    with ground.unchanged(unrecorded=True):
        for form in forms:
            assert _send(ellie, form).headers["Location"].startswith("/sign-in"), form.to


def _send(browser: PageClient, form: Sent) -> TestResponse:
    return browser.browser.post(form.to, data={**form.data, "csrf_token": browser.csrf_token()})
