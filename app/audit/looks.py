"""Looks of the audit pages: the purpose is read, the question answered and the look recorded by one transaction."""

from __future__ import annotations

from dataclasses import dataclass

from app.audit.forms import FindForm, PurposeForm
from app.audit_event import event_of_request
from app.current import moment, viewer
from app.sign_in.browser_session import browser_session
from graph.audit import entry_of, record
from graph.audit_finding import FoundPerson, Held, find_by_name, find_by_reference, held_by
from graph.audit_purposes import StatedPurpose, state_purpose, state_sensitive_purpose, stated_purpose
from graph.audit_sight import AgencyChoice, WhoCanSee, agencies_with_accounts, who_can_see
from graph.audit_trail import LooksAtInvolvement, looks_at_involvement
from graph.audit_views import AuditedFamily, InvolvementRow, masked_beside, read_family, read_involvement
from graph.driver import Transaction
from graph.sessions import session_id

PER_PAGE = 50


class NeedsPurpose(Exception):
    """Somebody looks who has not said why in this session."""


@dataclass(frozen=True, slots=True)
class Explained:
    """An involvement with everybody who can see it; `who` is None while the service is masked."""

    involvement: InvolvementRow
    family: AuditedFamily | None
    """For an auditor, whose sentences name the family."""
    who: WhoCanSee | None
    agencies: list[AgencyChoice]
    looked: list[LooksAtInvolvement]
    """Who has been shown it, the last look first; empty while the service is masked."""


def purpose_of_session(tx: Transaction) -> StatedPurpose:
    """What was stated in this session; NeedsPurpose where nothing was."""
    stated = stated_purpose(tx, session=session())
    if stated is None:
        raise NeedsPurpose
    return stated


def keep_purpose(tx: Transaction, form: PurposeForm) -> None:
    """Keep the purpose of this session and record that it was stated."""
    state_purpose(tx, session=session(), purpose=form.purpose())
    record(tx, event_of_request("state_purpose", purpose=form.purpose()))


def keep_sensitive_purpose(tx: Transaction, person: str, form: PurposeForm) -> bool:
    """Keep the second purpose for a person's family and record it; False where there is no such person.

    It holds for those too who share another family with somebody of it: what is seen of the family rests on them.
    """
    stated = purpose_of_session(tx)
    family = read_family(tx, account=viewer().account, person=person, unmasked=[], moment=moment())
    if family is None:
        return False
    members = [member.person.id for member in family.members]
    beside = masked_beside(tx, account=viewer().account, people=members, unmasked=members, moment=moment())
    people = [*members, *beside]
    state_sensitive_purpose(tx, session=session(), purpose=form.purpose(), people=people)
    purpose = f"{stated.purpose} / sensitive services: {form.purpose()}"
    record(tx, event_of_request("state_purpose", purpose=purpose, subject=person, people=people))
    return True


def search(tx: Transaction, form: FindForm) -> list[FoundPerson]:
    """The people whom an auditor may mean."""
    stated = purpose_of_session(tx)
    account = viewer().account
    if form.reference.data:
        found = find_by_reference(tx, account=account, reference=form.reference.data.replace(" ", ""))
    else:
        found = find_by_name(tx, account=account, name=form.typed_name(), born=form.interval())
    record(tx, event_of_request("search", purpose=stated.purpose, people=[person.id for person in found]))
    return found


def look_at_family(tx: Transaction, person: str) -> AuditedFamily | None:
    """A person's family with its involvements; None where there is no such person."""
    stated = purpose_of_session(tx)
    family = read_family(tx, account=viewer().account, person=person, unmasked=stated.sensitive_people, moment=moment())
    if family is not None:
        listed = (one.id for member in family.members for one in member.involvements if one.id)
        event = event_of_request(
            "view_access",
            purpose=stated.for_event(unmasked=person in stated.sensitive_people),
            subject=person,
            people=[member.person.id for member in family.members],
            entries=[entry_of(one, "audit", ["LISTED"]) for one in sorted(listed)],
        )
        record(tx, event)
    return family


def look_at_practitioner(tx: Transaction, practitioner: str, skip: int) -> Held | None:
    """What a practitioner holds for the administrator's agency; None where they never worked for it."""
    stated = purpose_of_session(tx)
    held = held_by(tx, account=viewer().account, practitioner=practitioner, skip=skip, limit=PER_PAGE)
    if held is not None:
        event = event_of_request(
            "view_access",
            purpose=stated.purpose,
            people=sorted({one.person for one in held.involvements}),
            entries=[entry_of(one.id, "audit", ["LISTED"]) for one in held.involvements],
        )
        record(tx, event)
    return held


def look_at_involvement(tx: Transaction, id_: str, agency: str | None, skip: int) -> Explained | None:
    """Who can see an involvement; None where the account may not ask about it, or there is none: the two stay alike."""
    stated = purpose_of_session(tx)
    account, unmasked, now = viewer().account, stated.sensitive_people, moment()
    asked = read_involvement(tx, account=account, involvement=id_, unmasked=unmasked, moment=now)
    if asked is None:
        return None
    family = read_family(tx, account=account, person=asked.person, unmasked=unmasked, moment=now)
    who, looked = None, []
    if not asked.masked:
        looked = looks_at_involvement(tx, involvement=id_, unmasked=unmasked)
        if family is None:
            # An administrator has no second purpose: that somebody is masked would tell of a sensitive service.
            looked = [one for one in looked if not one.masked]
        own_agency = None if family else viewer().agency
        who = who_can_see(
            tx,
            account=account,
            involvement=id_,
            person=asked.person,
            unmasked=unmasked,
            others_of=own_agency or agency,
            # Who is missing among all accounts would name whoever works with the family for a masked service.
            tell_others=family is None or not family.masked,
            skip=skip,
            limit=PER_PAGE,
            moment=now,
        )
    event = event_of_request(
        "view_access",
        purpose=stated.for_event(unmasked=asked.person in unmasked),
        subject=asked.person,
        people=[member.person.id for member in family.members] if family else [asked.person],
        entries=[entry_of(id_, "audit", ["MASKED" if asked.masked else "EXPLAINED"])],
    )
    record(tx, event)
    return Explained(asked, family, who, agencies_with_accounts(tx), looked)


def session() -> str:
    """The id under which the graph knows this browser's session."""
    return session_id(browser_session().token)
