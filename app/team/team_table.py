"""The table of a team: a row each practitioner, the lead first, then those for the subject, then the family by ring.

Brokers and agencies without a practitioner stand below; what has ended has a table of its own. Each row has the id of
its node in the picture with "row-" before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.team.circle import Circle
from app.team.contacts import Away, Contact, away, duty_contacts, ways_to_reach
from app.team.reasons import why_shown
from app.wording import ago, listed, long_day, middle_day, whole_months
from graph.team_rows import AgencyEntry, BrokerEntry, Team, TeamInvolvement
from visualisations.dates import months_before
from visualisations.icons import icon_of_kind
from visualisations.team_picture import MONTHS_UNTIL_STALE

RowKind = Literal["practitioner", "broker", "agency"]
SOURCES = {
    "self": "recorded by themselves",
    "colleague": "recorded by a colleague",
    "import": "from an import",
    "invite": "recorded by invitation",
}
"""Who recorded an involvement, in words."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A word beside a name; `kind` is its class."""

    kind: Literal["lead", "statutory", "you", "new", "unconfirmed", "quiet"]
    text: str


@dataclass(frozen=True, slots=True)
class ForWhom:
    """People of the family and what the work with them is."""

    people: str
    work: str


@dataclass(frozen=True, slots=True)
class Freshness:
    """When an entry was last confirmed: `state` is ok, old (three months or more) or none (not shown).

    bars: from 4, this month, down to 1, half a year or more; 0 where it never was or may not be told. source: who
    recorded it. doubt: what makes it less than certain besides its age.
    """

    state: Literal["ok", "old", "none"]
    text: str
    since: str
    bars: int = 0
    source: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class ToChange:
    """An involvement that the onlooker may change, by id, and in words which one it is."""

    involvement: str
    which: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row, ready to be written."""

    id: str
    kind: RowKind
    icon: str
    name: str
    badges: tuple[Badge, ...]
    job: str
    agency: str
    for_whom: tuple[ForWhom, ...]
    freshness: Freshness
    why: tuple[str, ...]
    contacts: tuple[Contact, ...]
    hint: str
    """When and how best reached, in the practitioner's own words."""
    away: Away | None = None
    keeps: tuple[str, ...] = ()
    """The ids of its involvements that the onlooker may say are still true."""
    changes: tuple[ToChange, ...] = ()


def current_rows(circle: Circle, new: frozenset[str], today: date) -> tuple[TableRow, ...]:
    """Everything current, in the table's order; `new` are the involvements recorded since the last look."""
    team = circle.team
    current = [one for one in team.involvements if one.current]
    groups = _grouped(current)
    ordered = sorted(groups, key=lambda group: _rank(group, circle))
    return (
        *(_practitioner_row(group, circle, new, today) for group in ordered),
        *(_broker_row(group, circle) for group in _by_broker(team, circle)),
        *(_agency_row(group, circle) for group in _by_agency(team, circle)),
    )


def _grouped(involvements: Sequence[TeamInvolvement]) -> list[list[TeamInvolvement]]:
    groups: dict[str, list[TeamInvolvement]] = {}
    for one in involvements:
        groups.setdefault(one.practitioner.id, []).append(one)
    return list(groups.values())


def _rank(group: list[TeamInvolvement], circle: Circle) -> tuple[bool, int, str, str]:
    leads = any(one.lead and one.person == circle.subject.id for one in group)
    nearest = min(circle.place(one.person) for one in group)
    return not leads, nearest, group[0].practitioner.name.casefold(), group[0].practitioner.id


def _practitioner_row(group: list[TeamInvolvement], circle: Circle, new: frozenset[str], today: date) -> TableRow:
    group = sorted(group, key=lambda one: (circle.place(one.person), one.id))
    first = group[0]
    practitioner = first.practitioner
    return TableRow(
        id=f"row-practitioner-{practitioner.id}",
        kind="practitioner",
        icon=icon_of_kind(first.agency.kind),
        name=practitioner.name,
        badges=tuple(_badges(group, circle, new)),
        job=next((one.role for one in group if one.role), None) or practitioner.job_title or "",
        agency=", ".join(dict.fromkeys(one.agency.name for one in group)),
        for_whom=for_whom(group, circle),
        freshness=freshness(group, today),
        why=why_shown(((one.person, one.agency.id, one.reasons) for one in group), circle),
        contacts=ways_to_reach(practitioner),
        hint=practitioner.best_time or "",
        away=away(group),
        keeps=tuple(one.id for one in group if circle.may_keep(one) and one.last_confirmed != today),
        changes=tuple(to_change(one, circle) for one in group if circle.may_change(one)),
    )


def to_change(one: TeamInvolvement, circle: Circle) -> ToChange:
    """The link's words for one involvement."""
    return ToChange(one.id, f"{one.practitioner.name}, {one.type_label} for {circle.names([one.person])}")


def _badges(group: list[TeamInvolvement], circle: Circle, new: frozenset[str]) -> list[Badge]:
    badges: list[Badge] = []
    led = [one.person for one in group if one.lead]
    if led:
        of_subject = circle.subject.id in led
        badges.append(Badge("lead", "Lead" if of_subject else f"Lead for {circle.names(led)}"))
    if any(one.statutory for one in group):
        badges.append(Badge("statutory", "Statutory"))
    if group[0].practitioner.id == circle.onlooker.practitioner:
        badges.append(Badge("you", "You"))
    if any(one.id in new for one in group):
        badges.append(Badge("new", "New"))
    if not all(one.confirmed for one in group):
        badges.append(Badge("unconfirmed", "Unconfirmed"))
    return badges


def for_whom(group: Sequence[TeamInvolvement], circle: Circle) -> tuple[ForWhom, ...]:
    """The people in ring order, those with the same kind of work together."""
    by_work: dict[str, list[str]] = {}
    for one in group:
        by_work.setdefault(one.type_label, []).append(one.person)
    return tuple(ForWhom(circle.names(people), work) for work, people in by_work.items())


def freshness(group: Sequence[TeamInvolvement], today: date) -> Freshness:
    """How long ago the entry that waits longest was confirmed; where it never was, how long ago it began."""
    confirmed = min(one.last_confirmed or one.from_ for one in group)
    is_old = confirmed <= months_before(today, MONTHS_UNTIL_STALE)
    never = any(one.last_confirmed is None and one.from_ == confirmed for one in group)
    text = f"began {ago(confirmed, today)}" if never else ago(confirmed, today)
    since = f"since {middle_day(min(one.from_ for one in group))}"
    state = "old" if is_old else "none" if never else "ok"
    return Freshness(state, text, since, 0 if never else _bars(confirmed, today), sources(group), _doubt(group))


def sources(group: Iterable[TeamInvolvement]) -> str:
    """Who recorded these involvements."""
    return listed(dict.fromkeys(SOURCES.get(one.source or "", "source not recorded") for one in group))


def _bars(confirmed: date, today: date) -> int:
    months = whole_months(confirmed, today)
    return 4 if months < 1 else 3 if months < MONTHS_UNTIL_STALE else 2 if months < 2 * MONTHS_UNTIL_STALE else 1


def _doubt(group: Sequence[TeamInvolvement]) -> str:
    """Reminders without an answer, or a hand-over to somebody who is not recorded yet."""
    unanswered = [one for one in group if one.unanswered_on]
    if unanswered:
        last = min(one.last_confirmed or one.from_ for one in unanswered)
        return f"Not confirmed since {long_day(last)}: reminders were not answered"
    if any(one.handed_over_on for one in group):
        return "Handed over, it says: to whom is not recorded yet"
    return ""


def _by_broker(team: Team, circle: Circle) -> list[list[BrokerEntry]]:
    groups: dict[str, list[BrokerEntry]] = {}
    for entry in sorted(team.brokers, key=lambda one: (circle.place(one.person), one.id)):
        groups.setdefault(entry.practitioner.id, []).append(entry)
    return list(groups.values())


def _broker_row(group: list[BrokerEntry], circle: Circle) -> TableRow:
    broker = group[0].practitioner
    return TableRow(
        id=f"row-broker-{broker.id}",
        kind="broker",
        icon="question",
        name="Another service",
        badges=(Badge("quiet", "Not named"),),
        job=f"Ask the broker: {broker.name}",
        agency=broker.job_title or "",
        for_whom=(ForWhom(circle.names(one.person for one in group), "Not shown"),),
        freshness=Freshness("none", "not shown", ""),
        why=why_shown(((one.person, "", one.reasons) for one in group), circle),
        contacts=ways_to_reach(broker),
        hint=broker.best_time or "",
    )


def _by_agency(team: Team, circle: Circle) -> list[list[AgencyEntry]]:
    groups: dict[str, list[AgencyEntry]] = {}
    for entry in sorted(team.agencies, key=lambda one: (circle.place(one.person), one.id)):
        groups.setdefault(entry.agency.id, []).append(entry)
    return list(groups.values())


def _agency_row(group: list[AgencyEntry], circle: Circle) -> TableRow:
    agency = group[0].agency
    return TableRow(
        id=f"row-entry-{agency.id}",
        kind="agency",
        icon=icon_of_kind(agency.kind),
        name=agency.name,
        badges=(Badge("quiet", "Agency only"),),
        job="Practitioner not shown",
        agency="",
        for_whom=(ForWhom(circle.names(one.person for one in group), "Not shown"),),
        freshness=Freshness("none", "not shown", ""),
        why=why_shown(((one.person, agency.id, one.reasons) for one in group), circle),
        contacts=duty_contacts(agency),
        hint="duty contact",
    )
