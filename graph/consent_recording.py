"""Recording a decision about consent (visibility.md, "Who may change what").

Anybody who works with the person records one, and it counts at once. A yes that includes sensitive services counts at
once where a practitioner of such a service records it; else it is a proposal, without effect, until one accepts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from graph.audit import AuditEvent, record
from graph.consent import Consents, Giver, How, Word, read_consents
from graph.driver import Transaction
from graph.moment import Moment
from graph.proposals import GOOD_FOR, Touched, keep, own_id
from graph.query_loader import Nothing, read_query, write_query
from graph.relations import hold_people, relation


@dataclass(frozen=True, slots=True)
class Wanted:
    """A decision to record; no agencies: every agency's involvements. given_by is a name; expires_at is UTC."""

    word: Word
    giver: Giver
    given_by: str | None
    agencies: tuple[str, ...]
    includes_sensitive: bool
    expires_at: datetime | None
    how: How

    @property
    def with_sensitive(self) -> bool:
        """A yes that includes sensitive services; a no is about every service."""
        return self.word == "given" and self.includes_sensitive


@dataclass(frozen=True, slots=True)
class Recorded:
    """`recorded`; or `stale`, with nothing changed, because what the account is told is not what its form showed."""

    outcome: Literal["recorded", "stale"]
    now: Consents


_ADD = write_query("consent/add", Nothing)
_RECORDED = read_query("consent/recorded", Touched)
_RENEW = write_query("consent/renew", Nothing)
_OVERTAKE = write_query("consent/overtake", Nothing)


def record_decision(
    tx: Transaction, *, event: AuditEvent, id_: str, wanted: Wanted, version: str, moment: Moment
) -> Recorded | None:
    """Record what was decided about `event.subject` for `event.account`; `version` is that of what its form showed.

    One decision is kept for each agency. None where the account may not. The same `id_` again changes nothing more.
    """
    if event.account is None or event.subject is None:
        raise ValueError("A decision needs an account and a subject.")
    account, person = event.account, event.subject
    if read_consents(tx, account=account, person=person, moment=moment) is None:
        return None
    hold_people(tx, [person])
    known = read_consents(tx, account=account, person=person, moment=moment)
    if known is None:
        return None
    ids = {agency: own_id(id_, agency or "every agency") for agency in wanted.agencies or (None,)}
    if tx.run(_RECORDED, ids=sorted(ids.values())):
        return Recorded("recorded", known)
    if known.version != version:
        return Recorded("stale", known)
    if wanted.with_sensitive and not known.of_sensitive_service:
        for agency, one in ids.items():
            _propose(tx, one, agency, wanted, account, person, known.own_agency, moment)
    else:
        _store(tx, ids, wanted, account, person, moment)
    record(tx, replace(event, people=[person], purpose=wanted.word, objects=[f"consent:{one}" for one in ids.values()]))
    return Recorded("recorded", known)


def store_supposed(tx: Transaction, *, id_: str, person: str, wanted: Wanted, moment: Moment) -> None:
    """Store what might be decided, in a transaction that is rolled back."""
    stored = [
        _consent(own_id(id_, agency or ""), agency, wanted, None, None, moment.now)
        for agency in wanted.agencies or (None,)
    ]
    tx.run(_ADD, person=person, consents=stored)


def carry_out_decision(tx: Transaction, *, details: dict[str, Any], maker: str, moment: Moment) -> bool:
    """Let a decision count that a practitioner of a sensitive service has accepted; from when it was recorded.

    So a refusal that was recorded since still outweighs it. False where whoever recorded it is barred or suspended
    since, or it has ended meanwhile: an end counts as a withdrawal.
    """
    person, expires_at = str(details["subject"]), details.get("consent_expires_at")
    found = relation(tx, account=maker, person=person, moment=moment)
    if found is None or not found.standing or found.barred or (expires_at is not None and expires_at <= moment.now):
        return False
    consent = {
        "id": details["id"],
        "decision": "given",
        "agency_id": details.get("consent_agency"),
        "includes_sensitive": True,
        "recorded_at": details["made_at"],
        "expires_at": expires_at,
        "giver": details["giver"],
        "given_by": details.get("given_by"),
        "how": details["how"],
        "recorded_by": details.get("maker_practitioner"),
        "recorded_for": details["maker_agency"],
    }
    tx.run(_ADD, person=person, consents=[consent])
    _renew(tx, person, [consent])
    return True


def _store(
    tx: Transaction, ids: dict[str | None, str], wanted: Wanted, account: str, person: str, moment: Moment
) -> None:
    found = relation(tx, account=account, person=person, moment=moment)
    if found is None:
        raise ValueError("Whoever works with somebody has a relation to them.")
    stored = [
        _consent(one, agency, wanted, found.practitioner, found.agency, moment.now) for agency, one in ids.items()
    ]
    tx.run(_ADD, person=person, consents=stored)
    if wanted.word == "given":
        _renew(tx, person, stored)
    else:
        tx.run(_OVERTAKE, person=person, giver=wanted.giver, agencies=[*wanted.agencies], now=moment.now)


def _renew(tx: Transaction, person: str, stored: list[dict[str, Any]]) -> None:
    """Let the ends of earlier decisions that these are about too count no more: an end would undo these as well."""
    tx.run(
        _RENEW,
        person=person,
        giver=stored[0]["giver"],
        agencies=[one["agency_id"] for one in stored if one["agency_id"] is not None],
        sensitive=stored[0]["includes_sensitive"],
        without=[one["id"] for one in stored],
        since=stored[0]["recorded_at"],
    )


def _consent(
    id_: str, agency: str | None, wanted: Wanted, practitioner: str | None, own: str | None, now: datetime
) -> dict[str, Any]:
    return {
        "id": id_,
        "decision": wanted.word,
        "agency_id": agency,
        "includes_sensitive": wanted.includes_sensitive,
        "recorded_at": now,
        "expires_at": wanted.expires_at,
        "giver": wanted.giver,
        "given_by": wanted.given_by,
        "how": wanted.how,
        "recorded_by": practitioner,
        "recorded_for": own,
    }


def _propose(
    tx: Transaction,
    id_: str,
    agency: str | None,
    wanted: Wanted,
    account: str,
    person: str,
    own: str,
    moment: Moment,
) -> None:
    until = moment.now + GOOD_FOR
    keep(
        tx,
        id_=id_,
        kind="consent",
        maker=account,
        moment=moment,
        subject=person,
        maker_agency=own,
        consent_agency=agency,
        giver=wanted.giver,
        given_by=wanted.given_by,
        how=wanted.how,
        consent_expires_at=wanted.expires_at,
        expires_at=min(until, wanted.expires_at) if wanted.expires_at else until,
    )
