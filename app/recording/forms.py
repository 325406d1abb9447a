"""The form for a new client: who, what the recorder does for them, and up to four relatives made in the same act."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, FieldList, Form, FormField, HiddenField, SelectField, StringField
from wtforms.validators import InputRequired, Optional, ValidationError

from app.administration.fields import choices, no_hidden_characters, stripped, text_field
from app.current import moment
from app.families.forms import GENDERS
from app.proposals.forms import BASES
from app.recording.wording import TIES
from app.search.typed_dates import UnusableDate, read_birth
from app.typed_text import token_field
from graph.own_involvement import Basis
from graph.recording import NewClient, NewRelative, NewWork, PersonFacts, Place, WorkType
from graph.search import Asked
from graph.worlds.record_rules import is_nhs_number

RELATIVES = 4
_USUAL = ("", "As is usual for this kind of work")
_TIES = (("", "Choose"), *((code, one[0]) for code, one in TIES.items()))
_LIVES = (("here", "Lives with them"), ("elsewhere", "Lives elsewhere"))


def _name(label: str, required: str = "") -> StringField:
    return text_field(label, required=required)


def _born(label: str, hint: str, *, required: str = "") -> StringField:
    first = [InputRequired(required)] if required else [Optional()]
    return StringField(label, description=hint, filters=[stripped], validators=[*first, no_hidden_characters, _is_day])


def _is_day(_form: Form, field: Field) -> None:
    _whole_day(field.data)


def _whole_day(typed: str) -> date:
    try:
        asked = read_birth(typed, moment().today)
    except UnusableDate as unusable:
        raise ValidationError(str(unusable)) from unusable
    if not asked.full:
        raise ValidationError("Enter a whole date, such as 3 July 2014")
    return asked.days[0]


def _past_day(typed: str) -> date:
    day = _whole_day(typed)
    if day > moment().today:
        raise ValidationError("Enter a day up to today, such as 3 July 2026")
    return day


def _letters(field: Field) -> None:
    if field.data and not any(one.isalpha() for one in field.data):
        raise ValidationError("Enter a name with letters in it")


class RelativeForm(Form):
    """Somebody of the client's family; nothing typed is nobody."""

    given_name = _name("Given name")
    family_name = _name("Family name")
    born = _born("Date of birth, if you know it", "")
    tie = SelectField("Who they are", choices=choices(_TIES), default="")
    lives = SelectField("Where they live", choices=choices(_LIVES), default="here")
    since = _born("Lives elsewhere since", "Leave it empty where you do not know")

    @property
    def is_empty(self) -> bool:
        """Whether nobody was entered."""
        return not any((self.given_name.data, self.family_name.data, self.born.data, self.tie.data))

    def validate_given_name(self, field: Field) -> None:
        """A name, where anything is typed of somebody."""
        _letters(field)
        if not self.is_empty and not field.data:
            raise ValidationError("Enter a given name, or clear what you typed of them")

    def validate_family_name(self, field: Field) -> None:
        """As the given name."""
        _letters(field)
        if not self.is_empty and not field.data:
            raise ValidationError("Enter a family name, or clear what you typed of them")

    def validate_tie(self, field: Field) -> None:
        """A choice, where anything is typed of somebody."""
        if not self.is_empty and not field.data:
            raise ValidationError("Choose who they are to the client")

    def validate_since(self, field: Field) -> None:
        """A day up to today."""
        if field.data:
            _past_day(field.data)

    def relative(self) -> NewRelative:
        """What was typed; only for a form that is valid and not empty."""
        _, tie, gender = TIES[str(self.tie.data)]
        apart = self.lives.data == "elsewhere"
        since = _past_day(self.since.data) if apart and self.since.data else None
        facts = _facts(str(self.given_name.data), str(self.family_name.data), self.born.data, gender)
        return NewRelative(facts, tie, apart, since)


class ClientForm(FlaskForm):  # type: ignore[misc]
    """The page's one form. `looked`: the proof that who is like them was shown; `again`: another one follows."""

    token = token_field()
    looked = HiddenField()
    again = HiddenField()
    given_name = _name("Given name", "Enter a given name")
    family_name = _name("Family name", "Enter a family name")
    born = _born(
        "Date of birth, or expected date",
        "For example 3/7/14 or 3 July 2014",
        required="Enter a date of birth, or the expected date of an unborn child",
    )
    type = SelectField("What you do for them", validators=[InputRequired("Choose what you do for them")])
    since = _born("Since when", "For example 3 July 2026. Leave it empty for today")
    role = text_field("Your role, if you want to name it")
    basis = SelectField("On which basis", choices=choices([_USUAL, *BASES]), default="")
    lead = BooleanField("I am their lead practitioner")
    sensitive = BooleanField("This work is sensitive: show it only with consent")
    gender = SelectField("Gender", choices=choices(GENDERS), default="")
    nhs_number = text_field("NHS number", "Ten digits", longest=20)
    upn = text_field("Unique pupil number (UPN)", longest=40)
    local_id = text_field("Local number", longest=40)
    tie = SelectField("Who they are to that person", choices=choices([]), validate_choice=False)
    family = SelectField("Which family they belong to", choices=choices([]), validate_choice=False)
    relatives = FieldList(FormField(RelativeForm), min_entries=RELATIVES, max_entries=RELATIVES)

    def offer(self, types: Iterable[WorkType]) -> ClientForm:
        """Offer the code list."""
        self.type.choices = choices([("", "Choose one"), *((one.code, one.label) for one in types)])
        return self

    def offer_place(self, families: Iterable[tuple[str, str]]) -> None:
        """Offer how the client may be related to somebody, and the families to join."""
        self.tie.choices = choices(_TIES)
        self.family.choices = choices(families)

    def validate_given_name(self, field: Field) -> None:
        """A name has letters."""
        _letters(field)

    validate_family_name = validate_given_name

    def validate_since(self, field: Field) -> None:
        """A day up to today."""
        if field.data:
            _past_day(field.data)

    def validate_nhs_number(self, field: Field) -> None:
        """Ten digits with the right check digit (modulus 11)."""
        if field.data and not is_nhs_number("".join(field.data.split())):
            raise ValidationError("Check this number: an NHS number has ten digits, and these do not fit together")

    def validate_tie(self, field: Field) -> None:
        """A choice of the list, where one is asked for."""
        if self.tie.choices and field.data not in TIES:
            raise ValidationError("Choose who they are to that person")

    def asked(self) -> Asked:
        """The search for whoever is recorded already."""
        name = f"{self.given_name.data} {self.family_name.data}"
        return Asked(name, read_birth(str(self.born.data), moment().today), "", "", "")

    def client(self, types: Iterable[WorkType]) -> NewClient:
        """What was typed; only for a form that is valid."""
        facts = _facts(str(self.given_name.data), str(self.family_name.data), self.born.data, self.gender.data or None)
        references = {
            "nhs_number": "".join((self.nhs_number.data or "").split()) or None,
            "upn": "".join((self.upn.data or "").split()).upper() or None,
            "local_id": self.local_id.data or None,
        }
        relatives = tuple(one.form.relative() for one in self.relatives if not one.form.is_empty)
        return NewClient(PersonFacts(**{**_plain(facts), **references}), self._work(types), relatives)

    def place(self, person: str) -> Place:
        """Whose relative they are."""
        return Place(person, TIES[str(self.tie.data)][1], self.family.data or None)

    def _work(self, types: Iterable[WorkType]) -> NewWork:
        usual = next((one.default_basis for one in types if one.code == self.type.data), None)
        return NewWork(
            type=str(self.type.data),
            role=self.role.data or None,
            from_=_past_day(self.since.data) if self.since.data else moment().today,
            basis=cast(Basis, self.basis.data or usual or "public_task"),
            sensitive=bool(self.sensitive.data),
            lead=bool(self.lead.data),
        )


def _facts(given: str, family: str, born: str | None, gender: str | None) -> PersonFacts:
    day = _whole_day(born) if born else None
    ahead = day is not None and day > moment().today
    return PersonFacts(
        given_name=given,
        family_name=family,
        date_of_birth=None if ahead else day,
        expected_date_of_birth=day if ahead else None,
        gender=gender,
    )


def _plain(facts: PersonFacts) -> dict[str, object]:
    return {name: getattr(facts, name) for name in facts.__slots__}
