"""One involvement: read, changed and kept true by its holder, or by a colleague who works with the person.

The rules are visibility.md's, "Who may change what". A change counts at once and keeps what was recorded before.
Whoever comes second is told what the first changed. Nobody widens their own sight alone: what is over stays so for its
holder.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Literal

from graph.administration.changes import version_of
from graph.audit import AuditEvent, entry_of, record
from graph.driver import Transaction
from graph.history import Former, history_of, keep_former
from graph.involvement_ends import tell_holder, withdraw_hand_overs
from graph.moment import Moment
from graph.proposals import Touched
from graph.query_loader import Nothing, read_query, write_query
from graph.relations import hold_people

Outcome = Literal["changed", "same", "stale", "over", "not_employed", "left"]
OF_ITS_HOLDER = ("basis", "sensitive", "broker")
"""What the level `full` does not tell: its holder alone reads and changes it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What can be changed of an involvement; `sensitive` is the mark, which is raised and never lowered."""

    type: str
    role: str | None
    from_: date | None
    to: date | None
    basis: str | None
    sensitive: bool
    broker: str | None

    def over(self, today: date) -> bool:
        """Whether it has ended."""
        return self.to is not None and self.to <= today


@dataclass(frozen=True, slots=True)
class Involvement:
    """An involvement as an account that may change it reads it.

    marked: its own mark as sensitive; sensitive: so for whatever reason. taken_over: from a colleague who held it.
    mine: the account's practitioner holds it; direct: the account works with the person; names as far as `identity`.
    """

    id: str
    person: str
    given_name: str
    family_name: str
    identity: Literal["full", "restricted"]
    practitioner: str
    practitioner_name: str
    agency: str
    agency_name: str
    type: str
    type_label: str
    role: str | None
    from_: date | None
    to: date | None
    basis: str | None
    marked: bool
    sensitive: bool
    broker: str | None
    broker_name: str | None
    lead: bool
    confirmed: bool
    last_confirmed: date | None
    taken_over: bool
    current: bool
    reasons: list[str]
    mine: bool
    own_agency: bool
    direct: bool

    @property
    def name(self) -> str:
        """The person's whole name."""
        return f"{self.given_name} {self.family_name}"

    @property
    def facts(self) -> Facts:
        """What can be changed."""
        return Facts(self.type, self.role, self.from_, self.to, self.basis, self.marked, self.broker)

    @property
    def version(self) -> str:
        """A digest of what this account reads, by which a form tells which state it was filled in from."""
        return version_of(self.read(asdict(self.facts)))

    def read(self, facts: dict[str, Any]) -> dict[str, Any]:
        """Those of the facts that this account may read."""
        return facts if self.mine else {name: value for name, value in facts.items() if name not in OF_ITS_HOLDER}


@dataclass(frozen=True, slots=True)
class Change:
    """How a change ended; `now` is what is recorded now."""

    outcome: Outcome
    now: Involvement


_ONE = read_query("involvements/one", Involvement)
_EMPLOYED = read_query("proposals/employed", Touched)
_CHANGE = write_query("involvements/change", Nothing)


def read_involvement(tx: Transaction, *, account: str, involvement: str, moment: Moment) -> Involvement | None:
    """The involvement where the account may change it; None for any other, and for none: the two stay alike."""
    rows = tx.run(_ONE, account=account, involvement=involvement, now=moment.now, today=moment.today)
    return rows[0] if rows else None


def held_still(tx: Transaction, *, account: str, involvement: str, moment: Moment) -> Involvement | None:
    """The same, with no other change about its person until this transaction ends."""
    found = read_involvement(tx, account=account, involvement=involvement, moment=moment)
    if found is None:
        return None
    hold_people(tx, [found.person])
    return read_involvement(tx, account=account, involvement=involvement, moment=moment)


def involvement_history(tx: Transaction, found: Involvement) -> list[Former]:
    """What it said before each change, the newest first, as far as the account that read it may know."""
    former = (replace(one, said=found.read(one.said)) for one in history_of(tx, [found.id]))
    return [one for one in former if one.said]


def change_involvement(
    tx: Transaction, *, event: AuditEvent, id_: str, involvement: str, wanted: Facts, version: str, moment: Moment
) -> Change | None:
    """Record `wanted` for `event.account`; `version` is that of the state the form showed.

    `over`: it has ended, and its holder alone cannot take it up again. `not_employed`: its holder did not work for the
    agency on the first day; `left`: does not today. None where the account may not. The same `id_` again changes
    nothing more.
    """
    found = held_still(tx, account=_account(event), involvement=involvement, moment=moment)
    if found is None:
        return None
    wanted = _allowed(found, wanted)
    before = _unlike(found.facts, wanted)
    if not before:
        return Change("same", found)
    if found.version != version:
        return Change("stale", found)
    refusal = _refusal(tx, found, wanted, moment)
    if refusal:
        return Change(refusal, found)
    _store(tx, event, id_, found, wanted, before, moment)
    return Change("changed", found)


def _allowed(found: Involvement, wanted: Facts) -> Facts:
    """What the account may change of what it wants: an unconfirmed one can only end, a mark as sensitive only rise."""
    facts = found.facts
    if not found.confirmed:
        return replace(facts, to=wanted.to)
    if not found.mine:
        wanted = replace(wanted, basis=facts.basis, broker=facts.broker, sensitive=facts.sensitive)
    raised = wanted.sensitive or facts.sensitive or (found.sensitive and wanted.type != facts.type)
    return replace(wanted, sensitive=raised)


def _refusal(
    tx: Transaction, found: Involvement, wanted: Facts, moment: Moment
) -> Literal["over", "not_employed", "left"] | None:
    stored = found.facts
    later = stored.to is not None and (wanted.to is None or wanted.to > stored.to)
    if found.mine and stored.over(moment.today) and later:
        return "over"
    if wanted.from_ != stored.from_ and not _employed(tx, found, wanted.from_ or moment.today):
        return "not_employed"
    if _taken_up_again(found, wanted, moment.today) and not _employed(tx, found, moment.today):
        return "left"
    return None


def _employed(tx: Transaction, found: Involvement, day: date) -> bool:
    return bool(tx.run(_EMPLOYED, practitioner=found.practitioner, agency=found.agency, day=day))


def _taken_up_again(found: Involvement, wanted: Facts, today: date) -> bool:
    return found.facts.over(today) and not wanted.over(today)


def _store(
    tx: Transaction,
    event: AuditEvent,
    id_: str,
    found: Involvement,
    wanted: Facts,
    before: dict[str, Any],
    moment: Moment,
) -> None:
    facts = {"broker_id" if name == "broker" else name.rstrip("_"): getattr(wanted, name) for name in before}
    if _taken_up_again(found, wanted, moment.today):
        # Somebody else may lead by now, also somebody whom this account does not see.
        facts |= {"lead": False, "led_since": None}
    account = _account(event)
    said = {name.rstrip("_"): value for name, value in before.items()}
    keep_former(tx, id_=id_, kind="involvement", of=found.id, said=said, account=account, moment=moment)
    tx.run(_CHANGE, changes=[{"id": found.id, "facts": facts}])
    ended = wanted.over(moment.today)
    if ended:
        withdraw_hand_overs(tx, people=[found.person], involvements=[found.id], account=account, moment=moment)
    if not found.mine:
        kind = "involvement_ended" if ended else "involvement_changed"
        about = None if ended else found.person
        tell_holder(tx, found.practitioner, found.agency, kind, about, by_account=account, moment=moment, about=id_)
    purpose = f"changed: {', '.join(sorted(said))}"
    record(tx, replace(event, subject=found.person, people=[found.person], entries=[_entry(found)], purpose=purpose))


def _unlike(stored: Facts, wanted: Facts) -> dict[str, Any]:
    """The facts that are to change, with what they say now."""
    now, then = asdict(stored), asdict(wanted)
    return {name: value for name, value in now.items() if value != then[name]}


def _entry(found: Involvement) -> str:
    return entry_of(found.id, "full", found.reasons)


def _account(event: AuditEvent) -> str:
    if event.account is None:
        raise ValueError("A change needs an account.")
    return event.account
