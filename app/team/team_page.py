"""Everything the team's page says, made from one look: the template only writes it down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.team.changes import SinceLastLook, new_involvements, since_last_look
from app.team.circle import Circle, Onlooker, whole_name
from app.team.contacts import Away, Contact, away, ways_to_reach
from app.team.ended_table import EndedRow, ended_rows
from app.team.offers import Offer, offers
from app.team.picture import TeamDrawing, drawing_of
from app.team.team_table import Badge, TableRow, current_rows
from app.team.wording import age_sentence
from app.wording import clock_time, day_of, long_day
from graph.looks import Look
from graph.moment import Moment
from graph.team_rows import Team, TeamFamily, TeamPerson
from visualisations.relations import is_unborn
from visualisations.team_picture import TeamDisplay


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the family: `person` is the id where that person's own team may be opened, else None."""

    name: str
    person: str | None


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """A family and its other members."""

    name: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """The lead practitioner with the best way to reach them; `of` names whom they lead for, where not the subject."""

    row: str
    name: str
    of: str
    job: str
    agency: str
    statutory: bool
    contacts: tuple[Contact, ...]
    hint: str
    away: Away | None


@dataclass(frozen=True, slots=True)
class ToCheck:
    """A row that waits for confirmation."""

    name: str
    row: str
    when: str


@dataclass(frozen=True, slots=True)
class TeamPage:
    """The page around one person: `age` is empty and `marks` says so where only the name may be shown."""

    person: str
    name: str
    age: str
    marks: tuple[Badge, ...]
    restricted: bool
    families: tuple[FamilyLine, ...]
    by_name_only: tuple[str, ...]
    confirmed: str
    to_check: tuple[ToCheck, ...]
    lead: Lead | None
    drawing: TeamDrawing
    rows: tuple[TableRow, ...]
    ended: tuple[EndedRow, ...]
    since: SinceLastLook | None
    alone: bool
    """Nobody but the onlooker is shown."""
    looked_on: str
    looked_at: str
    offers: tuple[Offer, ...]


def team_page(look: Look, onlooker: Onlooker, moment: Moment) -> TeamPage:
    """The page of a look."""
    team, today = look.team, moment.today
    new = new_involvements(look)
    drawing = drawing_of(team, TeamDisplay(today, onlooker.practitioner, new))
    circle = Circle(team, drawing.ring, onlooker, today)
    rows = current_rows(circle, new, today)
    own = f"row-practitioner-{onlooker.practitioner}"
    return TeamPage(
        person=team.subject,
        name=whole_name(circle.subject),
        age=age_sentence(circle.subject, today),
        marks=_marks(circle.subject),
        restricted=circle.subject.identity == "restricted",
        families=tuple(_family_line(family, circle) for family in team.families),
        by_name_only=tuple(whole_name(one) for one in _others(circle) if one.identity == "restricted"),
        confirmed=_confirmed(team),
        to_check=tuple(ToCheck(row.name, row.id, row.freshness.text) for row in rows if row.freshness.state == "old"),
        lead=_lead(circle),
        drawing=drawing,
        rows=rows,
        ended=ended_rows(circle),
        since=since_last_look(look, circle, new, today),
        alone=all(row.id == own for row in rows),
        looked_on=long_day(day_of(moment.now)),
        looked_at=clock_time(moment.now),
        offers=offers(team, circle),
    )


def _marks(person: TeamPerson) -> tuple[Badge, ...]:
    marks = (
        (person.identity == "restricted", Badge("quiet", "Restricted")),
        (person.shielded, Badge("statutory", "Shielded")),
        (person.deceased_on is not None, Badge("quiet", "Deceased")),
        (person.identity == "full" and is_unborn(person), Badge("quiet", "Unborn")),
    )
    return tuple(badge for holds, badge in marks if holds)


def _family_line(family: TeamFamily, circle: Circle) -> FamilyLine:
    others = [one.id for one in _others(circle) if one.id in family.members]
    return FamilyLine(family.name, tuple(Member(circle.name(one), one) for one in others))


def _others(circle: Circle) -> list[TeamPerson]:
    """Everybody but the subject, in the order of the ring."""
    others = (one for one in circle.team.people if one is not circle.subject)
    return sorted(others, key=lambda one: (circle.place(one.id), one.id))


def _confirmed(team: Team) -> str:
    """The latest day on which anything current was confirmed; empty where nothing was."""
    days: list[date] = [one.last_confirmed for one in team.involvements if one.current and one.last_confirmed]
    return long_day(max(days)) if days else ""


def _lead(circle: Circle) -> Lead | None:
    """The subject's lead; where none is shown, the lead for the next of the family in ring order."""
    leads = [one for one in circle.team.involvements if one.lead and one.current]
    if not leads:
        return None
    first = min(leads, key=lambda one: (circle.place(one.person), one.id))
    practitioner = first.practitioner
    return Lead(
        row=f"row-practitioner-{practitioner.id}",
        name=practitioner.name,
        of="" if first.person == circle.subject.id else circle.name(first.person),
        job=first.role or practitioner.job_title or "",
        agency=first.agency.name,
        statutory=first.statutory,
        contacts=ways_to_reach(practitioner),
        hint=practitioner.best_time or "",
        away=away(one for one in leads if one.practitioner.id == practitioner.id),
    )
