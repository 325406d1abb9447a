"""How one is reached: the own contact details, and the link that confirms an e-mail address."""

from app.contacts.views import blueprint

__all__ = ["blueprint"]
