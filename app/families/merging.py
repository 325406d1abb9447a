"""Two records of one person: which may be chosen, the two compared, and what the pages do."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField
from wtforms.validators import DataRequired

from app.administration.fields import choices
from app.audit.looks import purpose_of_session
from app.audit_event import event_of_request
from app.current import moment, request_id, viewer
from app.families.details_page import LABELS, said
from app.typed_text import token_field
from app.wording import clock_time, day_of, long_day
from graph.audit import record
from graph.driver import Transaction
from graph.family_links import my_clients
from graph.merging import Ended, Parted, TwoRecords, merge_records, merges_of, part_records, two_records
from graph.proposals import own_id
from graph.relations import relation


@dataclass(frozen=True, slots=True)
class MergesPage:
    """Whose record it is, with which it may be merged, as (id, name), and what was merged into it, as (id, words)."""

    person: str
    name: str
    others: tuple[tuple[str, str], ...]
    merged: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ComparedPage:
    """Two records, as (id, name), and for each label what either says."""

    one: tuple[str, str]
    other: tuple[str, str]
    rows: tuple[tuple[str, str, str], ...]


class OtherForm(FlaskForm):  # type: ignore[misc]
    """The other record."""

    other = SelectField("The other record", validators=[DataRequired("Choose the other record")])

    def offer(self, page: MergesPage) -> OtherForm:
        """Offer the account's own clients."""
        self.other.choices = choices([("", "Choose one"), *page.others])
        return self


class MergeForm(FlaskForm):  # type: ignore[misc]
    """Which of the two records stays."""

    token = token_field()
    keep = RadioField("Which record stays", validators=[DataRequired("Choose which record stays")])

    def offer(self, page: ComparedPage) -> MergeForm:
        """Offer both, told apart by their place on the page."""
        self.keep.choices = choices(
            [(page.one[0], f"The first: {page.one[1]}"), (page.other[0], f"The second: {page.other[1]}")]
        )
        return self


def look_at_merges(tx: Transaction, person: str) -> MergesPage | None:
    """The page of one record, the look recorded; None where the account may not merge it with another."""
    account, purpose = viewer().account, _purpose(tx)
    found = relation(tx, account=account, person=person, moment=moment())
    if found is None or not (found.works_with or found.officer):
        return None
    clients = my_clients(tx, account=account, moment=moment())
    others = [(one.id, f"{one.given_name} {one.family_name}") for one in clients if one.id != person]
    merged = merges_of(tx, account=account, person=person, moment=moment())
    people = [person, *(id_ for id_, _ in others)]
    record(tx, event_of_request("look_at_records", purpose=purpose, subject=person, people=people))
    return MergesPage(
        person=person,
        name=found.name or "this person",
        others=tuple(sorted(others, key=lambda one: one[::-1])),
        merged=tuple((one.id, f"{one.given_name} {one.family_name}, merged {_when(one.merged_at)}") for one in merged),
    )


def compare(tx: Transaction, one: str, other: str) -> ComparedPage | None:
    """The two records side by side, the look recorded; None where the account may not merge them."""
    account, purpose = viewer().account, _purpose(tx)
    both = two_records(tx, account=account, one=one, other=other, moment=moment()) if one != other else None
    if both is None:
        return None
    id_ = f"{request_id()}-compare"
    record(tx, event_of_request("look_at_records", purpose=purpose, subject=one, people=[one, other], id_=id_))
    names = tuple(f"{facts.given_name} {facts.family_name}" for facts in (both.one, both.other))
    return ComparedPage((one, names[0]), (other, names[1]), _rows(both))


def was_merged(tx: Transaction, one: str, other: str, form: MergeForm) -> bool:
    """Whether this very form was carried out before: its reply was lost, or it was sent twice."""
    found = merges_of(tx, account=viewer().account, person=str(form.keep.data or ""), moment=moment())
    return any(merged.merge == _form_id(one, other, form) for merged in found)


def merge(tx: Transaction, one: str, other: str, form: MergeForm) -> Ended | None:
    """Merge the other record into the one that stays; None where the account may not."""
    kept = str(form.keep.data)
    id_ = _form_id(one, other, form)
    event = event_of_request("merge_records", purpose=_purpose(tx), id_=own_id(id_, "event"))
    gone = other if kept == one else one
    return merge_records(tx, event=event, id_=id_, kept=kept, gone=gone, moment=moment())


def part(tx: Transaction, gone: str) -> Parted | None:
    """Undo a merge; None where the account may not."""
    event = event_of_request("part_records", purpose=_purpose(tx))
    return part_records(tx, event=event, gone=gone, moment=moment())


def _rows(both: TwoRecords) -> tuple[tuple[str, str, str], ...]:
    one, other = asdict(both.one), asdict(both.other)
    return tuple((label, said(name, one[name]), said(name, other[name])) for name, label in LABELS.items())


def _form_id(one: str, other: str, form: MergeForm) -> str:
    return own_id(viewer().account, "merge", *sorted((one, other)), str(form.token.data))


def _when(instant: datetime) -> str:
    return f"{clock_time(instant)}, {long_day(day_of(instant))}"


def _purpose(tx: Transaction) -> str | None:
    """A privacy officer's purpose (NeedsPurpose where none is stated); a practitioner states none."""
    return purpose_of_session(tx).purpose if viewer().role == "auditor" else None
