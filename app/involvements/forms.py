"""The forms for one involvement: what is recorded of it, its end, a hand-over, and buttons alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, HiddenField, SelectField
from wtforms.validators import InputRequired, ValidationError

from app.administration.fields import choices, day_field, text_field
from app.administration.typed_days import read_day
from app.current import moment
from app.proposals.forms import BASES
from app.typed_text import token_field
from app.wording import long_day
from graph.involvement_ends import first_end
from graph.involvement_of_others import Colleague
from graph.involvements import Facts, Involvement
from graph.own_involvement import InvolvementType

NOBODY = ("", "Nobody")


class ChangeForm(FlaskForm):  # type: ignore[misc]
    """What can be changed of an involvement; `version` is that of the state it was filled in from."""

    token = token_field()
    version = HiddenField()
    type = SelectField("Kind of work", validators=[InputRequired("Choose the kind of work")])
    role = text_field("Role", "In a few words. Leave it empty if there is nothing to add")
    began = day_field("Since", "For example 3 July 2026", required="Enter since when")
    over_from = day_field("Over from", "The first day on which it is over. Leave it empty while it goes on")
    basis = SelectField("On which basis", choices=choices(BASES))
    sensitive = BooleanField("This work is sensitive: show it only with the person’s consent")
    broker = SelectField("Who puts others in touch")

    def offer(self, types: Iterable[InvolvementType], brokers: Iterable[tuple[str, str]], found: Involvement) -> None:
        """Offer the code list, and who may be named as broker; a type that is on no list any more stays choosable."""
        listed = {one.code: one.label for one in types}
        self.type.choices = choices({found.type: found.type_label, **listed}.items())
        self.broker.choices = choices([NOBODY, *brokers])

    def fill(self, found: Involvement) -> ChangeForm:
        """Fill the form in with what is recorded."""
        facts = found.facts
        self.type.data, self.role.data = facts.type, facts.role or ""
        self.began.data = long_day(facts.from_) if facts.from_ else ""
        self.over_from.data = long_day(facts.to) if facts.to else ""
        self.basis.data, self.sensitive.data = facts.basis, facts.sensitive
        self.broker.data = facts.broker or ""
        self.version.data = found.version
        return self

    def take_what_is_not_asked(self, found: Involvement) -> None:
        """Take what the page does not ask its reader from what is recorded."""
        if not found.mine:
            self.basis.data, self.broker.data = found.basis or BASES[0][0], ""
        elif not (found.sensitive or found.broker):
            self.broker.data = ""

    def validate_began(self, field: Field) -> None:
        """A day that is not ahead."""
        day = _day(field.data)
        if day and day > moment().today:
            raise ValidationError("Enter a day up to today")

    def validate_over_from(self, field: Field) -> None:
        """A day after the first."""
        began, over = _day(self.began.data), _day(field.data)
        if began and over and over <= began:
            raise ValidationError(f"Enter a day after {long_day(began)}, on which it began")

    def facts(self, found: Involvement) -> Facts:
        """What was typed; only for a form that is valid."""
        return Facts(
            type=str(self.type.data),
            role=self.role.data or None,
            from_=_day(self.began.data),
            to=_day(self.over_from.data),
            basis=str(self.basis.data) if found.mine else found.basis,
            sensitive=found.marked or bool(self.sensitive.data),
            broker=(self.broker.data or None) if found.mine else found.broker,
        )

    def refuse(self, outcome: str, found: Involvement) -> None:
        """Say why it was not recorded."""
        if outcome == "over":
            self.over_from.errors = [
                "It is over, and its holder alone cannot take it up again. "
                "Ask a colleague who works with them, or add yourself anew"
            ]
        elif outcome == "not_employed":
            self.began.errors = [f"{found.practitioner_name} did not work for {found.agency_name} on that day"]
        else:
            self.over_from.errors = [f"{found.practitioner_name} does not work for {found.agency_name} any more"]


class EndForm(FlaskForm):  # type: ignore[misc]
    """The end of an involvement."""

    token = token_field()
    version = HiddenField()
    ended_on = day_field(
        "The first day on which it is over", "For example 3 July 2026", required="Enter the day on which it is over"
    )

    def fill(self, found: Involvement) -> EndForm:
        """Fill in today, or the first day on which it can be over."""
        self.ended_on.data = long_day(first_end(found.from_, moment().today))
        self.version.data = found.version
        return self

    def check(self, found: Involvement) -> bool:
        """Whether it can be over on that day; the form says why not."""
        if not self.validate():
            return False
        if found.from_ and self.day() <= found.from_:
            self.ended_on.errors = [f"Enter a day after {long_day(found.from_)}, on which it began"]
        return not self.errors

    def day(self) -> date:
        """The day that was typed; only for a form that is valid."""
        return read_day(str(self.ended_on.data), moment().today)

    def refuse(self, outcome: str, found: Involvement) -> None:
        """Say why it was not ended."""
        self.ended_on.errors = ["It is over already, so its end can only be made earlier"]


class HandOverForm(FlaskForm):  # type: ignore[misc]
    """Who is to have an involvement."""

    token = token_field()
    receiver = SelectField("To whom", validators=[InputRequired("Choose a colleague")])

    def offer(self, colleagues: Iterable[Colleague]) -> None:
        """Offer the colleagues of the agency."""
        self.receiver.choices = choices([("", "Choose one"), *named(colleagues)])


class ButtonForm(FlaskForm):  # type: ignore[misc]
    """A button alone; `answered` is the request to which it answers, if any."""

    token = token_field()
    answered = HiddenField()


def named(colleagues: Iterable[Colleague]) -> list[tuple[str, str]]:
    """Ids, and names with job titles."""
    return [(one.id, f"{one.name}, {one.job_title}" if one.job_title else one.name) for one in colleagues]


def _day(typed: str | None) -> date | None:
    """The day that was typed; None for none, and for what has its own error already."""
    try:
        return read_day(typed, moment().today) if typed else None
    except ValueError:
        return None
