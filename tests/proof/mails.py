"""Every mail that one account gets: those of the visit, then a digest, reminders and what is told of no answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from graph.digests import tell_due
from graph.driver import Database
from graph.moment import Moment
from graph.outbox import newest_messages
from graph.query_loader import Header, Nothing, Query
from graph.reminders import remind_due
from tests.proof.visiting import Answered
from tests.proof.worlds import World

ROUNDS = 3
"""A reminder, a second one, and nobody has answered: each at the same instant, what was asked before made older."""
_SITE = "https://patchwork.example.org"


def mails_of_three_rounds(database: Database, world: World, account: str) -> list[Answered]:
    """Each mail to the account's address as an answer: its id, subject and text."""
    now = Moment.current()
    practitioner = next(one["practitioner"] for one in world["accounts"] if one["id"] == account)
    address = next((one["email"] for one in world["practitioners"] if one["id"] == practitioner), None)
    found = _mails_to(database, address)
    for _ in range(ROUNDS):
        database.write(lambda tx: tx.run(_due(), account=account, now=now.now, today=now.today))
        remind_due(database, _link, now)
        tell_due(database, _SITE, now)
        found += _mails_to(database, address)
    return [Answered(f"mail {number}", 0, (), text.encode()) for number, text in enumerate(found)]


def _mails_to(database: Database, address: str | None) -> list[str]:
    found = database.read(lambda tx: newest_messages(tx, limit=500))
    return sorted(f"{one.id}\n{one.subject}\n{one.body}" for one in found if one.to == address)


def _due() -> Query[Nothing]:
    text = (Path(__file__).parent / "mails_due.cypher").read_text(encoding="utf-8")
    given = {"account": "string", "now": "datetime", "today": "date"}
    return Query("mails_due", Header("mails_due", "write", "none: tests", given, {}, "", True, ()), text, Nothing)


def _link(account: str, involvement: str, asked_on: date, until: date) -> str:
    return f"{_SITE}/{account}/{involvement}/{asked_on}/{until}"
