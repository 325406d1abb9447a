"""A person's name, dates, references and address, changed by whoever works with them (visibility.md).

A change counts at once and keeps what was recorded before. Whoever comes second is told what the first changed. A
reference or name that somebody hidden has too is accepted without a word; a privacy officer compares the two.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from graph.administration.changes import version_of
from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.history import Former, history_of, keep_former
from graph.moment import Moment
from graph.near_matches import NewPerson, queue_near_matches
from graph.query_loader import Nothing, read_query, write_query
from graph.relations import hold_people
from graph.search_keys import search_keys


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """What is recorded of a person besides family and work; fields as world.schema.json has them."""

    given_name: str
    family_name: str
    also_known_as: list[str]
    date_of_birth: date | None
    expected_date_of_birth: date | None
    deceased_on: date | None
    gender: str | None
    nhs_number: str | None
    upn: str | None
    local_id: str | None
    address: str | None
    postcode: str | None

    @property
    def version(self) -> str:
        """A digest, by which a form tells which state it was filled in from."""
        return version_of(asdict(self))


@dataclass(frozen=True, slots=True)
class Changed:
    """How a change ended: `changed`, `same` (nothing was different), or `stale` with what is recorded now."""

    outcome: str
    now: PersonDetails


_DETAILS = read_query("families/details", PersonDetails)
_SET = write_query("families/set_details", Nothing)


def read_details(tx: Transaction, *, account: str, person: str, moment: Moment) -> PersonDetails | None:
    """What is recorded; None where the account does not work with the person directly, or there is no such person."""
    rows = tx.run(_DETAILS, account=account, person=person, now=moment.now, today=moment.today)
    return rows[0] if rows else None


def details_history(tx: Transaction, *, person: str) -> list[Former]:
    """What was recorded before each change, the newest first, for a caller who has read the details."""
    return history_of(tx, [person])


def change_details(
    tx: Transaction, *, event: AuditEvent, id_: str, wanted: PersonDetails, version: str, moment: Moment
) -> Changed | None:
    """Record `wanted` of `event.subject` for `event.account`; `version` is that of the state the form showed.

    None where the account may not. The same `id_` again changes nothing more.
    """
    if event.account is None or event.subject is None:
        raise ValueError("A change needs an account and a subject.")
    account, person = event.account, event.subject
    if read_details(tx, account=account, person=person, moment=moment) is None:
        return None
    hold_people(tx, [person])
    stored = read_details(tx, account=account, person=person, moment=moment)
    if stored is None:
        return None
    before = _unlike(stored, wanted)
    if not before:
        return Changed("same", stored)
    if stored.version != version:
        return Changed("stale", stored)
    keep_former(tx, id_=id_, kind="person", of=person, said=before, account=account, moment=moment)
    set_details(tx, person=person, details=wanted)
    queue_near_matches(tx, account=account, new=_as_new(person, wanted), moment=moment)
    record(tx, replace(event, people=[person], purpose=f"changed: {', '.join(sorted(before))}"))
    return Changed("changed", wanted)


def set_details(tx: Transaction, *, person: str, details: PersonDetails) -> None:
    """Write what is recorded, with the keys of search; the caller has decided that it may, and keeps what was."""
    tx.run(_SET, person=person, details=asdict(details), search=_search(details))


def _unlike(stored: PersonDetails, wanted: PersonDetails) -> dict[str, Any]:
    """The fields that are to change, with what they say now."""
    now, then = asdict(stored), asdict(wanted)
    return {name: value for name, value in now.items() if value != then[name]}


def _search(one: PersonDetails) -> dict[str, list[str]]:
    return search_keys(
        one.given_name, one.family_name, one.also_known_as, one.date_of_birth, one.expected_date_of_birth
    )


def _as_new(person: str, one: PersonDetails) -> NewPerson:
    return NewPerson(
        id=person,
        given_name=one.given_name,
        family_name=one.family_name,
        also_known_as=tuple(one.also_known_as),
        date_of_birth=one.date_of_birth,
        expected_date_of_birth=one.expected_date_of_birth,
        references=tuple(one for one in (one.nhs_number, one.upn, one.local_id) if one),
    )
