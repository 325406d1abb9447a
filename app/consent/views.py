"""The pages of consent: ids alone in the addresses, everything decided again when sent."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.consent import acts
from app.consent.effect_words import changes_in_words
from app.consent.explaining import explanation, explanations
from app.consent.forms import GIVERS, WAYS, WORDS, DecisionForm
from app.consent.page import consent_page, undone
from app.consent.standing import undone_from
from app.current import database, moment, viewer
from app.permissions import Permission, permission_required

blueprint = Blueprint("consent", __name__, template_folder="templates")


@blueprint.get("/people/<person>/consent")
@permission_required(Permission.SEE_TEAMS)
def consent(person: str) -> ResponseReturnValue:
    """What is decided about showing who works with a person."""
    known = database().write(lambda tx: acts.look(tx, person)) or abort(404)
    return render_template("consent/consent.html", page=consent_page(known, moment().now), languages=explanations())


@blueprint.get("/people/<person>/consent/new")
@permission_required(Permission.SEE_TEAMS)
def new(person: str) -> ResponseReturnValue:
    """The form for a decision."""
    asked = database().write(lambda tx: acts.look_before_deciding(tx, person)) or abort(404)
    form = DecisionForm(formdata=None, version=asked.known.version).offer(asked.known, asked.agencies)
    return render_template("consent/decide.html", known=asked.known, form=form)


@blueprint.post("/people/<person>/consent/new")
@permission_required(Permission.SEE_TEAMS)
def decide(person: str) -> ResponseReturnValue:
    """Show what was typed with its effect, or, sent from there, record it."""
    asked = database().write(lambda tx: acts.look_before_deciding(tx, person)) or abort(404)
    form, step = DecisionForm().offer(asked.known, asked.agencies), request.form.get("step")
    if not form.validate() or step == "change":
        status = 422 if form.errors else 200
        return render_template("consent/decide.html", known=asked.known, form=form), status
    if step == "save":
        saved = database().write(lambda tx: acts.save(tx, person, form)) or abort(404)
        if saved.outcome == "recorded":
            return redirect(url_for("consent.consent", person=person), 303)
        asked = acts.Asked(saved.now, asked.agencies)
    return _checked(asked, form)


@blueprint.get("/people/<person>/consent/<consent>/take-back")
@permission_required(Permission.SEE_TEAMS)
def take_back(person: str, consent: str) -> ResponseReturnValue:
    """What taking a yes back would change."""
    asked = database().write(lambda tx: acts.look_before_deciding(tx, person)) or abort(404)
    found = asked.known.decision(consent)
    if found is None or found.word != "given":
        abort(404)
    form = DecisionForm(formdata=None, version=asked.known.version).offer(asked.known, asked.agencies)
    return _checked(asked, form.take_back(found))


@blueprint.get("/consent/explained/<language>")
@permission_required(Permission.SEE_TEAMS)
def explained(language: str) -> ResponseReturnValue:
    """What consent means, in a family's own language, to print or to show."""
    found = explanation(language) or abort(404)
    return render_template("consent/explained.html", told=found, languages=explanations())


def _checked(asked: acts.Asked, form: DecisionForm) -> ResponseReturnValue:
    """What is to be recorded, with its effect; told, too, where somebody recorded another decision meanwhile."""
    known, wanted = asked.known, form.wanted()
    changes = acts.effect(known.person, wanted)
    stale = form.version.data != known.version
    form.version.data = known.version
    page = render_template(
        "consent/check.html",
        known=known,
        form=form,
        word=WORDS[wanted.word],
        giver=known.name if wanted.giver == "self" else GIVERS[wanted.giver],
        how=WAYS[wanted.how],
        waits=wanted.with_sensitive and not known.of_sensitive_service,
        with_sensitive=wanted.with_sensitive,
        undone=undone(end) if (end := undone_from(known.decisions, wanted, moment().now)) else "",
        changes=changes_in_words(abort(404) if changes is None else changes, viewer().practitioner),
        stale=consent_page(known, moment().now) if stale else None,
    )
    return page, 422 if stale else 200
