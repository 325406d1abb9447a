"""What the pages of emergency access do: each in one transaction, decided, recorded, told and queued together."""

from __future__ import annotations

from dataclasses import dataclass

from app.audit_event import event_of_request
from app.current import database, moment, viewer
from app.emergency.codes import code_key, code_of
from app.search.looking import Outcome, count_against_budget
from app.search.proof import Found as Proof
from app.sign_in.browser_session import browser_session
from graph.audit import record
from graph.break_glass import (
    EmergencySight,
    Found,
    Justification,
    NothingToBreak,
    break_glass,
    end_break_glass,
    sight_now,
    sight_to_break,
    state_justification,
    stated_justification,
)
from graph.break_glass_requests import Request, ask
from graph.driver import Transaction
from graph.emergency_search import find_in_emergency
from graph.search import Asked
from graph.sessions import session_id


@dataclass(frozen=True, slots=True)
class Broken:
    """What an attempt has led to: access to the team, or, with `request`, a request that waits for somebody else."""

    person: str
    request: str | None


def keep_justification(justification: Justification) -> None:
    """Keep why this session looks in an emergency, and record that it was stated."""

    def keep(tx: Transaction) -> None:
        state_justification(tx, session=_session(), justification=justification)
        record(tx, event_of_request("state_justification", purpose=justification.words()))

    database().write(keep)


def kept_justification() -> Justification | None:
    """What this session has stated; None before it has."""
    return database().read(lambda tx: stated_justification(tx, session=_session()))


def look_in_emergency(asked: Asked, justification: Justification) -> Outcome:
    """Search, unless the account must wait; the event holds the justification and who was answered."""

    def look(tx: Transaction) -> Outcome:
        allowance = count_against_budget(tx)
        if not allowance.allowed:
            return Outcome(None, allowance.wait_seconds)
        answers = find_in_emergency(tx, account=viewer().account, asked=asked, moment=moment())
        people = [person.id for person in answers.people]
        record(tx, event_of_request("emergency_search", purpose=justification.words(), people=people))
        return Outcome(answers)

    return database().write(look)


def person_shown(person: str) -> EmergencySight | None:
    """Somebody as the account sees them now; None for whom it may not see, and for nobody."""
    return database().read(lambda tx: sight_now(tx, account=viewer().account, person=person, moment=moment()))


def break_for(proof: Proof, justification: Justification, *, searched: bool) -> Broken:
    """Give the account emergency access, or ask for it where somebody is shielded; else NothingToBreak."""
    found: Found = "not" if not searched else "certainly" if proof.by_reference_and_birth else "found"
    return database().write(lambda tx: _break(tx, proof, justification, found))


def end_access(grant: str) -> None:
    """End the account's own emergency access; what lasts no more, or is somebody else's, is left as it is."""
    event = event_of_request("end_break_glass")
    database().write(
        lambda tx: end_break_glass(tx, account=viewer().account, grant=grant, event=event, moment=moment())
    )


def _break(tx: Transaction, proof: Proof, justification: Justification, found: Found) -> Broken:
    account, person = viewer(), proof.person
    sight = sight_to_break(tx, account=account.account, person=person, found=found, moment=moment())
    if sight.broken:
        return Broken(person, None)
    words = justification.words()
    if not sight.shielded:
        event = event_of_request("break_glass", purpose=words, subject=person, people=[person], id_=proof.grant)
        break_glass(tx, event=event, grant=proof.grant, justification=justification, moment=moment())
        now = sight_now(tx, account=account.account, person=person, moment=moment())
        if now is None or not now.broken:
            raise NothingToBreak  # this proof has given access already, which has been ended since
        return Broken(person, None)
    asked_id = f"{proof.grant}-asked"
    event = event_of_request("ask_break_glass", purpose=words, subject=person, people=[person], id_=asked_id)
    key = code_key(code_of(proof.grant))
    wanted = Request(proof.grant, account.account, account.agency, person, justification, key)
    return Broken(person, ask(tx, request=wanted, event=event, moment=moment()))


def _session() -> str:
    return session_id(browser_session().token)
