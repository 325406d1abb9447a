"""Adding a client: one page, one look-up for whoever is recorded already, one submit."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.current import database
from app.permissions import Permission, permission_required
from app.recording import acts
from app.recording.acts import LookUp, Page
from app.recording.forms import ClientForm
from app.search.forms import REASONS

blueprint = Blueprint("recording", __name__, template_folder="templates")


@blueprint.get("/clients/new")
@permission_required(Permission.SEE_TEAMS)
def new_client() -> ResponseReturnValue:
    """The form, empty."""
    page = database().read(lambda tx: acts.page_for(tx, None)) or abort(404)
    return _form_page(page, ClientForm(formdata=None))


@blueprint.post("/clients/new")
@permission_required(Permission.SEE_TEAMS)
def add_client() -> ResponseReturnValue:
    """Record the client, unless somebody like them has to be looked at first."""
    return _add(None)


@blueprint.get("/people/<person>/relatives/new")
@permission_required(Permission.SEE_TEAMS)
def new_relative(person: str) -> ResponseReturnValue:
    """The form for a relative with whom I work too."""
    page = database().write(lambda tx: acts.page_beside(tx, person)) or abort(404)
    return _form_page(page, ClientForm(formdata=None))


@blueprint.post("/people/<person>/relatives/new")
@permission_required(Permission.SEE_TEAMS)
def add_relative(person: str) -> ResponseReturnValue:
    """Record them, joined to this person's family."""
    return _add(person)


@blueprint.post("/clients/look-up")
@permission_required(Permission.SEE_TEAMS)
def look_up() -> ResponseReturnValue:
    """Whoever is recorded already by this name and day, for the page to show while somebody types."""
    form = ClientForm().offer(())
    form.validate()
    if form.given_name.errors or form.family_name.errors or form.born.errors:
        return "", 204
    found = acts.look_up(form.asked())
    html = render_template("recording/found.html", found=found, reasons=REASONS)
    return {"html": html, "looked": found.proof}, 429 if found.wait_seconds else 200


def _add(person: str | None) -> ResponseReturnValue:
    page = database().read(lambda tx: acts.page_for(tx, person)) or abort(404)
    form = ClientForm()
    page.offer_to(form)
    if not form.validate():
        return _form_page(page, form), 422
    found = acts.look_up_once(form)
    if found is not None and not found.may_go_on:
        return _form_page(page, form, found), 429 if found.wait_seconds else 422
    recorded = database().write(lambda tx: acts.record_client(tx, form, page)) or abort(404)
    if recorded.outcome != "added":
        acts.refuse(form, recorded.outcome)
        return _form_page(page, form), 422
    if form.again.data:
        return render_template("recording/new.html", page=page, form=acts.next_form(form, page), added=recorded.person)
    return redirect(url_for("team.team", person=recorded.person), 303)


def _form_page(page: Page, form: ClientForm, found: LookUp | None = None) -> str:
    page.offer_to(form)
    return render_template("recording/new.html", page=page, form=form, found=found, reasons=REASONS)
