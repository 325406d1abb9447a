"""One account's visit to every route, and everything that it is answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from app.permissions import permission_of
from tests.app.page_client import PageClient
from tests.proof.forms_of_pages import offered_forms
from tests.proof.oracle import Oracle
from tests.proof.oracle_finding import openable
from tests.proof.routes import Left, NoSight, Visit, entry_for
from tests.proof.still import Chances
from tests.proof.worlds import World

ABSENT = "nobody-at-all"
FORMS_OF_A_KIND = 2


@dataclass(frozen=True, slots=True)
class Answered:
    """One request and every byte of its answer."""

    asked: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


class Ids:
    """What stands for each argument of an address: somebody seen, somebody hidden, nobody, and nonsense."""

    def __init__(self, world: World, instant: datetime, v: str, people: Iterable[str] | None = None) -> None:
        """`people`: of whom alone to ask, where not of one of each kind."""
        oracle = Oracle(world, instant)
        self._facts = oracle.facts
        self.people = [*people] if people is not None else _one_of_each(oracle.facts.people, _kind_of_person(oracle, v))
        seen = {f for x in oracle.facts.people if oracle.identity(v, x) == "full" for f in oracle.facts.families_of[x]}
        arguments = {
            "person": self.people,
            "involvement": _one_of_each(oracle.facts.involvements, lambda e: oracle.verdict(v, e).level),
            "family": _one_of_each(oracle.facts.families, lambda f: str(f in seen)),
            "account": _one_of_each(oracle.facts.accounts, lambda a: str(a == v)),
        }
        for name in ("agency", "practitioner", "agreement", "grant", "link", "consent", "area", "type", "bar"):
            records = {"agency": "agencies", "link": "kinship", "type": "involvement_types"}.get(name, f"{name}s")
            arguments[name] = [one.get("id", one.get("code")) for one in world[records][:2]]
        self.arguments = {name: [*ids, ABSENT] for name, ids in arguments.items()}

    def of(self, argument: str) -> list[str]:
        """The ids to try for an argument; for one that is not known, an absent one and one that is none."""
        return self.arguments.get(argument, [ABSENT, "0" * 32])

    def filled(self, queries: Iterable[str]) -> list[str]:
        """What is asked in addresses, with ids in place of their names."""
        return [*queries]

    def texts(self) -> list[dict[str, str]]:
        """What is typed to find each of the people, and somebody whom nobody knows."""
        people = [self._facts.people[x] for x in self.people]
        known = [
            {
                "person": one["id"],
                "name": f"{one['given_name']} {one['family_name']}",
                "born": one["date_of_birth"] or one["expected_date_of_birth"],
                "year": (one["date_of_birth"] or one["expected_date_of_birth"])[:4],
                "reference": one["upn"] or one["local_id"] or ABSENT,
            }
            for one in people
        ]
        absent = {"person": ABSENT, "name": "Zo Quill", "born": "2001-01-01", "year": "2001", "reference": "A1"}
        return [*known, absent]


class Visitor:
    """A browser that keeps what it is answered."""

    def __init__(
        self, app: Flask, client: PageClient, chances: Chances, ids: Ids, name: str = "", role: str = "practitioner"
    ) -> None:
        """`name` tells the chances of several visitors apart."""
        self._app, self._client, self._chances, self._ids, self._name = app, client, chances, ids, name
        self._role = role
        self.answers: list[Answered] = []
        self.endpoints: set[str] = set()
        self._only: list[str] = []
        self._sent: Counter[str] = Counter()

    def visit_everything(self) -> None:
        """Open every address, send every form, and open every address again, with the forms that were not there."""
        self._visit(sorted(self._app.url_map.iter_rules(), key=lambda rule: (rule.endpoint, rule.rule)))

    def visit_some(self, endpoints: Iterable[str]) -> None:
        """The same for some endpoints, in the order in which they are given."""
        self._only = [*endpoints]
        by_endpoint = {one: [*self._app.url_map.iter_rules(one)] for one in self._only}
        self._visit([rule for one in self._only for rule in by_endpoint[one]])

    def entry(self, endpoint: str) -> Visit | NoSight | Left | None:
        """What the registry says of an endpoint for the visitor's role."""
        permission = permission_of(self._app, endpoint)
        return entry_for(self._role, endpoint, permission.roles if permission else frozenset())

    def _visit(self, rules: list[Rule]) -> None:
        for page in [page for rule in rules for page in self._open(rule)]:
            self._send_offered(page)
        for rule in rules:
            self._send(rule)
        for rule in rules:
            if isinstance(self.entry(rule.endpoint), Visit):
                for page in [*self._open(rule)]:
                    self._send_offered(page)

    def _open(self, rule: Rule) -> Iterator[TestResponse]:
        said = self.entry(rule.endpoint)
        if "GET" not in (rule.methods or ()) or isinstance(said, Left):
            return
        queries = said.query if isinstance(said, Visit) and said.query else ("",)
        for address in self._addresses(rule):
            for query in self._ids.filled(queries):
                yield self._ask("GET", f"{address}?{query}" if query else address, rule.endpoint)

    def _send(self, rule: Rule) -> None:
        said = self.entry(rule.endpoint)
        if "POST" not in (rule.methods or ()) or isinstance(said, Left):
            return
        forms = said.post if isinstance(said, Visit) else ()
        for address in self._addresses(rule):
            self._send_offered(self._ask("POST", address, rule.endpoint, {}))
            for form in forms:
                texts = self._ids.texts() if "{" in repr([*form.values()]) else self._ids.texts()[:1]
                for text in texts:
                    typed = {name: value.format(**text) for name, value in form.items()}
                    self._send_offered(self._ask("POST", address, rule.endpoint, typed))

    def _send_offered(self, page: TestResponse) -> None:
        """Send the forms of a page, blank and filled in, unless enough of their kind have been sent."""
        if page.mimetype != "text/html" or page.status_code in range(300, 400):
            return
        adapter = self._app.url_map.bind("localhost")
        for form in offered_forms(page.data):
            address = form.address or page.request.path
            endpoint, _ = adapter.match(address, method="POST")
            kind = f"{address} {sorted(form.filled)}"
            self._sent[kind] += 1
            if self._sent[kind] > FORMS_OF_A_KIND or not isinstance(self.entry(endpoint), Visit):
                continue
            if self._only and endpoint not in self._only:
                continue
            for fields in (form.blank, form.filled):
                self._ask("POST", address, endpoint, fields)

    def _addresses(self, rule: Rule) -> list[str]:
        """The rule's addresses: each argument in turn takes each of its ids, the others their first."""
        arguments = sorted(rule.arguments)
        first = {name: self._ids.of(name)[0] for name in arguments}
        chosen = [{**first, name: id_} for name in arguments for id_ in self._ids.of(name)] or [{}]
        if isinstance(self.entry(rule.endpoint), NoSight):
            chosen = [chosen[0], chosen[-1]]
        built = [rule.build(values) for values in chosen]
        return [*dict.fromkeys(address for _, address in filter(None, built))]

    def _ask(self, method: str, address: str, endpoint: str, form: dict[str, Any] | None = None) -> TestResponse:
        asked = f"{self._name}{len(self.answers)} {method} {address} {form or ''}"
        self._chances.begin(asked)
        fields = None if form is None else {**form, "csrf_token": self._client.csrf_token()}
        answer = self._client.browser.open(address, method=method, data=fields)
        self.endpoints.add(endpoint)
        headers = tuple(sorted(answer.headers.items()))
        self.answers.append(Answered(asked, answer.status_code, headers, answer.get_data()))
        return answer


def _one_of_each(ids: Any, kind: Callable[[str], str]) -> list[str]:
    """The first two ids of each kind, so that both worlds are asked for the same."""
    kinds: dict[str, list[str]] = {}
    for id_ in sorted(ids):
        kinds.setdefault(kind(id_), []).append(id_)
    return [id_ for one in sorted(kinds) for id_ in kinds[one][:2]]


def _kind_of_person(oracle: Oracle, v: str) -> Callable[[str], str]:
    return lambda x: f"{oracle.identity(v, x)}/{openable(oracle, v, x)}"
