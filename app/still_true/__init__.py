"""Still true? Said on the page of a team, in the list of one's own work, or by a link in a reminder."""

from app.still_true.views import blueprint

__all__ = ["blueprint"]
