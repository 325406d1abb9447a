"""The pages for what is recorded of people: ids alone in the addresses, everything decided again when sent."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.current import database
from app.families import acts
from app.families.details_page import differences, former_lines
from app.families.forms import DetailsForm
from app.permissions import Permission, permission_required

blueprint = Blueprint("families", __name__, template_folder="templates")


@blueprint.get("/people/<person>/details")
@permission_required(Permission.SEE_TEAMS)
def details(person: str) -> ResponseReturnValue:
    """What is recorded of a person, to be changed by whoever works with them."""
    found = database().write(lambda tx: acts.look_at_details(tx, person)) or abort(404)
    return _details_page(person, DetailsForm(formdata=None).fill(found.details), found, 200)


@blueprint.post("/people/<person>/details")
@permission_required(Permission.SEE_TEAMS)
def change_details(person: str) -> ResponseReturnValue:
    """Record it at once, and keep what was recorded before."""
    found = database().write(lambda tx: acts.look_at_details(tx, person)) or abort(404)
    form = DetailsForm()
    if not form.validate():
        return _details_page(person, form, found, 422)
    changed = database().write(lambda tx: acts.save_details(tx, person, form)) or abort(404)
    if changed.outcome == "stale":
        form.version.data = changed.now.version
        return _details_page(person, form, found, 422, differences(changed.now, form.details()))
    return redirect(url_for("team.team", person=person), 303)


def _details_page(
    person: str, form: DetailsForm, found: acts.Recorded, status: int, stale: list[tuple[str, str]] | None = None
) -> ResponseReturnValue:
    history = former_lines(found.history)
    page = render_template("families/details.html", person=person, form=form, history=history, stale=stale)
    return page, status
