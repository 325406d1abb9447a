"""Somebody hidden costs what somebody absent costs: the same statements and, side by side, the same database hits."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Any
from unittest.mock import patch

import pytest
import time_machine
from flask import Flask

from graph.driver import Database, Transaction
from graph.moment import Moment
from graph.query_loader import Query, load_by_name
from tests import graph_cleaning
from tests.app.page_client import PageClient
from tests.graph.worlds.in_and_out import bring_in
from tests.proof.oracle import Oracle
from tests.proof.oracle_finding import breakable, openable
from tests.proof.unseen import INSTANT, Pair, pairs


@pytest.fixture
def pair(connected_database: Database) -> Iterator[Pair]:
    """A world in the graph, in which much is hidden from the account."""
    one = pairs("practitioner", 1)[0]
    graph_cleaning.empty(connected_database)
    with time_machine.travel(INSTANT, tick=False):
        assert not bring_in(connected_database, one.changed, moment=Moment.at(INSTANT)).faults
        yield one


def test_hidden_and_absent_cost_the_same(app: Flask, connected_database: Database, pair: Pair) -> None:
    client = PageClient(app, connected_database)
    client.sign_in_as(pair.username)
    for hidden in _hidden(pair):
        for page in ("team", "team.json", "emergency", "shield", "links", "involvements/new"):
            told, absent = (_statements(client, f"/people/{id_}/{page}") for id_ in (hidden, before(hidden)))
            assert told == absent, page
            assert told


def test_hidden_and_absent_cost_the_same_database_hits(connected_database: Database, pair: Pair) -> None:
    query = load_by_name("team/around_family")
    moment = Moment.at(INSTANT)
    for hidden in _hidden(pair):
        told, absent = (
            connected_database.profile(
                query, {"account": pair.account, "person": id_, "now": moment.now, "today": moment.today}
            )
            for id_ in (hidden, before(hidden))
        )
        assert told == absent > 0


def before(id_: str) -> str:
    """An id that nobody has, right before this one in the order of ids."""
    letters = "-" + digits + ascii_uppercase + "_" + ascii_lowercase
    at = letters.index(id_[-1])
    return f"{id_[:-1]}{letters[at - 1]}zzz" if at else id_[:-1]


def _hidden(pair: Pair) -> list[str]:
    oracle = Oracle(pair.changed, INSTANT)
    v = pair.account
    hidden = [x for x in oracle.facts.people if oracle.identity(v, x) == "none"]
    hidden = [x for x in hidden if not openable(oracle, v, x) and not breakable(oracle, v, x)]
    assert hidden
    return hidden[:3]


def _statements(client: PageClient, address: str) -> list[str]:
    """The names of the statements that answering an address takes."""
    run: list[str] = []
    real = Transaction.stream

    def counted(tx: Transaction, query: Query[Any], **parameters: Any) -> Any:
        run.append(query.name)
        return real(tx, query, **parameters)

    with patch.object(Transaction, "stream", counted):
        answer = client.browser.get(address)
    assert answer.status_code == 404, address
    return run
