"""The page of one involvement, for whoever may change it: ids alone in the addresses, all decided again when sent."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.audit.blueprint import ask_for_purpose
from app.audit.looks import NeedsPurpose
from app.current import database, moment
from app.involvements import acts
from app.involvements.acts import Recorded
from app.involvements.forms import ButtonForm, ChangeForm, EndForm, HandOverForm
from app.involvements.page import Forms, InvolvementPage
from app.involvements.wording import DONE, differences
from app.permissions import Permission, permission_required
from graph.involvements import Change, Involvement

blueprint = Blueprint("involvements", __name__, template_folder="templates")
blueprint.register_error_handler(NeedsPurpose, ask_for_purpose)
blueprint.context_processor(lambda: {"done": DONE.get(request.args.get("done", ""))})


@blueprint.get("/involvements/<involvement>")
@permission_required(Permission.SEE_TEAMS)
def show(involvement: str) -> ResponseReturnValue:
    """What is recorded of an involvement, what was before, and what can be done with it."""
    found = _look(involvement) or abort(404)
    return _page(found, Forms(found), 200)


@blueprint.post("/involvements/<involvement>")
@permission_required(Permission.SEE_TEAMS)
def change(involvement: str) -> ResponseReturnValue:
    """Record what was changed, at once, and keep what was recorded before."""
    found, form = _look(involvement), ChangeForm()
    if found is None or not found.found.confirmed:
        return _sent_again(involvement, form)
    forms = Forms(found, change=form)
    if not form.validate():
        return _page(found, forms, 422)
    changed = database().write(lambda tx: acts.save(tx, found.found, form)) or abort(404)
    return _changed(found, forms, changed, form)


@blueprint.post("/involvements/<involvement>/end")
@permission_required(Permission.SEE_TEAMS)
def end(involvement: str) -> ResponseReturnValue:
    """End it."""
    found, form = _look(involvement), EndForm()
    if found is None or found.found.facts.over(moment().today):
        return _sent_again(involvement, form)
    forms = Forms(found, end=form)
    if not form.check(found.found):
        return _page(found, forms, 422)
    changed = database().write(lambda tx: acts.end(tx, found.found, form)) or abort(404)
    return _changed(found, forms, changed, form)


@blueprint.post("/involvements/<involvement>/hand-over")
@permission_required(Permission.SEE_TEAMS)
def hand_over(involvement: str) -> ResponseReturnValue:
    """Ask a colleague to take it over."""
    found, form = _look(involvement), HandOverForm()
    if found is None or not found.colleagues:
        return _sent_again(involvement, form)
    forms = Forms(found, hand_over=form)
    if not found.handed_over and not form.validate():
        return _page(found, forms, 422)
    given = database().write(lambda tx: acts.give(tx, involvement, form)) or abort(404)
    return _on(involvement, given)


@blueprint.post("/involvements/<involvement>/lead")
@permission_required(Permission.SEE_TEAMS)
def ask_to_lead(involvement: str) -> ResponseReturnValue:
    """Ask to lead: from when the present lead agrees, or two working days have passed."""
    form = ButtonForm()
    if not database().write(lambda tx: acts.ask(tx, involvement, form)):
        abort(404)
    return _on(involvement, "lead_asked")


@blueprint.post("/involvements/<involvement>/lead/withdraw")
@permission_required(Permission.SEE_TEAMS)
def withdraw_lead(involvement: str) -> ResponseReturnValue:
    """Take the request back."""
    if not database().write(lambda tx: acts.withdraw(tx, involvement)):
        abort(404)
    return _on(involvement, "withdrawn")


@blueprint.post("/involvements/<involvement>/lead/agree")
@permission_required(Permission.SEE_TEAMS)
def agree_to_lead(involvement: str) -> ResponseReturnValue:
    """Let whoever asked lead from now on."""
    form = ButtonForm()
    if not database().write(lambda tx: acts.agree(tx, involvement, form)):
        abort(404)
    return _on(involvement, "agreed")


def _look(involvement: str) -> Recorded | None:
    """The involvement; None for one that the account may not change and for none."""
    return database().write(lambda tx: acts.look_at_involvement(tx, involvement))


def _sent_again(involvement: str, form: ChangeForm | EndForm | HandOverForm) -> ResponseReturnValue:
    """The answer to a form that has done its work already, so that its involvement is out of sight; 404 otherwise."""
    if not database().read(lambda tx: acts.was_sent(tx, involvement, form)):
        abort(404)
    return redirect(url_for("involvements.mine", done="left"), 303)


def _changed(found: Recorded, forms: Forms, change: Change, form: ChangeForm | EndForm) -> ResponseReturnValue:
    if change.outcome in ("changed", "same"):
        return _after(found.found, form)
    if change.outcome == "stale":
        form.version.data = change.now.version
        wanted = forms.wanted(change.now)
        return _page(found, forms, 422, differences(change.now, wanted, dict(found.brokers)))
    form.refuse(change.outcome, found.found)
    return _page(found, forms, 422)


def _after(found: Involvement, form: ChangeForm | EndForm) -> ResponseReturnValue:
    """On to what the account sees in any case: its own list, or the team of somebody with whom it works."""
    done = "ended" if isinstance(form, EndForm) else "changed"
    if found.mine:
        return redirect(url_for("involvements.mine", done=done), 303)
    return redirect(url_for("team.team", person=found.person), 303)


def _on(involvement: str, done: str) -> ResponseReturnValue:
    return redirect(url_for("involvements.show", involvement=involvement, done=done), 303)


def _page(
    found: Recorded, forms: Forms, status: int, stale: list[tuple[str, str]] | None = None
) -> ResponseReturnValue:
    page = InvolvementPage(found, moment())
    return render_template("involvements/involvement.html", page=page, forms=forms, stale=stale), status
