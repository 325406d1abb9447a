"""The forms: an idea, its answer, and whether a look was of use."""

from __future__ import annotations

from typing import cast

from flask_wtf import FlaskForm
from wtforms import BooleanField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] - newer than its stubs
from wtforms.validators import AnyOf, InputRequired, Length, Optional

from app.typed_text import no_control_characters, one_line, token_field
from graph.feedback import Answer, Reached, State

STATES = {
    "noted": "Noted",
    "planned": "Planned",
    "done": "Done",
    "declined": "Not planned",
}
REACHED = {
    "yes": "Yes, I spoke or wrote with them",
    "not_yet": "Not yet, I left word",
    "no": "No",
}
WITHIN = {
    "hour": "Within an hour",
    "day": "The same day",
    "week": "Within a week",
    "longer": "Later than that",
}


def _choices(words: dict[str, str]) -> list[SelectChoice]:
    return [SelectChoice(value, text) for value, text in words.items()]


class IdeaForm(FlaskForm):  # type: ignore[misc]
    """What somebody says, and the endpoint of the page they came from."""

    token = token_field()
    page = StringField()
    text = TextAreaField(
        filters=[one_line],
        validators=[
            InputRequired("Write what would help, or what is in the way"),
            Length(min=10, max=500, message="Write 10 to 500 characters"),
            no_control_characters,
        ],
    )


class AnswerForm(FlaskForm):  # type: ignore[misc]
    """What is done about an idea, and whether everybody may read it."""

    state = RadioField(
        choices=_choices(STATES), validate_choice=False, validators=[AnyOf([*STATES], message="Choose what is done")]
    )
    answer = TextAreaField(
        filters=[one_line],
        validators=[
            InputRequired("Write an answer"),
            Length(min=5, max=500, message="Write 5 to 500 characters"),
            no_control_characters,
        ],
    )
    happened = TextAreaField(
        filters=[one_line], validators=[Length(max=500, message="Write at most 500 characters"), no_control_characters]
    )
    shown = BooleanField()

    def given(self) -> Answer:
        """What was typed; only for a form that is valid."""
        return Answer(
            state=cast(State, self.state.data),
            text=str(self.answer.data),
            happened=self.happened.data or None,
            shown=bool(self.shown.data),
        )


class UsefulForm(FlaskForm):  # type: ignore[misc]
    """Whether somebody was reached, and how soon."""

    token = token_field()
    reached = RadioField(
        choices=_choices(REACHED),
        validate_choice=False,
        validators=[AnyOf([*REACHED], message="Choose whether you reached somebody")],
    )
    within = RadioField(
        choices=_choices(WITHIN),
        validate_choice=False,
        validators=[Optional(), AnyOf([*WITHIN], message="Choose how soon, or leave it open")],
    )

    def told(self) -> tuple[Reached, str | None]:
        """What was chosen; how soon counts only where somebody was reached."""
        reached = cast(Reached, self.reached.data)
        return reached, (self.within.data or None) if reached == "yes" else None
