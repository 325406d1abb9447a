"""Mails on their way: over a real server that takes them, refuses, is slow, drops the line, or cannot be trusted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.errors import HeaderParseError
from pathlib import Path
from ssl import SSLContext
from uuid import uuid4

import pytest
import time_machine
from click.testing import Result

from app.mail.sender_thread import SenderThread, sender_of
from app.mail.sending import NotSent, Round, Sender, compose, send, send_due
from config.settings import Settings
from graph.driver import Database
from graph.moment import Moment
from graph.outbox import Counts, Mail, count_messages, newest_messages, queue_mail
from tests.app.command_line.conftest import patchwork  # noqa: F401 - a fixture
from tests.app.mail.mail_server import PASSWORD, USER, Post, authenticate, certificate, serving

FROM = "patchwork@example.org"


def a_mail(to: str = "ellie@example.org", subject: str = "Your account", body: str = "Hello\n\nŵ & <b>\n") -> Mail:
    return Mail(uuid4().hex, to, subject, body)


def queue(database: Database, *mails: Mail) -> None:
    for mail in mails:
        database.write(lambda tx, mail=mail: queue_mail(tx, mail, Moment.current()))


def sender_to(post: Post, host: str = "127.0.0.1", **options: str) -> Sender:
    return Sender(post.server(host, **options), FROM, answer_within=0.5, done_within=2.0)


@pytest.fixture
def post() -> Iterator[Post]:
    """A server that takes everything until told otherwise."""
    with serving(Post()) as served:
        yield served


@pytest.fixture(scope="module")
def trusted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SSLContext]:
    """A certificate, and the server's side of it."""
    return certificate(tmp_path_factory.mktemp("certificate"))


def test_each_mail_goes_to_its_recipient_alone_and_once(database: Database, post: Post) -> None:
    mails = [a_mail(f"p{number}@example.org", "Grüße") for number in range(4)]
    queue(database, *mails)
    assert send_due(database, sender_to(post)) == Round(4, 0)
    assert send_due(database, sender_to(post)) == Round(0, 0)
    assert sorted(post.recipients) == [[mail.to] for mail in mails]
    first = post.taken[0]
    assert (first["From"], first["Subject"], first["Auto-Submitted"]) == (FROM, "Grüße", "auto-generated")
    assert {str(message["To"]) for message in post.taken} == {mail.to for mail in mails}
    assert {str(message["Message-ID"]) for message in post.taken} == {f"<{mail.id}@example.org>" for mail in mails}
    assert first.get_payload(decode=True).decode() == "Hello\r\n\r\nŵ & <b>\r\n"  # type: ignore[union-attr]
    assert not any(first.get_all(name) for name in ("Cc", "Bcc", "Reply-To"))


def test_several_senders_at_once_send_each_mail_once(database: Database, post: Post) -> None:
    mails = [a_mail(f"p{number}@example.org") for number in range(12)]
    queue(database, *mails)
    with ThreadPoolExecutor(4) as threads:
        rounds = list(threads.map(lambda _: send_due(database, Sender(post.server(), FROM)), range(4)))
    assert sum(done.sent for done in rounds) == 12
    assert sorted(post.recipients) == sorted([mail.to] for mail in mails)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"refuse": "550 no such ellie@example.org"}, "refused the recipient (550)"),
        ({"refuse": "451 later"}, "refused the recipient (451)"),
        ({"drop": True}, "the connection broke"),
        ({"slow": 1.0}, "did not answer in time"),
    ],
)
def test_what_the_server_does_not_take_is_tried_again(
    database: Database, post: Post, change: dict[str, object], told: str
) -> None:
    for name, value in change.items():
        setattr(post, name, value)
    queue(database, a_mail())
    assert send_due(database, sender_to(post)) == Round(0, 1)
    (message,) = database.read(lambda tx: newest_messages(tx, limit=5))
    assert told in str(message.last_fault)
    assert "ellie" not in str(message.last_fault)
    assert send_due(database, sender_to(post)) == Round(0, 0), "not before its pause is over"
    post.refuse, post.drop, post.slow = None, False, 0.0
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=1)):
        assert send_due(database, sender_to(post)) == Round(1, 0)


def test_a_server_that_is_not_there(database: Database, post: Post) -> None:
    nowhere = replace(post.server(), port=1)
    with pytest.raises(NotSent, match="cannot be reached"):
        send(Sender(nowhere, FROM), a_mail())


def test_no_mail_leaves_this_machine_unencrypted(post: Post) -> None:
    elsewhere = sender_to(post, host="127.1")  # leads here, and does not say so
    with pytest.raises(NotSent, match="no encryption"):
        send(elsewhere, a_mail())
    assert post.taken == []


def test_encryption_that_is_offered_is_used_and_checked(
    trusted: tuple[Path, SSLContext], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, context = trusted
    with serving(Post(), tls_context=context) as post:
        with pytest.raises(NotSent, match="cannot be trusted"):
            send(sender_to(post), a_mail())
        assert post.taken == [], "never unencrypted instead"
        monkeypatch.setenv("SSL_CERT_FILE", str(file))
        send(Sender(post.server(), FROM), a_mail())
        with pytest.raises(NotSent, match="cannot be trusted"):
            send(Sender(post.server("localhost"), FROM), a_mail())
    assert post.encrypted == [True]


def test_tls_from_the_start(trusted: tuple[Path, SSLContext], monkeypatch: pytest.MonkeyPatch) -> None:
    file, context = trusted
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    with serving(Post(), ssl_context=context) as post:
        send(Sender(replace(post.server(), tls_from_the_start=True), FROM), a_mail())
    assert len(post.taken) == 1


@pytest.mark.parametrize(("password", "taken"), [(PASSWORD, 1), ("wrong", 0)])
def test_signing_in_to_the_server(password: str, taken: int) -> None:
    options = {"authenticator": authenticate, "auth_required": True, "auth_require_tls": False}
    with serving(Post(), **options) as post:
        sender = sender_to(post, username=USER, password=password)
        if taken:
            send(sender, a_mail())
        else:
            with pytest.raises(NotSent, match="refused the user or password"):
                send(sender, a_mail())
    assert len(post.taken) == taken


@pytest.mark.parametrize("text", ["x\r\nBcc: all@example.org", "x\nBcc: all@example.org", "x\r.\r\nMAIL FROM:<a@b.c>"])
def test_nothing_in_a_mail_begins_a_header_or_a_command(post: Post, text: str) -> None:
    for field in ("to", "subject"):
        mail = a_mail()
        object.__setattr__(mail, field, text)  # as if the check of Mail had a hole
        with pytest.raises((ValueError, HeaderParseError)):
            compose(FROM, mail, Moment.current())
    send(sender_to(post), a_mail(body=f"{text}\r\n.\r\nRCPT TO:<all@example.org>\r\n"))
    assert post.recipients == [["ellie@example.org"]]
    assert post.taken[0].get_all("Bcc") is None


def test_the_thread_sends_until_it_is_stopped(database: Database, post: Post) -> None:
    thread = SenderThread(database, sender_to(post), looks_every=0.05)
    thread.start()
    queue(database, a_mail())
    for _ in range(200):
        if database.read(count_messages).sent:
            break
        thread.join(0.05)
    thread.stop()
    thread.join(10)
    assert not thread.is_alive()
    assert database.read(count_messages) == Counts(waiting=0, sent=1, given_up=0)


def test_without_settings_nobody_sends(settings: Settings) -> None:
    assert sender_of(settings) is None


def test_the_command_sends_and_tells(
    database: Database,
    post: Post,
    patchwork: Callable[..., Result],  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    queue(database, a_mail(), a_mail("priya@example.org"))
    without = patchwork("mail", "send")
    assert (without.exit_code, "PATCHWORK_SMTP_URL" in without.output) == (2, True)
    monkeypatch.setenv("PATCHWORK_SMTP_URL", f"smtp://127.0.0.1:{post.port}")
    monkeypatch.setenv("PATCHWORK_MAIL_FROM", FROM)
    post.refuse = "550 no"
    refused = patchwork("mail", "send")
    assert (refused.exit_code, "2 not sent" in refused.output) == (1, True)
    told = patchwork("mail", "status").output
    assert "2 waiting, 0 sent" in told
    assert "(550)" in told
    post.refuse = None
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=1)):
        assert patchwork("mail", "send").output == "2 sent.\n"
