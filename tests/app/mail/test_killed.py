"""A sender that is killed at any point: each mail goes out, and one that goes twice is marked so."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import monotonic, sleep

import pytest
import time_machine
from aiosmtpd.smtp import SMTP, Envelope, Session

from app.mail.sending import BEGUN_AT_ONCE, Sender, send_due
from graph.driver import Database
from graph.moment import Moment
from graph.outbox import Mail, count_messages, queue_mails
from tests.app.mail.mail_server import Post, serving
from tests.neo4j_server import ServerAddress

MAILS, LEASE_MINUTES = 90, 6
ROOT = Path(__file__).parents[3]


class Killer(Post):
    """A mail server that kills the sender in the middle of a mail: before it is taken, or before that is answered."""

    victim: subprocess.Popen[bytes] | None = None
    at_recipient = 0
    at_data = 0

    async def handle_RCPT(  # noqa: N802 - the name that aiosmtpd calls
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Kill once so many mails were taken."""
        if len(self.taken) == self.at_recipient:
            self._kill()
        return await super().handle_RCPT(server, session, envelope, address, options)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take the mail, then kill before the answer."""
        answer = await super().handle_DATA(server, session, envelope)
        if len(self.taken) == self.at_data:
            self._kill()
        return answer

    def _kill(self) -> None:
        if self.victim is not None:
            self.victim.send_signal(signal.SIGKILL)


@contextmanager
def sender_process(server: ServerAddress, port: int, minutes: int) -> Iterator[subprocess.Popen[bytes]]:
    """A process that sends, for as long as it is let."""
    graph = {"GRAPH_URI": server.uri, "GRAPH_USER": server.username, "GRAPH_PASSWORD": server.password}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.app.mail.sender_process", str(port), str(minutes)],
        cwd=ROOT,
        env={**os.environ, **graph},
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.mark.timeout(120)
def test_each_mail_goes_out_and_what_goes_twice_is_marked(database: Database, server: ServerAddress) -> None:
    mails = [Mail(f"m{number:03}", f"p{number}@example.org", "Subject", "Text.") for number in range(MAILS)]
    database.write(lambda tx: queue_mails(tx, mails, Moment.current()))
    post = Killer()
    with serving(post):
        for turn, (at_recipient, at_data) in enumerate(((7, 0), (0, 15), (0, 0))):
            post.at_recipient, post.at_data = at_recipient, at_data
            with sender_process(server, post.port, turn * LEASE_MINUTES) as process:
                post.victim = process
                if not at_recipient and not at_data:
                    _wait_until_taken(post, 25)
                    sleep(Random("any point").random() / 20)
                    process.send_signal(signal.SIGKILL)
                assert process.wait(60) == -signal.SIGKILL
        post.at_recipient = post.at_data = 0
        with time_machine.travel(datetime.now(UTC) + timedelta(minutes=3 * LEASE_MINUTES)):
            send_due(database, Sender(post.server(), "patchwork@example.org"))
    counts = database.read(count_messages)
    assert (counts.waiting, counts.sent, counts.given_up) == (0, MAILS, 0)
    taken = Counter(str(message["To"]) for message in post.taken)
    assert set(taken) == {mail.to for mail in mails}, "none is lost"
    assert max(taken.values()) == 2, "one was taken and never answered for"
    marked = {str(message["To"]) for message in post.taken if message["X-Patchwork-Repeated"]}
    assert {to for to, number in taken.items() if number > 1} <= marked
    assert len(marked) == counts.repeated <= 3 * BEGUN_AT_ONCE


def _wait_until_taken(post: Post, number: int) -> None:
    end = monotonic() + 60
    while len(post.taken) < number:
        assert monotonic() < end
        sleep(0.005)
