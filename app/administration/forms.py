"""What every administrators' form has: a key for what it makes, a version of what it changes, and its errors."""

from __future__ import annotations

from uuid import uuid4

from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField

from app.current import viewer
from graph.administration.changes import Refused, Stale, id_from


class AdministrationForm(FlaskForm):  # type: ignore[misc]
    """A form that can be refused after it was checked."""

    key = HiddenField()
    version = HiddenField()
    refusal = ""
    on_page = True
    """Whether the page shows the form's fields, so that its errors can lead to them."""

    @property
    def is_refused(self) -> bool:
        """Whether the change that the form asks for was refused."""
        return bool(self.refusal or self.errors)

    def refuse(self, refusal: Refused) -> None:
        """Say why, at the field that it is about; a form that was outrun gets the version that is stored now."""
        field = self._fields.get(refusal.field)
        if field is not None and not isinstance(field, HiddenField):
            field.errors = [refusal.message]
            return
        self.refusal = refusal.message
        if isinstance(refusal, Stale):
            self.version.data = refusal.version

    def problems(self) -> list[dict[str, str]]:
        """The lines of the error summary, each with the field it leads to."""
        lines = [{"text": self.refusal, "href": "#main"}] if self.refusal else []
        for name, messages in self.errors.items():
            lines += [{"text": str(message), "href": f"#{name}" if self.on_page else "#main"} for message in messages]
        return lines

    def with_key(self) -> AdministrationForm:
        """The same form with a key of its own, by which it makes one thing however often it is sent."""
        self.key.data = self.key.data or uuid4().hex
        return self

    def made_id(self) -> str:
        """The id of what this form makes."""
        return id_from(viewer().account, str(self.key.data or ""))

    def seen(self) -> str:
        """The version that whoever sends this had before them."""
        return str(self.version.data or "")


class PlainForm(AdministrationForm):
    """A button alone."""


class SuspendForm(AdministrationForm):
    """Suspending an account, where need be the last administrator's."""

    although_last = BooleanField("Leave the agency without an active administrator")
