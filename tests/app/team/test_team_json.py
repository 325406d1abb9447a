"""The team as JSON: as the schema says, the same facts as the page, sorted, nothing beyond the level."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from app.notices import OTHERS_MAY_BE_INVOLVED
from graph.driver import Database
from tests.app.page_client import PageClient
from tests.app.team.marsh_family import ELLIE, PRIYA

_SCHEMA = json.loads((Path(__file__).parent / "team.schema.json").read_text(encoding="utf-8"))


def _team(client: PageClient, person: str) -> dict[str, Any]:
    answer = client.get(f"/people/{person}/team.json").get_json()
    jsonschema_rs.Draft202012Validator(_SCHEMA).validate(answer)
    return answer


@pytest.mark.parametrize("username", [ELLIE, PRIYA])
@pytest.mark.parametrize("person", ["x-leo", "x-dawn", "x-unborn"])
def test_fits_the_schema_and_is_sorted(client_request: PageClient, marsh: Database, username: str, person: str) -> None:
    client_request.sign_in_as(username)
    team = _team(client_request, person)
    for name in ("people", "families", "links", "involvements", "agencies", "brokers"):
        ids = [entry["id"] for entry in team[name]]
        assert ids == sorted(ids), name
    assert team["subject"] == person
    assert team["notice"] == OTHERS_MAY_BE_INVOLVED


def test_an_involvement_comes_with_every_way_to_reach_the_practitioner(ellie: PageClient) -> None:
    priya = next(one for one in _team(ellie, "x-leo")["involvements"] if one["id"] == "i-priya-leo")
    assert priya["practitioner"] == {
        "id": "p-priya",
        "name": "Priya Nair",
        "job_title": "Child-protection social worker",
        "landline": "01632 960114",
        "mobile": "07700 900142",
        "email": "priya.nair@example.org",
        "preferred_contact": "landline",
        "best_time": "in until 5pm",
    }
    assert (priya["from"], priya["to"], priya["lead"]) == ("2026-03-02", None, True)
    assert priya["reasons"] == ["STATUTORY", "AROUND_FAMILY"]


def test_lower_levels_give_no_more_than_their_contact(ellie: PageClient) -> None:
    (broker,) = _team(ellie, "x-leo")["brokers"]
    assert set(broker) == {"id", "person", "practitioner"}
    assert broker["practitioner"]["name"] == "Ruth Adeyemi"
    agencies = _team(ellie, "x-neil")["agencies"]
    assert agencies[0] == {
        "id": "a-friend.x-neil",
        "person": "x-neil",
        "agency": {
            "id": "a-friend",
            "name": "Open Door Befriending",
            "phone": "01632 960960",
            "email": "duty@a-friend.example.org",
        },
    }
