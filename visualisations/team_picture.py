"""A team reduced to what is drawn: one node a person, a practitioner, an agency; one edge a pair.

A practitioner who works with several of the family is one node with several edges. An agency seen at agency level is a
dotted hexagon of its own, even where a practitioner of the same agency is shown for somebody else: the outline says at
which level it was seen. A broker's diamond tells nothing of the service behind it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from graph.team_rows import AgencyEntry, BrokerEntry, KinLink, Team, TeamAgency, TeamInvolvement, TeamPerson
from visualisations.dates import age_in_years, months_before, short_day
from visualisations.family_places import family_angles, family_radius
from visualisations.icons import icon_of_kind
from visualisations.picture_model import EdgeKind, NodeKind, Picture, PictureEdge, PictureNode
from visualisations.relations import Kinship, Place, Relation, is_unborn, relation_to
from visualisations.sectors import SECTORS, rim_name, sector_of
from visualisations.text_width import shorten, text_width, wrap

MONTHS_UNTIL_STALE = 3
_NAME_WIDTH = 108.0
_ROLE_WIDTH = 104.0
_AGENCY_WIDTH = 82.0
_RANK: dict[EdgeKind, int] = {"lead": 0, "current": 1, "dotted": 2, "ended": 3}


@dataclass(frozen=True, slots=True)
class TeamDisplay:
    """How to show a team: the day it is, whose own node says "You", and which involvements carry a NEW badge."""

    today: date
    viewer_practitioner: str | None = None
    new_involvements: frozenset[str] = frozenset()


def team_picture(team: Team, display: TeamDisplay) -> Picture:
    """Everything to be drawn of a team; the same team and display give the same picture."""
    first_names = _first_names(team.people)
    family, kin, radius = _family(team, display.today, first_names)
    workers, agencies, edges = _involved(team, display, first_names)
    kinds = {involvement.agency.kind for involvement in team.involvements} | {e.agency.kind for e in team.agencies}
    entries = _entries(team.agencies, first_names) + _brokers(team.brokers, first_names)
    subject = family[0]
    return Picture(
        title=f"The team around {subject.name.split(',')[0]}",
        description=_description(subject, family, workers, entries, agencies),
        family=family,
        workers=(*workers, *entries),
        agencies=agencies,
        edges=(*kin, *edges, *_dotted(team)),
        rim_names=tuple((sector.key, rim_name(sector.key, kinds)) for sector in SECTORS),
        family_radius=radius,
    )


def _description(subject: PictureNode, family: tuple[PictureNode, ...], *others: tuple[PictureNode, ...]) -> str:
    workers, entries, agencies = (len(nodes) for nodes in others)
    parts = [
        f"{subject.bold[0].split(',')[0]} in the centre",
        f"{len(family) - 1} of the family around" if len(family) > 1 else "",
        f"{workers} {'practitioner' if workers == 1 else 'practitioners'} by kind of agency on a ring",
        f"{agencies} {'agency' if agencies == 1 else 'agencies'} outside",
        f"{entries} shown without a practitioner" if entries else "",
    ]
    return ", ".join(part for part in parts if part) + ". The table holds the same facts."


def _first_names(people: tuple[TeamPerson, ...]) -> dict[str, str]:
    """The given name, or the whole name where two share it."""
    given = [person.given_name for person in people]
    return {p.id: p.given_name if given.count(p.given_name) == 1 else f"{p.given_name} {p.family_name}" for p in people}


def _family(
    team: Team, today: date, names: dict[str, str]
) -> tuple[tuple[PictureNode, ...], tuple[PictureEdge, ...], float]:
    kin = Kinship(team.links, today)
    genders = {person.id: person.gender for person in team.people}
    members = [
        (person, relation_to(team.subject, person, kin, genders)) for person in team.people if person.id != team.subject
    ]
    members.sort(key=lambda member: (member[0].date_of_birth or date.max, member[0].id))
    by_place: dict[Place, list[str]] = {}
    for person, relation in members:
        by_place.setdefault(relation.place, []).append(person.id)
    angles = family_angles(by_place)
    ordered = sorted(members, key=lambda member: (angles[member[0].id], member[0].id))
    nodes = [_member(p, relation, angles[p.id], today, names) for p, relation in ordered]
    subject = next(person for person in team.people if person.id == team.subject)
    first = _member(subject, Relation("children", ""), 0.0, today, names)
    first = replace(first, kind="subject", place="")
    edges = _kin_edges(team.subject, [person.id for person, _ in ordered], team.links)
    return (first, *nodes), edges, family_radius(list(angles.values()))


def _member(person: TeamPerson, relation: Relation, angle: float, today: date, names: dict[str, str]) -> PictureNode:
    age = age_in_years(person.date_of_birth, person.deceased_on or today)
    icon = "unborn" if is_unborn(person) else "child" if age is not None and age < 18 else "adult"
    title, second = names[person.id], relation.word
    if person.expected_date_of_birth and is_unborn(person):
        title, second = "Unborn", f"due {short_day(person.expected_date_of_birth, today)}"
    elif person.deceased_on:
        second = f"{second}, died" if second else "died"
    elif age is not None:
        title = f"{title}, {age}"
    full = f"{person.given_name} {person.family_name}".strip()
    spoken = ", ".join(part for part in (full, second, "" if age is None else f"aged {age}") if part)
    return PictureNode(
        id=f"person-{person.id}",
        key=person.id,
        kind="client" if person.client else "family",
        icon=icon,
        bold=wrap(title, _NAME_WIDTH, 2, bold=True),
        plain=(shorten(second, _ROLE_WIDTH),) if second else (),
        name=spoken if person.client else f"{spoken}, no worker shown",
        place=relation.place,
        angle=angle,
    )


def _kin_edges(subject: str, around: list[str], links: tuple[KinLink, ...]) -> tuple[PictureEdge, ...]:
    """Spokes to the subject, links between people at most two places apart; the others hidden until focus."""
    position = {id_: index for index, id_ in enumerate(around)}
    edges: dict[tuple[str, str], PictureEdge] = {}
    for link in links:
        one, other = link.from_person, link.to_person
        if one == other or (other, one) in edges or not all(p == subject or p in position for p in (one, other)):
            continue
        apart = 0 if subject in (one, other) else abs(position[one] - position[other])
        hidden = min(apart, len(around) - apart) > 2
        edges[one, other] = PictureEdge(f"person-{one}", f"person-{other}", "kin", hidden)
    return tuple(edges.values())


def _edge_kind(involvement: TeamInvolvement) -> EdgeKind:
    return "ended" if not involvement.current else "lead" if involvement.lead else "current"


def _involved(
    team: Team, display: TeamDisplay, names: dict[str, str]
) -> tuple[tuple[PictureNode, ...], tuple[PictureNode, ...], tuple[PictureEdge, ...]]:
    own: dict[str, list[TeamInvolvement]] = {}
    for involvement in team.involvements:
        own.setdefault(involvement.practitioner.id, []).append(involvement)
    workers: list[PictureNode] = []
    edges: list[PictureEdge] = []
    agencies: dict[str, TeamAgency] = {}
    counts: dict[str, int] = {}
    for key in sorted(own):
        mine = sorted(own[key], key=lambda i: (_RANK[_edge_kind(i)], i.id))
        workers.append(_worker(mine, display, names))
        kinds: dict[str, EdgeKind] = {}
        for involvement in mine:
            kinds.setdefault(involvement.person, _edge_kind(involvement))
        edges += [PictureEdge(f"practitioner-{key}", f"person-{person}", kind) for person, kind in kinds.items()]
        for agency in {involvement.agency.id: involvement.agency for involvement in mine}.values():
            agencies[agency.id] = agency
            counts[agency.id] = counts.get(agency.id, 0) + 1
            edges.append(PictureEdge(f"practitioner-{key}", f"agency-{agency.id}", "works"))
    return tuple(workers), tuple(_agency(agencies[key], counts[key]) for key in sorted(agencies)), tuple(edges)


def _worker(mine: list[TeamInvolvement], display: TeamDisplay, names: dict[str, str]) -> PictureNode:
    first = mine[0]
    person, today = first.practitioner, display.today
    kind = {"lead": "lead", "current": "practitioner", "ended": "ended"}[_edge_kind(first)]
    is_new = any(i.id in display.new_involvements for i in mine)
    is_stale = any(
        i.current and (i.last_confirmed or i.from_) <= months_before(today, MONTHS_UNTIL_STALE) for i in mine
    )
    whole_role = first.role or person.job_title or first.type_label
    until = f"Until {short_day(first.to, today)}" if first.to else "Ended"
    role = until if kind == "ended" else short_role(whole_role)
    mine_own = person.id == display.viewer_practitioner
    said = [
        f"You, {person.name}" if mine_own else person.name,
        "lead practitioner" if kind == "lead" else until.lower() if kind == "ended" else "",
        whole_role,
        first.agency.name,
        f"for {_listed(names[p] for p in dict.fromkeys(i.person for i in mine) if p in names)}",
        "new" if is_new else "",
        "not confirmed for three months" if is_stale else "",
    ]
    return PictureNode(
        id=f"practitioner-{person.id}",
        key=person.id,
        kind=_as_kind(kind),
        icon="badge",
        bold=("You",) if mine_own else wrap(person.name, _NAME_WIDTH, 2, bold=True),
        plain=(role,),
        name=", ".join(part for part in said if part),
        place=sector_of(first.agency.kind),
        new=is_new,
        stale=is_stale,
    )


def _as_kind(kind: str) -> NodeKind:
    return "lead" if kind == "lead" else "ended" if kind == "ended" else "practitioner"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def short_role(role: str) -> str:
    """A role that fits one line: the leading words go first, since an English title ends in its noun."""
    words = role.split()
    while len(words) > 1 and text_width(" ".join(words)) > _ROLE_WIDTH and not {"of", "for", "and", "to"} & set(words):
        words = words[1:]
    short = shorten(" ".join(words), _ROLE_WIDTH)
    return short[:1].upper() + short[1:]


def _agency(agency: TeamAgency, count: int) -> PictureNode:
    return PictureNode(
        id=f"agency-{agency.id}",
        key=agency.id,
        kind="agency",
        icon=icon_of_kind(agency.kind),
        bold=(),
        plain=wrap(agency.name, _AGENCY_WIDTH, 3),
        name=f"{agency.name}, agency of {count} {'practitioner' if count == 1 else 'practitioners'} shown",
        place=sector_of(agency.kind),
    )


def _entries(entries: tuple[AgencyEntry, ...], names: dict[str, str]) -> tuple[PictureNode, ...]:
    people: dict[str, list[str]] = {}
    for entry in entries:
        people.setdefault(entry.agency.id, []).append(entry.person)
    agencies = {entry.agency.id: entry.agency for entry in entries}
    return tuple(
        PictureNode(
            id=f"entry-{key}",
            key=key,
            kind="entry",
            icon=icon_of_kind(agencies[key].kind),
            bold=(),
            plain=wrap(agencies[key].name, _AGENCY_WIDTH, 3),
            name=f"{agencies[key].name}, agency only, for {_listed(names[p] for p in people[key] if p in names)}",
            place=sector_of(agencies[key].kind),
        )
        for key in sorted(agencies)
    )


def _brokers(entries: tuple[BrokerEntry, ...], names: dict[str, str]) -> tuple[PictureNode, ...]:
    people: dict[str, list[str]] = {}
    for entry in entries:
        people.setdefault(entry.practitioner.id, []).append(entry.person)
    brokers = {entry.practitioner.id: entry.practitioner for entry in entries}
    return tuple(
        PictureNode(
            id=f"broker-{key}",
            key=key,
            kind="broker",
            icon="question",
            bold=("Another service",),
            plain=(shorten(f"Ask {brokers[key].name}", _NAME_WIDTH + 6),),
            name=f"Another service, not named, for {_listed(names[p] for p in people[key] if p in names)}:"
            f" ask the broker {brokers[key].name}",
            place="not_named",
        )
        for key in sorted(brokers)
    )


def _dotted(team: Team) -> tuple[PictureEdge, ...]:
    pairs = [(f"entry-{entry.agency.id}", entry.person) for entry in team.agencies]
    pairs += [(f"broker-{entry.practitioner.id}", entry.person) for entry in team.brokers]
    return tuple(PictureEdge(source, f"person-{person}", "dotted") for source, person in dict.fromkeys(pairs))
