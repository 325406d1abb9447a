"""The forms about agencies and involvement types."""

from __future__ import annotations

import re

from wtforms import BooleanField, Field, RadioField, SelectField
from wtforms.validators import InputRequired, ValidationError

from app.administration.fields import choices, email_field, phone_field, phone_of, text_field, text_of
from app.administration.forms import AdministrationForm
from app.administration.wording import WORDS
from graph.administration.acting import AreaName
from graph.administration.agencies import AgencyFacts, KeptAgency
from graph.administration.involvement_types import InvolvementType, TypeFacts
from graph.administration.own_agency import INTERVALS, DutyContact, OwnAgency


def _months(number: int) -> str:
    return "Every month" if number == 1 else f"Every {number} months"


_CODE = re.compile(r"[a-z][a-z0-9_]{1,63}")


class AgencyForm(AdministrationForm):
    """What is said of an agency."""

    name = text_field("Name", required="Enter the agency’s name")
    kind = SelectField("Kind", choices=choices(WORDS["kind"].items()))
    sector = RadioField(
        "Sector", choices=choices(WORDS["sector"].items()), validators=[InputRequired("Choose a sector")]
    )
    phone = phone_field("Duty telephone", "Whom others call. For example 01632 960001")
    email = email_field("Duty e-mail", "Not a person’s own address")

    def facts(self) -> AgencyFacts:
        """What was typed, numbers as they are kept."""
        return AgencyFacts(
            name=text_of(self.name),
            kind=str(self.kind.data),
            sector=str(self.sector.data),
            phone=phone_of(self.phone),
            email=text_of(self.email) or None,
        )

    def show(self, found: KeptAgency) -> None:
        """Show what is stored."""
        self.name.data, self.kind.data, self.sector.data = found.name, found.kind, found.sector
        self.phone.data, self.email.data, self.version.data = found.phone, found.email, found.version


class NewAgencyForm(AgencyForm):
    """A new agency and the area it serves."""

    area = SelectField("Area it serves", choices=[])

    def offer(self, areas: list[AreaName]) -> None:
        """Let the administrator choose among their own areas."""
        self.area.choices = choices((area.id, area.name) for area in areas)


class OwnAgencyForm(AdministrationForm):
    """How the own agency is reached, and how often it asks whether work still holds."""

    phone = phone_field("Duty telephone", "Whom others call. For example 01632 960001")
    email = email_field(
        "Duty e-mail",
        "Not a person’s own. A new address replaces the old one once the link that we send to it was used",
    )
    asks_every = SelectField(
        "Ask practitioners whether their work still holds",
        description="By e-mail, once nothing was confirmed for so long. They are reminded once; then it is told here",
        choices=choices([("", "Never"), *((str(n), _months(n)) for n in INTERVALS)]),
    )

    def facts(self) -> DutyContact:
        """What was typed, numbers as they are kept."""
        every = self.asks_every.data
        return DutyContact(phone_of(self.phone), text_of(self.email) or None, int(every) if every else None)

    def show(self, found: OwnAgency) -> None:
        """Show what is stored."""
        self.phone.data, self.email.data, self.version.data = found.phone, found.email, found.version
        self.asks_every.data = str(found.asks_every or "")


class TypeForm(AdministrationForm):
    """What is said of an involvement type."""

    label = text_field("Label", "As it stands on a team’s page", required="Enter a label")
    default_basis = SelectField(
        "Basis that a form offers first",
        description="Whoever adds an involvement can choose another one.",
        choices=choices([("", "None"), *WORDS["basis"].items()]),
    )
    sensitive = BooleanField(
        "Sensitive",
        description="Shown only with consent that includes sensitive services. This cannot be undone.",
    )
    always_findable = BooleanField(
        "Always findable",
        description="Statutory work, such as child protection: it is shown although nobody has consented.",
    )

    def facts(self) -> TypeFacts:
        """What was chosen."""
        return TypeFacts(
            label=text_of(self.label),
            sensitive=bool(self.sensitive.data),
            always_findable=bool(self.always_findable.data),
            default_basis=self.default_basis.data or None,
        )

    def show(self, found: InvolvementType) -> None:
        """Show what is stored."""
        self.label.data, self.default_basis.data = found.label, found.default_basis or ""
        self.sensitive.data, self.always_findable.data = found.sensitive, found.always_findable
        self.version.data = found.version


class NewTypeForm(TypeForm):
    """A new type with its code."""

    code = text_field(
        "Code",
        "For exports: small letters, digits and underscores, for example debt_advice. It stays for good.",
        required="Enter a code",
    )

    def validate_code(self, field: Field) -> None:
        """A code is a word for machines."""
        if not _CODE.fullmatch(field.data or ""):
            raise ValidationError("Enter a code of 2 to 64 small letters, digits and underscores, a letter first")
