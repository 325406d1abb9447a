"""What an auditor searches the trail by. A username goes by POST and is answered by an address of ids alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, StringField
from wtforms.validators import Length, ValidationError

from app.typed_text import no_control_characters, one_line
from graph.audit_trail import ALWAYS
from graph.moment import LONDON

_DAYS = ("%d/%m/%Y", "%d/%m/%y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d")
_TIME = re.compile(r"^(?P<day>.*?)(?:,? (?P<hour>\d{1,2})[:.](?P<minute>\d{2}))?$")
NOT_A_TIME = "Enter a day such as 14 March 2026 or 14/3/2026, with or without a time such as 16:30"


@dataclass(frozen=True, slots=True)
class TypedTime:
    """A day, or a minute, as it was typed, in London."""

    began: datetime
    lasts: timedelta

    @property
    def start(self) -> datetime:
        """Its first instant, in UTC."""
        return self.began.astimezone(UTC)

    @property
    def end(self) -> datetime:
        """The first instant after it, in UTC."""
        return (self.began + self.lasts).astimezone(UTC)


def read_time(typed: str) -> TypedTime:
    """A day with or without a time; ValueError says what to type."""
    match = _TIME.match(" ".join(typed.split()))
    for form in _DAYS if match else ():
        try:
            day = datetime.strptime(match["day"], form).replace(tzinfo=LONDON)  # type: ignore[index]
            if not ALWAYS[0].year < day.year < ALWAYS[1].year:
                break
            if match["hour"] is None:  # type: ignore[index]
                return TypedTime(day, timedelta(days=1))
            minute = day.replace(hour=int(match["hour"]), minute=int(match["minute"]))  # type: ignore[index]
            return TypedTime(minute, timedelta(minutes=1))
        except ValueError:
            continue
    raise ValueError(NOT_A_TIME)


class TrailForm(FlaskForm):  # type: ignore[misc]
    """The fields of a search; all may be left empty."""

    person = StringField(filters=[one_line], validators=[Length(max=64), no_control_characters])
    username = StringField(filters=[one_line], validators=[Length(max=200), no_control_characters])
    agency = StringField(filters=[one_line], validators=[Length(max=64)])
    kind = StringField(filters=[one_line], validators=[Length(max=64)])
    reason = StringField(filters=[one_line], validators=[Length(max=64)])
    start = StringField(filters=[one_line], validators=[Length(max=40)])
    end = StringField(filters=[one_line], validators=[Length(max=40)])

    def validate_start(self, field: Field) -> None:
        """A day or a time, where something is typed."""
        if field.data:
            _read(field.data)

    def validate_end(self, field: Field) -> None:
        """A day or a time, and none before the start."""
        if field.data:
            end = _read(field.data)
            if self.start.data and not self.start.errors and end.end <= _read(self.start.data).start:
                raise ValidationError("Enter a time after the one that the search begins at")

    def address_arguments(self, account: str | None) -> dict[str, Any]:
        """The search as arguments of an address: ids, codes and times."""
        return {
            "person": self.person.data or None,
            "account": account,
            "agency": self.agency.data or None,
            "kind": self.kind.data or None,
            "reason": self.reason.data or None,
            "start": self.start.data or None,
            "end": self.end.data or None,
        }


def _read(typed: str) -> TypedTime:
    try:
        return read_time(typed)
    except ValueError as fault:
        raise ValidationError(str(fault)) from None
