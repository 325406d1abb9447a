"""What would change in who sees what of one family, if something were otherwise: decided by the fragment, and undone.

The change is made in a transaction that is always rolled back, after the state before has been read in it, so that its
locks last for one reading alone. Nobody else ever reads the change: other transactions see what is committed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal
from uuid import uuid4

from graph.audit_sight import AgencyChoice, ExplainedRow, accounts_near, explain
from graph.break_glass import sights_if_broken
from graph.driver import Database, GraphFault, Transaction
from graph.moment import Moment
from graph.plans import sample_parameters
from graph.query_loader import Nothing, load_by_name, query_names, read_query, write_query

Change = Literal["consent_withdrawn", "consent_given", "shielded", "agreement_ended", "suspended", "moved", "barred"]


@dataclass(frozen=True, slots=True)
class Supposition:
    """What is supposed: the change, and the ids that it needs."""

    change: Change
    person: str | None = None
    """consent_withdrawn, consent_given, shielded, barred."""
    account: str | None = None
    """suspended, moved, barred."""
    agreement: str | None = None
    """agreement_ended."""
    agency: str | None = None
    """moved: where to."""
    sensitive: bool = False
    """consent_given: sensitive services included."""


@dataclass(frozen=True, slots=True)
class AgreementChoice:
    """An agreement to choose."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class SightChange:
    """One pair whose level, or reasons, differ; before is None where no permit could reach the account."""

    before: ExplainedRow | None
    after: ExplainedRow


PLANNED_WITHIN = timedelta(minutes=2)
ASKED_AFTER_CHANGES = ("consent/", "notices/", "proposals/")
"""The folders of cypher/ whose queries are also asked by a transaction that has changed something already."""
_ANY_CHANGE = write_query("what_if/any_change", Nothing)
_DECIDE_CONSENT = write_query("what_if/decide_consent", Nothing)
_SHIELD = write_query("what_if/shield", Nothing)
_BAR = write_query("what_if/bar", Nothing)
_SUSPEND = write_query("what_if/suspend", Nothing)
_END_AGREEMENT = write_query("what_if/end_agreement", Nothing)
_MOVE = write_query("what_if/move", Nothing)
_AGENCIES = read_query("audit_views/agencies_to_move_to", AgencyChoice)
_AGREEMENTS = read_query("audit_views/agreements_in_force", AgreementChoice)


def agreements_in_force(tx: Transaction, *, moment: Moment) -> list[AgreementChoice]:
    """The agreements in force, by name."""
    return tx.run(_AGREEMENTS, today=moment.today)


def agencies_to_move_to(tx: Transaction) -> list[AgencyChoice]:
    """The agencies that somebody could move to, by name."""
    return tx.run(_AGENCIES)


def what_if(
    tx: Transaction,
    supposed: Supposition,
    *,
    account: str,
    people: Sequence[str],
    involvements: Sequence[str],
    unmasked: Sequence[str],
    moment: Moment,
) -> list[SightChange]:
    """The pairs of account and involvement that the supposition changes, as an auditor may read them.

    `tx` must be one that is rolled back (Database.suppose). What is masked on either side is left out.
    """

    def rows(accounts: Sequence[str]) -> dict[tuple[str, str], ExplainedRow]:
        given = explain(
            tx, account=account, involvements=involvements, accounts=accounts, unmasked=unmasked, moment=moment
        )
        return {(row.account, row.involvement): row for row in given}

    near = accounts_near(tx, people=people, moment=moment)
    before = rows(near)
    _APPLY[supposed.change](tx, supposed, moment)
    # A change can bring accounts near, none away from the comparison: the sight of those near before is asked again.
    after = rows(sorted({*near, *accounts_near(tx, people=people, moment=moment)}))
    return [
        SightChange(before.get(key), row)
        for key, row in sorted(after.items())
        if (key in before or key[0] not in near) and _sight(before.get(key)) != _sight(row)
    ]


def prepare(database: Database, moment: Moment) -> None:
    """Have the server plan what a supposition asks: it plans anew for a transaction with changes, in seconds.

    An emergency search supposes too, and telling holders and deciding proposals read after they have written.
    """

    def ask(tx: Transaction) -> None:
        tx.run(_ANY_CHANGE, id=uuid4().hex)
        sights_if_broken(tx, account="", people=[], moment=moment)
        for query in (load_by_name(name) for name in query_names() if name.startswith(ASKED_AFTER_CHANGES)):
            if query.header.mode == "read":
                tx.plan(query, **sample_parameters(query))
        explain(tx, account="", involvements=[], accounts=[], unmasked=[], moment=moment)
        accounts_near(tx, people=[], moment=moment)

    # A server that is away, or slow, now is told of by the first request that needs it.
    with suppress(GraphFault):
        database.suppose(ask, PLANNED_WITHIN)


def _sight(row: ExplainedRow | None) -> tuple[str, tuple[str, ...]]:
    """Level and reasons; blockers alone change nothing of what is seen."""
    return (row.level, tuple(row.reasons)) if row else ("none", ())


def _consent_withdrawn(tx: Transaction, one: Supposition, moment: Moment) -> None:
    _decide(tx, one, "withdrawn", moment)


def _consent_given(tx: Transaction, one: Supposition, moment: Moment) -> None:
    _decide(tx, one, "given", moment)


def _decide(tx: Transaction, one: Supposition, decision: str, moment: Moment) -> None:
    tx.run(
        _DECIDE_CONSENT,
        id=uuid4().hex,
        person=one.person,
        decision=decision,
        sensitive=one.sensitive,
        now=moment.now,
    )


def _shielded(tx: Transaction, one: Supposition, moment: Moment) -> None:
    tx.run(_SHIELD, person=one.person)


def _barred(tx: Transaction, one: Supposition, moment: Moment) -> None:
    tx.run(_BAR, id=uuid4().hex, person=one.person, wanted=one.account)


def _suspended(tx: Transaction, one: Supposition, moment: Moment) -> None:
    tx.run(_SUSPEND, wanted=one.account)


def _agreement_ended(tx: Transaction, one: Supposition, moment: Moment) -> None:
    tx.run(_END_AGREEMENT, agreement=one.agreement, today=moment.today)


def _moved(tx: Transaction, one: Supposition, moment: Moment) -> None:
    tx.run(_MOVE, wanted=one.account, agency=one.agency, today=moment.today)


_APPLY: dict[Change, Callable[[Transaction, Supposition, Moment], None]] = {
    "consent_withdrawn": _consent_withdrawn,
    "consent_given": _consent_given,
    "shielded": _shielded,
    "agreement_ended": _agreement_ended,
    "suspended": _suspended,
    "moved": _moved,
    "barred": _barred,
}
