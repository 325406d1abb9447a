"""Notices read, and the reading recorded, by one transaction."""

from __future__ import annotations

from app.audit_event import event_of_request
from app.current import database, moment, request_id, viewer
from graph.audit import record
from graph.driver import Transaction
from graph.notices import Notice, mark_seen, read_notices

PER_PAGE = 20


def notices(*, unseen: bool, skip: int, limit: int) -> list[Notice]:
    """The account's notices, newest first; those about people are recorded with whom they named."""

    def read(tx: Transaction) -> list[Notice]:
        found = read_notices(tx, account=viewer().account, moment=moment(), unseen=unseen, skip=skip, limit=limit)
        people = sorted({one.person for one in found if one.person})
        if people:
            record(tx, event_of_request("notices", people=people, id_=f"{request_id()}-notices"))
        return found

    return database().write(read)


def mark(wanted: list[str]) -> None:
    """Mark the account's own notices among these as read, and record it."""

    def change(tx: Transaction) -> None:
        if mark_seen(tx, account=viewer().account, notices=wanted):
            record(tx, event_of_request("notices_seen"))

    database().write(change)
