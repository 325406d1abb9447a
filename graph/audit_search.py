"""Searching the audit trail, and reading its events, for auditors; what would tell of a sensitive service is masked.

Masking happens in the database. A search by account or agency leaves masked events out, before it is cut into pages: a
row whose account is known from the question, or a gap where one would be, would tell what is masked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.accounts import username_key
from graph.audit_trail import await_words, ids_of_person, quoted, words_of_involvement, words_of_people
from graph.driver import Transaction
from graph.query_loader import read_query


@dataclass(frozen=True, slots=True)
class EventId:
    """The id of one event."""

    id: str


@dataclass(frozen=True, slots=True)
class NamedAccount:
    """The id of an account."""

    account: str


@dataclass(frozen=True, slots=True)
class Username:
    """The username of an account."""

    username: str


@dataclass(frozen=True, slots=True)
class TrailEvent:
    """An event; account, username, practitioner, agency, purpose, objects and request_id are empty where masked.

    account is None for an operator's command too. people and entries are ids and entries as they were recorded.
    """

    place: int
    id: str
    at: datetime
    kind: str
    masked: bool
    account: str | None
    username: str | None
    practitioner: str | None
    role: str | None
    agency: str | None
    agency_name: str | None
    route: str | None
    purpose: str | None
    subject: str | None
    subject_name: str | None
    people: list[str]
    entries: list[str]
    objects: list[str]
    through: list[str]
    reasons: list[str]
    policy: str | None
    request_id: str | None


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """Somebody whom an event showed."""

    id: str
    given_name: str
    family_name: str


@dataclass(frozen=True, slots=True)
class ShownInvolvement:
    """An involvement that an event showed, with level and the reasons joined by +; what is masked is left out.

    practitioner is the holder, or the broker at level broker. Where it is stored no more, level and reasons remain.
    """

    place: int
    level: str
    reasons: str
    involvement: str | None
    person: str | None
    given_name: str | None
    family_name: str | None
    type: str | None
    practitioner: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What an auditor searches the trail for; start and end are a half-open interval, None asks for everything."""

    start: datetime
    end: datetime
    person: str | None = None
    involvement: str | None = None
    reason: str | None = None
    account: str | None = None
    agency: str | None = None
    kind: str | None = None

    @property
    def names_an_account(self) -> bool:
        """Whether the answer's rows would have their account, or its agency, told by the question."""
        return self.account is not None or self.agency is not None


@dataclass(frozen=True, slots=True)
class Found:
    """A page of events, newest first, and whether older ones follow."""

    events: tuple[TrailEvent, ...]
    has_older: bool


_AT_ONCE = 200
_BY_TIME = read_query("audit_trail/ids_by_time", EventId)
_BY_ACCOUNT = read_query("audit_trail/ids_by_account", EventId)
_BY_WORDS = read_query("audit_trail/ids_by_words", EventId)
_DESCRIBE = read_query("audit_trail/describe", TrailEvent)
_PEOPLE = read_query("audit_trail/shown_people", ShownPerson)
_INVOLVEMENTS = read_query("audit_trail/shown_involvements", ShownInvolvement)
_ACCOUNT_NAMED = read_query("audit_trail/account_named", NamedAccount)
_USERNAME = read_query("audit_trail/account_names", Username)


def search_trail(
    tx: Transaction, *, auditor: str, asked: Asked, unmasked: Sequence[str], skip: int, limit: int
) -> Found:
    """A page of the events that were asked for; empty unless `auditor` is the account of one."""
    if asked.names_an_account or asked.reason is not None:
        told = _told(tx, auditor, asked, unmasked, skip + limit + 1)
        return Found(tuple(told[skip : skip + limit]), len(told) > skip + limit)
    ids = _ids(tx, asked, skip, limit + 1)
    return Found(tuple(describe(tx, auditor=auditor, ids=ids[:limit], unmasked=unmasked)), len(ids) > limit)


def describe(tx: Transaction, *, auditor: str, ids: Sequence[str], unmasked: Sequence[str]) -> list[TrailEvent]:
    """These events, in this order; those that are not there, or say nothing any more, are left out."""
    return tx.run(_DESCRIBE, auditor=auditor, ids=[*ids], unmasked=[*unmasked])


def people_shown(tx: Transaction, *, auditor: str, event: str) -> list[ShownPerson]:
    """Whom an event showed, by name."""
    return tx.run(_PEOPLE, auditor=auditor, event=event)


def involvements_shown(tx: Transaction, *, auditor: str, event: str, unmasked: Sequence[str]) -> list[ShownInvolvement]:
    """Which involvements an event showed, as they were recorded."""
    return tx.run(_INVOLVEMENTS, auditor=auditor, event=event, unmasked=[*unmasked])


def account_named(tx: Transaction, username: str) -> str | None:
    """The account with this username; None where there is none."""
    found = tx.run(_ACCOUNT_NAMED, username_key=username_key(username))
    return found[0].account if found else None


def username_of(tx: Transaction, account: str) -> str | None:
    """What an account signs in with; None where there is none."""
    found = tx.run(_USERNAME, account=account)
    return found[0].username if found else None


def _told(tx: Transaction, auditor: str, asked: Asked, unmasked: Sequence[str], enough: int) -> list[TrailEvent]:
    """The newest events that may be told to answer the question, at least so many where there are."""
    told: list[TrailEvent] = []
    skip = 0
    while len(told) < enough:
        ids = _ids(tx, asked, skip, _AT_ONCE)
        described = describe(tx, auditor=auditor, ids=ids, unmasked=unmasked)
        told += [event for event in described if _answers(asked, event)]
        if len(ids) < _AT_ONCE:
            break
        skip += _AT_ONCE
    return told


def _answers(asked: Asked, event: TrailEvent) -> bool:
    """Whether an event answers by what may be told of it: who is masked by no name, a masked service by no reason."""
    named = asked.names_an_account and event.masked
    return not named and (asked.reason is None or asked.reason in event.reasons)


def _ids(tx: Transaction, asked: Asked, skip: int, limit: int) -> list[str]:
    page = {
        "from": asked.start,
        "to": asked.end,
        "agency": asked.agency,
        "kind": asked.kind,
        "account": asked.account,
        "skip": skip,
        "limit": limit,
    }
    words = _words(tx, asked)
    if words == "":
        rows = tx.run(_BY_TIME if asked.account is None else _BY_ACCOUNT, **page)
    else:
        rows = tx.run(_BY_WORDS, words=words, **page) if words is not None else []
    return [row.id for row in rows]


def _words(tx: Transaction, asked: Asked) -> str | None:
    """What to ask the index of words; empty where nothing is asked of it, None where nothing can be found."""
    parts: list[str] = []
    if asked.person is not None:
        parts.append(words_of_people(ids_of_person(tx, asked.person)))
    if asked.reason is not None:
        parts.append(f"reasons:{quoted(asked.reason)}")
    if asked.involvement is not None:
        found = words_of_involvement(tx, asked.involvement)
        if found is None:
            return None
        parts.append(found)
    if parts:
        await_words(tx)
    return " AND ".join(f"({part})" for part in parts)
