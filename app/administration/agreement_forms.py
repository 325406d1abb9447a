"""The forms about agreements and groups that go live."""

from __future__ import annotations

from datetime import date

from wtforms import Field, SelectField, SelectMultipleField
from wtforms.validators import InputRequired, ValidationError

from app.administration.fields import agencies, agency_field, choices, day_field, day_of_field, text_field
from app.administration.forms import AdministrationForm
from app.administration.typed_days import read_day
from app.current import moment
from graph.administration.acting import AreaName
from graph.administration.agencies import KeptAgency
from graph.administration.agreements import KeptAgreement

_EXAMPLE = "For example 3 July 2026, 3/7/2026 or today"


class NewAgreementForm(AdministrationForm):
    """An agreement and when it is in force."""

    name = text_field("Name", "For example Northwick sharing agreement", required="Enter the agreement’s name")
    area = SelectField("Area it is for", choices=[])
    from_ = day_field("First day in force", _EXAMPLE, required="Enter the first day on which it is in force")
    to = day_field("First day on which it is over", "Leave empty if it has no end yet")

    def validate_to(self, field: Field) -> None:
        """An agreement is in force for a day at least."""
        try:
            begins = read_day(self.from_.data or "", moment().today)
        except ValueError:
            return
        if field.data and not field.errors and read_day(field.data, moment().today) <= begins:
            raise ValidationError("Enter a day after the first one in force")

    def ends(self) -> date | None:
        """The first day on which it is over; None without an end."""
        return day_of_field(self.to) if self.to.data else None

    def offer(self, areas: list[AreaName]) -> None:
        """Let the administrator choose among their own areas."""
        self.area.choices = choices((area.id, area.name) for area in areas)


class SignForm(AdministrationForm):
    """An agency's signature."""

    agency = agency_field("Agency that has signed")
    on = day_field("Signed on", _EXAMPLE, required="Enter the day of the signature")

    def offer(self, offered: list[KeptAgency]) -> None:
        """Let the administrator choose among the agencies of their areas."""
        self.agency.choices = agencies((agency.id, agency.name) for agency in offered)


class EndForm(AdministrationForm):
    """The end of an agreement."""

    to = day_field(
        "First day on which it is over",
        "From then on its agencies share nothing under it. Today or later.",
        required="Enter the first day on which it is over",
    )


class GoLiveForm(AdministrationForm):
    """Several agencies that prepare, a day, and the agreement that they will have signed."""

    agencies = SelectMultipleField(
        "Agencies that go live together", choices=[], validators=[InputRequired("Choose one agency at least")]
    )
    agreement = SelectField("Agreement that they sign on that day", choices=[])
    on = day_field("Day", f"{_EXAMPLE}. With the first minute of this day they are live.", required="Enter the day")

    def offer(self, offered: list[KeptAgency], agreements: list[KeptAgreement], words: dict[str, str]) -> None:
        """Let the administrator choose, each agency with what it lacks."""
        preparing = [one for one in offered if one.status == "preparing"]
        self.agencies.choices = choices((one.id, _with_missing(one, words)) for one in preparing)
        today = moment().today
        self.agreement.choices = choices((one.id, one.name) for one in agreements if not one.over(today))


def _with_missing(agency: KeptAgency, words: dict[str, str]) -> str:
    missing = ", ".join(words[what] for what in agency.missing if what != "signature")
    return f"{agency.name} ({missing})" if missing else agency.name
