"""What is typed to find somebody and to open them, taken apart and checked."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] - newer than its stubs
from wtforms.validators import InputRequired, Length

from app.search.typed_dates import UnusableDate, read_birth
from graph.name_forms import parts
from graph.search import Asked, AskedBirth

REASONS = (
    ("working_with", "I work with them, or am about to"),
    ("referral", "They have been referred to my service"),
    ("family", "They belong to a family I work with"),
    ("asked", "They, or somebody who works with them, asked me to get in touch"),
    ("safety", "I am concerned about somebody's safety"),
    ("other", "Something else"),
)
_OUTWARD = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?)(?:[0-9][A-Z]{2})?")
_HIDDEN_CHARACTERS = {"Cc", "Cf", "Co", "Cn", "Cs"}


def plain(text: str | None) -> str:
    """What was typed without characters that cannot be seen, and with single spaces."""
    visible = (" " if unicodedata.category(one) in _HIDDEN_CHARACTERS else one for one in text or "")
    return " ".join("".join(visible).split())


class SearchForm(FlaskForm):  # type: ignore[misc]
    """A name with whatever else is known; `asked` holds what it means once it has been checked."""

    name = StringField(filters=[plain], validators=[Length(max=200, message="Enter a name of at most 200 letters")])
    born = StringField(filters=[plain], validators=[Length(max=40, message="Enter a date such as 3 July 2014")])
    reference = StringField(
        filters=[plain], validators=[Length(max=40, message="Enter a reference of at most 40 letters and digits")]
    )
    district = StringField(
        filters=[plain], validators=[Length(max=10, message="Enter the first part of a postcode, such as LS11")]
    )
    asked = Asked()

    def understood(self, today: date) -> bool:
        """Whether somebody can be looked for; errors say what to type."""
        if not self.validate():
            return False
        birth, (district, postcode) = self._birth(today), self._place()
        self._refuse_gaps()
        self.asked = Asked(self.name.data or "", birth, self.reference.data or "", district, postcode)
        return not self.errors

    def _birth(self, today: date) -> AskedBirth | None:
        try:
            return read_birth(self.born.data, today) if self.born.data else None
        except UnusableDate as unusable:
            self.born.errors = [str(unusable)]
            return None

    def _place(self) -> tuple[str, str]:
        """The first part of a postcode, and the whole one, where it may be asked."""
        typed = (self.district.data or "").upper().replace(" ", "")
        outward = _OUTWARD.fullmatch(typed)
        if typed and not outward:
            self.district.errors = ["Enter the first part of a postcode, such as LS11"]
        return outward[1] if outward else "", ""

    def _refuse_gaps(self) -> None:
        if self.name.data and not parts(self.name.data):
            self.name.errors = ["Enter a name with letters in it"]
        elif not self.name.data and not self.reference.data:
            self.name.errors = ["Enter a name, or a reference such as an NHS number"]


class OpeningForm(FlaskForm):  # type: ignore[misc]
    """Why somebody is to be opened; `proof` tells that a search has found them."""

    proof = HiddenField()
    reason = RadioField(
        choices=[SelectChoice(value, text) for value, text in REASONS],
        validators=[InputRequired("Choose why you are opening them")],
    )
    details = TextAreaField(filters=[plain], validators=[Length(max=500, message="Shorten this to 500 letters")])

    def complete(self) -> bool:
        """Whether a reason is stated; errors say what is missing."""
        if not self.validate():
            return False
        if self.reason.data == "other" and not self.details.data:
            self.details.errors = ["Say in a few words why you are opening them"]
        return not self.errors

    def purpose(self) -> str:
        """The reason as it is kept."""
        return f"{self.reason.data}: {self.details.data}" if self.details.data else str(self.reason.data)
