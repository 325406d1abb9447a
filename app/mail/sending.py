"""Sending one mail by SMTP, and all that are due in the outbox.

What a mail server says may hold an address, so a fault is kept in words of ours with the server's number alone.
"""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP as SMTP_LINES
from email.utils import format_datetime
from threading import Timer
from uuid import uuid4

from config.mail_server import MailServer
from graph.driver import Database
from graph.moment import Moment
from graph.outbox import Mail, claim_mails, mark_failed, mark_sent

ANSWER_WITHIN = 15.0
"""Seconds that the server may take for one answer."""
DONE_WITHIN = 60.0
"""Seconds that one mail may take once connected; three mails take less than a lease of the outbox."""
CLAIMED_AT_ONCE = 3
_TOO_SLOW = "The mail server did not answer in time."


class NotSent(Exception):
    """The mail server did not take a mail; the message says why and names nobody."""


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
    """Send what is due until nothing is left; what fails is due again later. GraphFault where the graph is away."""
    sent = failed = 0
    claim = uuid4().hex
    while mails := database.write(
        lambda tx: claim_mails(tx, claim=claim, limit=CLAIMED_AT_ONCE, moment=Moment.current())
    ):
        for mail in mails:
            done = _send_claimed(database, sender, mail, claim)
            sent, failed = sent + done, failed + (not done)
    return Round(sent, failed)


def _send_claimed(database: Database, sender: Sender, mail: Mail, claim: str) -> bool:
    try:
        send(sender, mail)
    except NotSent as fault:
        told = str(fault)
        database.write(lambda tx: mark_failed(tx, mail=mail.id, claim=claim, fault=told, moment=Moment.current()))
        return False
    keep = sender.keep_text
    database.write(lambda tx: mark_sent(tx, mail=mail.id, claim=claim, keep_text=keep, moment=Moment.current()))
    return True


def send(sender: Sender, mail: Mail) -> None:
    """Hand one mail to the server; NotSent where it is not taken, for certain or perhaps."""
    message = compose(sender.address, mail, Moment.current())
    with _told(), _session(sender) as session:
        session.send_message(message, from_addr=sender.address, to_addrs=[mail.to])


def compose(sender: str, mail: Mail, moment: Moment) -> EmailMessage:
    """The mail as it goes out. Its id stays when it is tried again, so that a second copy can be told."""
    message = EmailMessage(policy=SMTP_LINES)
    message["From"] = sender
    message["To"] = mail.to
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(moment.now)
    message["Message-ID"] = f"<{mail.id}@{_domain(sender)}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.body)
    return message


@contextmanager
def _session(sender: Sender) -> Generator[smtplib.SMTP]:
    """A connection that is encrypted wherever it leaves this machine, signed in, and cut where it takes too long."""
    server, context = sender.server, ssl.create_default_context()
    own_name = _domain(sender.address)
    if server.tls_from_the_start:
        session: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, own_name, timeout=sender.answer_within, context=context
        )
    else:
        session = smtplib.SMTP(server.host, server.port, own_name, timeout=sender.answer_within)
    watch = Timer(sender.done_within, _cut, (session,))
    watch.daemon = True
    watch.start()
    try:
        _encrypt(session, server, context)
        if server.username:
            session.login(server.username, server.password)
        yield session
        with suppress(smtplib.SMTPException, OSError):  # the mail was taken, whatever becomes of the farewell
            session.quit()
    finally:
        watch.cancel()
        session.close()


def _encrypt(session: smtplib.SMTP, server: MailServer, context: ssl.SSLContext) -> None:
    session.ehlo_or_helo_if_needed()
    if server.tls_from_the_start:
        return
    if session.has_extn("starttls"):
        session.starttls(context=context)
        session.ehlo()
    elif not server.on_this_machine:
        raise NotSent("The mail server offers no encryption (STARTTLS), which is needed beyond this machine.")


def _cut(session: smtplib.SMTP) -> None:
    with suppress(OSError, AttributeError):  # it has ended by itself
        session.sock.shutdown(socket.SHUT_RDWR)  # type: ignore[union-attr]


@contextmanager
def _told() -> Generator[None]:
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
        raise NotSent(_TOO_SLOW) from fault
    except (smtplib.SMTPException, OSError) as fault:
        if isinstance(fault.__context__, TimeoutError):  # as smtplib tells of one in the middle of a mail
            raise NotSent(_TOO_SLOW) from fault
        raise NotSent("The mail server cannot be reached, or the connection broke.") from fault


def _domain(address: str) -> str:
    return address.rpartition("@")[2]
