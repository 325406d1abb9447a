"""Requests for emergency access to somebody shielded: one's own, those one may decide, and those told by a code."""

from __future__ import annotations

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.emergency import deciding
from app.emergency.codes import code_of
from app.emergency.forms import CodeForm, DecisionForm
from app.emergency.views import blueprint
from app.permissions import Permission, permission_required
from graph.break_glass_requests import OTHERS_AFTER


@blueprint.get("/emergency/requests/<request_id>")
@permission_required(Permission.SEE_TEAMS)
def own_request(request_id: str) -> ResponseReturnValue:
    """One's own request: what it waits for, and the code to read out."""
    asked = deciding.own(request_id) or abort(404)
    others_from = asked.asked_at + OTHERS_AFTER
    name = deciding.name_of(asked.person)
    return render_template(
        "emergency/own_request.html", asked=asked, code=code_of(asked.id), others_from=others_from, name=name
    )


@blueprint.post("/emergency/requests/<request_id>/withdraw")
@permission_required(Permission.SEE_TEAMS)
def withdraw(request_id: str) -> ResponseReturnValue:
    """Take one's own request back."""
    if not deciding.take_back(request_id):
        abort(404)
    return redirect(url_for("emergency.own_request", request_id=request_id), 303)


@blueprint.get("/emergency/requests/<request_id>/decide")
@permission_required(Permission.SEE_TEAMS)
def look(request_id: str) -> ResponseReturnValue:
    """A request for somebody one works with."""
    found = deciding.look(request_id) or abort(404)
    return render_template("emergency/decide.html", found=found, form=DecisionForm(formdata=None))


@blueprint.post("/emergency/requests/<request_id>/decide")
@permission_required(Permission.SEE_TEAMS)
def decide(request_id: str) -> ResponseReturnValue:
    """Accept or decline, where the request still waits and this account may; one answer where not."""
    form = DecisionForm()
    if not form.validate():
        return _over()
    accepted = form.decision.data == "accept"
    if not deciding.decide(request_id, form.code.data or "", accepted=accepted):
        return _over()
    return render_template("emergency/decided.html", accepted=accepted)


@blueprint.get("/emergency/confirm")
@permission_required(Permission.SEE_TEAMS)
def confirm() -> ResponseReturnValue:
    """The form for a code that somebody of another agency has read out."""
    return render_template("emergency/confirm.html", form=CodeForm(formdata=None))


@blueprint.post("/emergency/confirm")
@permission_required(Permission.SEE_TEAMS)
def look_by_code() -> ResponseReturnValue:
    """Who asks, from where and why; one answer for a code that is unknown, too early, over or not for this account."""
    form = CodeForm()
    found = deciding.look_by_code(form.code.data or "") if form.validate() else None
    if found is None:
        if not form.errors:
            form.code.errors = ["No request can be confirmed with this code now. Check it, or wait and try again"]
        return render_template("emergency/confirm.html", form=form), 422
    return render_template("emergency/decide.html", found=found, form=DecisionForm(formdata=None, code=form.code.data))


def _over() -> ResponseReturnValue:
    return render_template("emergency/over.html"), 422
