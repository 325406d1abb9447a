"""Everything that a practitioner holds; and leaving, by themselves or by an administrator of the agency."""

from __future__ import annotations

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.current import database, moment
from app.involvements import leaving_acts as acts
from app.involvements.leaving_form import LeavingForm
from app.involvements.mine_page import MinePage
from app.involvements.views import blueprint
from app.permissions import Permission, permission_required

__all__ = ["blueprint"]


@blueprint.get("/my-involvements")
@permission_required(Permission.SEE_TEAMS)
def mine() -> ResponseReturnValue:
    """All that I hold, and held."""
    held = database().write(acts.look_at_mine)
    return render_template("involvements/mine.html", page=MinePage(held, moment().today))


@blueprint.get("/my-involvements/leaving")
@permission_required(Permission.SEE_TEAMS)
def leaving() -> ResponseReturnValue:
    """What I hold, with a choice for each."""
    leaver, colleagues = database().write(acts.look_before_leaving) or abort(404)
    form = LeavingForm(formdata=None)
    form.lines_of(leaver, colleagues, None)
    return render_template("involvements/leaving.html", form=form, leaver=leaver)


@blueprint.post("/my-involvements/leaving")
@permission_required(Permission.SEE_TEAMS)
def leave() -> ResponseReturnValue:
    """End and hand over what was chosen, all or nothing."""
    form = LeavingForm()
    leaver, colleagues = database().write(acts.look_before_leaving) or abort(404)
    form.lines_of(leaver, colleagues, request.form)
    if form.is_empty and database().read(lambda tx: acts.was_sent(tx, request.form, form)):
        return redirect(url_for("involvements.mine", done="left"), 303)
    wanted = form.read()
    if wanted is None:
        return render_template("involvements/leaving.html", form=form, leaver=leaver), 422
    database().write(lambda tx: acts.leave_myself(tx, wanted, form))
    return redirect(url_for("involvements.mine", done="left"), 303)


@blueprint.get("/access/practitioners/<practitioner>/leaving")
@permission_required(Permission.AUDIT_OWN_AGENCY)
def leaver(practitioner: str) -> ResponseReturnValue:
    """What somebody holds for the administrator's agency, people as initials, with a choice for each."""
    found, colleagues = database().write(lambda tx: acts.look_at_leaver(tx, practitioner)) or abort(404)
    form = LeavingForm(formdata=None)
    form.lines_of(found, colleagues, None)
    return render_template("involvements/leaving.html", form=form, leaver=found)


@blueprint.post("/access/practitioners/<practitioner>/leaving")
@permission_required(Permission.AUDIT_OWN_AGENCY)
def leave_for(practitioner: str) -> ResponseReturnValue:
    """End and hand over what was chosen, all or nothing."""
    found, colleagues = database().write(lambda tx: acts.look_at_leaver(tx, practitioner)) or abort(404)
    form = LeavingForm()
    form.lines_of(found, colleagues, request.form)
    if form.is_empty and database().read(lambda tx: acts.was_sent(tx, request.form, form)):
        return redirect(url_for("involvements.leaver", practitioner=practitioner, done="left"), 303)
    wanted = form.read()
    if wanted is None:
        return render_template("involvements/leaving.html", form=form, leaver=found), 422
    database().write(lambda tx: acts.leave_for(tx, practitioner, wanted, form))
    return redirect(url_for("involvements.leaver", practitioner=practitioner, done="left"), 303)
