"""The pages for finding somebody. Names are sent by POST and stand in no address."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.current import moment, viewer
from app.permissions import Permission, permission_required
from app.search.forms import REASONS, OpeningForm, SearchForm
from app.search.looking import look_for, open_found, still_openable
from app.search.proof import Found, found_by
from app.search.results import hints, lines

blueprint = Blueprint("search", __name__, template_folder="templates")


@blueprint.get("/search")
@permission_required(Permission.SEE_TEAMS)
def search() -> ResponseReturnValue:
    """The form, empty."""
    return render_template("search/search.html", form=SearchForm(formdata=None))


@blueprint.post("/search")
@permission_required(Permission.SEE_TEAMS)
def answer() -> ResponseReturnValue:
    """Whoever is found; the form again, with everything typed, where something is wrong."""
    form = SearchForm()
    if not form.understood(moment().today):
        return render_template("search/search.html", form=form), 422
    outcome = look_for(form.asked)
    if outcome.answers is None:
        return _told_to_wait(form, outcome.wait_seconds)
    found = lines(outcome.answers, form.asked, account=viewer().account, today=moment().today)
    return render_template(
        "search/answers.html",
        form=form,
        found=found,
        more=outcome.answers.more,
        hints=hints(form.asked),
        reasons=REASONS,
    )


@blueprint.post("/search/open")
@permission_required(Permission.SEE_TEAMS)
def open_with_reason() -> ResponseReturnValue:
    """Open somebody found, for the stated reason, and go on to their team."""
    form = OpeningForm()
    found = found_by(form.proof.data or "", account=viewer().account, way="search")
    if found is None:
        return _run_out()
    if not form.complete():
        return _reason_missing(form, found)
    if open_found(found, form.purpose()) is None:
        return _run_out()
    return redirect(url_for("team.team", person=found.person), 303)


def _told_to_wait(form: SearchForm, seconds: int) -> ResponseReturnValue:
    page = render_template("search/search.html", form=form, wait_seconds=seconds)
    return page, 429, {"Retry-After": str(seconds)}


def _reason_missing(form: OpeningForm, found: Found) -> ResponseReturnValue:
    person = still_openable(found)
    if person is None:
        return _run_out()
    return render_template("search/reason.html", form=form, person=person, reasons=REASONS), 422


def _run_out() -> ResponseReturnValue:
    """One answer for a proof that ran out, one that is none, and somebody who may not be opened any more."""
    return render_template("search/search.html", form=SearchForm(formdata=None), run_out=True), 422
