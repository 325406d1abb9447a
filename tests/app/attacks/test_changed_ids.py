"""Ids changed in addresses and forms: whatever an account may not have is answered like what does not exist."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from app.permissions import Permission
from tests.app.attacks.forms import fitting
from tests.app.attacks.ground import ABSENT, ARGUMENTS, NODES_OF, Ground, address, arguments, methods, told
from tests.app.attacks.world import ADAM, OLIVE, SOL
from tests.app.page_client import PageClient
from tests.app.proposals.world import NEIGHBOURS

_SEEN_BY_ALL = Permission.SIGNED_IN
_NODES_OF = {**NODES_OF, "person": ("Person",)}
_FIELDS = ("one", "other", "others", "notice", "grant", "family", "proof", "who")
_WITHOUT_IDS = frozenset(
    {
        "emergency.answer",
        "feedback.give",
        "feedback.tell_useful",
        "recording.add_client",
        "recording.look_up",
        "search.answer",
        "sign_in.sign_out",
    }
)
"""Forms that take no id, and make something of one's own or count against a budget."""
_OF_NO_AREA = frozenset({"status", "code", "idea"})
"""Arguments whose things belong to every administrator with areas: involvement types, and ideas to be answered."""
_OTHER_KINDS = ("Account", "AuditEvent", "Family", "Grant", "INVOLVED_WITH", "Person", "QueueItem")
_NORTHERN = ("agreement", "acc-priya", "acc-nora", "p-priya", "a-care", "i-priya-leo", "x-leo", "p-olive", "a-friend")
_SOUTHERN = ("southern", "acc-sid", "acc-sol", "p-sid", "a-south", "i-sid-sue", "x-sue")
_OLIVES_OWN = ("x-neil", "i-olive-neil")


def _forbidden(ground: Ground, argument: str) -> list[str]:
    own_kind = ground.ids(*_NODES_OF[argument]) if argument in _NODES_OF else []
    return sorted({*own_kind, *ground.one_of_each(*_OTHER_KINDS)} - {*_OLIVES_OWN} - {*NEIGHBOURS[2:]})


def _answers(
    ground: Ground, username: str, rule: Rule, ids: dict[str, str], *asked: str
) -> Iterator[tuple[str, object]]:
    browser, form = ground(username), fitting()
    for method in methods(rule):
        for verdict in ("accept", "decline", "withdraw") if method == "POST" and "proposal" in ids else ("accept",):
            form |= {"verdict": verdict, "csrf_token": browser.csrf_token()}
            at = address(rule, ids)
            answer = browser.browser.open(at, method=method, data=form if method == "POST" else None)
            yield f"{method} {verdict}", told(answer, *asked)


def test_every_argument_of_an_address_is_known(ground: Ground) -> None:
    new = {argument for rule in ground.app.url_map.iter_rules() for argument in arguments(rule)} - ARGUMENTS
    assert not new, f"say in NODES_OF of tests/app/attacks/ground.py what {new} names, and make one in prey.py"


def test_a_practitioner_gets_nothing_by_ids_of_others(ground: Ground) -> None:
    """Persons, families, links, proposals and requests that Olive may not see, and ids of things that are none."""
    with ground.unchanged():
        tried = 0
        for rule in ground.rules(Permission.SEE_TEAMS, _SEEN_BY_ALL):
            for argument in sorted(arguments(rule)):
                others = dict.fromkeys(arguments(rule), ABSENT)
                absent = [*_answers(ground, OLIVE, rule, others, ABSENT)]
                for id_ in _forbidden(ground, argument):
                    found = [*_answers(ground, OLIVE, rule, {**others, argument: id_}, id_, ABSENT)]
                    assert found == absent, f"{rule.rule} with {argument}={id_}"
                    tried += 1
        assert tried > 300


def test_a_tie_of_others_does_not_end_from_ones_own_client(ground: Ground) -> None:
    with ground.unchanged():
        for rule in ground.rules(Permission.SEE_TEAMS):
            if arguments(rule) == {"person", "tie"}:
                for tie in ground.ids(*_NODES_OF["tie"]):
                    ground(OLIVE).post(address(rule, {"person": "x-neil", "tie": tie}), {}, status=404)


def test_ids_of_others_in_forms_are_as_none(ground: Ground) -> None:
    """The fields that hold ids, in each form of Olive's, with ids of everybody else's things beside her own client."""
    with ground.unchanged():
        for rule in ground.rules(Permission.SEE_TEAMS, _SEEN_BY_ALL):
            if "POST" not in methods(rule) or rule.endpoint in _WITHOUT_IDS:
                continue
            at, browser = address(rule, {"person": "x-neil"}), ground(OLIVE)
            for own in ("one", "other"):
                seen = {
                    told(_post(browser, at, fitting(**{**dict.fromkeys(_FIELDS, id_), own: "x-neil"})), id_)[:2]
                    for id_ in (ABSENT, *ground.one_of_each("Account", "Grant", "Notice", "Person", "Proposal"))
                }
                assert len(seen) == 1, f"{rule.rule} with {own}=x-neil"


@pytest.mark.parametrize(("username", "outside"), [(SOL, _NORTHERN), (ADAM, _NORTHERN + _SOUTHERN)])
def test_an_administrator_gets_nothing_of_another_agency_or_area(
    ground: Ground, username: str, outside: tuple[str, ...]
) -> None:
    made = ground.one_of_each("GoLive", *(["RoleChange"] if username == SOL else []))
    with ground.unchanged():
        for rule in ground.rules(Permission.ADMINISTER, Permission.AUDIT_OWN_AGENCY, Permission.EXPLAIN_ACCESS):
            for argument in sorted(arguments(rule) - _OF_NO_AREA):
                others = {**dict.fromkeys(arguments(rule), ABSENT), "status": "suspended"}
                absent = [*_answers(ground, username, rule, others, ABSENT)]
                for id_ in (*outside, *made):
                    found = [*_answers(ground, username, rule, {**others, argument: id_}, id_, ABSENT)]
                    assert found == absent, f"{rule.rule} with {argument}={id_}"


def _post(browser: PageClient, at: str, form: dict[str, str]) -> TestResponse:
    return browser.browser.post(at, data={**form, "csrf_token": browser.csrf_token()})
