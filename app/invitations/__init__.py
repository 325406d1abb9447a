"""Taking up an account by the link of an invitation."""

from app.invitations.views import blueprint

__all__ = ["blueprint"]
