"""A postcode that is none breaks no search: a fault over somebody hidden would tell that they exist."""

from __future__ import annotations

import pytest
from flask import Flask

from graph.driver import Database
from tests.app.page_client import PageClient
from tests.app.search.world import search_world
from tests.graph.worlds.in_and_out import bring_in


@pytest.mark.parametrize("postcode", ["", "X", "LS", "1AA", "L S1"])
def test_a_postcode_too_short_for_a_district_is_in_none(app: Flask, database: Database, postcode: str) -> None:
    world = search_world()
    for person in world["people"]:
        if person["id"] in ("hidden", "found"):
            person["postcode"] = postcode
    assert not bring_in(database, world).faults
    ellie = PageClient(app, database)
    ellie.sign_in_as("ellie")
    for name in ("Irena Wolska", "Nadia Okafor"):
        page = ellie.post("/search", {"name": name, "born": "2014", "district": "LS11"}).text
        assert "Nobody found" in page
    assert "found__name" in ellie.post("/search", {"name": "Nadia Okafor", "born": "2014"}).text
