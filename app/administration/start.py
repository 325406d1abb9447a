"""Where administrators begin: what waits for a second administrator, and the way to each list."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from app.administration.forms import PlainForm
from app.administration.letters import letter
from app.administration.pages import blueprint, change, gone_well, look
from app.current import moment
from app.permissions import Permission, permission_required
from graph.administration import role_changes
from graph.administration.acting import area_names


@blueprint.get("/administration")
@permission_required(Permission.ADMINISTER)
def start() -> ResponseReturnValue:
    """The overview."""
    return _start(PlainForm(formdata=None))


@blueprint.post("/administration/role-changes/<change_id>/accept")
@permission_required(Permission.ADMINISTER)
def accept_role(change_id: str) -> ResponseReturnValue:
    """Be the second administrator."""
    form, sent = PlainForm(), letter()
    if change("accept_role", form, lambda tx, by: role_changes.accept(tx, by, change_id, sent, moment())):
        return gone_well("administration.start", "accepted")
    return _start(form)


@blueprint.post("/administration/role-changes/<change_id>/close")
@permission_required(Permission.ADMINISTER)
def close_role(change_id: str) -> ResponseReturnValue:
    """Decline what somebody asked for, or withdraw it oneself."""
    form = PlainForm()
    if change("close_role", form, lambda tx, by: role_changes.close(tx, by, change_id, moment())):
        return gone_well("administration.start", "closed")
    return _start(form)


def _start(form: PlainForm) -> ResponseReturnValue:
    by, waiting, names = look(
        lambda tx, by: (
            by,
            (found := role_changes.find_role_changes(tx, by, moment())),
            {
                area.id: area.name
                for area in area_names(tx, sorted({*by.areas, *(area for one in found for area in one.areas)}))
            },
        )
    )
    page = render_template("administration/start.html", by=by, waiting=waiting, names=names, sent=form)
    return page, 422 if form.problems() else 200
