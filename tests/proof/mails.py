"""Every mail that one account gets: those of the visit, and a year of reminders and digests after it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from graph.digests import choose_rhythm, tell_due
from graph.driver import Database
from graph.moment import Moment
from graph.outbox import newest_messages
from graph.query_loader import Header, Nothing, Query
from graph.reminders import remind_due
from tests.proof.visiting import Answered
from tests.proof.worlds import World

DAYS = (1, 8, 200, 214, 228)
"""Days after the visit on which mails are written: digests, a reminder, a second one, and what nobody answered."""
_TEXT = (Path(__file__).parent / "ask_every_month.cypher").read_text(encoding="utf-8")


def mails_of_a_year(database: Database, world: World, account: str) -> list[Answered]:
    """Each mail to the account's address as an answer, its id and text; the account has asked for all there is."""
    now = Moment.current()
    practitioner = next(one["practitioner"] for one in world["accounts"] if one["id"] == account)
    address = next((one["email"] for one in world["practitioners"] if one["id"] == practitioner), None)
    header = Header("ask_every_month", "write", "none: tests", {"account": "string"}, {}, "", True, ())
    query = Query("ask_every_month", header, _TEXT, Nothing)
    database.write(lambda tx: tx.run(query, account=account))
    database.write(lambda tx: choose_rhythm(tx, account=account, rhythm="daily", moment=now))
    for days in DAYS:
        later = Moment.at(now.now + timedelta(days=days))
        remind_due(database, _link, later)
        tell_due(database, "https://patchwork.example.org", later)
    found = database.read(lambda tx: newest_messages(tx, limit=500))
    own = sorted(f"{one.id}\n{one.subject}\n{one.body}" for one in found if one.to == (address or ""))
    return [Answered(f"mail {number}", 0, (), text.encode()) for number, text in enumerate(own)]


def _link(account: str, involvement: str, asked_on: date, until: date) -> str:
    return f"https://patchwork.example.org/{account}/{involvement}/{asked_on}/{until}"
