"""The forms of subject access: beginning a report, deciding about its rows, releasing it."""

from __future__ import annotations

from datetime import date

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, HiddenField, StringField, TextAreaField
from wtforms.validators import AnyOf, InputRequired, Length, Regexp, ValidationError

from app.current import moment
from app.search.typed_dates import read_birth
from app.subject_access.exemptions import BY_CODE, EXEMPTIONS
from app.subject_access.rulings import GROUNDS
from app.typed_text import no_control_characters, one_line, token_field
from graph.subject_access import Decided

CHOICES = (
    ("own", "Tell it: it is the person’s own information"),
    ("reasonable", "Tell it: it is reasonable without the other individual’s consent"),
    ("consent", "Tell it: the other individual consents"),
    ("withhold", "Withhold it"),
)


class StartForm(FlaskForm):  # type: ignore[misc]
    """The request that is answered."""

    token = token_field()
    reference = StringField(
        filters=[one_line],
        validators=[
            InputRequired("Enter the reference of the request"),
            Length(max=40, message="Enter a reference of 40 characters at most"),
            Regexp(r"^[A-Za-z0-9 ./_-]*$", message="Enter a reference of letters, digits, spaces and . / _ - alone"),
        ],
    )
    requested = StringField(filters=[one_line], validators=[Length(max=30), no_control_characters])

    def validate_requested(self, field: Field) -> None:
        """A whole day, not in the future; it may be left empty."""
        if field.data and self.requested_on() is None:
            raise ValidationError("Enter the day on which the request came, for example 14 March 2026")

    def requested_on(self) -> date | None:
        """The day on which the request came; None where none was typed, or it is no day."""
        try:
            asked = read_birth(self.requested.data or "", moment().today)
        except ValueError:
            return None
        return asked.days[0] if len(asked.days) == 1 and asked.days[0] <= moment().today else None


class DecisionForm(FlaskForm):  # type: ignore[misc]
    """One decision for all rows that are ticked."""

    choices = CHOICES
    exemptions = EXEMPTIONS
    choice = StringField(
        validators=[AnyOf([code for code, _ in CHOICES], message="Choose whether to tell or withhold")]
    )
    exemption = StringField()
    said = BooleanField()
    note = TextAreaField(
        filters=[one_line],
        validators=[
            InputRequired("Say in a sentence why"),
            Length(min=5, max=300, message="Say why in 5 to 300 characters"),
            no_control_characters,
        ],
    )

    def validate_exemption(self, field: Field) -> None:
        """What is withheld needs an exemption."""
        if self.choice.data == "withhold" and field.data not in BY_CODE:
            raise ValidationError("Choose the exemption under which it is withheld")

    def decided(self) -> Decided:
        """The decision of a valid form."""
        note = self.note.data or ""
        if self.choice.data in GROUNDS:
            return Decided(True, str(self.choice.data), False, note)
        return Decided(False, str(self.exemption.data), bool(self.said.data), note)


class ReleaseForm(FlaskForm):  # type: ignore[misc]
    """`seen` is the digest of the report as the officer has seen it."""

    seen = HiddenField()


class AgainForm(FlaskForm):  # type: ignore[misc]
    """A corrected report that follows a released one."""

    token = token_field()
