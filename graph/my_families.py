"""The home page of whoever works with families: own clients by family, what is new, whom they opened, what is over."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from graph.driver import Transaction
from graph.moment import Moment
from graph.name_forms import parts
from graph.query_loader import read_query
from graph.search_keys import name_keys

Map = dict[str, Any]

Identity = Literal["full", "restricted", "none"]

FAMILIES_A_PAGE = 25
PAST_AT_MOST = 50


@dataclass(frozen=True, slots=True)
class NearPerson:
    """Somebody near the account's work, as the query gives them; `identity` may be `none` for a past client alone."""

    id: str
    identity: Identity
    given_name: str
    family_name: str
    date_of_birth: date | None
    expected_date_of_birth: date | None
    families: list[Map]
    own: list[Map]
    seen: list[Map]
    looked: datetime | None
    open_until: datetime | None
    search_keys: list[str]


@dataclass(frozen=True, slots=True)
class OwnWork:
    """One current involvement of the account's practitioner with a client."""

    id: str
    type_label: str
    role: str | None
    lead: bool
    confirmed: bool


@dataclass(frozen=True, slots=True)
class MyClient:
    """Somebody the practitioner works with; a restricted one comes without dates."""

    id: str
    given_name: str
    family_name: str
    identity: Identity
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
    """What is new of an involvement seen at level full: it began, ended, was recorded or leads since the last look."""

    id: str
    what: Literal["began", "ended", "recorded", "lead"]
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
    identity: Identity
    until: datetime


@dataclass(frozen=True, slots=True)
class PastClient:
    """An own involvement that is over: the name and the day it was over (visibility.md, the one exception)."""

    id: str
    given_name: str
    family_name: str
    identity: Identity
    ended: date
    involvement: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MyFamilies:
    """One page of families by name, and how many there are; all grants in force; the latest own past involvements."""

    total: int
    families: tuple[MyFamily, ...]
    new_elsewhere: tuple[MyFamily, ...]
    """Families with news that stand on other pages, by name."""
    opened: tuple[OpenedPerson, ...]
    past: tuple[PastClient, ...]
    past_total: int


_MY_PEOPLE = read_query("home/my_people", NearPerson)


def find_my_families(tx: Transaction, *, account: str, name: str, page: int, moment: Moment) -> MyFamilies:
    """The families of the account's own clients, page by page from 1; with a name, those of clients who bear it."""
    people = tx.run(_MY_PEOPLE, account=account, now=moment.now, today=moment.today)
    wanted = [name_keys(word) for word in parts(name)]
    homes = _homes([one for one in people if one.own and all(keys & set(one.search_keys) for keys in wanted)])
    members = _members(people)
    families = [_family(home, members) for home in homes]
    first, last = (page - 1) * FAMILIES_A_PAGE, page * FAMILIES_A_PAGE
    past = _past(people)
    return MyFamilies(
        total=len(homes),
        families=tuple(families[first:last]),
        new_elsewhere=tuple(one for one in (*families[:first], *families[last:]) if one.news),
        opened=_opened(people),
        past=past[:PAST_AT_MOST],
        past_total=len(past),
    )


@dataclass(frozen=True, slots=True)
class _Home:
    """A family, or somebody without one, and which of its people are clients."""

    id: str
    name: str
    is_family: bool
    clients: tuple[NearPerson, ...]


def _homes(clients: list[NearPerson]) -> list[_Home]:
    """The clients' families by name; whoever has none that may be shown stands alone, under the family name."""
    names = {family["id"]: family["name"] for client in clients for family in client.families}
    homes = [_Home(id_, names[id_], True, tuple(some)) for id_, some in _members(clients).items()]
    homes += [
        _Home(client.id, f"{client.family_name}, {client.given_name}", False, (client,))
        for client in clients
        if not client.families
    ]
    return sorted(homes, key=lambda home: (home.name.casefold(), home.id))


def _members(people: list[NearPerson]) -> dict[str, list[NearPerson]]:
    """The people of each family, by its id."""
    members: defaultdict[str, list[NearPerson]] = defaultdict(list)
    for one in people:
        for family in one.families:
            members[family["id"]].append(one)
    return members


def _family(home: _Home, members_of: dict[str, list[NearPerson]]) -> MyFamily:
    members = members_of[home.id] if home.is_family else list(home.clients)
    clients = {client.id for client in home.clients}
    relatives = [one for one in members if one.id not in clients]
    news = [_news(item, one) for one in members for item in one.seen if item["what"] != "past"]
    return MyFamily(
        id=home.id,
        name=home.name,
        is_family=home.is_family,
        clients=tuple(_client(client) for client in sorted(home.clients, key=_by_name)),
        relatives=tuple(
            Relative(one.id, one.given_name, one.family_name, one.date_of_birth)
            for one in sorted(relatives, key=_by_name)
        ),
        looked=_looked(members),
        news=tuple(sorted(news, key=lambda item: (-item.on.toordinal(), item.id))),
    )


def _looked(members: list[NearPerson]) -> datetime | None:
    """A member of two families carries the later look of both, so the earliest of all members is this family's."""
    looks = [one.looked for one in members]
    return min((look for look in looks if look), default=None) if all(looks) else None


def _by_name(one: NearPerson) -> tuple[str, str, str]:
    return one.family_name, one.given_name, one.id


def _client(one: NearPerson) -> MyClient:
    return MyClient(
        id=one.id,
        given_name=one.given_name,
        family_name=one.family_name,
        identity=one.identity,
        date_of_birth=one.date_of_birth,
        expected_date_of_birth=one.expected_date_of_birth,
        work=tuple(sorted((OwnWork(**item) for item in one.own), key=lambda item: item.id)),
    )


def _news(item: Map, one: NearPerson) -> News:
    values: Map = item | {"reasons": tuple(item["reasons"]), "person_id": one.id, "person": one.given_name}
    return News(**values)


def _opened(people: list[NearPerson]) -> tuple[OpenedPerson, ...]:
    opened = [
        OpenedPerson(one.id, one.given_name, one.family_name, one.identity, one.open_until)
        for one in people
        if one.open_until
    ]
    return tuple(sorted(opened, key=lambda one: (-one.until.timestamp(), one.id)))


def _past(people: list[NearPerson]) -> tuple[PastClient, ...]:
    """The latest first; somebody who is a client again is not among them."""
    past = [
        PastClient(
            id=one.id,
            given_name=one.given_name,
            family_name=one.family_name,
            identity=one.identity,
            ended=item["on"],
            involvement=item["id"],
            reasons=tuple(item["reasons"]),
        )
        for one in people
        for item in one.seen
        if item["what"] == "past" and not one.own
    ]
    return tuple(sorted(past, key=lambda one: (-one.ended.toordinal(), one.involvement)))
