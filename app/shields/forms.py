"""The forms for shields and bars."""

from __future__ import annotations

from collections.abc import Iterable

from flask import request
from flask_wtf import FlaskForm
from wtforms import StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from app.typed_text import no_control_characters, one_line, token_field


class ShieldForm(FlaskForm):  # type: ignore[misc]
    """The others who are to be shielded or barred too; the first asking ticks those who are children."""

    token = token_field()

    @property
    def chosen(self) -> list[str]:
        """The ids that were ticked."""
        return request.form.getlist("others")


class ReasonForm(FlaskForm):  # type: ignore[misc]
    """Why a privacy officer asks, in their own words."""

    token = token_field()
    reason = TextAreaField(
        filters=[one_line],
        validators=[
            InputRequired("Say why, in a sentence"),
            Length(min=10, max=300, message="Say why in 10 to 300 characters"),
            no_control_characters,
        ],
    )


class BarForm(ReasonForm):
    """Who is to be barred, by username, and why."""

    username = StringField(
        filters=[one_line],
        validators=[
            InputRequired("Enter the username of an account"),
            Length(max=200, message="Enter a username of at most 200 letters"),
            no_control_characters,
        ],
    )

    @property
    def chosen(self) -> list[str]:
        """The ids of the others that were ticked."""
        return request.form.getlist("others")

    @property
    def confirmed(self) -> bool:
        """Whether the human has been named and the act confirmed."""
        return request.form.get("confirmed") == "yes"


def ticked(form: ShieldForm | BarForm, young: Iterable[str]) -> set[str]:
    """Whose boxes are ticked: as sent, and before that the children’s."""
    return set(form.chosen) if form.is_submitted() else set(young)
