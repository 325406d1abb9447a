"""Emergency access: why, to whom, and its end. Names go by POST and stand in no address."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.current import moment, viewer
from app.emergency import acting, deciding
from app.emergency.acting import Broken
from app.emergency.forms import JUSTIFICATIONS, EmergencySearchForm, JustificationForm
from app.permissions import Permission, permission_required
from app.search.proof import found_by, proof_of
from app.search.results import hints, lines
from app.wording import clock_time, day_of, long_day
from graph.break_glass import Justification, NothingToBreak

blueprint = Blueprint("emergency", __name__, template_folder="templates")


@blueprint.context_processor
def words() -> dict[str, object]:
    """What the templates of this package put into words."""
    return {"justifications": JUSTIFICATIONS, "clock_time": clock_time, "day_of": day_of, "long_day": long_day}


@blueprint.get("/emergency")
@permission_required(Permission.SEE_TEAMS)
def justify() -> ResponseReturnValue:
    """The form for why somebody looks in an emergency, and one's own requests that wait."""
    return render_template("emergency/justify.html", form=JustificationForm(formdata=None), waiting=deciding.waiting())


@blueprint.post("/emergency")
@permission_required(Permission.SEE_TEAMS)
def state() -> ResponseReturnValue:
    """Keep the justification with the session, and go on to the search."""
    form = JustificationForm()
    if not form.validate():
        return render_template("emergency/justify.html", form=form, waiting=deciding.waiting()), 422
    acting.keep_justification(form.stated())
    return redirect(url_for("emergency.search"), 303)


@blueprint.get("/emergency/search")
@permission_required(Permission.SEE_TEAMS)
def search() -> ResponseReturnValue:
    """The emergency search, empty; without a justification the way to it."""
    why = acting.kept_justification()
    if why is None:
        return redirect(url_for("emergency.justify"), 303)
    return _search_page(EmergencySearchForm(formdata=None), why)


@blueprint.post("/emergency/search")
@permission_required(Permission.SEE_TEAMS)
def answer() -> ResponseReturnValue:
    """Whoever is found; the form again, with everything typed, where something is wrong."""
    form, why = EmergencySearchForm(), acting.kept_justification()
    if why is None:
        return redirect(url_for("emergency.justify"), 303)
    if not form.understood(moment().today):
        return _search_page(form, why), 422
    outcome = acting.look_in_emergency(form.asked, why)
    if outcome.answers is None:
        page = _search_page(form, why, wait_seconds=outcome.wait_seconds)
        return page, 429, {"Retry-After": str(outcome.wait_seconds)}
    found = lines(outcome.answers, form.asked, account=viewer().account, today=moment().today)
    return _search_page(form, why, found=found, more=outcome.answers.more, hints=hints(form.asked))


@blueprint.post("/emergency/break")
@permission_required(Permission.SEE_TEAMS)
def break_found() -> ResponseReturnValue:
    """Break the glass for somebody found, by the justification that was stated before the search."""
    proof = found_by(request.form.get("proof", ""), account=viewer().account, way="emergency search")
    why = acting.kept_justification()
    try:
        return _led_to(acting.break_for(proof, why, searched=True)) if proof and why else _run_out()
    except NothingToBreak:
        return _run_out()


@blueprint.get("/people/<person>/emergency")
@permission_required(Permission.SEE_TEAMS)
def justify_for(person: str) -> ResponseReturnValue:
    """The form for somebody who is shown already."""
    seen = acting.person_shown(person) or abort(404)
    proof = proof_of(person, account=viewer().account, by_reference_and_birth=False, way="sight")
    form = JustificationForm(formdata=None, proof=proof)
    return render_template("emergency/justify_for.html", form=form, seen=seen)


@blueprint.post("/people/<person>/emergency")
@permission_required(Permission.SEE_TEAMS)
def break_shown(person: str) -> ResponseReturnValue:
    """Break the glass for somebody who is shown already."""
    seen, form = acting.person_shown(person) or abort(404), JustificationForm()
    proof = found_by(form.proof.data or "", account=viewer().account, way="sight")
    if proof is None or proof.person != person:
        return redirect(url_for("emergency.justify_for", person=person), 303)
    if not form.validate():
        return render_template("emergency/justify_for.html", form=form, seen=seen), 422
    try:
        return _led_to(acting.break_for(proof, form.stated(), searched=False))
    except NothingToBreak:
        return _run_out()


@blueprint.post("/emergency/end")
@permission_required(Permission.SEE_TEAMS)
def end() -> ResponseReturnValue:
    """End one's emergency access at once."""
    acting.end_access(request.form.get("grant", ""))
    return redirect(url_for("home.home"), 303)


def _search_page(form: EmergencySearchForm, why: Justification, **answered: object) -> str:
    return render_template("emergency/search.html", form=form, why=why, **answered)


def _led_to(broken: Broken) -> ResponseReturnValue:
    if broken.request:
        return redirect(url_for("emergency.own_request", request_id=broken.request), 303)
    return redirect(url_for("team.team", person=broken.person), 303)


def _run_out() -> ResponseReturnValue:
    """One answer for a proof that ran out, one that is none, and somebody to whom there is no emergency access."""
    return render_template("emergency/run_out.html"), 422
