"""The outbox: mails kept in the graph by the transaction that has a reason for them, and sent from there later.

A mail goes to one recipient and names no client and no family, ever. Each is claimed for a while by whoever sends it,
so that several processes never send one twice. A sender notes a few mails as begun before they are handed over, by the
same statement that notes those before as sent: where it is killed, these few alone are in doubt. They are sent again,
one by one and marked so, rather than lost. What cannot be sent is tried again after a pause that doubles, for two days;
then it is given up and stays listed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from graph.driver import Transaction
from graph.moment import Moment
from graph.proposals import Touched
from graph.query_loader import Nothing, read_query, write_query

LEASE = timedelta(minutes=5)
"""How long a claimed mail is out of everybody else's reach; sending one ends well before."""
GIVEN_UP_AFTER = timedelta(days=2)
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=4)
FORGOTTEN_AFTER = timedelta(days=30)
LONGEST_ADDRESS = 254
_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}\Z")


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail to one recipient. `id` is made by the caller (uuid4().hex), so that queueing it again changes nothing.

    `subject` is one line; `body` plain text. repeated: it may have been sent before. ValueError for an address or a
    subject that no mail may have.
    """

    id: str
    to: str
    subject: str
    body: str
    repeated: bool = False

    def __post_init__(self) -> None:
        if not is_address(self.to):
            raise ValueError("A mail goes to one e-mail address, such as name@example.org.")
        if not self.subject or not self.subject.isprintable() or len(self.subject) > 200:
            raise ValueError("A mail's subject is one line of at most 200 characters.")


@dataclass(frozen=True, slots=True)
class Message:
    """A mail in the outbox: sent, given up, or waiting to be tried at `next_attempt_at`.

    `body` is empty once the mail was sent or given up, except in a demonstration or development. repeated: it was taken
    up again after a sender had ended in the middle of it.
    """

    id: str
    to: str
    subject: str
    body: str | None
    queued_at: datetime
    sent_at: datetime | None
    attempts: int
    next_attempt_at: datetime | None
    given_up_at: datetime | None
    last_fault: str | None
    repeated: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many mails wait, were sent (in the last 30 days), were given up, and were sent perhaps twice."""

    waiting: int
    sent: int
    given_up: int
    repeated: int = 0


_queue = write_query("outbox/queue", Nothing)
_queue_all = write_query("outbox/queue_all", Nothing)
_claim = write_query("outbox/claim", Mail)
_go_on = write_query("outbox/go_on", Touched)
_mark_failed = write_query("outbox/mark_failed", Nothing)
_newest = read_query("outbox/newest", Message)
_counts = read_query("outbox/counts", Counts)
_forget = write_query("outbox/forget_sent", Nothing)


def is_address(text: str) -> bool:
    """Whether this is one e-mail address in plain letters: nothing that could begin a header or name a second one."""
    return len(text) <= LONGEST_ADDRESS and _ADDRESS.match(text) is not None


def queue_mail(tx: Transaction, mail: Mail, moment: Moment) -> None:
    """Put a mail into the outbox in the caller's transaction; it is sent once that has committed."""
    tx.run(_queue, id=mail.id, to=mail.to, subject=mail.subject, body=mail.body, now=moment.now)


def queue_mails(tx: Transaction, mails: Sequence[Mail], moment: Moment) -> None:
    """The same for several mails, by one statement."""
    if mails:
        tx.run(_queue_all, mails=[asdict(mail) for mail in mails], now=moment.now)


def claim_mails(tx: Transaction, *, claim: str, limit: int, moment: Moment) -> list[Mail]:
    """Up to `limit` mails that are due, which for the time of a lease belong to whoever holds `claim`, a random id."""
    return tx.run(_claim, claim=claim, limit=limit, now=moment.now, until=moment.now + LEASE)


def go_on(
    tx: Transaction, *, sent: Sequence[str], begins: Sequence[str], claim: str, keep_text: bool, moment: Moment
) -> set[str]:
    """Note that claimed mails were sent and that others are begun; those of them that are still the claim's to send.

    The text of what was sent is kept only where `keep_text` says so. A mail that is begun has a lease of its own.
    """
    until = moment.now + LEASE
    begun = tx.run(
        _go_on, sent=[*sent], begins=[*begins], claim=claim, now=moment.now, until=until, keep_text=keep_text
    )
    return {one.id for one in begun}


def mark_failed(tx: Transaction, *, mail: str, claim: str, fault: str, moment: Moment, perhaps: bool = False) -> None:
    """Note why a claimed mail was not sent (in words of ours, never the server's), to be tried again or given up.

    perhaps: it may have been sent all the same, so that the next try is marked as a repetition.
    """
    tx.run(
        _mark_failed,
        id=mail,
        claim=claim,
        fault=fault,
        perhaps=perhaps,
        now=moment.now,
        given_up_before=moment.now - GIVEN_UP_AFTER,
        first_pause=int(FIRST_PAUSE.total_seconds()),
        longest_pause=int(LONGEST_PAUSE.total_seconds()),
    )


def newest_messages(tx: Transaction, *, limit: int) -> list[Message]:
    """The mails queued last, newest first."""
    return tx.run(_newest, limit=limit)


def count_messages(tx: Transaction) -> Counts:
    """How many mails wait, were sent and were given up."""
    return tx.run(_counts)[0]


def forget_sent(tx: Transaction, *, moment: Moment) -> None:
    """Remove mails that were sent more than 30 days ago."""
    tx.run(_forget, sent_before=moment.now - FORGOTTEN_AFTER)
