"""Still true? Opening a link in a reminder changes nothing: mail scanners open links too."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.current import database
from app.permissions import Permission, permission_required
from app.sign_in.browser_session import browser_session
from app.still_true import acts
from app.still_true.forms import AnswerForm

blueprint = Blueprint("still_true", __name__, template_folder="templates")
SHOWN_AT_MOST = 200


@blueprint.post("/people/<person>/still-true")
@permission_required(Permission.SEE_TEAMS)
def keep(person: str) -> ResponseReturnValue:
    """What this card shows still holds."""
    wanted = request.form.getlist("involvement")[:SHOWN_AT_MOST]
    kept = database().write(lambda tx: acts.keep(tx, person, wanted))
    return redirect(url_for("team.team", person=person), 303) if kept else abort(404)


@blueprint.get("/my-involvements/<involvement>")
@permission_required(Permission.SEE_TEAMS)
def ask(involvement: str) -> ResponseReturnValue:
    """Does this one still hold?"""
    found = database().write(lambda tx: acts.look_at_one(tx, involvement)) or abort(404)
    form = AnswerForm(formdata=None, answer=request.args.get("say", ""))
    return render_template("still_true/ask.html", one=found, form=form, signed_in=True)


@blueprint.post("/my-involvements/<involvement>")
@permission_required(Permission.SEE_TEAMS)
def say(involvement: str) -> ResponseReturnValue:
    """Record it; an answer that was sent before, and one about somebody else's, lead to the list alike."""
    form = AnswerForm()
    if not form.validate():
        found = database().write(lambda tx: acts.look_at_one(tx, involvement)) or abort(404)
        return render_template("still_true/ask.html", one=found, form=form, signed_in=True), 422
    database().write(lambda tx: acts.say_of_one(tx, involvement, form.answer.data))
    return redirect(url_for("involvements.mine"), 303)


@blueprint.get("/still-true/<token>")
@permission_required(Permission.PUBLIC)
def asked(token: str) -> ResponseReturnValue:
    """The question of a reminder; one page says so for a link that is forged, answered or too old."""
    about = acts.asked_by(token)
    found = database().read(lambda tx: acts.look_by_link(tx, about))
    browser_session().keep()
    form = AnswerForm(formdata=None, answer=request.args.get("say", ""))
    return render_template("still_true/ask.html", one=found, form=form, token=token), 200 if found else 404


@blueprint.post("/still-true/<token>")
@permission_required(Permission.PUBLIC)
def answered(token: str) -> ResponseReturnValue:
    """Record the answer to a reminder."""
    about, form = acts.asked_by(token), AnswerForm()
    if not form.validate():
        found = database().read(lambda tx: acts.look_by_link(tx, about))
        return render_template("still_true/ask.html", one=found, form=form, token=token), 422 if found else 404
    done = about and database().write(lambda tx: acts.say_by_link(tx, about, form.answer.data))
    return render_template("still_true/answered.html", answer=form.answer.data if done else ""), 200 if done else 404
