"""What an invitation needs of the request."""

from __future__ import annotations

from app.mail.links import NoPublicAddress, public_address
from graph.administration.accounts import Letter
from graph.sessions import new_token


def letter() -> Letter | None:
    """A new token with the address of Patchwork, made before the transaction, so that a retry invites once.

    None where nobody has said under which address Patchwork is found: no link can be sent then.
    """
    try:
        return Letter(new_token(), public_address())
    except NoPublicAddress:
        return None
