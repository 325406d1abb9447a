"""Somebody hidden costs what somebody absent costs: the same statements and, side by side, the same database hits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from flask import Flask

from graph.driver import Database
from graph.moment import Moment
from tests import graph_cleaning
from tests.app.page_client import PageClient
from tests.graph.worlds.in_and_out import bring_in
from tests.proof.asking import Asker, before
from tests.proof.costs import Cost, counted
from tests.proof.effort import FULL
from tests.proof.officers import administrators_pairs
from tests.proof.report import report
from tests.proof.unseen import INSTANT, PURPOSE, Pair, pairs

pytestmark = pytest.mark.timeout(3600 if FULL else 300)


@pytest.fixture
def pair(connected_database: Database) -> Iterator[Pair]:
    """A world in the graph, in which much is hidden from the account."""
    one = pairs("practitioner", 1)[0]
    graph_cleaning.empty(connected_database)
    with time_machine.travel(INSTANT, tick=False):
        assert not bring_in(connected_database, one.changed, moment=Moment.at(INSTANT)).faults
        yield one


def test_hidden_and_absent_cost_the_same(app: Flask, connected_database: Database, pair: Pair) -> None:
    """Every endpoint with an id in its address, by GET and by POST, and every form in which an id is sent."""
    asker = Asker(app, connected_database, pair)
    asked: list[str] = []
    for question in asker.questions():
        told, absent = asker.ask(question.hidden), asker.ask(question.absent)
        assert told == absent, question.words
        assert told.cost, question.words
        asked.append(question.endpoint)
    assert {rule.endpoint for rule in asker.rules} == set(asked)
    report("questions about something hidden that cost what they cost about something absent", len(asked))


def test_an_involvement_of_another_agency_costs_an_administrator_the_same(
    app: Flask, connected_database: Database
) -> None:
    pair = administrators_pairs(1, areas=False)[0]
    own = next(one["agency"] for one in pair.world["accounts"] if one["id"] == pair.account)
    hidden = sorted(one["id"] for one in pair.world["involvements"] if one["agency"] != own)
    graph_cleaning.empty(connected_database)
    with time_machine.travel(INSTANT, tick=False):
        assert not bring_in(connected_database, pair.world, moment=Moment.at(INSTANT)).faults
        client = PageClient(app, connected_database)
        client.sign_in_as(pair.username)
        client.post("/access/purpose", PURPOSE, status=303)
        for id_ in hidden:
            told, absent = (_cost(client, f"/access/involvements/{one}") for one in (id_, before(id_)))
            assert told == absent, id_
            assert told


def _cost(client: PageClient, address: str) -> Cost:
    with counted() as cost:
        client.get(address, status=404)
    return cost
