"""The forms about practitioners."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import Field, RadioField, StringField
from wtforms.validators import ValidationError

from app.administration.fields import (
    agencies,
    agency_field,
    choices,
    day_field,
    email_field,
    no_hidden_characters,
    phone_field,
    phone_of,
    stripped,
    text_field,
    text_of,
)
from app.administration.forms import AdministrationForm
from app.administration.wording import WORDS
from graph.administration.practitioners import PractitionerFacts, PractitionerRow

Choice = tuple[str, str]


class SearchForm(FlaskForm):  # type: ignore[misc]
    """What the list is narrowed by; sent by POST, because names do not belong in an address."""

    text = StringField("Name", filters=[stripped], validators=[no_hidden_characters])


class PractitionerForm(AdministrationForm):
    """Who a practitioner is and how to reach them."""

    name = text_field("Name", "As families and colleagues know them", required="Enter their name")
    job_title = text_field("Job title")
    landline = phone_field("Landline", "For example 01632 960001")
    mobile = phone_field("Mobile", "For example 07700 900123")
    email = email_field("E-mail")
    preferred_contact = RadioField(
        "Best way to reach them",
        choices=choices([("", "Not known"), *WORDS["contact"].items()]),
        default="",
        validators=[],
    )
    best_time = text_field("Best time", "In their own words, for example weekday mornings", longest=100)

    def validate_preferred_contact(self, field: Field) -> None:
        """The best way has to be one that is known."""
        if field.data in WORDS["contact"] and not self[field.data].data:
            raise ValidationError("Choose a way for which you have entered a number or an address")

    def facts(self) -> PractitionerFacts:
        """What was typed, numbers as they are kept."""
        return PractitionerFacts(
            name=text_of(self.name),
            job_title=text_of(self.job_title) or None,
            landline=phone_of(self.landline),
            mobile=phone_of(self.mobile),
            email=text_of(self.email) or None,
            preferred_contact=self.preferred_contact.data or None,
            best_time=text_of(self.best_time) or None,
        )

    def show(self, found: PractitionerRow) -> None:
        """Show what is stored."""
        self.name.data, self.job_title.data = found.name, found.job_title
        self.landline.data, self.mobile.data, self.email.data = found.landline, found.mobile, found.email
        self.preferred_contact.data, self.best_time.data = found.preferred_contact or "", found.best_time
        self.version.data = found.version


class NewPractitionerForm(PractitionerForm):
    """Somebody new, and from when they work for which agency."""

    agency = agency_field("Agency")
    from_ = day_field(
        "First day at the agency", "For example 3 July 2026, 3/7/2026 or today", required="Enter their first day"
    )

    def offer(self, offered: list[Choice]) -> None:
        """Let the administrator choose among the agencies in scope."""
        self.agency.choices = agencies(offered)


class JoinForm(AdministrationForm):
    """From when they work for an agency."""

    agency = agency_field("Agency")
    from_ = day_field("First day", "For example 3 July 2026, 3/7/2026 or today", required="Enter their first day")

    def offer(self, offered: list[Choice]) -> None:
        """Let the administrator choose among the agencies in scope."""
        self.agency.choices = agencies(offered)


class LeaveForm(AdministrationForm):
    """Until when they work for an agency."""

    left = agency_field("Agency they leave")
    to = day_field(
        "First day on which they no longer work there",
        "From then on their account for this agency sees nothing. For example 1 August 2026, or today.",
        required="Enter the first day on which they no longer work there",
    )

    def offer(self, offered: list[Choice]) -> None:
        """Let the administrator choose among those for which they work."""
        self.left.choices = agencies(offered)
