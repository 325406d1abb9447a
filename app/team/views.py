"""A team's addresses, which hold ids and never a name. Each answers from one look, read and recorded in one go."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.audit_event import event_of_request
from app.current import database, moment, viewer
from app.permissions import Permission, permission_required
from app.team.circle import Onlooker
from app.team.picture import ICONS
from app.team.team_json import team_json
from app.team.team_page import team_page
from graph.looks import Look, look_at_team
from graph.merging import led_to

blueprint = Blueprint("team", __name__, template_folder="templates")


@blueprint.get("/people/<person>/team")
@permission_required(Permission.SEE_TEAMS)
def team(person: str) -> ResponseReturnValue:
    """The team around this person's family."""
    look = _look_at(person)
    account = viewer()
    onlooker = Onlooker(account.practitioner, account.agency, account.agency_name)
    return render_template("team/team.html", page=team_page(look, onlooker, moment()), account=account, icons=ICONS)


@blueprint.get("/people/<person>/team.json")
@permission_required(Permission.SEE_TEAMS)
def team_as_json(person: str) -> ResponseReturnValue:
    """The same facts, for programs."""
    return team_json(_look_at(person).team)


def _look_at(person: str) -> Look:
    """The look, recorded; the same 404 for somebody one may not see and for nobody.

    The id of a record that was merged into another leads there, for whoever may see that.
    """
    event = event_of_request("team", subject=person)
    look = database().write(lambda tx: look_at_team(tx, event=event, moment=moment()))
    if look is None:
        kept = database().read(lambda tx: led_to(tx, account=viewer().account, person=person, moment=moment()))
        abort(redirect(url_for(str(request.endpoint), person=kept)) if kept else 404)
    return look
