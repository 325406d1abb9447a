"""Preparing reports: each function reads or changes, and records it, in one transaction; a purpose is stated before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from app.audit.looks import purpose_of_session
from app.audit_event import event_of_request
from app.current import moment, viewer
from app.subject_access import access_facts, own_facts
from app.subject_access.forms import StartForm
from app.subject_access.items import Parties, Party, Section
from app.subject_access.paper import Paper, digest_of, is_masked, paper_of, told_sections
from app.subject_access.rulings import Rulings, keys_of
from app.subject_access.wording import when
from app.wording import long_day
from graph.audit import entry_of, record
from graph.audit_purposes import StatedPurpose
from graph.driver import Transaction
from graph.subject_access import (
    Decided,
    HeldRow,
    ListedReport,
    PersonName,
    ReportRow,
    all_looks,
    begin_report,
    decide,
    held_about,
    lookers,
    person_named,
    read_report,
    release,
    reports_of,
)

KIND = "subject_access"
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports about one person."""

    person: PersonName
    listed: list[ListedReport]


@dataclass(frozen=True, slots=True)
class Opened:
    """A report as an officer opens it.

    paper: what the person is told; None for a released report about sensitive services before a second purpose is
    stated, and for one whose words are not those that were released. sections and parties: empty once it is released.
    masked: something waits for the second purpose; altered: the kept words do not fit their digest.
    """

    report: ReportRow
    person: PersonName
    sections: tuple[Section, ...]
    parties: tuple[Party, ...]
    rulings: Rulings
    paper: Paper | None
    masked: bool
    relatives: tuple[str, ...] = ()
    """The ids of others whom the officer is shown."""
    altered: bool = False

    @property
    def draft(self) -> bool:
        """It can still be decided about."""
        return self.report.state == "draft"

    @property
    def digest(self) -> str:
        """Of the words that releasing it would keep."""
        return digest_of(self.paper.stored()) if self.paper else ""

    @property
    def keys(self) -> set[str]:
        """Everything that can be decided about."""
        return keys_of(self.sections) | {party.key for party in self.parties}


def list_reports(tx: Transaction, person: str) -> Reports | None:
    """The reports about a person, newest first; None where there is no such person."""
    stated = purpose_of_session(tx)
    found = person_named(tx, account=viewer().account, person=person)
    if found is None:
        return None
    record(tx, event_of_request(KIND, purpose=stated.purpose, subject=person, people=[person]))
    return Reports(found, reports_of(tx, account=viewer().account, person=person))


def start(tx: Transaction, person: str, form: StartForm) -> bool:
    """Begin a draft; False where there is no such person."""
    return _begin(tx, form.token.data or "", person, form.reference.data or "", form.requested_on(), None)


def start_again(tx: Transaction, earlier: str, token: str) -> bool:
    """Begin a corrected report after a released one, with its decisions; False where there is none."""
    old = read_report(tx, account=viewer().account, report=earlier)
    if old is None or old.state != "released":
        return False
    return _begin(tx, token, old.person, old.reference, old.requested_on, earlier)


def open_report(tx: Transaction, id_: str) -> Opened | None:
    """A report with everything in it, recorded as a look at the person; None where there is none."""
    opened = read_opened(tx, id_)
    if opened is not None:
        _record_opened(tx, purpose_of_session(tx), opened)
    return opened


def read_opened(tx: Transaction, id_: str) -> Opened | None:
    """The same without a record, for a change that records itself."""
    stated = purpose_of_session(tx)
    row = read_report(tx, account=viewer().account, report=id_)
    if row is None:
        return None
    person = person_named(tx, account=viewer().account, person=row.person)
    if person is None:
        return None
    return _released(row, person, stated) if row.state == "released" else _draft(tx, row, person, stated)


def keep_decision(tx: Transaction, id_: str, items: Sequence[str], decided: Decided) -> bool:
    """Decide about rows of a draft; False where it is none any more."""
    opened = read_opened(tx, id_)
    if opened is None or not opened.draft or not set(items) <= opened.keys:
        return False
    if not decide(tx, account=viewer().account, report=id_, items=items, decided=decided, moment=moment()):
        return False
    ruling = f"{'told' if decided.told else 'withheld'}:{decided.code}{':said' if decided.said else ''}"
    _record_change(tx, opened, [ruling, *sorted(f"item:{one}" for one in items)])
    return True


def release_report(tx: Transaction, id_: str, seen: str) -> bool:
    """Keep the words that the officer has seen; False where they are others now, or wait for the second purpose."""
    opened = read_opened(tx, id_)
    if opened is None or not opened.draft or opened.masked or opened.paper is None or seen != opened.digest:
        return False
    kept = release(
        tx,
        account=viewer().account,
        report=id_,
        content=opened.paper.stored(),
        digest=opened.digest,
        sensitive=opened.person.id in purpose_of_session(tx).sensitive_people,
        moment=moment(),
    )
    if kept:
        _record_change(tx, opened, [f"released:{opened.digest}"])
    return kept


def _begin(
    tx: Transaction, id_: str, person: str, reference: str, requested_on: date | None, follows: str | None
) -> bool:
    stated = purpose_of_session(tx)
    begun = begin_report(
        tx,
        account=viewer().account,
        report=id_,
        person=person,
        reference=reference,
        requested_on=requested_on,
        follows=follows,
        moment=moment(),
    )
    if begun:
        objects = [f"report:{id_}", "begun"]
        record(tx, event_of_request(KIND, purpose=stated.purpose, subject=person, people=[person], objects=objects))
    return begun


def _draft(tx: Transaction, row: ReportRow, person: PersonName, stated: StatedPurpose) -> Opened | None:
    unmasked = [row.person] if row.person in stated.sensitive_people else []
    held = held_about(tx, account=viewer().account, person=row.person, unmasked=unmasked, moment=moment())
    if held is None:
        return None
    parties = Parties()
    sections = _sections(tx, row, held, unmasked, parties)
    rulings = Rulings(row.decisions)
    paper = Paper(
        reference=row.reference,
        name=person.whole,
        asked=long_day(row.requested_on) if row.requested_on else "",
        made=when(row.made_at),
        sections=told_sections(sections, rulings),
    )
    relatives = tuple(sorted({link["other"] for link in held.links}))
    named = tuple(sorted(parties.known.values(), key=lambda one: (one.agency, one.name, one.key)))
    return Opened(row, person, sections, named, rulings, paper, is_masked(sections), relatives)


def _sections(
    tx: Transaction, row: ReportRow, held: HeldRow, unmasked: Sequence[str], parties: Parties
) -> tuple[Section, ...]:
    looks = all_looks(tx, person=row.person, unmasked=unmasked, between=(_BEGINNING, row.made_at))
    known = lookers(tx, (look.account for look in looks if look.account))
    return (
        own_facts.details(held),
        own_facts.families(held),
        own_facts.links(held),
        own_facts.work(held, parties),
        own_facts.consents(held, parties),
        access_facts.grants(held, parties),
        access_facts.bars(held, parties),
        access_facts.reviews(held, parties),
        *access_facts.looks(looks, known, parties),
    )


def _released(row: ReportRow, person: PersonName, stated: StatedPurpose) -> Opened:
    masked = row.sensitive and row.person not in stated.sensitive_people
    altered = row.content is None or digest_of(row.content) != row.digest
    paper = None if masked or altered or row.content is None else paper_of(row.content)
    return Opened(row, person, (), (), Rulings(row.decisions), paper, masked, altered=altered)


def _record_opened(tx: Transaction, stated: StatedPurpose, opened: Opened) -> None:
    listed = [
        item.key.partition(":")[2] for one in opened.sections if one.code == "work" for item in one.items if item.key
    ]
    event = event_of_request(
        KIND,
        purpose=stated.for_event(unmasked=opened.person.id in stated.sensitive_people),
        subject=opened.person.id,
        people=[opened.person.id, *opened.relatives],
        entries=[entry_of(one, "audit", ["LISTED"]) for one in sorted(listed)],
        objects=[f"report:{opened.report.id}"],
    )
    record(tx, event)


def _record_change(tx: Transaction, opened: Opened, objects: Iterable[str]) -> None:
    stated = purpose_of_session(tx)
    event = event_of_request(
        KIND,
        purpose=stated.for_event(unmasked=opened.person.id in stated.sensitive_people),
        subject=opened.person.id,
        people=[opened.person.id],
        objects=[f"report:{opened.report.id}", *objects],
    )
    record(tx, event)
