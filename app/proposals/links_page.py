"""The page that links people: who may be chosen, which links and memberships are shown, and which may be ended."""

from __future__ import annotations

from dataclasses import dataclass

from app.audit_event import event_of_request
from app.current import moment, request_id, viewer
from app.proposals.inferred import Offer, offers
from graph.audit import record
from graph.driver import Transaction
from graph.family_links import KINDS, MyClient, my_clients
from graph.relations import Relation, relations
from graph.team import read_team
from graph.team_rows import KinLink, Team

IS = {
    "parent_of": "is a parent of",
    "carer_of": "is a carer of",
    "grandparent_of": "is a grandparent of",
    "partner_of": "is the partner of",
    "sibling_of": "is a brother or sister of",
    "other_relative_of": "is another relative of",
    "friend_of": "is a friend of",
    "neighbour_of": "is a neighbour of",
}
QUALIFIED = {
    "birth": "by birth",
    "adoptive": "by adoption",
    "step": "step",
    "foster": "foster",
    "kinship": "kinship care",
    "married": "married",
    "cohabiting": "living together",
    "separated": "separated",
    "divorced": "divorced",
    "half": "half",
}
REFUSED = {
    "same": "Choose two different people",
    "exists": "These two are linked in this way already",
    "circle": "That would make somebody their own ancestor: one of them descends from the other already",
    "member": "They belong to this family already",
}


@dataclass(frozen=True, slots=True)
class Tie:
    """A link or a membership in words; `person` and `id` stand in the address that ends it, where it may be ended."""

    text: str
    person: str
    id: str
    may_end: bool


@dataclass(frozen=True, slots=True)
class LinksPage:
    """Whom one may choose, as (id, name), the families, as (id, name), and what is there."""

    subject: str
    name: str
    people: tuple[tuple[str, str], ...]
    families: tuple[tuple[str, str], ...]
    links: tuple[Tie, ...]
    memberships: tuple[Tie, ...]
    offers: tuple[Offer, ...]
    movable: tuple[tuple[str, str], ...]
    """The families of which the account may move members."""


def look_at_links(tx: Transaction, person: str) -> LinksPage | None:
    """The page around one person, recorded as a look; None where the account may not link this person."""
    account = viewer().account
    team = read_team(tx, account=account, person=person, moment=moment())
    people = [one.id for one in team.people if one.identity == "full"] if team else []
    known = relations(tx, account=account, people=[person, *people], moment=moment())
    if team is None or person not in known or not known[person].may_link:
        return None
    clients = my_clients(tx, account=account, moment=moment())
    shown = sorted({*people, *(one.id for one in clients)})
    record(tx, event_of_request("look_at_links", subject=person, people=shown, id_=f"{request_id()}-look"))
    return _page(team, known, clients)


def _page(team: Team, known: dict[str, Relation], clients: list[MyClient]) -> LinksPage:
    names = {id_: one.name for id_, one in known.items() if one.may_link}
    names |= {one.id: f"{one.given_name} {one.family_name}" for one in clients}
    families = {one.id: one.name for one in team.families}
    families |= {one["id"]: one["name"] for client in clients for one in client.families}
    direct = {id_ for id_, one in known.items() if one.works_with}
    today = moment().today
    links = [link for link in team.links if (link.to is None or today < link.to) and link.kind in KINDS]
    return LinksPage(
        subject=team.subject,
        name=known[team.subject].name,
        people=tuple(sorted(names.items(), key=lambda one: (one[0] != team.subject, one[1], one[0]))),
        families=tuple(sorted(families.items(), key=lambda one: (one[1], one[0]))),
        links=tuple(_link(link, known, direct) for link in links),
        memberships=tuple(
            Tie(
                f"{known[one].name} belongs to the family {family.name}",
                one,
                family.id,
                bool(direct & {*family.members}),
            )
            for family in team.families
            for one in family.members
        ),
        offers=offers(links, {id_: one.name for id_, one in known.items() if one.may_link}),
        movable=tuple((family.id, family.name) for family in team.families if direct & {*family.members}),
    )


def _link(link: KinLink, known: dict[str, Relation], direct: set[str]) -> Tie:
    how = f" ({QUALIFIED[link.qualifier]})" if link.qualifier else ""
    text = f"{known[link.from_person].name} {IS[link.kind]} {known[link.to_person].name}{how}"
    return Tie(text, link.from_person, link.id, bool(direct & {link.from_person, link.to_person}))
