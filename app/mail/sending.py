"""Sending one mail by SMTP, and all that are due in the outbox.

What a mail server says may hold an address, so a fault is kept in words of ours with the server's number alone.
"""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP as SMTP_LINES
from email.utils import format_datetime
from itertools import takewhile
from threading import Timer
from time import monotonic
from uuid import uuid4

from config.mail_server import MailServer
from graph.driver import Database
from graph.moment import Moment
from graph.outbox import Mail, claim_mails, go_on, mark_failed

ANSWER_WITHIN = 15.0
"""Seconds that the server may take for one answer."""
DONE_WITHIN = 60.0
"""Seconds that one mail may take once connected; less than a lease of the outbox."""
CLAIMED_AT_ONCE = 20
"""Mails that go over one connection."""
BEGUN_AT_ONCE = 10
"""Mails that one statement notes as begun, and so how many are in doubt where a sender is killed."""
BEGUN_FOR = 120.0
"""Seconds after which those that are left are begun anew; with one mail more it is less than a lease."""
_TOO_SLOW = "The mail server did not answer in time."


class NotSent(Exception):
    """The mail server did not take a mail; the message says why and names nobody. perhaps: it may have taken it."""

    def __init__(self, told: str, *, perhaps: bool = False) -> None:
        super().__init__(told)
        self.perhaps = perhaps


@dataclass(frozen=True, slots=True)
class Sender:
    """By which server mails go, and whom they come from; `keep_text` for the page of a demonstration or development."""

    server: MailServer
    address: str
    keep_text: bool = False
    answer_within: float = ANSWER_WITHIN
    done_within: float = DONE_WITHIN


@dataclass(frozen=True, slots=True)
class Round:
    """How many mails were sent and how many were not."""

    sent: int
    failed: int


def send_due(database: Database, sender: Sender) -> Round:
    """Send what is due until nothing is left, or the server is out of reach; what fails is due again later.

    GraphFault where the graph is away.
    """
    sent = failed = 0
    claim = uuid4().hex
    while mails := database.write(
        lambda tx: claim_mails(tx, claim=claim, limit=CLAIMED_AT_ONCE, moment=Moment.current())
    ):
        share = _Share(database, sender, claim)
        share.send(mails)
        sent, failed = sent + share.sent, failed + share.failed
        if not share.reached:
            break
    return Round(sent, failed)


class _Share:
    """The mails of one claim, over as few connections as the server allows."""

    def __init__(self, database: Database, sender: Sender, claim: str) -> None:
        self._database, self._sender, self._claim = database, sender, claim
        self._unmarked: list[str] = []
        self.sent = self.failed = 0
        self.reached = True

    def send(self, mails: Sequence[Mail]) -> None:
        """Send one after another; after a fault the rest goes over another connection."""
        rest = list(mails)
        while rest and self.reached:
            try:
                with _told(), _connection(self._sender) as connection:
                    self._send_over(connection, rest)
            except NotSent as fault:  # before any mail was begun
                self._go_on(())
                for mail in rest:
                    self._fail(mail, fault)
                self.reached = False
        self._go_on(())

    def _send_over(self, connection: smtplib.SMTP, rest: list[Mail]) -> None:
        while rest:
            begun = _next_few(rest)
            mine, until = self._go_on(begun), monotonic() + BEGUN_FOR
            while begun and monotonic() < until:
                mail = begun.pop(0)
                if mail.id not in mine:
                    continue  # the lease had ended: it is somebody else's now
                try:
                    _send_one(connection, self._sender, mail)
                except NotSent as fault:
                    self._fail(mail, fault)
                    rest[:0] = begun
                    return
                self._unmarked.append(mail.id)
                self.sent += 1
            rest[:0] = begun

    def _go_on(self, begins: Sequence[Mail]) -> set[str]:
        """Mark what was sent, and the next as begun; which of these may be sent."""
        done, keep, claim = self._unmarked, self._sender.keep_text, self._claim
        if not done and not begins:
            return set()
        ids = [mail.id for mail in begins]
        begun = self._database.write(
            lambda tx: go_on(tx, sent=done, begins=ids, claim=claim, keep_text=keep, moment=Moment.current())
        )
        self._unmarked = []
        return begun

    def _fail(self, mail: Mail, fault: NotSent) -> None:
        told, claim = str(fault), self._claim
        self._database.write(
            lambda tx: mark_failed(
                tx, mail=mail.id, claim=claim, fault=told, perhaps=fault.perhaps, moment=Moment.current()
            )
        )
        self.failed += 1


def _next_few(rest: list[Mail]) -> list[Mail]:
    """Take the next few from the rest; one that may have been sent before goes alone, so that it hardly goes thrice."""
    fresh = list(takewhile(lambda mail: not mail.repeated, rest[:BEGUN_AT_ONCE]))
    few = fresh or rest[:1]
    del rest[: len(few)]
    return few


def send(sender: Sender, mail: Mail) -> None:
    """Hand one mail to the server; NotSent where it is not taken, for certain or perhaps."""
    with _told(), _connection(sender) as connection:
        _send_one(connection, sender, mail)


def _send_one(connection: smtplib.SMTP, sender: Sender, mail: Mail) -> None:
    message = compose(sender.address, mail, Moment.current())
    with _told(perhaps=True), _watched(connection, sender.done_within):
        connection.send_message(message, from_addr=sender.address, to_addrs=[mail.to])


def compose(sender: str, mail: Mail, moment: Moment) -> EmailMessage:
    """The mail as it goes out. Its id stays when it is tried again, so that a second copy can be told."""
    message = EmailMessage(policy=SMTP_LINES)
    message["From"] = sender
    message["To"] = mail.to
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(moment.now)
    message["Message-ID"] = f"<{mail.id}@{_domain(sender)}>"
    message["Auto-Submitted"] = "auto-generated"
    if mail.repeated:
        message["X-Patchwork-Repeated"] = "perhaps"
    message.set_content(mail.body)
    return message


@contextmanager
def _connection(sender: Sender) -> Generator[smtplib.SMTP]:
    """A connection that is encrypted wherever it leaves this machine, and signed in."""
    server, own_name = sender.server, _domain(sender.address)
    if server.tls_from_the_start:
        session: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, own_name, timeout=sender.answer_within, context=ssl.create_default_context()
        )
    else:
        session = smtplib.SMTP(server.host, server.port, own_name, timeout=sender.answer_within)
    try:
        with _watched(session, sender.done_within):
            _encrypt(session, server)
            if server.username:
                session.login(server.username, server.password)
        yield session
        with suppress(smtplib.SMTPException, OSError):  # the mails were taken, whatever becomes of the farewell
            session.quit()
    finally:
        session.close()


@contextmanager
def _watched(session: smtplib.SMTP, within: float) -> Generator[None]:
    """Cut the connection where what is done takes too long: a server may answer often enough and never end."""
    watch = Timer(within, _cut, (session,))
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _encrypt(session: smtplib.SMTP, server: MailServer) -> None:
    session.ehlo_or_helo_if_needed()
    if server.tls_from_the_start:
        return
    if session.has_extn("starttls"):
        session.starttls(context=ssl.create_default_context())
        session.ehlo()
    elif not server.on_this_machine:
        raise NotSent("The mail server offers no encryption (STARTTLS), which is needed beyond this machine.")


def _cut(session: smtplib.SMTP) -> None:
    with suppress(OSError, AttributeError):  # it has ended by itself
        session.sock.shutdown(socket.SHUT_RDWR)  # type: ignore[union-attr]


@contextmanager
def _told(*, perhaps: bool = False) -> Generator[None]:
    """Faults in words of ours. perhaps: a connection that breaks now may have taken the mail."""
    try:
        yield
    except smtplib.SMTPAuthenticationError as fault:
        raise NotSent(f"The mail server refused the user or password ({fault.smtp_code}).") from fault
    except smtplib.SMTPRecipientsRefused as fault:
        codes = sorted({code for code, _ in fault.recipients.values()})
        raise NotSent(f"The mail server refused the recipient ({', '.join(map(str, codes))}).") from fault
    except smtplib.SMTPResponseException as fault:
        raise NotSent(f"The mail server refused the mail ({fault.smtp_code}).") from fault
    except ssl.SSLError as fault:
        raise NotSent("The mail server's certificate or encryption cannot be trusted.") from fault
    except TimeoutError as fault:
        raise NotSent(_TOO_SLOW, perhaps=perhaps) from fault
    except (smtplib.SMTPException, OSError) as fault:
        if isinstance(fault.__context__, TimeoutError):  # as smtplib tells of one in the middle of a mail
            raise NotSent(_TOO_SLOW, perhaps=perhaps) from fault
        raise NotSent("The mail server cannot be reached, or the connection broke.", perhaps=perhaps) from fault


def _domain(address: str) -> str:
    return address.rpartition("@")[2]
