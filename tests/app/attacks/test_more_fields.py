"""Privilege by mass assignment: a form with more fields than its page has does what it does without them."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from flask import Flask

from app.permissions import Permission
from graph.driver import Database
from graph.moment import Moment
from tests import graph_cleaning
from tests.app.attacks.ground import Ground, address, methods
from tests.app.attacks.prey import make_prey
from tests.app.attacks.state import changes, state
from tests.app.attacks.world import AVA, NORA, attacked_world
from tests.app.proposals.world import ELLIE
from tests.app.team.loading import load
from tests.app.team.marsh_family import NOW
from tests.proof.forms_of_pages import offered_forms
from tests.proof.routes import ANY_TEXT, TYPED
from tests.proof.still import Chances, held_still

MORE = {
    "account": "acc-olive",
    "account_id": "acc-olive",
    "agency": "a-south",
    "agency_id": "a-south",
    "answered_by": "acc-olive",
    "areas": "south",
    "by": "acc-olive",
    "expires_at": "2099-01-01T00:00:00Z",
    "grant_id": "forged",
    "granted_at": "2020-01-01T00:00:00Z",
    "holds": "true",
    "id": "forged",
    "identity": "full",
    "involvement": "i-priya-leo",
    "is_admin": "true",
    "is_sensitive": "false",
    "last_confirmed": "2020-01-01",
    "lead": "y",
    "level": "full",
    "made_by": "acc-olive",
    "maker": "acc-olive",
    "may_accept": "true",
    "password": "correct horse battery",
    "password_hash": "forged",
    "people": "x-kept",
    "person": "x-kept",
    "practitioner": "p-priya",
    "proposed_by": "acc-olive",
    "purpose": "forged",
    "recorded_at": "2020-01-01T00:00:00Z",
    "released_by": "acc-olive",
    "role": "auditor",
    "sensitive": "y",
    "shielded": "false",
    "source": "import",
    "state": "accepted",
    "status": "active",
    "subject": "x-kept",
    "unmasked": "x-dawn",
    "username": "root",
}
"""Names of properties, columns and parameters, each with what an attacker would like it to be."""
FITTING = {
    **dict.fromkeys(
        ("nhs_number", "upn", "local_id", "deceased_on", "expected_date_of_birth", "landline", "mobile"), ""
    ),
    **dict.fromkeys(("job_title", "role", "requested", "address", "district", "since"), ""),
    **dict.fromkeys(("from_", "on"), "today"),
    "to": "1 December 2026",
    "code": "forged_type",
    "phone": "01632 960066",
    "postcode": "LS11 0AA",
    "reference": "SAR 18",
    "username": "zed.forged",
}
FORMS_OF_A_KIND = 2


def test_fields_that_no_page_has_do_nothing(attacked_app: Flask, connected_database: Database) -> None:
    """Every form of every page, filled in and sent in two equal worlds: to one of them with more fields."""
    without, sent = _visited(attacked_app, connected_database, more=False)
    with_more, again = _visited(attacked_app, connected_database, more=True)
    assert sent == again
    assert sum(status == 303 for _, status in sent) > 20
    assert changes(without, with_more) == []


def _visited(app: Flask, database: Database, *, more: bool) -> tuple[dict[str, int], list[tuple[str, int]]]:
    """The state after every form was sent, and what each was answered."""
    graph_cleaning.empty(database)
    with held_still(NOW + timedelta(minutes=1)) as chances:
        load(database, attacked_world(), Moment.current())
        ground = Ground(app, database)
        make_prey(ground, chances.begin)
        sent = [one for username in (ELLIE, NORA, AVA) for one in _send_all(ground, username, chances, more=more)]

        return state(database), sent


def _typed(name: str, value: str, at: int) -> str:
    """What fits into a field of text; what stands in any other stays."""
    if name.startswith("relatives-") and not name.endswith("-lives"):
        return ""
    if value not in (ANY_TEXT, *TYPED.values()):
        return value
    return f"Forged {at}" if name in ("name", "label") else FITTING.get(name, value)


def _send_all(ground: Ground, username: str, chances: Chances, *, more: bool) -> list[tuple[str, int]]:
    browser, kinds, sent = ground(username), Counter[str](), list[tuple[str, int]]()
    adapter = ground.app.url_map.bind("localhost")
    for rule in ground.rules(*Permission):
        if "GET" not in methods(rule) or rule.rule.startswith(("/sign-in", "/my-account")):
            continue
        for ids in ground.own_ids(rule):
            at = address(rule, ids)
            chances.begin(at)
            page = browser.browser.get(at)
            if page.status_code != 200 or page.mimetype != "text/html":
                continue
            for form in offered_forms(page.data):
                to = form.address or at
                endpoint, _ = adapter.match(to.partition("?")[0], method="POST")
                kinds[endpoint] += 1
                if endpoint == "sign_in.sign_out" or kinds[endpoint] > FORMS_OF_A_KIND:
                    continue
                chances.begin(f"{username} {at} {to} {kinds[endpoint]}")
                typed = {name: _typed(name, value, len(sent)) for name, value in form.filled.items()}
                added = {name: value for name, value in MORE.items() if name not in typed} if more else {}
                answer = browser.browser.post(to, data={**typed, **added, "csrf_token": browser.csrf_token()})
                sent.append((f"{to} {sorted(form.filled)}", answer.status_code))
    return sent
