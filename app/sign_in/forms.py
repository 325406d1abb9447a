"""The forms of signing in and of one's own account."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired, Length, ValidationError

from app.current import viewer
from app.next_page import safe_next
from graph.password_rules import fault_of_password


class _LeadsOn(FlaskForm):  # type: ignore[misc]
    next = HiddenField()

    def destination(self) -> str:
        """The page to open afterwards: a page of ours, else the home page."""
        return safe_next(self.next.data)


class SignInForm(_LeadsOn):
    """Who wants to sign in, and where they were going."""

    username = StringField(validators=[InputRequired("Enter your username")])
    password = PasswordField(validators=[InputRequired("Enter your password")])


class CodeForm(_LeadsOn):
    """A code of six digits, or a recovery code."""

    code = StringField(validators=[InputRequired("Enter the code"), Length(max=100, message="Enter the code alone")])


class PresentPasswordForm(FlaskForm):  # type: ignore[misc]
    """The present password, asked for again before something of the account changes."""

    password = PasswordField(validators=[InputRequired("Enter your present password")])


class OwnSecondFactorForm(PresentPasswordForm):
    """A first code of the new app, with the present password."""

    code = StringField(validators=[InputRequired("Enter the code"), Length(max=100, message="Enter the code alone")])


class NewPasswordForm(FlaskForm):  # type: ignore[misc]
    """A password that somebody chooses."""

    new_password = PasswordField(validators=[InputRequired("Enter a new password")])


class ChangePasswordForm(PresentPasswordForm, NewPasswordForm):
    """Another password, with the present one."""

    def validate_new_password(self, chosen: Field) -> None:
        """Refuse what no password of this account may be."""
        refuse_faulty(chosen, viewer().username)


def refuse_faulty(chosen: Field, username: str) -> None:
    """Raise ValidationError, with what is wrong, for a password that this account may not have."""
    fault = fault_of_password(str(chosen.data), username)
    if fault:
        raise ValidationError(fault)
