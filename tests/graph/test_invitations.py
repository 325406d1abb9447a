"""Invitations: one link, used once, within seven days, by an account that nobody has taken up."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from re import findall
from uuid import uuid4

import pytest

from graph.audit import tail
from graph.driver import Database
from graph.invitations import VALID_FOR, Accepted, accept, find_invited, forget_expired_invitations, invite
from graph.moment import Moment
from graph.outbox import Mail, newest_messages
from graph.sessions import find_credentials, new_token
from tests.app.accounts import make_account, set_status, stored_texts

NOON = datetime(2026, 7, 14, 12, tzinfo=UTC)
NOW = Moment.at(NOON)
SITE = "https://patchwork.example.org"


def invited(database: Database, account: str, token: str, email: str = "ellie@example.org") -> bool:
    return database.write(lambda tx: invite(tx, account=account, email=email, token=token, base_url=SITE, moment=NOW))


def accepted(database: Database, token: str, use: str = "", moment: Moment = NOW) -> Accepted | None:
    use = use or uuid4().hex
    return database.write(
        lambda tx: accept(tx, token=token, use=use, password_hash="$hash", route="a.page", moment=moment)
    )


def is_open(database: Database, token: str, moment: Moment = NOW) -> bool:
    return database.read(lambda tx: find_invited(tx, token=token, moment=moment)) is not None


def is_active(database: Database) -> bool:
    known = database.read(lambda tx: find_credentials(tx, username_key="ellie", moment=NOW))
    return known is not None and known.active


@pytest.fixture
def account(database: Database) -> str:
    return make_account(database, "ellie", status="invited", password=None)


def test_the_link_is_in_the_mail_and_nowhere_else(database: Database, account: str) -> None:
    token = new_token()
    assert invited(database, account, token)
    (message,) = database.read(lambda tx: newest_messages(tx, limit=5))
    assert message.to == "ellie@example.org"
    assert findall(r"https?://\S+", message.body or "") == [f"{SITE}/invitation/{token}"]
    assert "ellie" in (message.body or "")
    elsewhere = [text for text in stored_texts(database) if token in str(text.value) and text.label != "Message"]
    assert elsewhere == []


def test_a_link_makes_the_account_active_once(database: Database, account: str) -> None:
    token = new_token()
    invited(database, account, token)
    assert not is_active(database)
    done = accepted(database, token, use="use-1")
    assert done == Accepted(account, "ellie", "practitioner", "agency-1")
    assert is_active(database)
    assert accepted(database, token, use="use-1") == done, "the same attempt, tried again"
    assert accepted(database, token) is None
    assert not is_open(database, token)
    assert [event.kind for event in database.read(lambda tx: tail(tx, 9))] == ["accept_invitation"]


def test_used_by_many_at_once_it_works_for_one(database: Database, account: str) -> None:
    token = new_token()
    invited(database, account, token)
    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(lambda _: accepted(database, token), range(12)))
    assert len([answer for answer in answers if answer]) == 1


def test_it_expires_and_is_removed(database: Database, account: str) -> None:
    token = new_token()
    invited(database, account, token)
    last = Moment.at(NOON + VALID_FOR - timedelta(seconds=1))
    over = Moment.at(NOON + VALID_FOR)
    assert is_open(database, token, last)
    assert not is_open(database, token, over)
    assert accepted(database, token, moment=over) is None
    database.write(lambda tx: forget_expired_invitations(tx, moment=last))
    assert is_open(database, token)
    database.write(lambda tx: forget_expired_invitations(tx, moment=over))
    assert not is_open(database, token)


def test_inviting_again_ends_the_first_link(database: Database, account: str) -> None:
    first, second = new_token(), new_token()
    invited(database, account, first)
    invited(database, account, second, "ellie.brandon@example.org")
    assert (is_open(database, first), is_open(database, second)) == (False, True)
    assert len(database.read(lambda tx: newest_messages(tx, limit=5))) == 2


@pytest.mark.parametrize("status", ["active", "suspended"])
def test_only_an_account_that_waits_for_its_holder_can_be_invited(
    database: Database, account: str, status: str
) -> None:
    token = new_token()
    invited(database, account, token)
    set_status(database, account, status=status)
    assert not is_open(database, token)
    assert accepted(database, token) is None
    assert not invited(database, account, new_token())
    assert len(database.read(lambda tx: newest_messages(tx, limit=5))) == 1


def test_an_address_that_is_none_makes_no_invitation(database: Database, account: str) -> None:
    token = new_token()
    with pytest.raises(ValueError, match="one e-mail address"):
        invited(database, account, token, "ellie@example.org\nBcc: all@example.org")
    assert not is_open(database, token)
    assert not is_open(database, "A" * 43)


def test_the_letter_says_how_long_the_link_works(database: Database, account: str) -> None:
    invited(database, account, new_token())
    (message,) = database.read(lambda tx: newest_messages(tx, limit=5))
    assert "within 7 days" in (message.body or "")
    assert Mail(message.id, message.to, message.subject, message.body or "")
