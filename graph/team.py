"""The team around a family, read for one account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import read_query
from graph.team_rows import (
    Absence,
    AgencyEntry,
    BrokerEntry,
    KinLink,
    Team,
    TeamAgency,
    TeamFamily,
    TeamInvolvement,
    TeamPerson,
    TeamPractitioner,
)

Map = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of the team as the query gives it: maps, levels and reasons inside."""

    person: Map
    families: list[Map]
    links: list[Map]
    involvements: list[Map]


_AROUND_FAMILY = read_query("team/around_family", PersonRow)


def read_team(tx: Transaction, *, account: str, person: str, moment: Moment) -> Team | None:
    """The team around this person's family as the account may see it at `moment`.

    None where the account may not see the person, or there is no such person: the two must stay alike.
    """
    rows = tx.run(_AROUND_FAMILY, account=account, person=person, now=moment.now, today=moment.today)
    if not rows:
        return None
    seen = [(row.person["id"], entry) for row in rows for entry in row.involvements]
    involvements = tuple(sorted((_involvement(*pair) for pair in seen if pair[1]["level"] == "full"), key=_id))
    return Team(
        subject=person,
        people=tuple(_person(row) for row in rows),
        families=_families(rows),
        links=tuple(sorted((kin_link(link) for row in rows for link in row.links), key=_id)),
        involvements=involvements,
        agencies=_agency_entries(seen, {(entry.agency.id, entry.person) for entry in involvements}),
        brokers=_broker_entries(seen),
        through=next(tuple(row.person["through"]) for row in rows if row.person["id"] == person),
    )


def _id(entry: Any) -> str:
    return entry.id


def _person(row: PersonRow) -> TeamPerson:
    person = row.person
    return TeamPerson(
        id=person["id"],
        identity=person["identity"],
        given_name=person["given_name"],
        family_name=person["family_name"],
        date_of_birth=person.get("date_of_birth"),
        expected_date_of_birth=person.get("expected_date_of_birth"),
        deceased_on=person.get("deceased_on"),
        gender=person.get("gender"),
        shielded=person.get("shielded", False),
        client=any(entry.get("current", True) for entry in row.involvements),
    )


def _families(rows: list[PersonRow]) -> tuple[TeamFamily, ...]:
    names = {family["id"]: family["name"] for row in rows for family in row.families}
    members = {
        family: tuple(row.person["id"] for row in rows if any(one["id"] == family for one in row.families))
        for family in names
    }
    return tuple(TeamFamily(family, names[family], members[family]) for family in sorted(names))


def kin_link(link: Map) -> KinLink:
    """A link between two people from the map that queries give it as."""
    return KinLink(
        id=link["id"],
        kind=link["kind"].lower(),
        qualifier=link["qualifier"],
        from_person=link["from_person"],
        to_person=link["to_person"],
        from_=link["from"],
        to=link["to"],
    )


def _involvement(person: str, entry: Map) -> TeamInvolvement:
    fact = entry["involvement"]
    return TeamInvolvement(
        id=fact["id"],
        person=person,
        practitioner=TeamPractitioner(**entry["practitioner"]),
        agency=TeamAgency(**entry["agency"]),
        type=fact["type"],
        type_label=entry["type_label"] or fact["type"],
        statutory=entry["statutory"],
        role=fact["role"],
        lead=fact["lead"],
        confirmed=fact["confirmed"],
        from_=fact["from"],
        to=fact["to"],
        last_confirmed=fact["last_confirmed"],
        recorded_at=fact["recorded_at"],
        led_since=fact["led_since"],
        current=entry["current"],
        reasons=tuple(entry["reasons"]),
        away=_absence(entry["away"]),
        source=fact["source"],
        unanswered_on=fact["unanswered_on"],
        handed_over_on=fact["handed_over_on"],
    )


def _absence(away: Map | None) -> Absence | None:
    if away is None:
        return None
    return Absence(away["to"], TeamPractitioner(**away["stand_in"]) if away["stand_in"] else None)


def _agency_entries(seen: list[tuple[str, Map]], full: set[tuple[str, str]]) -> tuple[AgencyEntry, ...]:
    """One entry an (agency, person), and none beside a full one of the same agency and person."""
    entries = {(entry["agency"]["id"], person): entry for person, entry in seen if entry["level"] == "agency"}
    given = (
        AgencyEntry(
            id=f"{agency}.{person}",
            person=person,
            agency=TeamAgency(**entry["agency"]),
            reasons=tuple(entry["reasons"]),
        )
        for (agency, person), entry in entries.items()
        if (agency, person) not in full
    )
    return tuple(sorted(given, key=_id))


def _broker_entries(seen: list[tuple[str, Map]]) -> tuple[BrokerEntry, ...]:
    """One entry a (broker, person), so that the number of services behind a broker does not show."""
    entries = {
        (entry["practitioner"]["id"], person): entry
        for person, entry in seen
        if entry["level"] == "broker" and entry["practitioner"] is not None
    }
    given = (
        BrokerEntry(
            id=f"{broker}.{person}",
            person=person,
            practitioner=TeamPractitioner(**entry["practitioner"]),
            reasons=tuple(entry["reasons"]),
        )
        for (broker, person), entry in entries.items()
    )
    return tuple(sorted(given, key=_id))
