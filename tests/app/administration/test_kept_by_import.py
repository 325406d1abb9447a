"""What administrators keep beyond a world: it outlives an import of the same world and is no part of an export."""

from __future__ import annotations

from io import StringIO

from graph.driver import Database
from graph.moment import Moment
from graph.worlds.exporting import export_world
from tests.app.administration.conftest import As
from tests.app.administration.world import NORA, administered_world
from tests.app.team.loading import load


def test_a_basis_and_an_area_served_stay(as_: As, administered: Database) -> None:
    nora = as_(NORA)
    nora.send("/involvement-types/support", default_basis="consent")
    nora.send("/agencies/new", name="New Dawn", kind="other", sector="private")
    load(administered, administered_world(), Moment.current())
    assert "Consent" in nora.get("/involvement-types").text
    assert "New Dawn" in nora.get("/agencies").text
    exported = StringIO()
    administered.write(lambda tx: export_world(tx, exported, Moment.current(), lines=False))
    assert "New Dawn" in exported.getvalue()
    assert "default_basis" not in exported.getvalue()
    assert "administered_at" not in exported.getvalue()
