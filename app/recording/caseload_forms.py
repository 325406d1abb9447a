"""The forms for a pasted caseload: the paste itself, and its rows, each to be corrected or left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Field, FieldList, Form, FormField, HiddenField, SelectField, TextAreaField
from wtforms.validators import DataRequired

from app.administration.fields import choices, text_field
from app.current import moment
from app.recording.fields import day_text, facts_of, has_letters, name_field, no_formula
from app.recording.pasted_text import ROWS_AT_MOST
from app.recording.work import usual_work
from app.search.typed_dates import read_birth
from app.typed_days import past_day
from app.typed_text import token_field
from graph.name_forms import parts
from graph.recording import NewClient, WorkType
from graph.search import Asked

_FIRST = ("", "Choose one")


class PasteForm(FlaskForm):  # type: ignore[misc]
    """Rows of a spreadsheet, pasted or as a file, and what holds for those that do not say."""

    rows = TextAreaField("Rows of your spreadsheet")
    file = FileField("Or a file", description="CSV, with a client a row")
    type = SelectField("What you do for those whose row does not say")
    since = day_text(
        "Since when, for those whose row does not say", "For example 3 July 2026. Leave it empty for today"
    )

    def offer(self, types: Iterable[WorkType]) -> PasteForm:
        """Offer the code list."""
        self.type.choices = choices([_FIRST, *((one.code, one.label) for one in types)])
        return self

    def validate_since(self, field: Field) -> None:
        """A day up to today."""
        if field.data:
            past_day(field.data)


class RowForm(Form):
    """One client of a caseload. said: what the row called the work; looked: the proof of its look-up."""

    given_name = name_field("Given name", "Enter a given name")
    family_name = name_field("Family name", "Enter a family name")
    born = day_text("Born, or expected", "", required="Enter a date of birth, or an expected date")
    type = SelectField("What you do for them", validators=[DataRequired("Choose what you do for them")])
    since = day_text("Since when", "")
    role = text_field("Your role")
    said = HiddenField()
    looked = HiddenField()
    leave_out = BooleanField("Leave this row out")
    anyway = BooleanField("It is none of these: add them")

    def validate(self, extra_validators: object = None) -> bool:
        """What is left out need not be right."""
        if self.leave_out.data:
            return True
        return bool(super().validate({name: [no_formula] for name in ("given_name", "family_name", "role")}))

    def validate_given_name(self, field: Field) -> None:
        """A name has letters."""
        has_letters(field)

    validate_family_name = validate_given_name

    def validate_since(self, field: Field) -> None:
        """A day up to today."""
        if field.data:
            past_day(field.data)

    @property
    def asked(self) -> Asked:
        """The search for whoever is recorded already; only for a valid row."""
        name = f"{self.given_name.data} {self.family_name.data}"
        return Asked(name, read_birth(str(self.born.data), moment().today), "", "", "")

    @property
    def who(self) -> tuple[object, ...]:
        """What is the same in two rows for one person, however their names are written."""
        return (*sorted(parts(self.asked.name)), facts_of("", "", self.born.data, None))

    def client(self, types: Iterable[WorkType]) -> NewClient:
        """What the row says; only for a valid one."""
        facts = facts_of(str(self.given_name.data), str(self.family_name.data), self.born.data, None)
        since = past_day(self.since.data) if self.since.data else moment().today
        return NewClient(facts, usual_work(types, str(self.type.data), role=self.role.data, since=since))


class CaseloadForm(FlaskForm):  # type: ignore[misc]
    """The rows, under the token that makes the form sent twice one change."""

    token = token_field()
    rows = FieldList(FormField(RowForm), max_entries=ROWS_AT_MOST)

    def offer(self, types: Sequence[WorkType]) -> CaseloadForm:
        """Offer the code list to each row, and say which of its words are none of it."""
        offered = choices([_FIRST, *((one.code, one.label) for one in types)])
        for row in self.rows:
            row.form.type.choices = offered
        return self

    @classmethod
    def of(cls, rows: Sequence[dict[str, str]], types: Sequence[WorkType], *, type_: str, since: str) -> CaseloadForm:
        """The form for pasted rows: what a row does not say is as it is for all."""
        typed = MultiDict[str, str]()
        for at, row in enumerate(rows):
            said = row.get("type", "")
            work = _code_of(said, types) if said else type_
            filled = {**row, "type": work, "said": "" if work else said, "since": row.get("since") or since}
            typed.update({f"rows-{at}-{name}": value for name, value in filled.items()})
        return cls(formdata=typed).offer(types)


def _code_of(said: str, types: Sequence[WorkType]) -> str:
    """The kind of work that was meant by its words or its code; empty where that is not certain."""
    wanted = said.casefold()
    for one in types:
        if wanted in (one.code.casefold(), one.label.casefold()):
            return one.code
    begins = [one.code for one in types if one.label.casefold().startswith(wanted)]
    return begins[0] if len(begins) == 1 else ""
