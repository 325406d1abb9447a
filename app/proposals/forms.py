"""The forms for own involvements, links and memberships, and answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, SelectField, StringField, TextAreaField
from wtforms.validators import AnyOf, InputRequired, Length, Optional, ValidationError

from app.current import moment
from app.search.typed_dates import UnusableDate, read_birth
from app.typed_days import past_day_or_first
from app.typed_text import no_control_characters, one_line, token_field
from app.wording import long_day
from graph.family_links import KINDS
from graph.own_involvement import Basis, InvolvementType, NewInvolvement

BASES = (
    ("public_task", "It is a public task"),
    ("legal_obligation", "The law obliges us"),
    ("vital_interests", "It protects somebody’s life"),
    ("consent", "Somebody consented"),
)
MEMBER = "member"
QUALIFIERS = (
    "birth",
    "adoptive",
    "step",
    "foster",
    "kinship",
    "married",
    "cohabiting",
    "separated",
    "divorced",
    "half",
)


def choices(pairs: Iterable[tuple[str, str]], chosen: str | None, first: str = "") -> list[dict[str, str | bool]]:
    """Values and texts as the select component takes them; `first` is what stands there until somebody chooses."""
    offered = [("", first), *pairs] if first else [*pairs]
    return [{"value": value, "text": text, "selected": value == (chosen or "")} for value, text in offered]


class InvolvementForm(FlaskForm):  # type: ignore[misc]
    """What somebody does for a person, since when and on which basis, and why it is recorded now."""

    token = token_field()
    type = SelectField(validators=[InputRequired("Choose what you do for them")], validate_choice=True)
    role = StringField(
        filters=[one_line],
        validators=[Length(max=200, message="Enter a role of at most 200 letters"), no_control_characters],
    )
    since = StringField(filters=[one_line], validators=[Length(max=40, message="Enter a date such as 3 July 2026")])
    basis = SelectField(choices=BASES, default="public_task", validate_choice=True)
    sensitive = BooleanField()
    reason = TextAreaField(
        filters=[one_line],
        validators=[
            InputRequired("Say in a sentence how you come to work with them"),
            Length(min=5, max=300, message="Say in 5 to 300 characters how you come to work with them"),
            no_control_characters,
        ],
    )

    def offer(self, types: Iterable[InvolvementType]) -> None:
        """Offer the code list."""
        self.type.choices = [("", "Choose one"), *((one.code, one.label) for one in types)]

    def validate_since(self, field: Field) -> None:
        """A day that is not ahead; empty: today."""
        if field.data:
            self.first_day()

    def first_day(self) -> date:
        """The typed day; today where none was typed."""
        today = moment().today
        if not self.since.data:
            return today
        try:
            asked = read_birth(self.since.data, today)
        except UnusableDate as unusable:
            raise ValidationError("Enter a day such as 3 July 2026 or 3/7/26") from unusable
        if not asked.full or asked.days[0] > today:
            raise ValidationError("Enter a day up to today, such as 3 July 2026")
        return asked.days[0]

    def involvement(self) -> NewInvolvement:
        """What was typed; only for a form that is valid."""
        return NewInvolvement(
            type=str(self.type.data),
            role=self.role.data or None,
            from_=self.first_day(),
            basis=cast(Basis, self.basis.data),
            sensitive=bool(self.sensitive.data),
            reason=str(self.reason.data),
        )

    def refuse(self, outcome: str) -> None:
        """Say why it was not recorded: `already`, or `not_employed` on that first day."""
        if outcome == "already":
            self.type.errors = ["You have recorded already that you work with them today"]
        else:
            day = long_day(self.first_day())
            self.since.errors = [f"On {day} there was no work for the agency on record. Enter a later day"]


class ColleagueForm(InvolvementForm):
    """The same for somebody else, who is asked to confirm it."""

    who = SelectField(validators=[InputRequired("Choose who works with them")], validate_choice=True)

    def offer_people(self, people: Iterable[tuple[str, str]]) -> None:
        """Offer practitioners, as values and names."""
        self.who.choices = [("", "Choose one"), *people]


class LinkForm(FlaskForm):  # type: ignore[misc]
    """Two people and how they are related; or, with `how` as MEMBER, a person and the id of a family."""

    token = token_field()
    one = StringField(validators=[InputRequired("Choose a person"), Length(max=64)])
    how = StringField(validators=[AnyOf([*KINDS, MEMBER], message="Choose how they are related")])
    other = StringField(validators=[InputRequired("Choose the other"), Length(max=64)])
    qualifier = StringField(validators=[Optional(), AnyOf(QUALIFIERS, message="Choose one of the list")])
    lives = StringField(validators=[Optional(), AnyOf(["here", "elsewhere"], message="Choose one of the list")])
    since = StringField(filters=[one_line], validators=[Length(max=40, message="Enter a date such as 3 July 2026")])

    def validate_since(self, field: Field) -> None:
        """A day up to today, a month or a year."""
        if field.data:
            past_day_or_first(field.data)

    @property
    def left_on(self) -> date:
        """The first day on which they lived elsewhere; only for a valid form."""
        return past_day_or_first(self.since.data) if self.since.data else moment().today

    @property
    def of_member(self) -> bool:
        """Whether somebody is to join a family."""
        return self.how.data == MEMBER

    def refuse(self, why: str | None) -> None:
        """Say why nothing was changed; nothing where there is no reason."""
        if why:
            self.other.errors = [why]


class AnswerForm(FlaskForm):  # type: ignore[misc]
    """The answer to a proposal."""

    verdict = StringField(validators=[AnyOf(["accept", "decline", "withdraw"], message="Choose an answer")])
