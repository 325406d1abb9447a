"""What was added within a day, and the way to take it back."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.audit_event import event_of_request
from app.current import database, moment, viewer
from app.permissions import Permission, permission_required
from app.recording.views import blueprint
from app.wording import clock_time, day_of, long_day
from graph.audit import record
from graph.driver import Transaction
from graph.taking_back import AddedClient, added_lately, take_back


@blueprint.get("/clients/added")
@permission_required(Permission.SEE_TEAMS)
def added() -> ResponseReturnValue:
    """Whom I have added within a day."""
    clients = database().write(_look)
    words = {"clock_time": clock_time, "day_of": day_of, "long_day": long_day}
    return render_template("recording/added.html", clients=clients, **words)


@blueprint.post("/people/<person>/take-back")
@permission_required(Permission.SEE_TEAMS)
def take_back_client(person: str) -> ResponseReturnValue:
    """Take a client back; where there is nothing to take back the answer is the same."""
    event = event_of_request("take_back_client", subject=person)
    database().write(lambda tx: take_back(tx, event=event, moment=moment()))
    return redirect(url_for("recording.added"), 303)


def _look(tx: Transaction) -> list[AddedClient]:
    found = added_lately(tx, account=viewer().account, moment=moment())
    record(tx, event_of_request("look_at_added", people=[one.id for one in found]))
    return found
