"""Links between two people and memberships of a family: at once, or proposed until somebody else accepts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.memberships import join_family, leave_family, members_of
from graph.moment import Moment
from graph.privacy_queue import QueueItem, queue_items
from graph.proposals import GOOD_FOR, Touched, keep, was_made
from graph.query_loader import Nothing, read_query, write_query
from graph.relations import Relation, hold_people, relation, relations

DIRECTED = ("parent_of", "carer_of", "grandparent_of")
KINDS = (*DIRECTED, "partner_of", "sibling_of", "other_relative_of", "friend_of", "neighbour_of")
Outcome = Literal["done", "proposed", "same", "exists", "circle", "member"]


@dataclass(frozen=True, slots=True)
class LinkBetween:
    """A link in force between two people; kind in capitals, as the graph has it."""

    id: str
    kind: str
    from_person: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of descent: ids from the ancestor down."""

    people: list[str]


@dataclass(frozen=True, slots=True)
class MyClient:
    """Somebody with whom an account works directly; families are maps of id and name."""

    id: str
    given_name: str
    family_name: str
    families: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class NewLink:
    """from_person is the KIND of to_person; kind and qualifier as world.schema.json has them."""

    kind: str
    qualifier: str | None
    from_person: str
    to_person: str


@dataclass(frozen=True, slots=True)
class LinkInForce:
    """A link of somebody, and whom it joins to them."""

    id: str
    other: str


_MY_CLIENTS = read_query("family_links/my_clients", MyClient)
_BETWEEN = read_query("family_links/between", LinkBetween)
_LINES = read_query("family_links/lines_of_descent", Line)
_LINKS = read_query("family_links/links", LinkInForce)
_BELONGS = read_query("family_links/belongs", Touched)
_ADD_LINK = write_query("family_links/add_link", Nothing)
_END_LINK = write_query("family_links/end_link", Nothing)
_HOLD_PARENTAGE = write_query("family_links/hold_parentage", Nothing)


def propose_link(tx: Transaction, *, event: AuditEvent, id_: str, link: NewLink, moment: Moment) -> Outcome | None:
    """Link two people for `event.account` (visibility.md, "Who may change what", membership or link).

    `done`: at once, the account works with both; `proposed`: it waits for somebody who works with the other side.
    `same`, `exists` and `circle` are refusals that rest on what the account is shown. None where it may not link them.
    """
    if link.from_person == link.to_person:
        return "same"
    sides = _held_sides(tx, event, [link.from_person, link.to_person], moment)
    if sides is None:
        return None
    if was_made(tx, id_):
        return "done" if _all_direct(sides) else "proposed"
    if _exists(tx, link, moment):
        return "exists"
    circle = _circle(tx, _account(event), link, moment)
    if circle == "shown":
        return "circle"
    details = {"link_kind": link.kind, "qualifier": link.qualifier, "circle": circle == "hidden"}
    return _at_once_or_proposed(tx, event, id_, "link", (link.from_person, link.to_person), sides, details, moment)


def propose_membership(
    tx: Transaction,
    *,
    event: AuditEvent,
    id_: str,
    person: str,
    family: str,
    moment: Moment,
    leaves: str | None = None,
) -> Outcome | None:
    """Make `person` a member of a family from today; outcomes as `propose_link`, and `member`: is one already.

    `leaves` is a family that they leave once they join; the caller has decided that they may. The other side is
    somebody of the family whom the account may link: one with whom it works, if there is any.
    """
    members = members_of(tx, _account(event), family, moment)
    others = sorted((not one.direct, one.person) for one in members.values() if one.may_link and one.person != person)
    if person in members and members[person].may_link:
        return "member"
    if not others:
        return None
    other = others[0][1]
    sides = _held_sides(tx, event, [person, other], moment)
    if sides is None:
        return None
    if was_made(tx, id_):
        return "done" if _all_direct(sides) else "proposed"
    if tx.run(_BELONGS, person=person, family=family, today=moment.today):
        return "member"
    details = {"family": family, "leaves": leaves}
    return _at_once_or_proposed(tx, event, id_, "membership", (person, other), sides, details, moment)


def my_clients(tx: Transaction, *, account: str, moment: Moment) -> list[MyClient]:
    """The people whom the account may link at once."""
    return tx.run(_MY_CLIENTS, account=account, now=moment.now, today=moment.today)


def carry_out(tx: Transaction, *, details: dict[str, Any], maker: str, moment: Moment) -> bool:
    """Store an accepted link or membership; False where its maker may not propose it any more."""
    pair = [str(details["subject"]), str(details["other"])]
    sides = relations(tx, account=maker, people=pair, moment=moment)
    if len(sides) < 2 or not all(side.may_link for side in sides.values()):
        return False
    if "family" not in details:
        tx.run(_HOLD_PARENTAGE)
        link = NewLink(str(details["link_kind"]), None, *pair)
        if _exists(tx, link, moment):
            return True
        circle = _circle(tx, maker, link, moment)
        if circle == "shown":
            return False
        _queue_circle(tx, str(details["id"]), maker, pair, circle == "hidden", moment)
    _store(tx, id_=str(details["id"]), details=details, moment=moment)
    return True


def end_link(tx: Transaction, *, event: AuditEvent, person: str, link: str, moment: Moment) -> bool:
    """End a link that is shown, for somebody who works with either person; False where that is not so."""
    account = _account(event)
    asked = relation(tx, account=account, person=person, moment=moment)
    if asked is None or not _shown(asked):
        return False
    # All of the person's links, so that one that is hidden costs what one costs that does not exist.
    links = tx.run(_LINKS, person=person, today=moment.today)
    everybody = relations(tx, account=account, people=[person, *(one.other for one in links)], moment=moment)
    others = [one.other for one in links if one.id == link]
    sides = {id_: everybody[id_] for id_ in [person, *others]}
    if not others or not all(_shown(side) for side in sides.values()) or not _some_direct(sides):
        return False
    tx.run(_END_LINK, person=person, link=link, today=moment.today)
    record(tx, replace(event, kind="end_link", subject=person, people=sorted(sides), purpose=f"link:{link}"))
    return True


def end_membership(
    tx: Transaction, *, event: AuditEvent, person: str, family: str, moment: Moment, on: date | None = None
) -> bool:
    """End a membership that is shown, for somebody who works with anybody of the family; False where it is not so.

    `on`: the first day on which it was over, up to today.
    """
    account = _account(event)
    asked = relation(tx, account=account, person=person, moment=moment)
    if asked is None or not _shown(asked):
        return False
    members = members_of(tx, account, family, moment)
    if person not in members or not _some_direct(members):
        return False
    leave_family(tx, person=person, family=family, on=on or moment.today, moment=moment)
    record(tx, replace(event, kind="end_membership", subject=person, people=[person], purpose=f"family:{family}"))
    return True


def _held_sides(
    tx: Transaction, event: AuditEvent, people: Sequence[str], moment: Moment
) -> dict[str, Relation] | None:
    """Both people, kept from other changes; None unless the account may link both."""
    if _sides(tx, event, people, moment) is None:
        return None
    tx.run(_HOLD_PARENTAGE)
    hold_people(tx, people)
    return _sides(tx, event, people, moment)


def _sides(tx: Transaction, event: AuditEvent, people: Sequence[str], moment: Moment) -> dict[str, Relation] | None:
    sides = relations(tx, account=_account(event), people=people, moment=moment)
    return sides if len(sides) == 2 and all(side.may_link for side in sides.values()) else None


def _at_once_or_proposed(
    tx: Transaction,
    event: AuditEvent,
    id_: str,
    kind: Literal["link", "membership"],
    pair: tuple[str, str],
    sides: dict[str, Relation],
    details: dict[str, Any],
    moment: Moment,
) -> Outcome:
    subject, other = pair
    at_once = _all_direct(sides)
    pending = [one for one in pair if not sides[one].direct]
    keep(
        tx,
        id_=id_,
        kind=kind,
        maker=_account(event),
        moment=moment,
        state="accepted" if at_once else "waiting",
        subject=subject,
        other=other,
        pending=pending,
        expires_at=moment.now + GOOD_FOR,
        **details,
    )
    if at_once:
        _store(tx, id_=id_, details=details | {"subject": subject, "other": other}, moment=moment)
    _queue_circle(tx, id_, _account(event), pair, bool(details.get("circle")), moment)
    done = f"add_{kind}" if at_once else f"propose_{kind}"
    record(tx, replace(event, kind=done, subject=subject, people=[subject, other], purpose=f"proposal:{id_}"))
    return "done" if at_once else "proposed"


def _queue_circle(tx: Transaction, id_: str, maker: str, pair: Sequence[str], is_one: bool, moment: Moment) -> None:
    """Have a privacy officer look at a circle of parents that the maker is not shown; without one nothing is queued."""
    item = QueueItem(id_, "proposal", maker, pair[0], "circle of parents", id_, [*pair])
    queue_items(tx, [item] if is_one else [], moment)


def _store(tx: Transaction, *, id_: str, details: dict[str, Any], moment: Moment) -> None:
    if "family" in details:
        join_family(tx, person=details["subject"], family=details["family"], moment=moment)
        if details.get("leaves"):
            leave_family(tx, person=details["subject"], family=details["leaves"], on=moment.today, moment=moment)
        return
    link = {
        "id": id_,
        "from_person": details["subject"],
        "to_person": details["other"],
        "relationship": str(details["link_kind"]).upper(),
        "qualifier": details.get("qualifier"),
        "from": None,
        "added_by": None,
    }
    tx.run(_ADD_LINK, link=link)


def _exists(tx: Transaction, link: NewLink, moment: Moment) -> bool:
    found = tx.run(_BETWEEN, one=link.from_person, other=link.to_person, today=moment.today)
    same_kind = [one for one in found if one.kind == link.kind.upper()]
    return any(link.kind not in DIRECTED or one.from_person == link.from_person for one in same_kind)


def _circle(tx: Transaction, account: str, link: NewLink, moment: Moment) -> Literal["no", "shown", "hidden"]:
    """Whether a new parent descends from the child: by a line on which everybody is shown, or by others alone."""
    asked = (link.to_person, link.from_person) if link.kind == "parent_of" else ("", "")
    lines = tx.run(_LINES, ancestor=asked[0], descendant=asked[1])
    people = {person for line in lines for person in line.people}
    shown = relations(tx, account=account, people=people, moment=moment)
    if any(all(_shown(shown[person]) for person in line.people) for line in lines):
        return "shown"
    return "hidden" if lines else "no"


def _shown(side: Relation) -> bool:
    return side.identity == "full"


def _all_direct(sides: dict[str, Relation]) -> bool:
    return all(side.direct for side in sides.values())


def _some_direct(sides: dict[str, Relation]) -> bool:
    return any(side.works_with for side in sides.values())


def _account(event: AuditEvent) -> str:
    if event.account is None:
        raise ValueError("A change needs an account.")
    return event.account
