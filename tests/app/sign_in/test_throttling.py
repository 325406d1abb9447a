"""Waiting after too many attempts, for everybody alike and never for good."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import time_machine

from app.sign_in.checking import FREE_BY_USERNAME
from graph.driver import Database
from graph.moment import Moment
from graph.throttles import LONGEST_WAIT, Allowance, clear, count, forget_expired, give_back, throttle_key
from tests.app.accounts import PASSWORD, make_account, stored_texts
from tests.app.page_client import PageClient

NOON = datetime(2026, 7, 14, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def count_at(database: Database, seconds: float, limit: int = 3) -> Allowance:
    moment = Moment.at(NOON + timedelta(seconds=seconds))
    return database.write(lambda tx: count(tx, "key", limit, HOUR, moment))


def test_up_to_the_limit_nothing_waits_and_then_waits_double(database: Database) -> None:
    assert [count_at(database, 0).allowed for _ in range(4)] == [True, True, True, False]
    assert count_at(database, 1) == Allowance(True, 4, 0)
    assert not count_at(database, 2).allowed
    assert count_at(database, 3) == Allowance(True, 5, 0)
    assert count_at(database, 6).wait_seconds == 2


def test_a_request_that_began_earlier_does_not_wait_for_one_that_was_counted_first(database: Database) -> None:
    assert count_at(database, 0.5) == Allowance(True, 1, 0)
    assert count_at(database, 0.4) == Allowance(True, 2, 0)


def test_what_comes_during_a_wait_does_not_make_it_longer(database: Database) -> None:
    for _ in range(50):
        count_at(database, 0)
    assert count_at(database, 1).allowed


def test_no_wait_is_longer_than_the_longest(database: Database) -> None:
    seconds = 0.0
    for _ in range(14):
        refused = count_at(database, seconds)
        seconds += refused.wait_seconds
        assert refused.wait_seconds <= LONGEST_WAIT.total_seconds() + 1


def test_a_new_window_begins_free(database: Database) -> None:
    for _ in range(4):
        count_at(database, 0)
    assert count_at(database, HOUR.total_seconds()) == Allowance(True, 1, 0)


def test_counts_can_be_given_back_and_forgotten(database: Database) -> None:
    for _ in range(3):
        count_at(database, 0)
    database.write(lambda tx: give_back(tx, "key"))
    assert count_at(database, 0) == Allowance(True, 3, 0)
    database.write(lambda tx: clear(tx, "key"))
    assert count_at(database, 0) == Allowance(True, 1, 0)


def test_counts_of_windows_that_are_over_are_removed(database: Database) -> None:
    count_at(database, 0)
    database.write(lambda tx: forget_expired(tx, moment=Moment.at(NOON + HOUR / 2)))
    assert any(text.label == "Throttle" for text in stored_texts(database))
    database.write(lambda tx: forget_expired(tx, moment=Moment.at(NOON + HOUR)))
    assert not any(text.label == "Throttle" for text in stored_texts(database))


def test_at_the_same_time_no_more_than_the_limit_get_through(database: Database) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: count_at(database, 0, limit=5).allowed, range(40)))
    assert answers.count(True) == 5


def test_keys_tell_no_name() -> None:
    assert throttle_key("secret", "username", "ellie") != throttle_key("secret", "address", "ellie")
    assert throttle_key("secret", "username", "ellie") != throttle_key("other", "username", "ellie")
    assert "ellie" not in throttle_key("secret", "username", "ellie")


def test_too_many_wrong_passwords_wait_even_with_the_right_one(client_request: PageClient, database: Database) -> None:
    make_account(database, "ellie")
    with time_machine.travel(NOON, tick=False):
        for _ in range(FREE_BY_USERNAME):
            client_request.post("/sign-in", {"username": "ellie", "password": "wrong"}, status=200)
        answer = client_request.post("/sign-in", {"username": "ellie", "password": PASSWORD}, status=429)
        assert answer.headers["Retry-After"] == "2"
        assert "Try again in 2 seconds" in answer.text
    with time_machine.travel(NOON + timedelta(seconds=2), tick=False):
        client_request.post("/sign-in", {"username": "ellie", "password": PASSWORD}, status=303)


def test_a_name_nobody_has_waits_as_well(client_request: PageClient) -> None:
    with time_machine.travel(NOON, tick=False):
        for _ in range(FREE_BY_USERNAME):
            client_request.post("/sign-in", {"username": "nobody", "password": "wrong"}, status=200)
        client_request.post("/sign-in", {"username": "nobody", "password": "wrong"}, status=429)


def test_what_succeeds_counts_for_nothing(client_request: PageClient, database: Database) -> None:
    make_account(database, "ellie")
    with time_machine.travel(NOON, tick=False):
        for _ in range(FREE_BY_USERNAME * 3):
            client_request.post("/sign-in", {"username": "ellie", "password": PASSWORD}, status=303)
