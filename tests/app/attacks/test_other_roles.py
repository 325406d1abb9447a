"""Pages of another role: the same answer as for a page that does not exist, whatever is asked and sent."""

from __future__ import annotations

import pytest

from app.permissions import Permission
from tests.app.attacks.forms import fitting
from tests.app.attacks.ground import Ground, address, methods, permission_of, told
from tests.app.attacks.world import ADAM, AVA, COORDINATOR, NORA, OLIVE
from tests.app.page_client import PageClient

_REAL = {
    "account": "acc-ellie",
    "agency": "a-help",
    "agreement": "agreement",
    "code": "befriending",
    "involvement": "i-ellie-leo",
    "person": "x-leo",
    "practitioner": "p-ellie",
    "status": "suspended",
    "tie": "f-marsh",
}
"""What is there, for arguments whose things are not made by the pages."""
_MADE = {
    "change_id": "RoleChange",
    "event": "AuditEvent",
    "go_live": "GoLive",
    "idea": "Idea",
    "item": "QueueItem",
    "proposal": "Proposal",
    "report": "SubjectAccessReport",
    "request_id": "BreakGlassRequest",
}


@pytest.fixture(scope="module")
def real(ground: Ground) -> dict[str, str]:
    """An id of something that is there for every argument of an address."""
    made = {argument: next(iter(ground.ids(kind)), "none") for argument, kind in _MADE.items()}
    return {**_REAL, **made, "event": ground.newest_event()}


@pytest.mark.parametrize("username", [OLIVE, COORDINATOR, ADAM, NORA, AVA])
def test_whoever_has_not_the_role_finds_no_such_page(ground: Ground, real: dict[str, str], username: str) -> None:
    """Among them an administrator reading a team, and an auditor changing what only practitioners may."""
    browser = ground(username)
    role = {OLIVE: "practitioner", COORDINATOR: "coordinator", AVA: "auditor"}.get(username, "administrator")
    others = [one for one in Permission if role not in one.roles and one is not Permission.PUBLIC]
    absent = told(browser.get("/no/such/page", status=404))
    with ground.unchanged(unrecorded=True):
        for rule in ground.rules(*others):
            at = address(rule, real)
            for method in (*methods(rule), *(["HEAD"] if "GET" in methods(rule) else [])):
                answer = _send(browser, method, at)
                if method == "HEAD":
                    assert (answer.status_code, answer.data) == (404, b""), f"{method} {at}"
                elif not at.endswith(".json"):
                    assert told(answer) == absent, f"{method} {at}"
                else:
                    assert (answer.status_code, answer.json) == (404, {"error": 404}), f"{method} {at}"


def test_whoever_is_not_signed_in_gets_nothing(ground: Ground, real: dict[str, str]) -> None:
    browser = PageClient(ground.app, ground.database)
    with ground.unchanged(unrecorded=True):
        for rule in ground.rules(*(one for one in Permission if one is not Permission.PUBLIC)):
            assert permission_of(ground.app, rule) is not Permission.PUBLIC
            for method in methods(rule):
                answer = _send(browser, method, address(rule, real))
                if rule.rule.endswith(".json"):
                    assert answer.json == {"error": 401}
                else:
                    assert (answer.status_code, answer.headers["Location"][:8]) == (303, "/sign-in"), rule.rule


def _send(browser: PageClient, method: str, at: str):  # type: ignore[no-untyped-def]
    form = {**fitting(), "csrf_token": browser.csrf_token()} if method == "POST" else None
    return browser.browser.open(at, method=method, data=form)
