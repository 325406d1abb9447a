"""An involvement of a colleague, or of another agency's practitioner: it counts once that practitioner confirms it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from graph.audit import AuditEvent, entry_of, record
from graph.driver import Transaction
from graph.moment import Moment
from graph.own_involvement import NewInvolvement, store_involvement
from graph.proposals import Touched, keep, was_made
from graph.query_loader import read_query
from graph.relations import Relation, hold_people, relation
from graph.team import read_team

Asked = Literal["asked", "not_employed"]


@dataclass(frozen=True, slots=True)
class Colleague:
    """A practitioner of the own agency with an active account."""

    id: str
    name: str
    job_title: str | None


@dataclass(frozen=True, slots=True)
class Askable:
    """A person, and the practitioners who may be asked, as "PRACTITIONER AGENCY" with a name for the form."""

    person: Relation
    choices: list[tuple[str, str]]


_COLLEAGUES = read_query("proposals/colleagues", Colleague)
_EMPLOYED = read_query("proposals/employed", Touched)


def askable(tx: Transaction, *, account: str, person: str, moment: Moment) -> Askable | None:
    """Whom somebody who works with the person may ask: their own colleagues, and practitioners shown in the team.

    None where the account does not work with the person, and where there is nobody of that id.
    """
    found = relation(tx, account=account, person=person, moment=moment)
    if found is None or not found.works_with:
        return None
    team = read_team(tx, account=account, person=person, moment=moment)
    colleagues = tx.run(_COLLEAGUES, account=account, today=moment.today)
    choices = {f"{one.id} {found.agency}": one.name for one in colleagues}
    for one in team.involvements if team else ():
        if one.current and one.practitioner.id != found.practitioner:
            choices.setdefault(f"{one.practitioner.id} {one.agency.id}", f"{one.practitioner.name}, {one.agency.name}")
    return Askable(found, sorted(choices.items(), key=lambda pair: (pair[1], pair[0])))


def ask_other(
    tx: Transaction, *, event: AuditEvent, id_: str, who: str, new: NewInvolvement, moment: Moment
) -> Asked | None:
    """Record that `who` works with `event.subject`, unconfirmed until they accept (visibility.md).

    Whether they know the person already, or are barred from them, is not told: that is theirs to answer, or nobody's.
    None where the account does not work with the person, or `who` is nobody it may ask.
    """
    if event.account is None or event.subject is None:
        raise ValueError("An involvement needs an account and a subject.")
    account, person = event.account, event.subject
    asked = askable(tx, account=account, person=person, moment=moment)
    if asked is None or who not in dict(asked.choices):
        return None
    hold_people(tx, [person])
    if was_made(tx, id_):
        return "asked"
    practitioner, agency = who.split(" ")
    if not tx.run(_EMPLOYED, practitioner=practitioner, agency=agency, day=new.from_):
        return "not_employed"
    keep(
        tx,
        id_=id_,
        kind="involvement",
        maker=account,
        moment=moment,
        subject=person,
        agency=agency,
        asked=practitioner,
        type=new.type,
        involvement=id_,
        reason=new.reason,
    )
    store_involvement(
        tx,
        id_=id_,
        practitioner=practitioner,
        agency=agency,
        person=person,
        source="colleague",
        new=new,
        moment=moment,
    )
    record(tx, replace(event, people=[person], entries=[entry_of(id_, "full", ["PROPOSED"])]))
    return "asked"
