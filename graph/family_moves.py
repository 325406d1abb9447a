"""Families merge and split: members move from one to another, each by the rule for one membership (visibility.md).

At once where the account works with both sides, else as a proposal, until which they stay where they are. Whoever is
hidden from the account stays too, without a word. A move is kept, and taken back by moving whoever is still there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.family_links import propose_membership
from graph.memberships import join_family, leave_family, members_of
from graph.moment import Moment
from graph.proposals import own_id, proposals_of, settle
from graph.query_loader import Nothing, read_query, write_query
from graph.relations import Relation, hold_people, relations

TAKEN_BACK_WITHIN = timedelta(days=28)
Fate = Literal["moved", "joined", "proposed", "stays"]


@dataclass(frozen=True, slots=True)
class FamilyMove:
    """A move as it is kept: ids of the families, of who was moved or proposed, and of the account that did it."""

    id: str
    source: str
    target: str
    people: list[str]
    made_by: str
    made_at: datetime
    undone: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of each person, by id, and the family that they were to join.

    `joined`: they belong to both families, because others whom they would leave behind wait for an answer.
    """

    target: str
    fates: dict[str, Fate]


_KEEP = write_query("family_moves/keep", Nothing)
_MADE = read_query("family_moves/made", FamilyMove)
_OF_FAMILY = read_query("family_moves/of_family", FamilyMove)
_UNDONE = write_query("family_moves/undone", Nothing)
_FOUND = write_query("family_moves/found_family", Nothing)


def shown_members(tx: Transaction, *, account: str, family: str, moment: Moment) -> dict[str, Relation]:
    """By id, the members of a family whom the account may move; empty where it may move nobody.

    Ending a membership asks for work with somebody of the family, joining another for lasting sight of whoever joins.
    """
    sides = members_of(tx, account, family, moment)
    if not any(side.works_with for side in sides.values()):
        return {}
    return {one: side for one, side in sides.items() if side.may_link}


def move_members(
    tx: Transaction,
    *,
    event: AuditEvent,
    id_: str,
    people: Collection[str],
    source: str,
    target: str | None,
    name: str,
    moment: Moment,
) -> Moved | None:
    """Move members of `source` to the family `target`, or where that is None to a new one of this name.

    None where the account may not move one of them, or may not be shown the target. A new family needs somebody whom
    the account works with: without, everybody `stays`. The same `id_` again changes nothing more.
    """
    account = _account(event)
    kept = _kept(tx, id_)
    if kept is not None:
        return _as_kept(tx, kept, people, moment)
    members = _held_members(tx, account, source, people, moment)
    if not people or not members.keys() >= set(people) or source == target:
        return None
    family = target or own_id(account, "family", id_)
    mine = sorted(one for one in people if members[one].works_with)
    others = sorted(set(people) - {*mine})
    if target is None:
        if not mine:
            return Moved(family, dict.fromkeys(people, "stays"))
        tx.run(_FOUND, id=family, name=name, source=source)
        join_family(tx, person=mine[0], family=family, moment=moment)
    # Others first: once those with whom the account works have left, it may see the others no more.
    fates = _move_each(tx, event, id_, others, source, family, moment)
    stay = target is not None and "proposed" in fates.values()
    fates |= _move_each(tx, event, id_, mine, None if stay else source, family, moment)
    if stay:
        fates |= dict.fromkeys(mine, "joined")
    return _keep(tx, event, id_, source, family, fates, moment) if fates.keys() == {*people} else None


def made(tx: Transaction, id_: str) -> bool:
    """Whether a move of this id, which an account's own form makes, is kept."""
    return _kept(tx, id_) is not None


def moves_of(tx: Transaction, *, account: str, family: str, moment: Moment) -> list[tuple[FamilyMove, list[Relation]]]:
    """The moves from and to a family that may be taken back, the newest first, each with whom the account may name."""
    since = moment.now - TAKEN_BACK_WITHIN
    found = tx.run(_OF_FAMILY, family=family, since=since)
    known = relations(tx, account=account, people={one for move in found for one in move.people}, moment=moment)
    named = [(move, [known[one] for one in move.people if one in known and known[one].may_link]) for move in found]
    return [(move, people) for move, people in named if people]


def take_back(tx: Transaction, *, event: AuditEvent, move: str, moment: Moment) -> Moved | None:
    """Move back whoever a move has brought to its target and who is still there, as far as the account may.

    Those whom it works with return at once: the family is as if they had never left. Others are proposed, where
    somebody is there whom the account may be shown. None where there is no such move, or nothing that it may do.
    """
    account, kept = _account(event), _kept_or_next(tx, move)
    if kept is None:
        return None
    # Asked before the id is looked at: a move that is hidden costs what one costs that does not exist.
    goal = kept.source if kept.undone else kept.target
    mine = shown_members(tx, account=account, family=goal, moment=moment)
    if kept.id != move or not mine.keys() & set(kept.people) or moment.now - kept.made_at > TAKEN_BACK_WITHIN:
        return None
    if kept.undone:
        return _as_kept(tx, kept, mine, moment)
    members = _held_members(tx, account, kept.target, kept.people, moment)
    back = [one for one in kept.people if one in members]
    if not any(members[one].works_with for one in back):
        return None
    _withdraw(tx, account, kept, moment)
    mine = [one for one in back if members[one].works_with]
    for one in mine:
        join_family(tx, person=one, family=kept.source, moment=moment)
    others = [one for one in back if one not in mine]
    fates = _move_each(tx, event, own_id(move, "back"), others, kept.target, kept.source, moment)
    stay = "proposed" in fates.values()
    for one in mine if not stay else ():
        leave_family(tx, person=one, family=kept.target, on=moment.today, moment=moment)
    fates |= dict.fromkeys(mine, "joined" if stay else "moved")
    tx.run(_UNDONE, id=move, now=moment.now)
    said = f"move:{move} back to family:{kept.source}"
    record(tx, replace(event, kind="take_back_move", people=sorted(fates), subject=back[0], purpose=said))
    return Moved(kept.source, fates)


def _held_members(
    tx: Transaction, account: str, family: str, people: Iterable[str], moment: Moment
) -> dict[str, Relation]:
    """As `shown_members`, those of `people` among them kept from other changes."""
    hold_people(tx, shown_members(tx, account=account, family=family, moment=moment).keys() & set(people))
    return shown_members(tx, account=account, family=family, moment=moment)


def _move_each(
    tx: Transaction,
    event: AuditEvent,
    id_: str,
    people: Iterable[str],
    source: str | None,
    target: str,
    moment: Moment,
) -> dict[str, Fate]:
    """Each by the rule, out of `source` where there is one; without whom the account may not move to the target."""
    fates: dict[str, Fate] = {}
    for one in people:
        own = own_id(id_, one)
        done = replace(event, id=own_id(own, "event"))
        outcome = propose_membership(tx, event=done, id_=own, person=one, family=target, moment=moment, leaves=source)
        if outcome == "member" and source:
            leave_family(tx, person=one, family=source, on=moment.today, moment=moment)
        if outcome is not None:
            fates[one] = "proposed" if outcome == "proposed" else "moved"
    return fates


def _withdraw(tx: Transaction, account: str, kept: FamilyMove, moment: Moment) -> None:
    """Take back what a move has proposed and nobody has answered yet, where the account made it."""
    for one in kept.people:
        proposal = own_id(kept.id, one)
        if any(waiting.mine for waiting in proposals_of(tx, account=account, only=proposal, moment=moment)):
            settle(tx, proposal=proposal, state="withdrawn", account=account, moment=moment)


def _keep(
    tx: Transaction, event: AuditEvent, id_: str, source: str, target: str, fates: dict[str, Fate], moment: Moment
) -> Moved:
    people = sorted(fates)
    move: dict[str, Any] = {"id": id_, "source": source, "target": target, "people": people}
    tx.run(_KEEP, move={**move, "made_by": _account(event)}, now=moment.now)
    said = f"family:{source} to family:{target}"
    record(tx, replace(event, kind="move_members", subject=people[0], people=people, purpose=said))
    return Moved(target, fates)


def _as_kept(tx: Transaction, kept: FamilyMove, people: Iterable[str], moment: Moment) -> Moved:
    """What a form that is sent again is answered: who is where by now."""
    goal = kept.source if kept.undone else kept.target
    there = members_of(tx, kept.made_by, goal, moment)
    return Moved(goal, {one: "moved" if one in there else "proposed" for one in people if one in kept.people})


def _kept(tx: Transaction, id_: str) -> FamilyMove | None:
    found = _kept_or_next(tx, id_)
    return found if found and found.id == id_ else None


def _kept_or_next(tx: Transaction, id_: str) -> FamilyMove | None:
    rows = tx.run(_MADE, id=id_)
    return rows[0] if rows else None


def _account(event: AuditEvent) -> str:
    if event.account is None:
        raise ValueError("A change needs an account.")
    return event.account
