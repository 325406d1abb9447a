"""The forms about accounts."""

from __future__ import annotations

import re
from typing import cast

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, HiddenField, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, ValidationError

from app.administration.fields import (
    agencies,
    agency_field,
    choices,
    email_field,
    no_hidden_characters,
    stripped,
    text_field,
    text_of,
)
from app.administration.forms import AdministrationForm
from app.administration.wording import WORDS
from graph.administration.accounts import KeptAccount
from graph.administration.acting import AreaName
from graph.administration.practitioners import PractitionerFacts, PractitionerRow
from graph.administration.roles import ROLES, WITH_AREAS

_USERNAME = re.compile(r"[^\s@/\\<>\"]{3,200}")
Choice = tuple[str, str]


class FilterForm(FlaskForm):  # type: ignore[misc]
    """What the list of accounts is narrowed by; sent by POST, because names do not belong in an address."""

    text = StringField("Name or username", filters=[stripped], validators=[no_hidden_characters])
    role = SelectField("Role", choices=choices([("", "Any"), *WORDS["role"].items()]))
    status = SelectField("Status", choices=choices([("", "Any"), *WORDS["account"].items()]))


def _role_field() -> RadioField:
    return RadioField(
        "Role",
        choices=choices((role, WORDS["role"][role]) for role in ROLES),
        validators=[InputRequired("Choose a role")],
        description="A role that is raised, and every area that is added, waits for a second administrator.",
    )


def _areas_field() -> SelectMultipleField:
    return SelectMultipleField("Areas, for coordinators and administrators", choices=[])


class RoleForm(AdministrationForm):
    """A role, with areas where the role has them."""

    role = _role_field()
    areas = _areas_field()
    although_last = BooleanField("Leave the agency without an active administrator")

    def offer(self, areas: list[AreaName]) -> None:
        """Let the administrator choose among their own areas, where they have any."""
        self.areas.choices = choices((area.id, area.name) for area in areas)
        if not areas:
            del self.areas

    def chosen_areas(self) -> set[str]:
        """The areas that were ticked and count for the role."""
        field = cast("SelectMultipleField | None", self._fields.get("areas"))
        return set(field.data or ()) if field is not None and self.role.data in WITH_AREAS else set()

    def show(self, account: KeptAccount) -> None:
        """Show what the account has."""
        self.role.data = account.role
        if "areas" in self:
            self.areas.data = account.areas


class InviteForm(RoleForm):
    """A new account and whose it is."""

    practitioner = HiddenField()
    who = RadioField(
        "Whose account is it?",
        choices=choices(
            [
                ("new", "Somebody who is not in Patchwork yet"),
                ("nobody", "Somebody who does not work with families: an administrator, coordinator or auditor"),
            ]
        ),
        default="new",
    )
    name = text_field("Name", "As families and colleagues know them. Leave empty for an account of the second kind.")
    job_title = text_field("Job title", "If they work with families")
    agency = agency_field("Agency")
    username = text_field(
        "Username",
        "At least three characters without spaces, for example first.last",
        required="Enter a username",
    )
    email = email_field(
        "E-mail address for the invitation",
        "The link in it works once, for seven days",
        required="Enter the address that the invitation goes to",
    )
    # Once more, so that they stand after whose account it is.
    role = _role_field()
    areas = _areas_field()

    def validate_username(self, field: Field) -> None:
        """A username is a word."""
        if not _USERNAME.fullmatch(field.data or ""):
            raise ValidationError("Enter a username of 3 to 200 characters without spaces, @, / or quotation marks")

    def validate_name(self, field: Field) -> None:
        """Somebody new needs a name."""
        if "who" in self and self.who.data == "new" and not field.data:
            raise ValidationError("Enter the name of whoever the account is for")

    def offer_agencies(self, offered: list[Choice], known: PractitionerRow | None) -> None:
        """Let the administrator choose an agency; for somebody who is known, one they have worked for."""
        if known is not None:
            theirs = {one.agency for one in known.employments}
            offered = [choice for choice in offered if choice[0] in theirs]
            del self.who, self.name, self.job_title
        self.agency.choices = agencies(offered)

    def new_practitioner(self) -> PractitionerFacts | None:
        """Whoever is to be made with the account; None where somebody is known, or nobody works with families."""
        if "who" not in self or self.who.data != "new":
            return None
        return PractitionerFacts(
            text_of(self.name), text_of(self.job_title) or None, None, None, self.email.data, "email", None
        )


class AgainForm(AdministrationForm):
    """Sending the link again, for a practitioner's account to another address if need be."""

    email = email_field("Another address", "Only if the first one was wrong")
