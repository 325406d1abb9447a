"""The form that asks whether an involvement still holds."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import RadioField
from wtforms.validators import InputRequired

from app.administration.fields import choices

SAYS = {
    "yes": "Yes, it still holds",
    "ended": "No, it has ended",
    "handed_over": "Somebody else has it now",
}


class AnswerForm(FlaskForm):  # type: ignore[misc]
    """One answer."""

    answer = RadioField(
        "Does it still hold?", choices=choices(SAYS.items()), validators=[InputRequired("Choose an answer")]
    )
