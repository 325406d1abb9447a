"""The same question about something hidden and about something that does not exist, with what the answers cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase, digits

from flask import Flask
from werkzeug.routing import Rule

from graph.driver import Database
from graph.moment import Moment
from graph.query_loader import Header, Nothing, Query
from tests.app.page_client import PageClient
from tests.proof.costs import Cost, counted
from tests.proof.forms_of_pages import offered_forms
from tests.proof.oracle import Oracle
from tests.proof.oracle_finding import breakable, openable
from tests.proof.routes import Visit, entry
from tests.proof.unseen import INSTANT, Pair

HERE = Path(__file__).parent
OF_A_KIND = 2
KINDS = {"request_id": "request", "links": "link", "families": "family", "other": "person"}
"""What an argument stands for, or the part of the address before it, where its own name does not say."""
Form = dict[str, str]


@dataclass(frozen=True, slots=True)
class Request:
    """One request; no form is a GET."""

    address: str
    form: Form | None


@dataclass(frozen=True, slots=True)
class Question:
    """A question about something hidden, and the same about something absent."""

    words: str
    endpoint: str
    hidden: Request
    absent: Request


@dataclass(frozen=True, slots=True)
class Answer:
    """How a request was answered, and what it cost."""

    status: int
    cost: Cost


class Asker:
    """A browser of the account of a pair, over the world in which more is hidden from it."""

    def __init__(self, app: Flask, database: Database, pair: Pair) -> None:
        self._app = app
        self._client = PageClient(app, database)
        self._client.sign_in_as(pair.username)
        self._oracle, self._account = Oracle(pair.changed, INSTANT), pair.account
        self._shown, self._hidden = self._ids()
        self._others_wait(database)
        rules = [rule for rule in app.url_map.iter_rules() if isinstance(entry(rule.endpoint), Visit)]
        # What a link in a mail holds is signed: nobody can put something hidden in its place.
        self.rules = sorted(
            (one for one in rules if one.arguments - {"token"}), key=lambda rule: (rule.endpoint, rule.rule)
        )

    def ask(self, request: Request) -> Answer:
        """Send a request, and count."""
        form = None if request.form is None else {**request.form, "csrf_token": self._client.csrf_token()}
        with counted() as cost:
            answer = self._client.browser.open(request.address, method="GET" if form is None else "POST", data=form)
        return Answer(answer.status_code, cost)

    def questions(self) -> Iterator[Question]:
        """Every address with something hidden in it, by GET or with the form blank and filled in; then the forms."""
        forms = self._forms()
        for rule in self.rules:
            for argument in _arguments(rule):
                for id_ in self._hidden[_kind(rule, argument)]:
                    yield from self._about(rule, argument, id_, forms.get(rule.endpoint, {}))
        for rule in self.rules:
            offered = forms.get(rule.endpoint, {})
            for field, kind in self._fields(offered):
                for id_ in self._hidden[kind]:
                    asked = [Request(self._address(rule), {**offered, field: one}) for one in (id_, before(id_))]
                    yield Question(f"{rule} with {field} {id_}", rule.endpoint, *asked)

    def _about(self, rule: Rule, argument: str, id_: str, offered: Form) -> Iterator[Question]:
        addresses = [self._address(rule, **{argument: one}) for one in (id_, before(id_))]
        said = entry(rule.endpoint)
        forms = [{}, offered, *(said.post if isinstance(said, Visit) else ())]
        for form in [None] if "GET" in (rule.methods or ()) else forms:
            asked = [Request(one, form) for one in addresses]
            yield Question(f"{rule} {argument} {id_} {form}", rule.endpoint, *asked)

    def _address(self, rule: Rule, **chosen: str) -> str:
        shown = {name: self._shown[_kind(rule, name)] for name in _arguments(rule)}
        built = rule.build(shown | chosen)
        assert built is not None
        return built[1]

    def _forms(self) -> dict[str, Form]:
        """The form that each endpoint takes, as the page about somebody shown offers it."""
        adapter = self._app.url_map.bind("localhost")
        forms: dict[str, Form] = {}
        for rule in self.rules:
            if "GET" in (rule.methods or ()):
                page = self._client.browser.get(self._address(rule))
                for form in offered_forms(page.data) if page.mimetype == "text/html" else ():
                    endpoint, _ = adapter.match(form.address or page.request.path, method="POST")
                    forms.setdefault(endpoint, form.filled)
        return forms

    def _fields(self, form: Form) -> Iterator[tuple[str, str]]:
        facts = self._oracle.facts
        for field, value in sorted(form.items()):
            if value in facts.people or value in facts.families:
                yield field, "person" if value in facts.people else "family"

    def _ids(self) -> tuple[dict[str, str], dict[str, list[str]]]:
        """Somebody whom the account is shown, nothing else that is there, and some of each kind that are hidden."""
        oracle, v, facts = self._oracle, self._account, self._oracle.facts
        shown = next(x for x in sorted(facts.people) if oracle.direct(v, x) and facts.families_of[x])
        full = {x for x in facts.people if oracle.identity(v, x) == "full"}
        none = [x for x in sorted(facts.people) if oracle.identity(v, x) == "none"]
        none = [x for x in none if not openable(oracle, v, x) and not breakable(oracle, v, x)]
        ends = {one["id"]: {one["from_person"], one["to_person"]} for one in facts.kinship}
        hidden = {
            "person": none,
            "family": [f for f in sorted(facts.families) if not facts.members_of[f] & full and facts.members_of[f]],
            "link": [id_ for id_, both in sorted(ends.items()) if both & full and not both <= full],
            "proposal": ["proposal-1", "proposal-2"],
            "request": ["request-1", "request-2"],
            "consent": sorted(c["id"] for x in none for c in facts.consents_of[x]),
            "move": ["move-1", "move-2"],
            "involvement": [e for e in sorted(facts.involvements) if oracle.verdict(v, e).level == "none"],
        }
        assert all(hidden.values()), hidden
        some = {kind: ids[:OF_A_KIND] for kind, ids in hidden.items()}
        own = next(e for e in sorted(facts.involvements) if "OWN" in oracle.verdict(v, e).reasons)
        return {kind: f"no-{kind}" for kind in some} | {"person": shown, "involvement": own}, some

    def _others_wait(self, database: Database) -> None:
        """Others have proposed and moved somebody hidden, and asked for emergency access to them."""
        text = (HERE / "waiting_of_others.cypher").read_text("utf-8")
        parameters = {"maker": "string", "person": "string", "now": "datetime"}
        header = Header("", "write", "none: tests", parameters, {}, "", one_row=False, order=())
        query = Query("waiting_of_others", header, text, Nothing)
        mine = self._oracle.facts.accounts[self._account]["agency"]
        maker = next(id_ for id_, one in sorted(self._oracle.facts.accounts.items()) if one["agency"] != mine)
        given = {"maker": maker, "person": self._hidden["person"][0], "now": Moment.at(INSTANT).now}
        database.write(lambda tx: tx.run(query, **given))


def before(id_: str) -> str:
    """An id that nobody has, right before this one in the order of ids."""
    letters = "-" + digits + ascii_uppercase + "_" + ascii_lowercase
    at = letters.index(id_[-1])
    return f"{id_[:-1]}{letters[at - 1]}zzz" if at else id_[:-1]


def _arguments(rule: Rule) -> list[str]:
    """What stands in the address."""
    return sorted(rule.arguments - (rule.defaults or {}).keys())


def _kind(rule: Rule, argument: str) -> str:
    part = rule.rule.split(f"/<{argument}>")[0].rpartition("/")[2]
    return KINDS.get(argument) or KINDS.get(part) or argument
