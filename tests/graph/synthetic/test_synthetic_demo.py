"""The demonstration: a valid world, the same for the same instant, with the stories that it promises."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from graph.synthetic.demo import DEMO_ACCOUNTS, demo_world
from tests.graph.synthetic.test_synthetic_area import VALIDATOR
from tests.graph.synthetic.world_checks import faults

AS_OF = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)


@pytest.fixture(scope="module")
def world() -> dict[str, Any]:
    return demo_world(AS_OF)


@pytest.mark.parametrize("days", [0, 1, 99, 400, 3000])
def test_it_is_valid_on_any_day(days: int) -> None:
    moved = demo_world(AS_OF + timedelta(days=days, hours=13))
    assert [str(error) for error in VALIDATOR.iter_errors(moved)] == []
    assert faults(moved) == []


def test_it_is_the_same_for_the_same_instant(world: dict[str, Any]) -> None:
    assert json.dumps(demo_world(AS_OF)) == json.dumps(world)


def test_it_has_about_400_families(world: dict[str, Any]) -> None:
    assert 380 <= len(world["families"]) <= 430
    assert 1300 <= len(world["people"]) <= 1600


def test_every_account_it_names_can_sign_in(world: dict[str, Any]) -> None:
    accounts = {account["username"]: account for account in world["accounts"]}
    for named in DEMO_ACCOUNTS:
        account = accounts[named.username]
        assert account["password"] == named.password
        assert len(named.password) >= 15
        assert account["status"] == "active"
    with_password = {name for name, account in accounts.items() if account.get("password")}
    assert with_password == {named.username for named in DEMO_ACCOUNTS}
    assert {accounts[named.username]["role"] for named in DEMO_ACCOUNTS} == {
        "practitioner",
        "coordinator",
        "administrator",
        "auditor",
    }


def test_everybody_whom_the_accounts_are_told_to_name_exists(world: dict[str, Any]) -> None:
    names = {f"{person['given_name']} {person['family_name']}" for person in world["people"]}
    told = " ".join(named.attempt for named in DEMO_ACCOUNTS)
    for name in ("Leo Marsh", "Bridget Reilly", "Farah Siddiqui", "Zara Siddiqui", "Dawn Marsh", "Imran Siddiqui"):
        assert name in told
        assert name in names
    rees = next(person for person in world["people"] if person["id"] == "dilwyn-rees")
    assert rees["date_of_birth"] == "1942-05-09"


def test_the_largest_team_has_thirty_practitioners(world: dict[str, Any]) -> None:
    family = next(family for family in world["families"] if family["id"] == "okonkwo-reilly")
    members = {row["person"] for row in family["members"]}
    current = [one for one in world["involvements"] if one["person"] in members and "to" not in one]
    assert len({one["practitioner"] for one in current}) >= 30
    others = (
        len({one["practitioner"] for one in world["involvements"] if one["person"] in {row["person"] for row in rows}})
        for rows in (other["members"] for other in world["families"] if other is not family)
    )
    assert max(others) < 30


def test_what_is_open_is_open_at_that_instant(world: dict[str, Any]) -> None:
    grant = next(grant for grant in world["grants"] if grant["id"] == "ellie-opened-sam")
    assert grant["granted_at"] < world["as_of"] < grant["expires_at"]
