"""`patchwork mail`: what waits to be sent, for operators; web workers send by themselves."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table

from app.command_line import Failed, WronglyAsked
from app.command_line.connection import open_database
from app.mail.rounds import write_due
from app.mail.sender_thread import sender_of
from app.mail.sending import send_due
from config.settings import read_settings
from graph.moment import Moment
from graph.outbox import Counts, Message, count_messages, newest_messages

LISTED = 200


@click.group()
def mail() -> None:
    """Send the mails that wait, or see what has become of them."""


@mail.command("send")
def send_now() -> None:
    """Send what is due now. Exit code 1 where the mail server did not take something."""
    sender = sender_of(read_settings())
    if sender is None:
        raise WronglyAsked(
            "No mail server is set. Set PATCHWORK_SMTP_URL and PATCHWORK_MAIL_FROM; until then mails stay queued."
        )
    with open_database() as database:
        done = send_due(database, sender)
    click.echo(f"{done.sent} sent.")
    if done.failed:
        raise Failed(f"{done.failed} not sent; they are tried again later. `patchwork mail status` says why.")


@mail.command("write")
def write_now() -> None:
    """Queue the reminders and digests that are due today; web workers do so by themselves from seven o'clock on."""
    settings = read_settings()
    if settings.public_url is None:
        raise WronglyAsked("A mail needs links. Set PATCHWORK_PUBLIC_URL to the address of the pages.")
    with open_database() as database:
        written = write_due(database, settings, Moment.current())
    click.echo(f"{written.reminders} reminders and {written.digests} digests queued.")


@mail.command("status")
def show_status() -> None:
    """Say how many mails wait, and list those that failed or were given up."""
    with open_database() as database:
        counts = database.read(count_messages)
        messages = database.read(lambda tx: newest_messages(tx, limit=LISTED))
    click.echo(_summary(counts))
    failed = [message for message in messages if message.last_fault]
    if failed:
        Console().print(_table(failed))


def _summary(counts: Counts) -> str:
    twice = f" {counts.repeated} of those sent may have been sent twice." if counts.repeated else ""
    return f"{counts.waiting} waiting, {counts.sent} sent in the last 30 days, {counts.given_up} given up.{twice}"


def _table(failed: list[Message]) -> Table:
    table = Table(box=None, pad_edge=False)
    for title in ("Queued (UTC)", "To", "Tries", "Next (UTC)", "Why not sent"):
        table.add_column(title, overflow="fold")
    for message in failed:
        next_at = f"{message.next_attempt_at:%Y-%m-%d %H:%M}" if message.next_attempt_at else "given up"
        queued = f"{message.queued_at:%Y-%m-%d %H:%M}"
        table.add_row(queued, message.to, str(message.attempts), next_at, message.last_fault)
    return table
