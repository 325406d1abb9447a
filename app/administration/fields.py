"""The fields of administrators' forms, each with the rule for what may be typed in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import phonenumbers
from flask_wtf import FlaskForm
from wtforms import Field, SelectField, StringField
from wtforms.fields.choices import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] - newer than its stubs
from wtforms.validators import DataRequired, Length, StopValidation, ValidationError

from app.administration.typed_days import read_day
from app.current import moment
from graph.outbox import is_address
from graph.worlds.text_rules import hidden_character

LONGEST_TEXT = 200


def stripped(value: Any) -> Any:
    """What was typed without space around it."""
    return value.strip() if isinstance(value, str) else value


def no_hidden_characters(_form: FlaskForm, field: Field) -> None:
    """Refuse control and bidirectional characters, as an import does."""
    found = hidden_character(field.data or "")
    if found:
        raise StopValidation(f"Take out what cannot be seen: this holds {found}")


def choices(pairs: Iterable[tuple[str, str]]) -> list[SelectChoice]:
    """Values with their texts, for a field to choose from."""
    return [SelectChoice(value, text) for value, text in pairs]


def agency_field(label: str) -> SelectField:
    """An agency to choose; `agencies` answers what to choose from."""
    return SelectField(label, choices=[], validators=[DataRequired("Choose an agency")])


def agencies(pairs: Iterable[tuple[str, str]]) -> list[SelectChoice]:
    """Agencies to choose from; where there are several it begins with none, so that nobody takes one by mistake."""
    several = choices(pairs)
    return [SelectChoice("", "Choose an agency"), *several] if len(several) > 1 else several


def text_field(label: str, hint: str = "", *, required: str = "", longest: int = LONGEST_TEXT) -> StringField:
    """A line of text; `required` says what to enter where nothing was."""
    validators = [no_hidden_characters, Length(max=longest, message=f"Shorten this to {longest} characters")]
    return StringField(
        label,
        description=hint,
        filters=[stripped],
        validators=[DataRequired(required), *validators] if required else validators,
    )


def phone_field(label: str, hint: str = "") -> StringField:
    """A telephone number; `phone_of` answers it as it is kept."""
    return StringField(label, description=hint, filters=[stripped], validators=[no_hidden_characters, _is_phone])


def email_field(label: str, hint: str = "", *, required: str = "") -> StringField:
    """One e-mail address."""
    validators = [no_hidden_characters, _is_email]
    return StringField(
        label,
        description=hint,
        filters=[stripped],
        validators=[DataRequired(required), *validators] if required else validators,
    )


def day_field(label: str, hint: str = "", *, required: str = "") -> StringField:
    """A day as people type it; `day_of_field` answers it."""
    validators = [no_hidden_characters, _is_day]
    return StringField(
        label,
        description=hint,
        filters=[stripped],
        validators=[DataRequired(required), *validators] if required else validators,
    )


def text_of(field: StringField) -> str:
    """What was typed, empty where nothing was."""
    return field.data or ""


def phone_of(field: StringField) -> str | None:
    """A number as it is kept: British ones as dialled in Britain, others with their country; None where empty."""
    if not field.data:
        return None
    number = phonenumbers.parse(field.data, "GB")
    british = number.country_code == 44
    return phonenumbers.format_number(
        number, phonenumbers.PhoneNumberFormat.NATIONAL if british else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    )


def day_of_field(field: StringField) -> date:
    """The day of a valid field that is not empty."""
    return read_day(field.data or "", moment().today)


def _is_phone(_form: FlaskForm, field: Field) -> None:
    if not field.data:
        return
    try:
        number = phonenumbers.parse(field.data, "GB")
    except phonenumbers.NumberParseException:
        raise ValidationError("Enter a telephone number, such as 01632 960001 or 07700 900123") from None
    # Numbers for drama belong to no subscriber: what is possible counts, not what is in use.
    if len(field.data) > 40 or phonenumbers.is_possible_number_with_reason(number) != 0:
        raise ValidationError("Check this number: it is too short or too long to be dialled")


def _is_email(_form: FlaskForm, field: Field) -> None:
    if field.data and not is_address(field.data):
        raise ValidationError("Enter one e-mail address, such as name@example.org")


def _is_day(_form: FlaskForm, field: Field) -> None:
    if not field.data:
        return
    try:
        read_day(field.data, moment().today)
    except ValueError as fault:
        raise ValidationError(str(fault)) from None
