"""The form for what is recorded of a person."""

from __future__ import annotations

import re
from datetime import date

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, SelectField, StringField
from wtforms.validators import ValidationError

from app.administration.fields import choices, no_hidden_characters, stripped, text_field
from app.current import moment
from app.search.typed_dates import UnusableDate, read_birth
from app.typed_text import token_field
from app.wording import long_day
from graph.person_details import PersonDetails
from graph.worlds.record_rules import is_nhs_number

GENDERS = (("", "Not recorded"), ("female", "Female"), ("male", "Male"), ("other", "Other"), ("unknown", "Unknown"))
NAMES_AT_MOST = 10
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}")


def _day_field(label: str, hint: str) -> StringField:
    return StringField(label, description=hint, filters=[stripped], validators=[no_hidden_characters, _is_day])


def _is_day(_form: FlaskForm, field: Field) -> None:
    if field.data:
        _day(field.data)


def _day(typed: str) -> date:
    try:
        asked = read_birth(typed, moment().today)
    except UnusableDate as unusable:
        raise ValidationError(str(unusable)) from unusable
    if not asked.full:
        raise ValidationError("Enter a whole date, such as 3 July 2014: leave it empty while the day is not known")
    return asked.days[0]


class DetailsForm(FlaskForm):  # type: ignore[misc]
    """A person's details; `version` is that of the state it was filled in from."""

    token = token_field()
    version = HiddenField()
    given_name = text_field("Given name", required="Enter a given name")
    family_name = text_field("Family name", required="Enter a family name")
    also_known_as = text_field("Also known as", "Other names, with commas between them", longest=1000)
    date_of_birth = _day_field("Date of birth", "For example, 3 July 2014 or 3/7/14")
    expected_date_of_birth = _day_field("Expected date of birth", "Of an unborn child")
    deceased_on = _day_field("Died on", "Where the person has died")
    gender = SelectField("Gender", choices=choices(GENDERS))
    nhs_number = text_field("NHS number", "Ten digits", longest=20)
    upn = text_field("Unique pupil number (UPN)", longest=40)
    local_id = text_field("Local number", "As your area gives it", longest=40)
    address = text_field("Address")
    postcode = text_field("Postcode", longest=10)

    def fill(self, details: PersonDetails) -> DetailsForm:
        """Fill the form in with what is recorded."""
        for name in ("given_name", "family_name", "gender", "nhs_number", "upn", "local_id", "address", "postcode"):
            self[name].data = getattr(details, name) or ""
        for name in ("date_of_birth", "expected_date_of_birth", "deceased_on"):
            day = getattr(details, name)
            self[name].data = long_day(day) if day else ""
        self.also_known_as.data = ", ".join(details.also_known_as)
        self.version.data = details.version
        return self

    def validate_given_name(self, field: Field) -> None:
        """A name has letters."""
        if not any(one.isalpha() for one in field.data):
            raise ValidationError("Enter a name with letters in it")

    validate_family_name = validate_given_name

    def validate_also_known_as(self, field: Field) -> None:
        """A few names of at most 200 characters each."""
        names = self._other_names()
        if len(names) > NAMES_AT_MOST or any(
            len(name) > 200 or not any(one.isalpha() for one in name) for name in names
        ):
            raise ValidationError(f"Enter at most {NAMES_AT_MOST} names with letters in them, with commas between them")

    def validate_nhs_number(self, field: Field) -> None:
        """Ten digits with the right check digit (modulus 11)."""
        if field.data and not is_nhs_number(_compact(field.data)):
            raise ValidationError("Check this number: an NHS number has ten digits, and these do not fit together")

    def validate_postcode(self, field: Field) -> None:
        """A whole postcode."""
        if field.data and not _POSTCODE.fullmatch(_spaced(field.data)):
            raise ValidationError("Enter a whole postcode, such as LS11 0AA")

    def validate_deceased_on(self, field: Field) -> None:
        """Not before birth, not ahead."""
        died, born = _day_or_none(field), _day_or_none(self.date_of_birth)
        if died and (died > moment().today or (born and died < born)):
            raise ValidationError("Enter a day between the date of birth and today")

    def validate_date_of_birth(self, field: Field) -> None:
        """A day that is not ahead; an unborn child has an expected date."""
        born = _day_or_none(field)
        if born and born > moment().today:
            raise ValidationError("This day is ahead. For an unborn child enter it as the expected date")

    def details(self) -> PersonDetails:
        """What was typed; only for a form that is valid."""
        return PersonDetails(
            given_name=str(self.given_name.data),
            family_name=str(self.family_name.data),
            also_known_as=self._other_names(),
            date_of_birth=_day_or_none(self.date_of_birth),
            expected_date_of_birth=_day_or_none(self.expected_date_of_birth),
            deceased_on=_day_or_none(self.deceased_on),
            gender=self.gender.data or None,
            nhs_number=_compact(self.nhs_number.data or "") or None,
            upn=_compact(self.upn.data or "").upper() or None,
            local_id=self.local_id.data or None,
            address=self.address.data or None,
            postcode=_spaced(self.postcode.data or "") or None,
        )

    def _other_names(self) -> list[str]:
        return [name for typed in (self.also_known_as.data or "").split(",") if (name := " ".join(typed.split()))]


def _day_or_none(field: Field) -> date | None:
    """The day that was typed; None for none, and for what has its own error already."""
    try:
        return _day(field.data) if field.data else None
    except ValidationError:
        return None


def _compact(text: str) -> str:
    return "".join(text.split())


def _spaced(text: str) -> str:
    joined = _compact(text).upper()
    return f"{joined[:-3]} {joined[-3:]}" if joined else ""
