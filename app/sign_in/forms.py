"""The sign-in form."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired

from app.sign_in.next_page import safe_next


class SignInForm(FlaskForm):  # type: ignore[misc]
    """Who wants to sign in, and where they were going."""

    username = StringField(validators=[InputRequired("Enter your username")])
    password = PasswordField(validators=[InputRequired("Enter your password")])
    next = HiddenField()

    def destination(self) -> str:
        """The page to open after sign-in: a page of ours, else the home page."""
        return safe_next(self.next.data)
