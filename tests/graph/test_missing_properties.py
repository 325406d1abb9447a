"""A property that is missing in the graph hides; it never shows more (visibility.md, first paragraph)."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from graph import access
from graph.driver import Database
from graph.moment import Moment
from graph.query_loader import Header, Nothing, Query
from tests.graph.worlds.in_and_out import bring_in

HERE = Path(__file__).parent
CASES = HERE.parent / "cases"
HEIGHT = {"none": 0, "broker": 1, "restricted": 1, "agency": 2, "full": 3}
# Where an interval is open, a consent names no agency, or nobody is a broker, nothing is missing: these have a meaning.
PROPERTIES = [
    ("Account", "areas"),
    ("Account", "role"),
    ("Account", "status"),
    ("Agency", "kind"),
    ("Agency", "status"),
    ("Consent", "decision"),
    ("Consent", "giver"),
    ("Consent", "includes_sensitive"),
    ("Consent", "recorded_at"),
    ("Family", "area"),
    ("Family", "programme"),
    ("Grant", "expires_at"),
    ("Grant", "granted_at"),
    ("Grant", "kind"),
    ("INVOLVED_WITH", "agency_id"),
    ("INVOLVED_WITH", "basis"),
    ("INVOLVED_WITH", "confirmed"),
    ("INVOLVED_WITH", "sensitive"),
    ("INVOLVED_WITH", "type"),
    ("InvolvementType", "always_findable"),
    ("InvolvementType", "sensitive"),
    ("Person", "shielded"),
    ("SIGNED", "on"),
]
Sight = dict[tuple[str, str], int]


@pytest.mark.parametrize(("kind", "key"), PROPERTIES)
def test_a_missing_property_never_shows_more(database: Database, kind: str, key: str) -> None:
    moment = _bring_in_case(database, "random-1")
    before = _sight(database, moment)
    _take_away(database, kind, key)
    after = _sight(database, moment)
    assert [(pair, before[pair], height) for pair, height in after.items() if height > before[pair]] == []


def _bring_in_case(database: Database, name: str) -> Moment:
    world = json.loads((CASES / f"{name}.world.json").read_text(encoding="utf-8"))
    assert not bring_in(database, world).faults
    return Moment.at(datetime.fromisoformat(world["as_of"]))


def _sight(database: Database, moment: Moment) -> Sight:
    """How much every account sees of every involvement and person."""
    accounts = database.read(lambda tx: access.accounts_named(tx, []))
    involvements = database.read(lambda tx: access.involvements_named(tx, []))
    people = database.read(lambda tx: access.people_named(tx, []))
    decided = access.matrix(database, accounts=accounts, involvements=involvements, moment=moment)
    levels = {(one.account, one.involvement): HEIGHT[one.level] for one in decided}
    sights = access.identities(database, accounts=accounts, people=people, moment=moment)
    return levels | {(one.account, one.person): HEIGHT[one.identity] for one in sights}


def _take_away(database: Database, kind: str, key: str) -> None:
    text = (HERE / "take_away.cypher").read_text(encoding="utf-8")
    header = Header("take_away", "write", "none: tests", {"kind": "string", "key": "string"}, {}, "", True, ())
    query = Query("take_away", header, text, Nothing)
    database.write(lambda tx: tx.run(query, kind=kind, key=key))
