"""A new client with the recorder's own involvement, and their family, made in one act (visibility.md).

"A new person with own involvement, a new family of people made in the same act: at once, confirmed." Whoever is like
somebody hidden is stored all the same; a privacy officer compares the two, and no answer tells.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any, Literal

from graph.audit import AuditEvent, entry_of, record
from graph.driver import Transaction
from graph.family_links import DIRECTED
from graph.moment import Moment
from graph.near_matches import NewPerson, queue_near_matches
from graph.own_involvement import Basis
from graph.proposals import Touched, own_id
from graph.query_loader import Nothing, read_query, write_query
from graph.relations import hold_people
from graph.search_keys import search_keys

Added = Literal["added", "not_employed", "not_family"]


@dataclass(frozen=True, slots=True)
class Recorder:
    """For whom an account records work, and whether they work for its agency on the asked day."""

    practitioner: str
    agency: str
    employed: bool


@dataclass(frozen=True, slots=True)
class WorkType:
    """A kind of work of the code list; default_basis: None where a public task is usual."""

    code: str
    label: str
    default_basis: str | None
    sensitive: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """Somebody with whom the account works; families are maps of id and name."""

    given_name: str
    family_name: str
    families: list[dict[str, Any]]

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.given_name} {self.family_name}"


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What is recorded of a new person; fields as world.schema.json has them."""

    given_name: str
    family_name: str
    date_of_birth: date | None = None
    expected_date_of_birth: date | None = None
    gender: str | None = None
    nhs_number: str | None = None
    upn: str | None = None
    local_id: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """How somebody is related to the client: as the KIND of the client, or with `reverse` the client as theirs."""

    kind: str
    qualifier: str | None = None
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class NewRelative:
    """Somebody of the client's family, made in the same act. lives_apart_since: None where they live together."""

    facts: PersonFacts
    tie: Tie | None
    lives_apart: bool
    lives_apart_since: date | None


@dataclass(frozen=True, slots=True)
class NewWork:
    """What the recorder does for the client, since when and on which basis."""

    type: str
    role: str | None
    from_: date
    basis: Basis
    sensitive: bool
    lead: bool


@dataclass(frozen=True, slots=True)
class NewClient:
    """A new client, the recorder's work with them, and relatives made in the same act."""

    facts: PersonFacts
    work: NewWork
    relatives: tuple[NewRelative, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Whose relative the new client is: somebody the account works with, the tie to them, and the family to join."""

    person: str
    tie: Tie | None
    family: str | None


@dataclass(frozen=True, slots=True)
class Recorded:
    """How it ended; person is the new client's id."""

    outcome: Added
    person: str = ""
    people: tuple[str, ...] = field(default=())


_RECORDER = read_query("recording/recorder", Recorder)
_TYPES = read_query("recording/types", WorkType)
_BESIDE = read_query("recording/families_of", Beside)
_MADE = read_query("recording/made", Touched)
_PEOPLE = write_query("recording/add_people", Nothing)
_FAMILY = write_query("recording/add_family", Nothing)
_JOIN = write_query("recording/join_family", Nothing)
_INVOLVEMENT = write_query("recording/add_involvement", Nothing)
_LINK = write_query("family_links/add_link", Nothing)


def work_types(tx: Transaction) -> list[WorkType]:
    """The code list, by label."""
    return tx.run(_TYPES)


def recorder(tx: Transaction, *, account: str, day: date, moment: Moment) -> Recorder | None:
    """For whom the account records; None where it may not: it is not active, or no practitioner stands behind it."""
    rows = tx.run(_RECORDER, account=account, day=day, today=moment.today)
    return rows[0] if rows else None


def beside(tx: Transaction, *, account: str, person: str, moment: Moment) -> Beside | None:
    """Somebody to whom the account may add a relative at once: one it works with directly; None for any other."""
    rows = tx.run(_BESIDE, account=account, person=person, now=moment.now, today=moment.today)
    return rows[0] if rows else None


def was_added(tx: Transaction, *, account: str, token: str) -> bool:
    """Whether this very form has added its client already: its reply was lost, or it was sent twice."""
    return bool(tx.run(_MADE, id=own_id(account, "client", token)))


def add_client(
    tx: Transaction, *, event: AuditEvent, token: str, new: NewClient, place: Place | None, moment: Moment
) -> Recorded | None:
    """Record a new client for `event.account`, at once; with `place` as a relative of somebody it works with.

    `not_employed`: the recorder did not work for the agency on the first day; `not_family`: `place` names a family to
    which its person does not belong. None where the account may not record. The same token again changes nothing.
    """
    if event.account is None:
        raise ValueError("Recording needs an account.")
    if place and new.relatives:
        raise ValueError("Only whoever is made in the same act joins a family without work of the recorder's own.")
    account = event.account
    who = recorder(tx, account=account, day=new.work.from_, moment=moment)
    if who is None:
        return None
    if not who.employed:
        return Recorded("not_employed")
    near = _place(tx, account, place, moment)
    if near is False:
        return None
    if near and place and place.family and place.family not in {one["id"] for one in near.families}:
        return Recorded("not_family")
    client = own_id(account, "client", token)
    ids = [client, *(own_id(account, "relative", token, str(at)) for at in range(len(new.relatives)))]
    _store_people(tx, account, ids, new, moment)
    _store_family(tx, account, token, ids, new, place, near or None, moment)
    _store_ties(tx, account, ids, new, place)
    involvement = own_id(account, "work", token)
    _store_work(tx, account, involvement, who, client, new.work, moment)
    everybody = [*ids, *([place.person] if place else [])]
    entries = [entry_of(involvement, "full", ["OWN"])]
    record(tx, replace(event, subject=client, people=everybody, entries=entries))
    return Recorded("added", client, tuple(ids))


def _place(tx: Transaction, account: str, place: Place | None, moment: Moment) -> Beside | Literal[False] | None:
    """The person of a place, held; None for no place, False where the account does not work with them."""
    if place is None:
        return None
    if beside(tx, account=account, person=place.person, moment=moment) is None:
        return False
    hold_people(tx, [place.person])
    return beside(tx, account=account, person=place.person, moment=moment) or False


def _store_people(tx: Transaction, account: str, ids: list[str], new: NewClient, moment: Moment) -> None:
    facts = [new.facts, *(one.facts for one in new.relatives)]
    rows = [{"id": id_, "facts": asdict(one), "search": _search(one)} for id_, one in zip(ids, facts, strict=True)]
    tx.run(_PEOPLE, people=rows, client=ids[0], by=account, now=moment.now)
    for id_, one in zip(ids, facts, strict=True):
        queue_near_matches(tx, account=account, new=_as_new(id_, one), moment=moment)


def _store_family(
    tx: Transaction,
    account: str,
    token: str,
    ids: list[str],
    new: NewClient,
    place: Place | None,
    near: Beside | None,
    moment: Moment,
) -> None:
    """The client joins the family of their place; else whoever is new makes a family, with the place's person."""
    joined = place.family if place and near else None
    family = joined or own_id(account, "family", token)
    if joined is None:
        tx.run(_FAMILY, id=family, name=near.family_name if near else new.facts.family_name, by=account)
    since = moment.today if place else None
    members = [{"person": ids[0], "from": since, "to": None}]
    if place and joined is None:
        members.append({"person": place.person, "from": since, "to": None})
    for id_, one in zip(ids[1:], new.relatives, strict=True):
        if not one.lives_apart or one.lives_apart_since:
            members.append({"person": id_, "from": None, "to": one.lives_apart_since})
    tx.run(_JOIN, family=family, members=members, by=account)


def _store_ties(tx: Transaction, account: str, ids: list[str], new: NewClient, place: Place | None) -> None:
    ties = [(id_, one.tie, ids[0]) for id_, one in zip(ids[1:], new.relatives, strict=True)]
    if place:
        ties.append((ids[0], place.tie, place.person))
    for one, tie, other in ties:
        if tie is None:
            continue
        from_person, to_person = (other, one) if tie.reverse and tie.kind in DIRECTED else (one, other)
        link = {
            "id": own_id(from_person, "tie", to_person, tie.kind),
            "from_person": from_person,
            "to_person": to_person,
            "relationship": tie.kind.upper(),
            "qualifier": tie.qualifier,
            "from": None,
            "added_by": account,
        }
        tx.run(_LINK, link=link)


def _store_work(
    tx: Transaction, account: str, id_: str, who: Recorder, client: str, work: NewWork, moment: Moment
) -> None:
    said = {key.rstrip("_"): value for key, value in asdict(work).items()}
    ids = {"id": id_, "practitioner": who.practitioner, "agency": who.agency, "person": client}
    tx.run(_INVOLVEMENT, involvement=said | ids, by=account, now=moment.now, today=moment.today)


def _search(one: PersonFacts) -> dict[str, list[str]]:
    return search_keys(one.given_name, one.family_name, (), one.date_of_birth, one.expected_date_of_birth)


def _as_new(id_: str, one: PersonFacts) -> NewPerson:
    return NewPerson(
        id=id_,
        given_name=one.given_name,
        family_name=one.family_name,
        date_of_birth=one.date_of_birth,
        expected_date_of_birth=one.expected_date_of_birth,
        references=tuple(one for one in (one.nhs_number, one.upn, one.local_id) if one),
    )
