"""The form for one's own contact details."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, RadioField, SelectField, StringField
from wtforms.validators import ValidationError

from app.administration.fields import (
    choices,
    day_field,
    day_of_field,
    email_field,
    phone_field,
    phone_of,
    text_field,
    text_of,
)
from app.administration.wording import WORDS
from app.current import moment
from app.typed_text import token_field
from app.wording import long_day
from graph.involvement_of_others import Colleague
from graph.own_contacts import Contacts

LONGEST_TIME = 100
_DAY = "For example 3 May 2027, 3/5/27 or today"


class ContactsForm(FlaskForm):  # type: ignore[misc]
    """How somebody is reached; `version` is that of the state it was filled in from."""

    token = token_field()
    version = HiddenField()
    landline = phone_field("Landline", "For example 01632 960001")
    mobile = phone_field("Mobile", "For example 07700 900123")
    email = email_field("E-mail", "A new address replaces the old one once you have used the link that we send to it")
    preferred_contact = RadioField(
        "Best way to reach you", choices=choices([("", "No preference"), *WORDS["contact"].items()]), default=""
    )
    best_time = text_field("Best time", "In your own words, for example weekday mornings", longest=LONGEST_TIME)
    away_from = day_field("First day away", f"{_DAY}. Leave it empty if you are away already")
    away_to = day_field("First day back", _DAY)
    stand_in = SelectField("Who stands in for you", description="A colleague of your agency. They see no more families")

    def offer(self, colleagues: Sequence[Colleague]) -> ContactsForm:
        """Offer the colleagues who may stand in."""
        named = [(one.id, f"{one.name}, {one.job_title}" if one.job_title else one.name) for one in colleagues]
        self.stand_in.choices = choices([("", "Nobody"), *named])
        return self

    def fill(self, stored: Contacts) -> ContactsForm:
        """Fill the form in with what is recorded; an absence that is over is not shown."""
        for name in ("landline", "mobile", "email", "preferred_contact", "best_time"):
            self[name].data = getattr(stored, name) or ""
        self.version.data = stored.version
        if stored.away_to and stored.away_to > moment().today:
            self.away_from.data = long_day(stored.away_from) if stored.away_from else ""
            self.away_to.data = long_day(stored.away_to)
            self.stand_in.data = stored.stand_in or ""
        return self

    def validate_preferred_contact(self, field: Field) -> None:
        """The best way has to be one that is known."""
        if field.data in WORDS["contact"] and not self[field.data].data:
            raise ValidationError("Choose a way for which you have entered a number or an address")

    def validate_away_to(self, field: StringField) -> None:
        """An absence ends, after it began and not in the past."""
        first, back = _day(self.away_from), _day(field)
        if back is None:
            if not field.data and (self.away_from.data or self.stand_in.data):
                raise ValidationError("Enter the first day on which you are back")
        elif back <= moment().today:
            raise ValidationError("Enter a day that is ahead. If you are back, empty all three fields")
        elif first and first >= back:
            raise ValidationError("Enter a day after your first day away")

    def contacts(self) -> Contacts:
        """What was typed, numbers as they are kept; only for a form that is valid."""
        back = _day(self.away_to)
        return Contacts(
            landline=phone_of(self.landline),
            mobile=phone_of(self.mobile),
            email=text_of(self.email) or None,
            preferred_contact=self.preferred_contact.data or None,
            best_time=text_of(self.best_time) or None,
            away_from=(_day(self.away_from) or moment().today) if back else None,
            away_to=back,
            stand_in=(self.stand_in.data or None) if back else None,
        )


def _day(field: StringField) -> date | None:
    """The day that was typed; None for none, and for what has its own error already."""
    try:
        return day_of_field(field) if field.data else None
    except ValueError:
        return None
