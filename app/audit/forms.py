"""The forms of the audit pages."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, StringField, TextAreaField
from wtforms.validators import AnyOf, InputRequired, Length, ValidationError

from app.audit.born import read_born
from app.current import moment
from app.next_page import safe_next
from app.typed_text import no_control_characters, one_line
from graph.audit_finding import Born

PURPOSES = (
    ("complaint", "A complaint or question from the person concerned"),
    ("subject_access", "A request for what is held and who saw it"),
    ("check", "A planned check of who can see what"),
    ("concern", "A concern about somebody’s access"),
    ("incident", "A data incident"),
    ("other", "Another purpose"),
)
_CHOOSE = "Choose what you need to look for"


class PurposeForm(FlaskForm):  # type: ignore[misc]
    """Why somebody looks, as one of a list and in their own words."""

    purposes = PURPOSES
    code = StringField(validators=[AnyOf([code for code, _ in PURPOSES], message=_CHOOSE)])
    note = TextAreaField(
        filters=[one_line],
        validators=[
            InputRequired("Say in a few words why you need to look"),
            Length(min=10, max=300, message="Say why you need to look in 10 to 300 characters"),
            no_control_characters,
        ],
    )
    next = HiddenField()

    def purpose(self) -> str:
        """The purpose as the audit trail keeps it: the code, then the words."""
        return f"{self.code.data}: {self.note.data}"

    def destination(self) -> str:
        """The page to go on to: a page of ours."""
        return safe_next(self.next.data)


class AccountForm(FlaskForm):  # type: ignore[misc]
    """An account: part of its username, or of its practitioner's name."""

    name = StringField(
        filters=[one_line],
        validators=[
            InputRequired("Enter part of a username or of a practitioner’s name"),
            Length(min=2, max=100, message="Enter 2 to 100 letters"),
            no_control_characters,
        ],
    )

    def typed(self) -> str:
        """What was typed."""
        return self.name.data or ""


class FindForm(FlaskForm):  # type: ignore[misc]
    """A member of the family: a name with a birth date or year, or a reference."""

    name = StringField(filters=[one_line], validators=[Length(max=200), no_control_characters])
    born = StringField(filters=[one_line], validators=[Length(max=30), no_control_characters])
    reference = StringField(filters=[one_line], validators=[Length(max=64), no_control_characters])

    def validate_reference(self, field: Field) -> None:
        """Something must be typed in one of the two ways."""
        if not field.data and not self.name.data:
            raise ValidationError("Enter a reference, or a name with a date or year of birth")

    def validate_born(self, field: Field) -> None:
        """A name needs a date or a year beside it."""
        if self.reference.data or not self.name.data:
            return
        try:
            read_born(field.data or "", moment().today)
        except ValueError:
            raise ValidationError("Enter a date or year of birth, for example 14 March 2017 or 2017") from None

    def typed_name(self) -> str:
        """The name, empty where none was typed."""
        return self.name.data or ""

    def interval(self) -> Born:
        """When the person was born; only for a form that is valid and has a name."""
        return read_born(self.born.data or "", moment().today)
