"""Who leads for a person: at most one current involvement, always (visibility.md, "Who may change what").

Whoever works with the person asks, and waits until the present lead agrees or two working days have passed. The answer
is the same whether there is a lead whom they do not see or none: so only a present lead whom they see, and who sees
them, is told and can agree before the time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Literal

from graph.access import decide, decide_for_accounts
from graph.audit import AuditEvent, entry_of, record
from graph.driver import Database, Transaction
from graph.history import keep_former
from graph.involvement_ends import tell_holder
from graph.involvements import Involvement, held_still, read_involvement
from graph.moment import Moment
from graph.notices import tell
from graph.proposals import Touched, own_id
from graph.query_loader import Nothing, read_query, write_query
from graph.relations import hold_people
from graph.working_days import after_working_days

WORKING_DAYS = 2
State = Literal["done", "agreed", "withdrawn", "lapsed"]


@dataclass(frozen=True, slots=True)
class OwnRequest:
    """A request that waits, and when it takes effect at the latest (UTC)."""

    id: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class LeadRequest:
    """A request that waits, with who asks, for which agency and by which involvement."""

    id: str
    person: str
    involvement: str
    account: str
    practitioner_name: str
    agency_name: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class DueRequest:
    """A request whose time has come."""

    id: str
    person: str
    involvement: str
    account: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class PresentLead:
    """The involvement that leads, and the accounts that act for its holder."""

    id: str
    accounts: list[str]


@dataclass(frozen=True, slots=True)
class Displaced:
    """An involvement that led until another took over."""

    id: str
    practitioner: str
    agency: str


_OWN = read_query("leads/own_request", OwnRequest)
_ASK = write_query("leads/ask", OwnRequest)
_PRESENT = read_query("leads/present", PresentLead)
_WAITING = read_query("leads/waiting", LeadRequest)
_ANSWERED = read_query("leads/answered", Touched)
_DUE = read_query("leads/due", DueRequest)
_STILL_WAITS = read_query("leads/still_waits", Touched)
_SETTLE = write_query("leads/settle", Nothing)
_TAKE = write_query("leads/take", Displaced)


def may_ask(found: Involvement) -> bool:
    """Whether its account may ask that an involvement leads: the holder's, for their agency, in force, of a person with
    whom they work."""
    return found.mine and found.own_agency and found.direct and found.confirmed and found.current


def own_request(tx: Transaction, found: Involvement) -> OwnRequest | None:
    """The request that waits for an involvement which its account has read."""
    rows = tx.run(_OWN, involvement=found.id, person=found.person)
    return rows[0] if rows else None


def requests_for(tx: Transaction, *, account: str, found: Involvement, moment: Moment) -> list[LeadRequest]:
    """Who asks to take over from an involvement that leads: those whom its account sees and who see it."""
    waiting = tx.run(_WAITING, person=found.person) if found.mine and found.lead and found.current else []
    seen = _full(tx, account, [one.involvement for one in waiting], moment)
    asking = [one.account for one in waiting]
    seeing = decide_for_accounts(tx, involvement=found.id, accounts=asking, moment=moment)
    see = {one.account for one in seeing if one.level == "full"}
    return [one for one in waiting if one.involvement in seen and one.account in see and one.involvement != found.id]


def ask_to_lead(tx: Transaction, *, event: AuditEvent, involvement: str, token: str, moment: Moment) -> bool:
    """Ask that an involvement of `event.account`'s own leads; False where the account may not.

    One request waits for an involvement at a time, and none for one that leads already: again changes nothing.
    """
    account = str(event.account)
    found = held_still(tx, account=account, involvement=involvement, moment=moment)
    if found is None or not may_ask(found):
        return False
    if found.lead:
        return True
    id_ = own_id(account, "lead", involvement, token)
    asked = {
        "id": id_,
        "person": found.person,
        "involvement": found.id,
        "account": account,
        "practitioner": found.practitioner,
        "due_at": after_working_days(moment, WORKING_DAYS),
    }
    request = tx.run(_ASK, request=asked, now=moment.now)[0]
    _tell_present(tx, found, account, request.id, moment)
    _record(tx, event, found)
    return True


def withdraw_request(tx: Transaction, *, event: AuditEvent, involvement: str, moment: Moment) -> bool:
    """Take the own request back; False where there is no such involvement of the account's. Again changes nothing."""
    found = held_still(tx, account=str(event.account), involvement=involvement, moment=moment)
    if found is None or not found.mine:
        return False
    request = own_request(tx, found)
    if request is not None:
        tx.run(_SETTLE, request=request.id, state="withdrawn", account=event.account, now=moment.now)
        _record(tx, event, found)
    return True


def agree_to_lead(tx: Transaction, *, event: AuditEvent, involvement: str, request: str, moment: Moment) -> bool:
    """Let somebody else lead, for `event.account` whose `involvement` leads; False where it may not agree to this."""
    account = str(event.account)
    found = held_still(tx, account=account, involvement=involvement, moment=moment)
    if found is None or not found.mine:
        return False
    if tx.run(_ANSWERED, request=request, account=account):
        return True
    asked = next(
        (one for one in requests_for(tx, account=account, found=found, moment=moment) if one.id == request), None
    )
    if asked is None or not _asks_rightly(tx, asked, moment):
        return False
    _take(tx, asked, account, moment)
    tx.run(_SETTLE, request=asked.id, state="agreed", account=account, now=moment.now)
    tell(
        tx,
        accounts=[asked.account],
        kind="lead_taken",
        person=asked.person,
        by_account=account,
        moment=moment,
        about=asked.id,
    )
    _record(tx, event, found)
    return True


def pass_leads_on(database: Database, moment: Moment) -> int:
    """Let every request take effect whose two working days have passed, each in a transaction with its audit event.

    Answers how many led to a new lead. However many processes try, each takes effect once.
    """
    due = database.read(lambda tx: tx.run(_DUE, now=moment.now))
    return sum(database.write(lambda tx, one=one: _pass_on(tx, one, moment)) for one in due)


def _pass_on(tx: Transaction, due: DueRequest, moment: Moment) -> bool:
    hold_people(tx, [due.person])
    if not tx.run(_STILL_WAITS, request=due.id):
        return False
    asks = _asks_rightly(tx, due, moment)
    displaced = _take(tx, due, due.account, moment) if asks else []
    tx.run(_SETTLE, request=due.id, state="done" if asks else "lapsed", account=None, now=moment.now)
    told = [due.account] if asks else []
    tell(tx, accounts=told, kind="lead_taken", person=due.person, by_account=due.account, moment=moment, about=due.id)
    for one in displaced:
        # Not by whom: the new lead may be somebody whom the reader does not see.
        tell_holder(
            tx,
            one.practitioner,
            one.agency,
            "lead_passed",
            due.person,
            by_account=due.account,
            moment=moment,
            about=due.id,
        )
    event = AuditEvent(
        kind="lead_taken" if asks else "lead_lapsed",
        at=moment.now,
        account=due.account,
        subject=due.person,
        people=[due.person],
        purpose=f"involvement:{due.involvement}",
        id=sha256(f"lead {due.id}".encode()).hexdigest()[:32],
    )
    record(tx, event)
    return asks


def _asks_rightly(tx: Transaction, asked: LeadRequest | DueRequest, moment: Moment) -> bool:
    """Whether whoever asked may still ask, by the involvement for which they did."""
    found = read_involvement(tx, account=asked.account, involvement=asked.involvement, moment=moment)
    return found is not None and may_ask(found)


def _take(tx: Transaction, asked: LeadRequest | DueRequest, account: str, moment: Moment) -> list[Displaced]:
    """Let an involvement lead and no other; its person is held."""
    displaced = tx.run(_TAKE, person=asked.person, involvement=asked.involvement, today=moment.today, now=moment.now)
    for one in displaced:
        id_ = own_id(asked.id, "displaced", one.id)
        keep_former(tx, id_=id_, kind="involvement", of=one.id, said={"lead": True}, account=account, moment=moment)
    return displaced


def _tell_present(tx: Transaction, found: Involvement, account: str, request: str, moment: Moment) -> None:
    """Tell a present lead whom the asking account sees, and who sees the asking involvement."""
    present = tx.run(_PRESENT, person=found.person, today=moment.today)
    seen = _full(tx, account, [one.id for one in present], moment)
    accounts = [one for lead in present for one in lead.accounts]
    seeing = decide_for_accounts(tx, involvement=found.id, accounts=accounts, moment=moment)
    see = {one.account for one in seeing if one.level == "full"}
    leads = [(lead.id, one) for lead in present if lead.id in seen for one in lead.accounts if one in see]
    about = f"{leads[0][0]}.{request}" if leads else request
    told = [one for _, one in leads]
    tell(tx, accounts=told, kind="lead_asked", person=found.person, by_account=account, moment=moment, about=about)


def _full(tx: Transaction, account: str, involvements: list[str], moment: Moment) -> set[str]:
    """Those of the involvements that the account sees in full."""
    decided = decide(tx, account=account, involvements=involvements, moment=moment)
    return {one.involvement for one in decided if one.level == "full"}


def _record(tx: Transaction, event: AuditEvent, found: Involvement) -> None:
    entries = [entry_of(found.id, "full", found.reasons)]
    record(tx, replace(event, subject=found.person, people=[found.person], entries=entries))
