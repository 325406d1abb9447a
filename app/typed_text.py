"""What forms of changes share: the random token that makes a form sent twice one change, and text without tricks."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField
from wtforms.validators import ValidationError

_TOKEN = re.compile(r"[0-9a-f]{32}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def one_line(value: Any) -> Any:
    """Typed text with single spaces and none around it."""
    return " ".join(value.split()) if isinstance(value, str) else value


def no_control_characters(form: FlaskForm, field: Field) -> None:
    """Refuse characters that do not show (ValidationError)."""
    if _CONTROL.search(field.data or ""):
        raise ValidationError("Leave out characters that do not show, such as text direction marks")


def token_field() -> HiddenField:
    """A hidden field for a token of the form's own; whatever is none becomes a new one."""
    return HiddenField(filters=[_token])


def _token(value: Any) -> str:
    return value if isinstance(value, str) and _TOKEN.fullmatch(value) else uuid4().hex
