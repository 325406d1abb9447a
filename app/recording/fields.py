"""What the recording forms share: names with letters, days as people type them, and the facts of a new person."""

from __future__ import annotations

from wtforms import Field, Form, StringField
from wtforms.validators import DataRequired, Optional, StopValidation, ValidationError

from app.administration.fields import no_hidden_characters, stripped, text_field
from app.current import moment
from app.typed_days import past_day_or_first, whole_day
from graph.recording import PersonFacts

_FORMULA = ("=", "+", "-", "@")


def name_field(label: str, required: str = "") -> StringField:
    """A line for a name; `has_letters` is asked besides, by the form."""
    return text_field(label, required=required)


def day_text(label: str, hint: str, *, required: str = "", loosely: bool = False) -> StringField:
    """A line for a day; `loosely`: a month or a year will do, for its first day."""
    first = [DataRequired(required)] if required else [Optional()]
    understood = _is_about_day if loosely else _is_day
    return StringField(
        label, description=hint, filters=[stripped], validators=[*first, no_hidden_characters, understood]
    )


def has_letters(field: Field) -> None:
    """Refuse a name without letters."""
    if field.data and not any(one.isalpha() for one in field.data):
        raise ValidationError("Enter a name with letters in it")


def no_formula(_form: Form, field: Field) -> None:
    """Refuse what a spreadsheet would take for a formula, whoever opens it there one day."""
    if field.data and field.data.startswith(_FORMULA):
        raise StopValidation(f"This begins with “{field.data[0]}”, as a formula does. Type what it should say")


def facts_of(given: str, family: str, born: str | None, gender: str | None) -> PersonFacts:
    """What was typed of a new person: a day ahead is an unborn child's expected one."""
    day = whole_day(born) if born else None
    ahead = day is not None and day > moment().today
    return PersonFacts(
        given_name=given,
        family_name=family,
        date_of_birth=None if ahead else day,
        expected_date_of_birth=day if ahead else None,
        gender=gender,
    )


def _is_day(_form: Form, field: Field) -> None:
    whole_day(field.data)


def _is_about_day(_form: Form, field: Field) -> None:
    past_day_or_first(field.data)
