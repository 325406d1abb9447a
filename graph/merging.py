"""Two records of one person are merged, and parted again (visibility.md, "Who may change what").

The kept record takes every edge; the other stays as a :MergedRecord with what it said, and its id leads to the kept one
for whoever may see that. Nobody sees more by the merge alone: whoever did not work with both has to be confirmed anew,
grants end, and a shield of either holds. Edges and nodes bear a mark of whence they came, by which all is undone.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, Literal

from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.family_links import Line
from graph.history import keep_former
from graph.moment import Moment
from graph.person_details import PersonDetails, set_details
from graph.privacy_queue import QueueItem, queue_item
from graph.proposals import Touched, own_id
from graph.query_loader import Nothing, read_query, write_query
from graph.relations import Relation, hold_people, relations

Ended = Literal["merged", "circle"]
Parted = Literal["parted", "newer"]


@dataclass(frozen=True, slots=True)
class MergedRecord:
    """A record that was merged into a person's. filled: the fields, and names_given the names, that the other took."""

    id: str
    merge: str
    given_name: str
    family_name: str
    merged_at: datetime
    filled: list[str]
    names_given: list[str]


@dataclass(frozen=True, slots=True)
class Merged:
    """The id of a merged record, and that of the person's record that it was merged into; None for another's."""

    id: str
    kept: str | None


@dataclass(frozen=True, slots=True)
class TwoRecords:
    """What is recorded of each of two people who may be one."""

    one: PersonDetails
    other: PersonDetails


_FACTS = read_query("merging/facts", PersonDetails)
_LINES = read_query("family_links/lines_of_descent", Line)
_MERGES = read_query("merging/merges_of", MergedRecord)
_INTO = read_query("merging/merged_into", Merged)
_LED_TO = read_query("merging/led_to", Touched)
_STEPS = tuple(write_query(f"merging/{name}", Nothing) for name in ("move_outgoing", "move_incoming", "point"))
_STEPS_BACK = tuple(
    write_query(f"merging/{name}", Nothing) for name in ("return_outgoing", "return_incoming", "point_back")
)
_UNCONFIRM = write_query("merging/unconfirm", Nothing)
_JOIN_MARKS = write_query("merging/join_marks", Nothing)
_SET_ASIDE = write_query("merging/set_aside", Nothing)
_TAKE_OUT = write_query("merging/take_out", Nothing)
_PART_MARKS = write_query("merging/part_marks", Nothing)
_COPY_NARROWING = write_query("merging/copy_narrowing", Nothing)


def two_records(tx: Transaction, *, account: str, one: str, other: str, moment: Moment) -> TwoRecords | None:
    """Both records, for a privacy officer or somebody who works with both people; None for anybody else."""
    if _may(tx, account, [one, other], moment) is None:
        return None
    return TwoRecords(tx.run(_FACTS, person=one)[0], tx.run(_FACTS, person=other)[0])


def merge_records(
    tx: Transaction, *, event: AuditEvent, id_: str, kept: str, gone: str, moment: Moment
) -> Ended | None:
    """Merge the record `gone` into `kept` for `event.account`.

    `circle`: one descends from the other by a line on which everybody is shown. None where the account may not. The
    same form again changes nothing more.
    """
    account = _account(event)
    if any(one.merge == id_ for one in tx.run(_MERGES, person=kept)):
        return "merged" if _may(tx, account, [kept], moment) else None
    if kept == gone or _may(tx, account, [kept, gone], moment) is None:
        return None
    hold_people(tx, [kept, gone])
    sides = _may(tx, account, [kept, gone], moment)
    if sides is None:
        return None
    circle = _circle(tx, account, sides, moment)
    if circle == "shown":
        return "circle"
    pair = {"kept": kept, "gone": gone}
    filled = _fill(tx, id_, account, pair, moment)
    tx.run(_UNCONFIRM, **pair, merge=id_, now=moment.now, today=moment.today)
    tx.run(_JOIN_MARKS, **pair, merge=id_, now=moment.now)
    for step in _STEPS:
        tx.run(step, **pair)
    tx.run(_SET_ASIDE, **pair, merge={"id": id_, "by": account, **filled}, now=moment.now)
    note = "circle of parents" if circle == "hidden" else None
    queue_item(tx, QueueItem(id_, "merge", account, kept, note), moment)
    record(tx, replace(event, subject=kept, people=[kept, gone], purpose=_purpose(event, f"merge:{id_}")))
    return "merged"


def merges_of(tx: Transaction, *, account: str, person: str, moment: Moment) -> list[MergedRecord]:
    """What was merged into a record, the newest first; nothing for whoever may not part it."""
    return tx.run(_MERGES, person=person) if _may(tx, account, [person], moment) else []


def part_records(tx: Transaction, *, event: AuditEvent, gone: str, moment: Moment) -> Parted | None:
    """Undo a merge: the record `gone` is a person's again, with what it brought.

    `newer`: another record was merged into the same one later, and is parted first. None where the account may not.
    """
    account = _account(event)
    into = tx.run(_INTO, gone=gone)
    kept = (into[0].kept if into else None) or ""
    # Asked before the id is looked at: a record that is hidden costs what one costs that does not exist.
    if _may(tx, account, [kept], moment) is None or into[0].id != gone:
        return None
    hold_people(tx, [kept])
    merges = tx.run(_MERGES, person=kept)
    if not any(one.id == gone for one in merges):
        return None
    if merges[0].id != gone:
        return "newer"
    pair = {"kept": kept, "gone": gone}
    tx.run(_TAKE_OUT, gone=gone)
    for step in _STEPS_BACK:
        tx.run(step, **pair)
    tx.run(_PART_MARKS, **pair, merge=merges[0].merge, now=moment.now)
    tx.run(_COPY_NARROWING, **pair, since=merges[0].merged_at, made=f".{own_id(merges[0].merge, 'parted')[:12]}")
    _empty(tx, account, kept, gone, merges[0], moment)
    record(tx, replace(event, subject=kept, people=[kept, gone], purpose=_purpose(event, f"merge:{merges[0].merge}")))
    return "parted"


def led_to(tx: Transaction, *, account: str, person: str, moment: Moment) -> str | None:
    """The id of the person to whom that of a merged record leads; None where the account may not see them."""
    rows = tx.run(_LED_TO, account=account, person=person, now=moment.now, today=moment.today)
    return rows[0].id if rows else None


def _may(tx: Transaction, account: str, people: list[str], moment: Moment) -> dict[str, Relation] | None:
    """What the account is to these people, where it may merge or part their records; else None."""
    sides = relations(tx, account=account, people=people, moment=moment)
    allowed = all(one.works_with for one in sides.values()) or all(one.officer for one in sides.values())
    return sides if len(sides) == len(set(people)) and allowed else None


def _circle(
    tx: Transaction, account: str, sides: dict[str, Relation], moment: Moment
) -> Literal["no", "shown", "hidden"]:
    one, other = sorted(sides)
    lines = [*tx.run(_LINES, ancestor=one, descendant=other), *tx.run(_LINES, ancestor=other, descendant=one)]
    people = {person for line in lines for person in line.people}
    shown = relations(tx, account=account, people=people, moment=moment)
    officer = all(side.officer for side in sides.values())
    if any(officer or all(shown[person].identity == "full" for person in line.people) for line in lines):
        return "shown"
    return "hidden" if lines else "no"


def _fill(tx: Transaction, id_: str, account: str, pair: dict[str, str], moment: Moment) -> dict[str, list[str]]:
    """Fill what the kept record leaves empty from the other, whose names become further names; answers which."""
    kept, gone = asdict(tx.run(_FACTS, person=pair["kept"])[0]), asdict(tx.run(_FACTS, person=pair["gone"])[0])
    filled = sorted(name for name, value in kept.items() if value is None and gone[name] is not None)
    own = {_whole(kept), *kept["also_known_as"]}
    names = [name for name in dict.fromkeys((_whole(gone), *gone["also_known_as"])) if name not in own]
    wanted = {**kept, **{name: gone[name] for name in filled}, "also_known_as": [*kept["also_known_as"], *names]}
    _change(tx, id_, account, pair["kept"], kept, wanted, moment)
    return {"filled": filled, "names": names}


def _empty(tx: Transaction, account: str, kept: str, gone: str, merge: MergedRecord, moment: Moment) -> None:
    """Take out of the kept record what it took from the other, but for what was changed since."""
    now, theirs = asdict(tx.run(_FACTS, person=kept)[0]), asdict(tx.run(_FACTS, person=gone)[0])
    emptied = {name: None for name in merge.filled if now[name] == theirs[name]}
    names = [name for name in now["also_known_as"] if name not in merge.names_given]
    wanted = {**now, **emptied, "also_known_as": names}
    _change(tx, own_id(merge.merge, "parted"), account, kept, now, wanted, moment)


def _change(
    tx: Transaction, id_: str, account: str, person: str, now: dict[str, Any], wanted: dict[str, Any], moment: Moment
) -> None:
    before = {name: value for name, value in now.items() if value != wanted[name]}
    if before:
        keep_former(tx, id_=id_, kind="person", of=person, said=before, account=account, moment=moment)
        set_details(tx, person=person, details=PersonDetails(**wanted))


def _whole(facts: dict[str, Any]) -> str:
    return f"{facts['given_name']} {facts['family_name']}"


def _purpose(event: AuditEvent, said: str) -> str:
    return f"{event.purpose} / {said}" if event.purpose else said


def _account(event: AuditEvent) -> str:
    if event.account is None:
        raise ValueError("A change needs an account.")
    return event.account
