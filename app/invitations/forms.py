"""The form with which somebody takes up their account."""

from __future__ import annotations

from wtforms import Field

from app.sign_in.forms import NewPasswordForm, refuse_faulty


class AcceptForm(NewPasswordForm):
    """The password that the holder of the account `username` chooses."""

    username = ""

    def validate_new_password(self, chosen: Field) -> None:
        """Refuse what no password of this account may be."""
        refuse_faulty(chosen, self.username)
