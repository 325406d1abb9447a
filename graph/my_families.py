"""The home page of whoever works with families: own clients by family, what is new, whom they opened, what is over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from graph.driver import Transaction
from graph.moment import Moment
from graph.name_forms import parts
from graph.query_loader import read_query
from graph.search_keys import name_keys

Map = dict[str, Any]

FAMILIES_A_PAGE = 25
PAST_AT_MOST = 50


@dataclass(frozen=True, slots=True)
class HomeRow:
    """The answer as the query gives it."""

    total: int
    families: list[Map]
    opened: list[Map]
    past: list[Map]
    past_total: int


@dataclass(frozen=True, slots=True)
class OwnWork:
    """One current involvement of the account's practitioner with a client."""

    id: str
    type: str
    type_label: str | None
    role: str | None
    lead: bool
    confirmed: bool


@dataclass(frozen=True, slots=True)
class MyClient:
    """Somebody the practitioner works with; a restricted one comes without dates."""

    id: str
    given_name: str
    family_name: str
    identity: Literal["full", "restricted"]
    date_of_birth: date | None
    expected_date_of_birth: date | None
    work: tuple[OwnWork, ...]


@dataclass(frozen=True, slots=True)
class Relative:
    """Another member of the family, seen in full."""

    id: str
    given_name: str
    family_name: str
    date_of_birth: date | None


@dataclass(frozen=True, slots=True)
class News:
    """An involvement, seen at level full, that began, ended or was first recorded since the account's last look."""

    id: str
    what: Literal["began", "ended", "recorded"]
    on: date
    lead: bool
    practitioner: str
    agency: str
    type_label: str
    person_id: str
    person: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MyFamily:
    """A family with the practitioner's clients in it; `is_family` is false for a client without one that may be shown.

    `looked` is when the account last looked at the team of somebody in it (UTC), None for never.
    """

    id: str
    name: str
    is_family: bool
    clients: tuple[MyClient, ...]
    relatives: tuple[Relative, ...]
    looked: datetime | None
    news: tuple[News, ...]


@dataclass(frozen=True, slots=True)
class OpenedPerson:
    """Somebody a grant of the account still opens, until an instant (UTC)."""

    id: str
    given_name: str
    family_name: str
    identity: Literal["full", "restricted"]
    until: datetime


@dataclass(frozen=True, slots=True)
class PastClient:
    """An own involvement that is over: the name and the day it was over (visibility.md, the one exception)."""

    id: str
    given_name: str
    family_name: str
    identity: Literal["full", "restricted", "none"]
    ended: date
    involvement: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MyFamilies:
    """One page of families by name, and how many there are; all grants in force; the latest own past involvements."""

    total: int
    families: tuple[MyFamily, ...]
    opened: tuple[OpenedPerson, ...]
    past: tuple[PastClient, ...]
    past_total: int


_FAMILIES = read_query("home/families", HomeRow)


def find_my_families(tx: Transaction, *, account: str, name: str, page: int, moment: Moment) -> MyFamilies:
    """The families of the account's own clients, page by page from 1; with a name, those of clients who bear it."""
    row = tx.run(
        _FAMILIES,
        account=account,
        words=[sorted(name_keys(word)) for word in parts(name)],
        skip=(page - 1) * FAMILIES_A_PAGE,
        limit=FAMILIES_A_PAGE,
        past_at_most=PAST_AT_MOST,
        now=moment.now,
        today=moment.today,
    )[0]
    return MyFamilies(
        total=row.total,
        families=tuple(_family(one) for one in row.families),
        opened=tuple(OpenedPerson(**one) for one in row.opened),
        past=tuple(_past(one) for one in row.past),
        past_total=row.past_total,
    )


def _family(one: Map) -> MyFamily:
    clients = tuple(_client(client) for client in one["clients"])
    own = {client.id for client in clients}
    news = [_news(item) for member in one["members"] for item in member["news"]]
    return MyFamily(
        id=one["id"],
        name=one["name"],
        is_family=one["is_family"],
        clients=clients,
        relatives=_relatives(member for member in one["members"] if member["id"] not in own),
        looked=one["looked"],
        news=tuple(sorted(news, key=lambda item: (-item.on.toordinal(), item.id))),
    )


def _client(one: Map) -> MyClient:
    work = sorted((OwnWork(**item) for item in one["work"]), key=lambda item: item.id)
    values: Map = one | {"work": tuple(work)}
    return MyClient(**values)


def _relatives(members: Iterable[Map]) -> tuple[Relative, ...]:
    found = (Relative(one["id"], one["given_name"], one["family_name"], one["date_of_birth"]) for one in members)
    return tuple(sorted(found, key=lambda one: (one.family_name, one.given_name, one.id)))


def _news(item: Map) -> News:
    values: Map = item | {"reasons": tuple(item["reasons"])}
    return News(**values)


def _past(one: Map) -> PastClient:
    values: Map = one | {"reasons": tuple(one["reasons"])}
    return PastClient(**values)
