"""Accounts that are in use when a world comes in or goes out."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from graph.driver import Database
from graph.moment import Moment
from graph.sessions import begin_session, find_signed_in, new_token
from tests.app.accounts import set_status, stored_texts
from tests.graph.worlds.in_and_out import bring_in, take_out
from tests.graph.worlds.small_world import small_world

NOON = Moment.at(datetime(2026, 8, 1, 12, tzinfo=UTC))


@pytest.mark.parametrize(
    ("field", "value", "stays"),
    [
        ("password", "another good password", False),
        ("role", "coordinator", False),
        ("username", "ola.berg", True),
        ("password", "correct horse battery", True),
    ],
)
def test_who_is_signed_in_stays_so_unless_password_or_role_change(
    database: Database, field: str, value: str, stays: bool
) -> None:
    bring_in(database, small_world())
    tokens = {"a-ola": new_token(), small_world()["accounts"][1]["id"]: new_token()}
    for account, token in tokens.items():
        database.write(lambda tx, a=account, t=token: begin_session(tx, token=t, account=a, moment=NOON))
    world = small_world()
    world["accounts"][0][field] = value
    bring_in(database, world)
    signed_in = [
        database.write(lambda tx, t=token: find_signed_in(tx, token=t, moment=NOON)) is not None
        for token in tokens.values()
    ]
    assert signed_in == [stays, True]


def test_an_account_that_waits_for_its_holder_goes_out_as_suspended_and_goes_on_waiting(database: Database) -> None:
    bring_in(database, small_world())
    set_status(database, "a-ola", status="invited")
    out = take_out(database, NOON)
    assert [account["status"] for account in json.loads(out)["accounts"] if account["id"] == "a-ola"] == ["suspended"]
    assert bring_in(database, out.encode()).written == 0
    world = json.loads(out)
    for account in world["accounts"]:
        account["username"] += ".new"
    bring_in(database, world)
    assert "invited" in [text.value for text in stored_texts(database) if text.key == "status"]
