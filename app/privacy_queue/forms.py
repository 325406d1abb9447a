"""How an item of the privacy queue is closed."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] - newer than its stubs
from wtforms.validators import AnyOf, InputRequired, Length

from app.search.forms import plain

OUTCOMES = {
    "appropriate": ("Appropriate", "Right and needed; nothing follows"),
    "follow_up": ("Needs follow-up", "Something has to be put right or asked; say what and by whom"),
    "inappropriate": ("Inappropriate", "It should not have happened; say what has been done about it"),
}
KINDS = {
    "break_glass": "Emergency access",
    "shield": "A record was shielded",
    "unshield": "A shield is to be undone",
    "bar": "Somebody was barred",
    "own_involvement": "Somebody added themselves to a team",
    "near_match": "A new record nearly matches one that its maker may not see",
    "search_budget": "Very many searches",
    "proposal": "A proposal to be looked at",
    "merge": "Two records were merged into one",
}


class ClosingForm(FlaskForm):  # type: ignore[misc]
    """The outcome, and why."""

    outcome = RadioField(
        choices=[SelectChoice(value, text) for value, (text, _) in OUTCOMES.items()],
        validate_choice=False,
        validators=[AnyOf([*OUTCOMES], message="Choose an outcome")],
    )
    note = TextAreaField(
        filters=[plain],
        validators=[
            InputRequired("Say in a few words what you found"),
            Length(min=10, max=300, message="Say what you found in 10 to 300 characters"),
        ],
    )
