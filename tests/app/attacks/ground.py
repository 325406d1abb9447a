"""The attacked application: browsers by username, what its graph holds, and addresses from the URL map."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from app.permissions import Permission
from graph.audit import tail
from graph.driver import Database
from tests.app.attacks.state import changes, everything, state
from tests.app.emergency.acting import WHY
from tests.app.page_client import PageClient
from tests.app.proposals.acting import PURPOSE

ABSENT = "f" * 32
"""An id that nothing has."""
NODES_OF = {
    "account": ("Account",),
    "agency": ("Agency",),
    "agreement": ("Agreement",),
    "change_id": ("RoleChange",),
    "consent": ("Consent",),
    "event": ("AuditEvent",),
    "family": ("Family",),
    "go_live": ("GoLive",),
    "idea": ("Idea",),
    "involvement": ("INVOLVED_WITH",),
    "item": ("QueueItem",),
    "move": ("FamilyMove",),
    "practitioner": ("Practitioner",),
    "proposal": ("Proposal",),
    "report": ("SubjectAccessReport",),
    "request_id": ("BreakGlassRequest",),
    "tie": ("Family", "PARENT_OF", "PARTNER_OF", "SIBLING_OF"),
}
"""The kinds of things that the arguments of addresses name."""
KNOWN = {
    "person": ["x-leo", "x-neighbour-9"],
    "other": ["x-dawn"],
    "code": ["befriending"],
    "status": ["suspended"],
    "task": ["team-page"],
    "language": ["ur"],
}
ARGUMENTS = frozenset({*NODES_OF, *KNOWN, "digest", "name", "token"})
"""The arguments of addresses that the attacks know; test_changed_ids.py says what to do about a new one."""
_OF_THE_FORM = re.compile(r'name="(?:csrf_token|token|key|looked|proof)"[^>]*value="[^"]*"')


@dataclass
class Ground:
    """An application over a graph in which everything worth attacking has been made."""

    app: Flask
    database: Database
    _browsers: dict[str, PageClient] = field(default_factory=dict[str, PageClient])
    _found: list[tuple[str, str]] | None = None

    def __call__(self, username: str) -> PageClient:
        """The browser in which an account is signed in; a privacy officer and administrator has stated a purpose."""
        if username not in self._browsers:
            self._browsers[username] = self.anew(username)
        return self._browsers[username]

    def anew(self, username: str) -> PageClient:
        """Another browser of the same account."""
        browser = PageClient(self.app, self.database)
        browser.sign_in_as(username)
        if browser.browser.get("/access/purpose").status_code == 200:
            browser.post("/access/purpose", PURPOSE, status=303)
        if browser.browser.get("/emergency").status_code == 200:
            browser.post("/emergency", WHY, status=303)
        return browser

    @contextmanager
    def unchanged(self, *, unrecorded: bool = False) -> Iterator[None]:
        """Fails, naming what is new and what is gone, where the graph is not the same afterwards.

        `unrecorded`: nor has anything been read that is recorded.
        """
        before, events = state(self.database), self.events()
        yield
        found = changes(before, state(self.database))
        assert not found, "\n".join(found)
        assert not unrecorded or self.events() == events, "something that is recorded was read or done"

    def events(self) -> int:
        """How many audit events there are."""
        return len(self.database.read(lambda tx: tail(tx, 100_000)))

    def newest_event(self) -> str:
        """The id of an audit event."""
        return self.database.read(lambda tx: tail(tx, 1))[0].id

    def ids(self, *kinds: str) -> list[str]:
        """The ids of every node and edge of these labels and types."""
        if self._found is None:
            self._found = sorted({(one.kind, one.id) for one in everything(self.database) if one.id})
        return [id_ for kind, id_ in self._found if kind in kinds]

    def own_ids(self, rule: Rule) -> list[dict[str, str]]:
        """Ids of things that are there for the arguments of a rule: two of each kind in turn."""
        asked = arguments(rule)
        found = {name: self.ids(*kinds)[:2] or [ABSENT] for name, kinds in NODES_OF.items() if name in asked}
        found |= {name: ids for name, ids in KNOWN.items() if name in asked}
        return [{name: ids[at % len(ids)] for name, ids in found.items()} for at in range(2 if found else 1)]

    def proposals(self, kind: str) -> list[str]:
        """The ids of the proposals of a kind that wait."""
        found = [one.said for one in everything(self.database) if one.kind == "Proposal"]
        return [str(one["id"]) for one in found if (one["kind"], one["state"]) == (kind, "waiting")]

    def one_of_each(self, *kinds: str) -> list[str]:
        """The first id of each of these labels and types."""
        return [id_ for kind in kinds for id_ in self.ids(kind)[:1]]

    def rules(self, *permissions: Permission) -> list[Rule]:
        """The rules that ask for one of these permissions."""
        rules = sorted(self.app.url_map.iter_rules(), key=lambda one: (one.rule, one.endpoint))
        return [rule for rule in rules if permission_of(self.app, rule) in permissions]


def permission_of(app: Flask, rule: Rule) -> Permission:
    """What a route asks of whoever opens it."""
    found = getattr(app.view_functions[rule.endpoint], "declared_permission", None)
    assert isinstance(found, Permission), rule
    return found


def arguments(rule: Rule) -> set[str]:
    """What stands in the rule's address; what it has by default does not."""
    return {*rule.arguments} - {*(rule.defaults or ())}


def methods(rule: Rule) -> list[str]:
    """GET and POST, where the rule has them."""
    return sorted((rule.methods or set()) & {"GET", "POST"})


def address(rule: Rule, ids: dict[str, str], otherwise: str = ABSENT) -> str:
    """The rule's address with these ids for its arguments."""
    built = rule.rule
    for name in arguments(rule):
        built = re.sub(rf"<(?:\w+:)?{name}>", ids.get(name, otherwise), built)
    return built


def told(answer: TestResponse, *ids: str) -> tuple[int, str, str]:
    """An answer without what every answer has of its own: forms' tokens, and these ids that were asked for."""
    text = _OF_THE_FORM.sub("", answer.get_data(as_text=True)) + str(answer.headers.get("Location"))
    for id_ in ids:
        text = text.replace(id_, "ID")
    headers = sorted(
        (name, value) for name, value in answer.headers.items() if name not in ("Location", "Content-Length")
    )
    return answer.status_code, text, repr(headers)
