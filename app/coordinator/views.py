"""The page of practitioners shared between families of the coordinator's areas."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from app.audit_event import event_of_request
from app.coordinator.page import PER_PAGE, SharedPage
from app.current import database, moment, viewer
from app.paging import page_number
from app.permissions import Permission, permission_required
from graph.audit import entry_of, record
from graph.driver import Transaction
from graph.shared_practitioners import SharedPractitioners, find_shared_practitioners
from visualisations.icons import icon_sheet

blueprint = Blueprint("coordinator", __name__, template_folder="templates")
blueprint.context_processor(lambda: {"icon_sheet": icon_sheet})


@blueprint.get("/shared-practitioners")
@permission_required(Permission.COORDINATE)
def shared() -> ResponseReturnValue:
    """Who works with two or more of my families: a table, and a picture of the same rows."""
    number = page_number(request.args.get("page", 1, type=int))
    page = SharedPage(database().write(lambda tx: _look(tx, number)), number)
    if number > page.pages:
        abort(404)
    return render_template("coordinator/shared.html", page=page)


def _look(tx: Transaction, number: int) -> SharedPractitioners:
    found = find_shared_practitioners(
        tx, account=viewer().account, skip=(number - 1) * PER_PAGE, limit=PER_PAGE, moment=moment()
    )
    record(tx, event_of_request("shared_practitioners", people=_people(found), entries=_entries(found)))
    return found


def _people(found: SharedPractitioners) -> list[str]:
    return sorted({seen.person for one in found.practitioners for seen in one.involvements})


def _entries(found: SharedPractitioners) -> list[str]:
    seen = {seen.id: seen.reasons for one in found.practitioners for seen in one.involvements}
    return [entry_of(id_, "full", seen[id_]) for id_ in sorted(seen)]
