"""The pages for shields and bars: ids alone in the addresses, everything decided again when a form is sent."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.audit.looks import NeedsPurpose
from app.audit.views import ask_for_purpose
from app.current import database
from app.permissions import Permission, permission_required
from app.shields import acts
from app.shields.asking import ask_colleague, ask_officer
from app.shields.forms import BarForm, ReasonForm, ShieldForm

blueprint = Blueprint("shields", __name__, template_folder="templates")
blueprint.register_error_handler(NeedsPurpose, ask_for_purpose)


@blueprint.get("/people/<person>/shield")
@permission_required(Permission.SEE_TEAMS)
def ask(person: str) -> ResponseReturnValue:
    """What a shield does, and whom it is to cover."""
    asking = database().write(lambda tx: ask_colleague(tx, person)) or abort(404)
    return render_template("shields/shield.html", asking=asking, form=ShieldForm(formdata=None))


@blueprint.post("/people/<person>/shield")
@permission_required(Permission.SEE_TEAMS)
def shield(person: str) -> ResponseReturnValue:
    """Shield at once."""
    form = ShieldForm()
    if not (form.validate() and database().write(lambda tx: acts.shield_as_colleague(tx, person, form))):
        abort(404)
    return redirect(url_for("team.team", person=person), 303)


@blueprint.get("/access/people/<person>/shield")
@permission_required(Permission.AUDIT)
def officers_ask(person: str) -> ResponseReturnValue:
    """The same for a privacy officer; of somebody shielded, how the shield is taken away."""
    view = database().write(lambda tx: ask_officer(tx, person)) or abort(404)
    forms = {"form": ShieldForm(formdata=None), "reason": ReasonForm(formdata=None)}
    return render_template("shields/officer.html", view=view, asking=view.asking, **forms)


@blueprint.post("/access/people/<person>/shield")
@permission_required(Permission.AUDIT)
def officers_shield(person: str) -> ResponseReturnValue:
    """Shield at once, for a privacy officer."""
    form = ShieldForm()
    if not (form.validate() and database().write(lambda tx: acts.shield_as_officer(tx, person, form))):
        abort(404)
    return redirect(url_for("shields.officers_ask", person=person), 303)


@blueprint.post("/access/people/<person>/unshield")
@permission_required(Permission.AUDIT)
def propose_unshielding(person: str) -> ResponseReturnValue:
    """Propose to take the shield away; a second privacy officer decides."""
    form = ReasonForm()
    if not form.validate():
        view = database().write(lambda tx: ask_officer(tx, person)) or abort(404)
        page = {"view": view, "asking": view.asking, "form": ShieldForm(formdata=None), "reason": form}
        return render_template("shields/officer.html", **page), 422
    if not database().write(lambda tx: acts.propose_unshielding_of(tx, person, form)):
        abort(404)
    return redirect(url_for("shields.officers_ask", person=person), 303)


@blueprint.get("/access/people/<person>/bars")
@permission_required(Permission.AUDIT)
def bars(person: str) -> ResponseReturnValue:
    """Who is barred from a person, and the form for another."""
    view = database().write(lambda tx: ask_officer(tx, person)) or abort(404)
    return render_template("shields/bars.html", view=view, form=BarForm(formdata=None), lift=ReasonForm(formdata=None))


@blueprint.post("/access/people/<person>/bars")
@permission_required(Permission.AUDIT)
def bar(person: str) -> ResponseReturnValue:
    """Name the human first; bar them once that is confirmed."""
    form = BarForm()
    view = database().write(lambda tx: ask_officer(tx, person)) or abort(404)
    human = database().read(lambda tx: acts.human_to_bar(tx, view, form)) if form.validate() else None
    if human is None:
        return render_template("shields/bars.html", view=view, form=form, lift=ReasonForm(formdata=None)), 422
    if not form.confirmed:
        return render_template("shields/confirm_bar.html", asking=view.asking, human=human, form=form)
    if not database().write(lambda tx: acts.bar_human(tx, person, form)):
        abort(404)
    return redirect(url_for("shields.bars", person=person), 303)


@blueprint.post("/access/people/<person>/bars/<account>/lift")
@permission_required(Permission.AUDIT)
def propose_lifting(person: str, account: str) -> ResponseReturnValue:
    """Propose to lift somebody's bar; a second privacy officer decides."""
    form = ReasonForm()
    if not form.validate():
        view = database().write(lambda tx: ask_officer(tx, person)) or abort(404)
        page = {"view": view, "form": BarForm(formdata=None), "lift": form, "lifted": account}
        return render_template("shields/bars.html", **page), 422
    if not database().write(lambda tx: acts.propose_lifting_of(tx, person, account, form)):
        abort(404)
    return redirect(url_for("shields.bars", person=person), 303)
