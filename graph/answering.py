"""An answer to a proposal: who may give it is asked of the fragment again, in the transaction that carries it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Literal

from graph.audit import AuditEvent, record
from graph.consent_recording import carry_out_decision
from graph.driver import Transaction
from graph.family_links import carry_out
from graph.hand_over import carry_out_hand_over
from graph.moment import Moment
from graph.notices import tell
from graph.proposals import State, Touched, Waiting, answered_by, hold, proposals_of, settle, stored
from graph.query_loader import Nothing, write_query
from graph.relations import hold_people, relation
from graph.second_officer import carry_out_undoing

Verdict = Literal["accept", "decline", "withdraw"]
Answer = State | Literal["lapsed"]

_CONFIRM = write_query("proposals/confirm_involvement", Touched)
_DROP = write_query("proposals/drop_involvement", Nothing)


def find_proposal(
    tx: Transaction, *, account: str, proposal: str, moment: Moment, unmasked: Sequence[str] = ()
) -> Waiting | None:
    """The proposal where the account may answer or withdraw it; None for any other, and for none."""
    found = proposals_of(tx, account=account, only=proposal, unmasked=unmasked, moment=moment)
    return found[0] if found else None


def answer(tx: Transaction, *, event: AuditEvent, proposal: str, verdict: Verdict, moment: Moment) -> Answer | None:
    """Accept, decline or withdraw a proposal for `event.account`, and carry out what was accepted.

    `waiting`: accepted, but somebody must accept for the other person too. `lapsed`: it was answered meanwhile, or
    whoever proposed it may not any more; nothing is changed then. None where the account may not give this answer.
    """
    if event.account is None:
        raise ValueError("An answer needs an account.")
    account = event.account
    found = find_proposal(tx, account=account, proposal=proposal, moment=moment)
    if found is None:
        return answered_by(tx, account=account, proposal=proposal)
    hold(tx, proposal)
    hold_people(tx, [str(side["person"]) for side in found.sides])
    found = find_proposal(tx, account=account, proposal=proposal, moment=moment)
    if found is None:
        return "lapsed"
    refused = verdict == "withdraw" and found.kind == "reconfirm"
    if refused or found.mine != (verdict == "withdraw") or (verdict == "accept" and not found.may_accept):
        return None
    state = _carried_out(tx, found, verdict, moment)
    if state == "lapsed":
        return state
    settle(tx, proposal=proposal, state=state, account=account, moment=moment, pending=_still_pending(found))
    _tell_maker(tx, found, state, account, moment)
    people = sorted(str(side["person"]) for side in found.sides)
    done = replace(event, kind=f"{verdict}_{found.kind}", subject=found.person, people=people)
    record(
        tx, replace(done, purpose=f"{done.purpose} / proposal:{proposal}" if done.purpose else f"proposal:{proposal}")
    )
    return state


def _carried_out(tx: Transaction, found: Waiting, verdict: Verdict, moment: Moment) -> Answer:
    details = stored(tx, found.id)
    if verdict != "accept":
        if "involvement" in details:
            tx.run(_DROP, involvement=details["involvement"])
        return "declined" if verdict == "decline" else "withdrawn"
    if _still_pending(found):
        return "waiting"
    return "accepted" if _EFFECTS[found.kind](tx, details, moment) else "lapsed"


def _still_pending(found: Waiting) -> list[str]:
    """The people for whom somebody else must still accept after this account has."""
    answered = {side["person"] for side in found.sides if side["direct"] and not found.mine}
    return [one for one in found.pending if one not in answered]


def _confirm(tx: Transaction, details: dict[str, Any], moment: Moment) -> bool:
    """Confirm an involvement, unless whoever added it may not work with the person any more."""
    maker = relation(tx, account=details["maker"], person=details["subject"], moment=moment)
    if maker is None or not maker.standing or maker.barred:
        return False
    if details["kind"] == "involvement" and not maker.direct:
        return False
    return bool(tx.run(_CONFIRM, involvement=details["involvement"], today=moment.today))


def _hand_over(tx: Transaction, details: dict[str, Any], moment: Moment) -> bool:
    return carry_out_hand_over(tx, details=details, moment=moment)


def _confirm_again(tx: Transaction, details: dict[str, Any], moment: Moment) -> bool:
    """Confirm an involvement that a merge of two records has made unconfirmed."""
    holder = relation(tx, account=details["maker"], person=details["subject"], moment=moment)
    if holder is None or not holder.standing or holder.barred:
        return False
    return bool(tx.run(_CONFIRM, involvement=details["work"], today=moment.today))


def _link(tx: Transaction, details: dict[str, Any], moment: Moment) -> bool:
    return carry_out(tx, details=details, maker=details["maker"], moment=moment)


def _undo(tx: Transaction, details: dict[str, Any], moment: Moment) -> bool:
    return carry_out_undoing(tx, details=details, maker=details["maker"], moment=moment)


def _let_count(tx: Transaction, details: dict[str, Any], moment: Moment) -> bool:
    return carry_out_decision(tx, details=details, maker=details["maker"], moment=moment)


_EFFECTS: dict[str, Callable[[Transaction, dict[str, Any], Moment], bool]] = {
    "own_involvement": _confirm,
    "involvement": _confirm,
    "hand_over": _hand_over,
    "reconfirm": _confirm_again,
    "membership": _link,
    "link": _link,
    "unshield": _undo,
    "lift_bar": _undo,
    "consent": _let_count,
}


def _tell_maker(tx: Transaction, found: Waiting, state: Answer, account: str, moment: Moment) -> None:
    """Not of a decision about consent: an answer would tell that a sensitive service works with the person."""
    told = not found.mine and found.kind != "consent" and state in ("accepted", "declined")
    readers = [found.maker] if told else []
    kind = f"proposal_{state}"
    tell(tx, accounts=readers, kind=kind, person=found.person, by_account=account, moment=moment, about=found.id)
