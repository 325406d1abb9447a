"""The form for a new client: who, what the recorder does for them, and up to four relatives made in the same act."""

from __future__ import annotations

from collections.abc import Iterable

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, FieldList, Form, FormField, HiddenField, SelectField
from wtforms.validators import InputRequired, ValidationError

from app.administration.fields import choices, text_field
from app.current import moment
from app.families.forms import GENDERS
from app.proposals.forms import BASES
from app.recording.fields import day_text, facts_of, has_letters, name_field
from app.recording.wording import TIES
from app.recording.work import usual_work
from app.search.typed_dates import read_birth
from app.typed_days import past_day, past_day_or_first
from app.typed_text import token_field
from graph.recording import NewClient, NewRelative, NewWork, PersonFacts, Place, WorkType
from graph.search import Asked
from graph.worlds.record_rules import is_nhs_number

RELATIVES = 4
_USUAL = ("", "As is usual for this kind of work")
_TIES = (("", "Choose"), *((code, one[0]) for code, one in TIES.items()))
_LIVES = (("here", "Lives with them"), ("elsewhere", "Lives elsewhere"))


class RelativeForm(Form):
    """Somebody of the client's family; nothing typed is nobody."""

    given_name = name_field("Given name")
    family_name = name_field("Family name")
    born = day_text("Date of birth, if you know it", "")
    tie = SelectField("Who they are", choices=choices(_TIES), default="")
    lives = SelectField("Where they live", choices=choices(_LIVES), default="here")
    since = day_text(
        "Lives elsewhere since", "A day, a month or a year. Leave it empty where you do not know", loosely=True
    )

    @property
    def is_empty(self) -> bool:
        """Whether nobody was entered."""
        return not any((self.given_name.data, self.family_name.data, self.born.data, self.tie.data))

    def validate_given_name(self, field: Field) -> None:
        """A name, where anything is typed of somebody."""
        has_letters(field)
        if not self.is_empty and not field.data:
            raise ValidationError("Enter a given name, or clear what you typed of them")

    def validate_family_name(self, field: Field) -> None:
        """As the given name."""
        has_letters(field)
        if not self.is_empty and not field.data:
            raise ValidationError("Enter a family name, or clear what you typed of them")

    def validate_tie(self, field: Field) -> None:
        """A choice, where anything is typed of somebody."""
        if not self.is_empty and not field.data:
            raise ValidationError("Choose who they are to the client")

    def relative(self) -> NewRelative:
        """What was typed; only for a form that is valid and not empty."""
        _, tie, gender = TIES[str(self.tie.data)]
        apart = self.lives.data == "elsewhere"
        since = past_day_or_first(self.since.data) if apart and self.since.data else None
        facts = facts_of(str(self.given_name.data), str(self.family_name.data), self.born.data, gender)
        return NewRelative(facts, tie, apart, since)


class ClientForm(FlaskForm):  # type: ignore[misc]
    """The page's one form. `looked`: the proof that who is like them was shown; `again`: another one follows."""

    token = token_field()
    looked = HiddenField()
    again = HiddenField()
    given_name = name_field("Given name", "Enter a given name")
    family_name = name_field("Family name", "Enter a family name")
    born = day_text(
        "Date of birth, or expected date",
        "For example 3/7/14 or 3 July 2014",
        required="Enter a date of birth, or the expected date of an unborn child",
    )
    type = SelectField("What you do for them", validators=[InputRequired("Choose what you do for them")])
    since = day_text("Since when", "For example 3 July 2026. Leave it empty for today")
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
        has_letters(field)

    validate_family_name = validate_given_name

    def validate_since(self, field: Field) -> None:
        """A day up to today."""
        if field.data:
            past_day(field.data)

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
        facts = facts_of(
            str(self.given_name.data), str(self.family_name.data), self.born.data, self.gender.data or None
        )
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
        return usual_work(
            types,
            str(self.type.data),
            role=self.role.data,
            since=past_day(self.since.data) if self.since.data else moment().today,
            basis=self.basis.data,
            sensitive=bool(self.sensitive.data),
            lead=bool(self.lead.data),
        )


def _plain(facts: PersonFacts) -> dict[str, object]:
    return {name: getattr(facts, name) for name in facts.__slots__}
