"""Flask-Login's idea of who is asking, read by the one statement a request spends on it."""

from __future__ import annotations

from dataclasses import dataclass

from flask_login import UserMixin

from app.current import database, moment
from graph.sessions import SignedIn, find_signed_in


@dataclass(frozen=True)
class Identity(UserMixin):
    """A signed-in account, as Flask-Login holds it."""

    signed_in: SignedIn

    def get_id(self) -> str:
        """The account's id."""
        return self.signed_in.account


def load_identity(token: str) -> Identity | None:
    """Who is signed in with the cookie's token; None where nobody is."""
    signed_in = database().write(lambda tx: find_signed_in(tx, token=token, moment=moment()))
    return Identity(signed_in) if signed_in else None
