"""Why somebody breaks the glass, whom they look for, and the code that another reads out."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] - newer than its stubs
from wtforms.validators import AnyOf, InputRequired, Length

from app.search.forms import SearchForm, plain
from graph.break_glass import Justification
from graph.emergency_search import POSTCODE

JUSTIFICATIONS = {
    "consent": ("Consent obtained", "The person, or a parent or carer who may decide for them, has agreed"),
    "legal": ("Legal requirement", "A court order, a statutory enquiry or another duty in law"),
    "harm": ("Risk of significant harm", "Somebody may come to serious harm unless you know who works with them"),
}
_CHOICES = [SelectChoice(value, text) for value, (text, _) in JUSTIFICATIONS.items()]


class JustificationForm(FlaskForm):  # type: ignore[misc]
    """Why somebody needs emergency access; `proof` says, signed, to whom, where that is settled."""

    proof = HiddenField()
    justification = RadioField(
        choices=_CHOICES,
        validate_choice=False,
        validators=[AnyOf([*JUSTIFICATIONS], message="Choose why you need emergency access")],
    )
    note = TextAreaField(
        filters=[plain],
        validators=[
            InputRequired("Say in a few words why you need it now"),
            Length(min=10, max=300, message="Say why you need it now in 10 to 300 characters"),
        ],
    )

    def stated(self) -> Justification:
        """What was stated, once the form is valid."""
        return Justification(str(self.justification.data), self.note.data or "")


class EmergencySearchForm(SearchForm):  # type: ignore[misc]
    """A name with whatever else is known; a whole postcode finds people here."""

    district = None
    postcode = StringField(filters=[plain], validators=[Length(max=10, message="Enter a postcode such as LS11 8PG")])

    def _place(self) -> tuple[str, str]:
        """The first part of the postcode, which narrows the own families, and the whole one."""
        typed = (self.postcode.data or "").upper().replace(" ", "")
        whole = POSTCODE.fullmatch(typed)
        if typed and not whole:
            self.postcode.errors = ["Enter a whole postcode, such as LS11 8PG"]
        return (whole[1], typed) if whole else ("", "")


class CodeForm(FlaskForm):  # type: ignore[misc]
    """The code that somebody has read out."""

    code = StringField(
        filters=[plain], validators=[InputRequired("Enter the code that was read out to you"), Length(max=20)]
    )


class DecisionForm(FlaskForm):  # type: ignore[misc]
    """Whether a request is accepted; `code` where that is the decider's right to it."""

    code = HiddenField(filters=[plain], validators=[Length(max=20)])
    decision = StringField(validators=[AnyOf(["accept", "decline"], message="Choose whether you accept")])
