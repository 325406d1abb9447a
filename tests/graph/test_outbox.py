"""The outbox: queued with a change, claimed by one, tried again, given up after two days."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from graph.driver import Database
from graph.moment import Moment
from graph.outbox import (
    GIVEN_UP_AFTER,
    LEASE,
    LONGEST_PAUSE,
    Counts,
    Mail,
    Message,
    claim_mails,
    count_messages,
    forget_sent,
    go_on,
    is_address,
    mark_failed,
    newest_messages,
    queue_mail,
)

NOON = datetime(2026, 7, 14, 12, tzinfo=UTC)


def at(after: timedelta = timedelta()) -> Moment:
    return Moment.at(NOON + after)


def queue(database: Database, number: int = 1, moment: Moment | None = None) -> list[Mail]:
    mails = [Mail(uuid4().hex, f"p{place}@example.org", f"Number {place}", "Text.") for place in range(number)]
    for mail in mails:
        database.write(lambda tx, mail=mail: queue_mail(tx, mail, moment or at()))
    return mails


def claim(database: Database, name: str, moment: Moment, limit: int = 5) -> list[Mail]:
    return database.write(lambda tx: claim_mails(tx, claim=name, limit=limit, moment=moment))


def fail(database: Database, mail: Mail, name: str, moment: Moment) -> None:
    database.write(lambda tx: mark_failed(tx, mail=mail.id, claim=name, fault="No answer.", moment=moment))


def sent(database: Database, mail: Mail, moment: Moment, *, keep_text: bool = False) -> None:
    database.write(lambda tx: go_on(tx, sent=[mail.id], begins=[], claim="one", keep_text=keep_text, moment=moment))


def begin(database: Database, mail: Mail, name: str, moment: Moment) -> bool:
    begun = database.write(lambda tx: go_on(tx, sent=[], begins=[mail.id], claim=name, keep_text=False, moment=moment))
    return begun == {mail.id}


def only(database: Database) -> Message:
    (message,) = database.read(lambda tx: newest_messages(tx, limit=5))
    return message


def test_a_mail_is_queued_once_and_with_its_transaction(database: Database) -> None:
    (mail,) = queue(database)
    database.write(lambda tx: queue_mail(tx, mail, at(LEASE)))
    assert only(database).queued_at == NOON

    def undone(tx: object) -> None:
        queue_mail(tx, Mail(uuid4().hex, "x@example.org", "Undone", ""), at())  # type: ignore[arg-type]
        raise LookupError

    with pytest.raises(LookupError):
        database.write(undone)
    assert only(database).id == mail.id


def test_what_is_claimed_is_nobody_elses_until_the_lease_ends(database: Database) -> None:
    mails = queue(database, 3)
    first = claim(database, "one", at(), limit=2)
    assert len(first) == 2
    second = claim(database, "two", at())
    assert {*first, *second} == {*mails}
    assert claim(database, "three", at(LEASE - timedelta(seconds=1))) == []
    assert len(claim(database, "three", at(LEASE))) == 3
    sent(database, first[0], at(LEASE))
    assert database.read(count_messages) == Counts(waiting=3, sent=0, given_up=0), "the claim had gone to another"


def test_what_was_begun_and_never_marked_is_sent_again_and_marked_so(database: Database) -> None:
    one, other = queue(database, 2)
    claim(database, "one", at())
    assert begin(database, one, "one", at())
    assert begin(database, other, "nobody", at()) is False
    late = at(LEASE)
    taken = {mail.id: mail.repeated for mail in claim(database, "two", late)}
    assert taken == {one.id: True, other.id: False}
    assert begin(database, one, "one", late) is False, "the claim had gone to another"
    assert begin(database, one, "two", late)
    fail(database, one, "two", late)
    (again,) = [mail for mail in claim(database, "one", at(LEASE * 2)) if mail.id == one.id]
    assert again.repeated, "once in doubt a mail stays marked"
    sent(database, again, at(LEASE * 2))
    assert database.read(count_messages).repeated == 1


def test_many_at_once_claim_each_mail_once(database: Database) -> None:
    mails = queue(database, 20)
    with ThreadPoolExecutor(6) as threads:
        claimed = list(threads.map(lambda number: claim(database, str(number), at(), limit=4), range(12)))
    ids = [mail.id for share in claimed for mail in share]
    assert len(ids) == len(set(ids))
    rest = claim(database, "rest", at(), limit=50)
    assert len(ids) + len(rest) == len(mails)


@pytest.mark.parametrize(("keep_text", "body"), [(False, None), (True, "Text.")])
def test_a_sent_mail_is_not_sent_again_and_its_text_goes(database: Database, keep_text: bool, body: str | None) -> None:
    (mail,) = queue(database)
    claim(database, "one", at())
    sent(database, mail, at(), keep_text=keep_text)
    assert claim(database, "two", at(GIVEN_UP_AFTER)) == []
    assert (only(database).sent_at, only(database).body, only(database).attempts) == (NOON, body, 1)


def test_pauses_double_up_to_the_longest_and_after_two_days_a_mail_is_given_up(database: Database) -> None:
    (mail,) = queue(database)
    pauses: list[timedelta] = []
    now = at()
    while (message := only(database)).next_attempt_at:
        now = Moment.at(message.next_attempt_at)
        assert claim(database, "one", now) == [mail]
        fail(database, mail, "one", now)
        following = only(database).next_attempt_at
        pauses += [following - now.now] if following else []
    minutes = [pause.total_seconds() / 60 for pause in pauses]
    assert minutes[:5] == [1, 2, 4, 8, 16]
    assert max(pauses) == LONGEST_PAUSE
    assert GIVEN_UP_AFTER <= now.now - NOON < GIVEN_UP_AFTER + LONGEST_PAUSE
    assert (message.given_up_at, message.last_fault, message.body) == (now.now, "No answer.", None)
    assert database.read(count_messages) == Counts(waiting=0, sent=0, given_up=1)
    assert claim(database, "two", at(GIVEN_UP_AFTER * 9)) == []


def test_sent_mails_are_forgotten_in_time_and_those_given_up_stay(database: Database) -> None:
    done, failed = queue(database, 2, at(-GIVEN_UP_AFTER))
    claim(database, "one", at())
    sent(database, done, at())
    fail(database, failed, "one", at())
    database.write(lambda tx: forget_sent(tx, moment=at(timedelta(days=29))))
    assert database.read(count_messages) == Counts(waiting=0, sent=1, given_up=1)
    database.write(lambda tx: forget_sent(tx, moment=at(timedelta(days=31))))
    assert database.read(count_messages) == Counts(waiting=0, sent=0, given_up=1)


@pytest.mark.parametrize("address", ["a@example.org", "first.last+tag@mail.example.co.uk", "o'neil@example.com"])
def test_addresses(address: str) -> None:
    assert is_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "a",
        "a@example",
        "a@example.org\nBcc: b@example.org",
        "a@example.org\r\n",
        "a@example.org,b@example.org",
        "a@example.org; b@example.org",
        "Name <a@example.org>",
        "a b@example.org",
        "a@exam\u200bple.org",
        "ä@example.org",
        "a@example.org\0",
        f"{'a' * 60}@{'b.' * 120}org",
    ],
)
def test_what_is_no_single_address_makes_no_mail(address: str) -> None:
    assert not is_address(address)
    with pytest.raises(ValueError, match="one e-mail address"):
        Mail("id", address, "Subject", "Text.")


@pytest.mark.parametrize("subject", ["", "Two\nlines", "Bcc\r\nBcc: b@example.org", "x" * 201, "\u2028"])
def test_a_subject_is_one_line(subject: str) -> None:
    with pytest.raises(ValueError, match="one line"):
        Mail("id", "a@example.org", subject, "Text.")
