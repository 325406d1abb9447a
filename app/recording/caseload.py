"""A pasted caseload: what will happen to each row, and all of them recorded by one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.audit_event import event_of_request
from app.current import database, moment, viewer
from app.recording.acts import look_up
from app.recording.caseload_forms import CaseloadForm, PasteForm, RowForm
from app.recording.looked import looked_for
from app.recording.pasted_text import Pasted, decoded, read_rows
from app.search.results import Line
from app.typed_days import whole_day
from app.wording import long_day
from graph.driver import Transaction
from graph.proposals import own_id
from graph.recording import WorkType, add_client, was_added

State = Literal["new", "found", "shown", "wrong", "twice", "out", "waits"]


@dataclass(frozen=True, slots=True)
class RowLook:
    """What will happen to a row. `found`: search has just answered with `lines`; `shown`: it had before.

    twin: the number of the row that names the same person; wait_seconds: until its look-up is allowed.
    """

    number: int
    form: RowForm
    state: State
    lines: tuple[Line, ...] = ()
    twin: int = 0
    wait_seconds: int = 0

    @property
    def settled(self) -> bool:
        """Nothing has to be looked at or put right before this row."""
        return self.state in ("new", "shown", "out")

    @property
    def adds(self) -> bool:
        """The row is to become a client."""
        return self.state == "new" or (self.state == "shown" and bool(self.form.anyway.data))

    @property
    def name(self) -> str:
        """As it was typed."""
        return " ".join(one for one in (self.form.given_name.data, self.form.family_name.data) if one)

    @property
    def born(self) -> str:
        """The day as it was understood, in words; only for a row that is not wrong."""
        day = whole_day(str(self.form.born.data))
        return f"{'expected' if day > moment().today else 'born'} {long_day(day)}"


@dataclass(frozen=True, slots=True)
class AddedRow:
    """A client made of a row."""

    person: str
    name: str


class RowRefused(Exception):
    """A row could not be recorded, so none was: `at` is its place, `outcome` as add_client answers it."""

    def __init__(self, at: int, outcome: str) -> None:
        super().__init__(outcome)
        self.at = at
        self.outcome = outcome


def pasted_rows(form: PasteForm) -> Pasted:
    """The rows of the file, where one was chosen, else of the text; UnusablePaste where they cannot be taken apart.

    The text of a file is put in the place of what was pasted, so that it can be put right there.
    """
    content = form.file.data.read() if form.file.data else b""
    if content:
        form.rows.data = decoded(content)
    return read_rows(form.rows.data or "")


def look_over(form: CaseloadForm) -> tuple[RowLook, ...]:
    """What will happen to each row: a search is counted for each that was not looked up before."""
    form.validate()
    looks: list[RowLook] = []
    seen: dict[tuple[object, ...], int] = {}
    for at, row in enumerate(form.rows):
        looks.append(_look(row.form, at + 1, str(form.token.data), seen, looks))
    return tuple(looks)


def record_caseload(
    tx: Transaction, form: CaseloadForm, looks: Sequence[RowLook], types: Sequence[WorkType]
) -> list[AddedRow]:
    """Record every row that is to be added, or none (RowRefused)."""
    added: list[AddedRow] = []
    for look in looks:
        if not look.adds:
            continue
        token = _row_token(str(form.token.data), look.number)
        event = event_of_request("add_client", id_=own_id(viewer().account, "add_client", token))
        new = look.form.client(types)
        recorded = add_client(tx, event=event, token=token, new=new, place=None, moment=moment())
        if recorded is None or recorded.outcome != "added":
            raise RowRefused(look.number - 1, recorded.outcome if recorded else "not_employed")
        added.append(AddedRow(recorded.person, look.name))
    return added


def refuse(form: CaseloadForm, refused: RowRefused) -> None:
    """Say at its row why nothing was recorded."""
    row = form.rows[refused.at].form
    day = row.client(()).work.from_
    row.since.errors = [f"On {long_day(day)} you did not work for this agency. Enter a later day"]


def _look(row: RowForm, number: int, token: str, seen: dict[tuple[object, ...], int], before: list[RowLook]) -> RowLook:
    if row.leave_out.data:
        return RowLook(number, row, "out")
    if row.errors:
        return RowLook(number, row, "wrong")
    twin = seen.setdefault(row.who, number)
    if twin != number:
        return RowLook(number, row, "twice", twin=twin)
    return _look_up(row, number, token, next((one.wait_seconds for one in before if one.wait_seconds), 0))


def _look_up(row: RowForm, number: int, token: str, waiting: int) -> RowLook:
    account = viewer().account
    looked = looked_for(str(row.looked.data or ""), row.asked, account)
    if looked is not None:
        return RowLook(number, row, "shown" if looked else "new")
    if database().read(lambda tx: was_added(tx, account=account, token=_row_token(token, number))):
        return RowLook(number, row, "new")
    if waiting:
        return RowLook(number, row, "waits", wait_seconds=waiting)
    found = look_up(row.asked, str(number))
    if found.wait_seconds:
        return RowLook(number, row, "waits", wait_seconds=found.wait_seconds)
    row.looked.data = found.proof
    return RowLook(number, row, "found" if found.lines else "new", lines=found.lines)


def _row_token(token: str, number: int) -> str:
    return f"{token}-{number}"
