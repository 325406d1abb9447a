"""The page about work that nobody has confirmed: whose it is and how much, not with whom."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from app.administration.pages import blueprint, look
from app.current import moment
from app.permissions import Permission, permission_required
from graph.reminders import find_unanswered


@blueprint.get("/administration/not-confirmed")
@permission_required(Permission.ADMINISTER)
def unanswered() -> ResponseReturnValue:
    """The practitioners of the own agency who have not answered."""
    found = look(lambda tx, by: find_unanswered(tx, agency=by.agency, moment=moment()))
    return render_template("administration/unanswered.html", found=found)
