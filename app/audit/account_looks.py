"""Looks at one account: what it sees and why, beside another account's sight, and the very page it would get."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from app.audit.forms import AccountForm, PurposeForm
from app.audit.looks import purpose_of_session, session
from app.audit_event import event_of_request
from app.current import moment, viewer
from graph.audit import entry_of, record
from graph.audit_accounts import (
    AuditedAccount,
    FoundAccount,
    ReachRow,
    SeenPerson,
    find_accounts,
    looked_before,
    reach_of,
    read_account,
    sight_of,
)
from graph.audit_purposes import StatedPurpose, state_sensitive_purpose
from graph.audit_sight import ExplainedRow, explain
from graph.audit_views import AuditedFamily, read_family
from graph.driver import Transaction
from graph.looks import Look, entries_of
from graph.moment import LONDON, Moment
from graph.team import read_team

PEOPLE_A_PAGE = 25


@dataclass(frozen=True, slots=True)
class AccountSight:
    """A page of whom an account may reach: how much it sees of each, and the decisions, by involvement.

    `beside` is the other account, or the same at another moment, with its decisions; empty where nothing is compared.
    `masked`: no second purpose was stated for this account. It does not say whether anything is masked.
    """

    account: AuditedAccount
    reach: ReachRow
    people: tuple[SeenPerson, ...]
    rows: dict[str, ExplainedRow]
    other: AuditedAccount | None
    beside: dict[str, ExplainedRow]
    masked: bool


@dataclass(frozen=True, slots=True)
class ViewedAs:
    """What an account gets at a person's team: the look, None for "Page not found"; `masked`: not told of yet."""

    account: AuditedAccount
    family: AuditedFamily
    look: Look | None
    masked: bool


def search_accounts(tx: Transaction, form: AccountForm) -> list[FoundAccount]:
    """The accounts that an auditor may mean."""
    stated = purpose_of_session(tx)
    found = find_accounts(tx, account=viewer().account, typed=form.typed())
    record(tx, event_of_request("search", purpose=stated.purpose, objects=[f"account:{one.id}" for one in found]))
    return found


def look_at_account(
    tx: Transaction, wanted: str, skip: int, other: str | None = None, then: Moment | None = None
) -> AccountSight | None:
    """A page of what an account sees and why; None where there is no such account, or no such other one."""
    stated, asker, now = purpose_of_session(tx), viewer().account, moment()
    account = read_account(tx, account=asker, wanted=wanted, moment=now)
    beside = read_account(tx, account=asker, wanted=other, moment=now) if other else None
    if account is None or (other and beside is None):
        return None
    unmasked = stated.sensitive_people
    reach = reach_of(tx, account=asker, wanted=wanted, unmasked=unmasked, skip=skip, limit=PEOPLE_A_PAGE, moment=now)
    people = sight_of(tx, account=asker, wanted=wanted, people=reach.people, unmasked=unmasked, moment=now)
    involvements = sorted(one.id for person in people for one in person.involvements)

    def told(id_: str, at: Moment) -> dict[str, ExplainedRow]:
        given = explain(tx, account=asker, involvements=involvements, accounts=[id_], unmasked=unmasked, moment=at)
        return {row.involvement: row for row in given}

    rows = told(wanted, now)
    compared = told(other, now) if other else told(wanted, then) if then else {}
    _record(tx, "view_access", stated, [account, *([beside] if beside else [])], people, involvements)
    masked = _reach_of(wanted) not in unmasked
    return AccountSight(account, reach, tuple(people), rows, beside, compared, masked)


def keep_purpose_for_account(tx: Transaction, wanted: str, form: PurposeForm) -> bool:
    """Keep the second purpose for everybody an account may reach; False where there is no such account."""
    stated, asker = purpose_of_session(tx), viewer().account
    if read_account(tx, account=asker, wanted=wanted, moment=moment()) is None:
        return False
    reach = reach_of(tx, account=asker, wanted=wanted, unmasked=[], skip=0, limit=0, moment=moment(), everybody=True)
    people = [*reach.all_people, _reach_of(wanted)]
    state_sensitive_purpose(tx, session=session(), purpose=form.purpose(), people=people)
    purpose = f"{stated.purpose} / sensitive services: {form.purpose()}"
    event = event_of_request("state_purpose", purpose=purpose, people=reach.all_people, objects=[f"account:{wanted}"])
    record(tx, event)
    return True


def view_as(tx: Transaction, wanted: str, person: str) -> ViewedAs | None:
    """The team that an account would be shown; None where there is no such account or person.

    It is the auditor's look and recorded as theirs: the account's own last look stays what it was. While a service
    around the person's family is masked nothing is read: the very page cannot be shown with parts left out, and what it
    shows of a relative may rest on work with that relative's other family.
    """
    stated, asker, now = purpose_of_session(tx), viewer().account, moment()
    account = read_account(tx, account=asker, wanted=wanted, moment=now)
    family = read_family(tx, account=asker, person=person, unmasked=stated.sensitive_people, moment=now)
    if account is None or family is None:
        return None
    look = None
    if not family.masked and account.active and account.role in ("practitioner", "coordinator"):
        team = read_team(tx, account=wanted, person=person, moment=now)
        began = datetime.combine(now.today, time.min, LONDON).astimezone(UTC)
        earlier = looked_before(tx, wanted=wanted, person=person, day_began=began)
        look = Look(team, earlier) if team else None
    event = event_of_request(
        "view_as",
        purpose=stated.for_event(unmasked=person in stated.sensitive_people),
        subject=person,
        people=[one.id for one in look.team.people] if look else [],
        entries=entries_of(look.team) if look else [],
        objects=[f"account:{wanted}"],
    )
    record(tx, event)
    return ViewedAs(account, family, look, family.masked)


def _reach_of(account: str) -> str:
    """By which the session knows that a second purpose was stated for whom an account may reach, if it is nobody."""
    return f"reach:{account}"


def _record(
    tx: Transaction,
    kind: str,
    stated: StatedPurpose,
    accounts: Sequence[AuditedAccount],
    people: Sequence[SeenPerson],
    involvements: Sequence[str],
) -> None:
    shown = [one.person.id for one in people]
    event = event_of_request(
        kind,
        purpose=stated.for_event(unmasked=any(id_ in stated.sensitive_people for id_ in shown)),
        people=shown,
        entries=[entry_of(id_, "audit", ["EXPLAINED"]) for id_ in involvements],
        objects=[f"account:{one.account}" for one in accounts],
    )
    record(tx, event)
