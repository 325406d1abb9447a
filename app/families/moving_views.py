"""The pages on which families merge and split: members move, and moves are taken back."""

from __future__ import annotations

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.current import database
from app.families import moving
from app.families.views import blueprint
from app.permissions import Permission, permission_required


@blueprint.get("/people/<person>/families/<family>/members")
@permission_required(Permission.SEE_TEAMS)
def members(person: str, family: str) -> ResponseReturnValue:
    """Who belongs to a family, to be moved to another."""
    page = database().write(lambda tx: moving.look_at_moving(tx, person, family)) or abort(404)
    return render_template("families/members.html", page=page, form=moving.MoveForm(formdata=None).offer(page))


@blueprint.post("/people/<person>/families/<family>/members")
@permission_required(Permission.SEE_TEAMS)
def move_members(person: str, family: str) -> ResponseReturnValue:
    """Move whoever was chosen, each at once or as a proposal."""
    if database().read(lambda tx: moving.was_moved(tx, family, moving.MoveForm())):
        return redirect(url_for("proposals.links", person=person), 303)
    page = database().write(lambda tx: moving.look_at_moving(tx, person, family)) or abort(404)
    form = moving.MoveForm().offer(page)
    if not form.validate():
        return render_template("families/members.html", page=page, form=form), 422
    moved = database().write(lambda tx: moving.move(tx, page, form)) or abort(404)
    return render_template("families/moved.html", page=page, fates=moved.fates)


@blueprint.post("/people/<person>/family-moves/<move>/take-back")
@permission_required(Permission.SEE_TEAMS)
def take_back_move(person: str, move: str) -> ResponseReturnValue:
    """Move back whoever a move has brought elsewhere."""
    if database().write(lambda tx: moving.undo(tx, move)) is None:
        abort(404)
    return redirect(url_for("proposals.links", person=person), 303)
