"""What is masked for an auditor, or not an administrator's to know, changes no byte of any answer to them."""

from __future__ import annotations

import pytest
from flask import Flask

from app.permissions import permission_of
from graph.driver import Database
from tests.proof.effort import FULL, PAIRS_OF_WORLDS
from tests.proof.looks_before import alike, look
from tests.proof.officers import OfficersIds, administrators_pairs, masked_pairs
from tests.proof.report import report
from tests.proof.routes import Visit, entry_for
from tests.proof.still import Chances
from tests.proof.unseen import INSTANT, Pair, Visited, bytes_of_difference, first_difference, visit
from tests.proof.visiting import ABSENT
from tests.proof.worlds import World

pytestmark = pytest.mark.timeout(3600 if FULL else 300)


def test_what_is_masked_changes_no_byte(app: Flask, connected_database: Database) -> None:
    for pair in masked_pairs(PAIRS_OF_WORLDS):
        visited = _compared(app, connected_database, pair, "auditor")
        report("answers to an auditor compared between worlds that differ in what is masked", len(visited.answers))
    report("endpoints open to an auditor, all visited", len(_open_to(app, "auditor")))


@pytest.mark.parametrize("areas", [False, True], ids=["of one agency", "with areas"])
def test_the_work_of_others_changes_no_byte(app: Flask, connected_database: Database, areas: bool) -> None:
    for pair in administrators_pairs(PAIRS_OF_WORLDS, areas=areas):
        visited = _compared(app, connected_database, pair, "administrator")
        report("answers to an administrator compared between worlds that differ in others' work", len(visited.answers))
    if areas:
        report("endpoints open to an administrator, all visited", len(_open_to(app, "administrator")))


def _compared(app: Flask, database: Database, pair: Pair, role: str) -> Visited:
    """The first of two visits that were answered alike, to everything that the role may open."""
    assert len(pair.changes) > 20
    ids = OfficersIds(pair.world, INSTANT, pair.account, few=None if FULL else 1)
    looks = alike(pair)
    assert looks

    def visited(world: World) -> Visited:
        def looked(chances: Chances) -> None:
            ids.arguments["event"] = [*look(database, app, world, chances, looks), ABSENT]

        return visit(database, app, pair, world, role, ids, looked)

    before, after = visited(pair.world), visited(pair.changed)
    report("bytes of answers that differ", bytes_of_difference(before.answers, after.answers))
    report("bytes of answers compared", sum(len(one.body) for one in before.answers))
    assert first_difference(before.answers, after.answers) == "", pair.changes
    assert _open_to(app, role) <= before.endpoints
    return before


def _open_to(app: Flask, role: str) -> set[str]:
    """The endpoints that a role may open, and that a visit must therefore have opened."""
    permissions = {one: permission_of(app, one) for one in app.view_functions}
    roles = {one: said.roles if said else frozenset() for one, said in permissions.items()}
    return {one for one in roles if role in roles[one] and isinstance(entry_for(role, one, roles[one]), Visit)}
