"""The form for a decision about consent: filled in, checked with its effect, and saved as it was checked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import cast

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, HiddenField, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import AnyOf, ValidationError

from app.administration.fields import choices, day_field, day_of_field, text_field
from app.current import moment
from app.typed_text import token_field
from app.wording import day_of, long_day
from graph.consent import AgencyChoice, Consents, Decision, Giver, How, Word
from graph.consent_recording import Wanted
from graph.moment import LONDON

WORDS = {
    "given": "Yes, they agree",
    "refused": "No, they do not agree",
    "withdrawn": "They take back what they agreed to",
}
GIVERS = {
    "self": "The person",
    "parental_responsibility": "A parent with parental responsibility",
    "representative": "Somebody else who may decide for them",
}
WAYS = {"spoken": "They said it", "signed": "They signed it"}
SCOPES = {"all": "Every agency’s work", "some": "The work of these agencies alone"}
_A_NO = "Leave this empty for a no: it counts until somebody says yes"


class DecisionForm(FlaskForm):  # type: ignore[misc]
    """One decision; `version` is that of the decisions that its reader was shown with it."""

    token = token_field()
    version = HiddenField()
    word = RadioField(
        "What was decided",
        choices=choices(WORDS.items()),
        validate_choice=False,
        validators=[AnyOf([*WORDS], message="Choose what was decided")],
    )
    giver = RadioField(
        "Who decided",
        choices=choices(GIVERS.items()),
        validate_choice=False,
        validators=[AnyOf([*GIVERS], message="Choose who decided")],
    )
    given_by = text_field(
        "Name of the parent, or of whoever else decided", "Kept for your agency alone. Leave it empty for the person"
    )
    scope = RadioField(
        "Whose work may be shown to others, or not",
        choices=choices(SCOPES.items()),
        validate_choice=False,
        validators=[AnyOf([*SCOPES], message="Choose whether it is about every agency")],
    )
    agencies = SelectMultipleField("Agencies that you see in this team", validate_choice=True)
    another = SelectField("Another agency", validate_choice=True)
    includes_sensitive = BooleanField(
        "Sensitive services too",
        description="Domestic abuse, substance misuse, sexual health, and other work that is marked as sensitive",
    )
    until = day_field(
        "The last day on which a yes counts", "Leave it empty where they set none. For example, 3 July 2027"
    )
    way = RadioField(
        "How they decided",
        choices=choices(WAYS.items()),
        validate_choice=False,
        validators=[AnyOf([*WAYS], message="Choose how they decided")],
    )

    def offer(self, known: Consents, every: Sequence[AgencyChoice]) -> DecisionForm:
        """Offer the agencies, and call the person by name."""
        shown = [(one.id, one.name) for one in known.agencies]
        others = [(one.id, one.name) for one in every if (one.id, one.name) not in shown]
        self._shown, self._every = dict(shown), dict(shown + others)
        self.agencies.choices = choices(shown)
        self.another.choices = choices([("", "None"), *others])
        self.giver.choices = choices([("self", known.name), *[*GIVERS.items()][1:]])
        return self

    def take_back(self, decision: Decision) -> DecisionForm:
        """Fill it in for taking back what somebody agreed to."""
        agency = decision.agency
        self.word.data, self.giver.data, self.way.data = "withdrawn", decision.giver or "self", "spoken"
        self.scope.data, self.until.data = "some" if agency else "all", ""
        self.given_by.data = decision.given_by or ""
        self.agencies.data = [agency] if agency in self._shown else []
        self.another.data = agency if agency and agency not in self._shown else ""
        return self

    def validate_agencies(self, _field: Field) -> None:
        """At least one where it is not about every agency."""
        if self.scope.data == "some" and not self._named():
            raise ValidationError("Choose an agency, or choose every agency’s work")

    def validate_until(self, field: StringField) -> None:
        """Today or later, and for a yes alone."""
        if not field.data or field.errors:
            return
        if self.word.data in ("refused", "withdrawn"):
            raise ValidationError(_A_NO)
        if day_of_field(field) < moment().today:
            raise ValidationError("Enter today or a later day")

    def wanted(self) -> Wanted:
        """What was typed; only for a form that is valid."""
        given = self.word.data == "given"
        return Wanted(
            word=cast(Word, self.word.data),
            giver=cast(Giver, self.giver.data),
            given_by=(self.given_by.data or None) if self.giver.data != "self" else None,
            agencies=tuple(self._named()) if self.scope.data == "some" else (),
            # A no is about every service.
            includes_sensitive=bool(self.includes_sensitive.data) or not given,
            expires_at=self._end(),
            how=cast(How, self.way.data),
        )

    def names(self) -> list[str]:
        """The names of the agencies that were chosen; none for every agency."""
        return [self._every[one] for one in self._named()] if self.scope.data == "some" else []

    def last_day(self) -> str:
        """The last day in words; empty where there is none."""
        end = self._end()
        return long_day(day_of(end - timedelta(seconds=1))) if end else ""

    def carried(self) -> list[tuple[str, str]]:
        """Every field as a form without fields to fill in sends it on."""
        single = ("token", "version", "word", "giver", "given_by", "scope", "another", "until", "way")
        carried = [(name, str(self[name].data or "")) for name in single]
        carried += [("agencies", one) for one in self.agencies.data or ()]
        return [*carried, ("includes_sensitive", "y")] if self.includes_sensitive.data else carried

    def _named(self) -> list[str]:
        return [*dict.fromkeys([*(self.agencies.data or ()), *([self.another.data] if self.another.data else [])])]

    def _end(self) -> datetime | None:
        """The first instant at which it is over, in UTC."""
        if self.word.data != "given" or not self.until.data:
            return None
        after = day_of_field(self.until) + timedelta(days=1)
        return datetime.combine(after, time(), LONDON).astimezone(UTC)
