"""The page of changes. Its address holds a day and no name; it shows what may be seen when it is opened."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import RadioField

from app.administration.fields import choices
from app.current import database
from app.digests import acts
from app.permissions import Permission, permission_required

blueprint = Blueprint("digests", __name__, template_folder="templates")


class RhythmForm(FlaskForm):  # type: ignore[misc]
    """How often to hear of changes."""

    rhythm = RadioField(
        "Tell me by e-mail that something changed",
        choices=choices([("", "Never"), ("daily", "At most once a day"), ("weekly", "At most once a week")]),
        default="",
    )


@blueprint.get("/what-changed")
@permission_required(Permission.SEE_TEAMS)
def changes() -> ResponseReturnValue:
    """What changed around my families."""
    return _page(RhythmForm(formdata=None))


@blueprint.post("/what-changed")
@permission_required(Permission.SEE_TEAMS)
def choose() -> ResponseReturnValue:
    """How often I want to hear of it."""
    form = RhythmForm()
    if not form.validate():
        return _page(form)
    database().write(lambda tx: acts.choose(tx, form.rhythm.data or None))
    return redirect(url_for("digests.changes"), 303)


def _page(form: RhythmForm) -> ResponseReturnValue:
    since = acts.first_day(request.args.get("since"))
    page = database().write(lambda tx: acts.look(tx, since))
    if not form.is_submitted():
        form.rhythm.data = page.rhythm or ""
    return render_template("digests/changes.html", page=page, form=form), 422 if form.errors else 200
