"""What is asked before somebody is shielded or barred: of each of the family whom the asker may see."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.audit.looks import purpose_of_session
from app.audit_event import event_of_request
from app.current import moment, request_id, viewer
from graph.audit import AuditEvent, record
from graph.audit_views import AuditedFamily, read_family
from graph.bars import BarredHuman, bars_of
from graph.driver import Transaction
from graph.relations import Relation, relation
from graph.second_officer import Waits, waiting_about
from graph.shields import Shielding, shieldable
from visualisations.dates import age_in_years

GROWN_UP = 18


@dataclass(frozen=True, slots=True)
class Other:
    """One of the family: `young` for under 18s and the unborn; `lost`: the asker will not see them any more."""

    id: str
    name: str
    about: str
    young: bool
    shielded: bool
    lost: bool


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody to be shielded or barred from, and the others about whom is asked."""

    person: str
    name: str
    shielded: bool
    others: tuple[Other, ...]

    @property
    def young(self) -> set[str]:
        """The ids of the children among the others."""
        return {one.id for one in self.others if one.young}


@dataclass(frozen=True, slots=True)
class OfficersView:
    """What a privacy officer sees of a person before acting; the waiting proposals need another officer."""

    asking: Asking
    officer: Relation
    bars: list[BarredHuman]
    unshielding: list[Waits]
    lifting: list[Waits]

    def lifting_of(self, barred: BarredHuman) -> str | None:
        """The id of the waiting proposal to lift somebody's bar."""
        return next((one.id for one in self.lifting if set(one.barred_accounts) & set(barred.accounts)), None)


def ask_colleague(tx: Transaction, person: str) -> Asking | None:
    """For somebody who works with the person; None for anybody else, and for nobody. The look is recorded."""
    asked = shieldable(tx, account=viewer().account, person=person, moment=moment())
    if asked is None:
        return None
    people = [person, *(one.person for one in asked.others)]
    record(tx, event_of_request("look_before_shield", subject=person, people=people, id_=f"{request_id()}-look"))
    return asking_of(asked)


def asking_of(asked: Shielding) -> Asking:
    """The question as whoever works with the person reads it: people whom they see in full, and nobody else."""
    others = (
        _other(
            one.person,
            one.name,
            one.date_of_birth,
            one.expected_date_of_birth,
            shielded=one.shielded,
            lost=not one.direct,
        )
        for one in asked.others
    )
    return Asking(asked.person.person, asked.person.name, asked.person.shielded, tuple(others))


def ask_officer(tx: Transaction, person: str) -> OfficersView | None:
    """For a privacy officer who stated a purpose, under which the look is recorded; None where there is nobody."""
    event = replace(officers_event(tx, "view_access", person), id=f"{request_id()}-look")
    found = relation(tx, account=viewer().account, person=person, moment=moment())
    family = read_family(tx, account=viewer().account, person=person, unmasked=[], moment=moment())
    if found is None or family is None or not found.officer:
        return None
    asking = _of_family(family)
    record(tx, replace(event, people=[person, *(one.id for one in asking.others)]))
    return OfficersView(
        asking=asking,
        officer=found,
        bars=bars_of(tx, person=person),
        unshielding=waiting_about(tx, person=person, kind="unshield", moment=moment()),
        lifting=waiting_about(tx, person=person, kind="lift_bar", moment=moment()),
    )


def officers_event(tx: Transaction, kind: str, person: str) -> AuditEvent:
    """An event of a privacy officer, with the purpose they stated; NeedsPurpose where they stated none."""
    return event_of_request(kind, purpose=purpose_of_session(tx).purpose, subject=person)


def _of_family(family: AuditedFamily) -> Asking:
    subject, *others = (member.person for member in family.members)
    return Asking(
        subject.id,
        f"{subject.given_name} {subject.family_name}",
        subject.shielded,
        tuple(
            _other(
                one.id,
                f"{one.given_name} {one.family_name}",
                one.date_of_birth,
                one.expected_date_of_birth,
                shielded=one.shielded,
                lost=False,
            )
            for one in others
        ),
    )


def _other(id_: str, name: str, born: date | None, expected: date | None, *, shielded: bool, lost: bool) -> Other:
    years = age_in_years(born, moment().today)
    unborn = born is None and expected is not None
    about = "unborn" if unborn else "" if years is None else "under 1" if years < 1 else f"{years} years"
    return Other(id_, name, about, unborn or (years is not None and years < GROWN_UP), shielded, lost)
