"""The addresses of the audit trail, for auditors who have stated their purpose; they hold ids and never a name."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.audit.forms import PurposeForm
from app.audit.looks import NeedsPurpose
from app.audit.pages import REASONS
from app.audit.views import ask_for_purpose
from app.current import database
from app.paging import pages_of
from app.permissions import Permission, permission_required
from app.trail import kinds, looks, wording
from app.trail.forms import TrailForm
from app.trail.questions import DAYS, question, unusual_question
from graph.audit_unusual import Why

blueprint = Blueprint("trail", __name__, template_folder="templates")
blueprint.register_error_handler(NeedsPurpose, ask_for_purpose)


@blueprint.context_processor
def words() -> dict[str, object]:
    """What the templates of this package put into words."""
    return {"words": wording, "kinds": kinds, "all_reasons": REASONS}


@blueprint.get("/trail")
@permission_required(Permission.AUDIT)
def trail() -> ResponseReturnValue:
    """A page of the trail, newest first, for what the address asks."""
    asked = question()
    look = database().write(lambda tx: looks.look_at_trail(tx, asked))
    if asked.page > 1 and not look.found.events and not look.found.has_older:
        abort(404)
    form = TrailForm(formdata=None, data={**request.args.to_dict(), "username": look.username})
    return render_template("trail/trail.html", look=look, asked=asked, form=form, agencies=look.agencies)


@blueprint.post("/trail")
@permission_required(Permission.AUDIT)
def search() -> ResponseReturnValue:
    """Lead to the address of a search: the account's id stands there for the username."""
    form, account = TrailForm(), None
    if form.validate() and form.username.data:
        account = database().read(lambda tx: looks.find_account(tx, form.username.data or ""))
        if account is None:
            form.username.errors = ["No account has this username. Check its spelling"]
    if form.errors:
        agencies = database().read(looks.choices)
        return render_template("trail/trail.html", look=None, asked=None, form=form, agencies=agencies), 422
    return redirect(url_for("trail.trail", **form.address_arguments(account)), 303)


@blueprint.get("/trail/events/<event>")
@permission_required(Permission.AUDIT)
def event(event: str) -> ResponseReturnValue:
    """One event with everything that it says."""
    look = database().write(lambda tx: looks.look_at_event(tx, event))
    return render_template("trail/event.html", look=look or abort(404))


@blueprint.get("/trail/unusual")
@permission_required(Permission.AUDIT)
def unusual() -> ResponseReturnValue:
    """Unusual access of the last days first, each with why it is listed."""
    return _unusual(None)


@blueprint.get("/trail/without-involvement")
@permission_required(Permission.AUDIT)
def without_involvement() -> ResponseReturnValue:
    """Who looked at a team without an involvement in the family."""
    return _unusual("NO_INVOLVEMENT")


@blueprint.get("/trail/events/<event>/sensitive")
@permission_required(Permission.AUDIT)
def sensitive_event(event: str) -> ResponseReturnValue:
    """The form for a second purpose, without which an event that tells of a sensitive service stays masked."""
    form = PurposeForm(formdata=None, next=url_for("trail.event", event=event))
    return render_template("trail/sensitive.html", form=form, event=event, account=None)


@blueprint.post("/trail/events/<event>/sensitive")
@permission_required(Permission.AUDIT)
def unmask_event(event: str) -> ResponseReturnValue:
    """Keep the second purpose for those whom the event showed."""
    return _keep_second_purpose(event=event, account=None)


@blueprint.get("/trail/accounts/<account>/sensitive")
@permission_required(Permission.AUDIT)
def sensitive_account(account: str) -> ResponseReturnValue:
    """The form for a second purpose, for all events of one account."""
    form = PurposeForm(formdata=None, next=url_for("trail.trail", account=account))
    return render_template("trail/sensitive.html", form=form, event=None, account=account)


@blueprint.post("/trail/accounts/<account>/sensitive")
@permission_required(Permission.AUDIT)
def unmask_account(account: str) -> ResponseReturnValue:
    """Keep the second purpose for the events of the account."""
    return _keep_second_purpose(event=None, account=account)


def _unusual(why: Why | None) -> ResponseReturnValue:
    asked = unusual_question(why)
    look = database().write(lambda tx: looks.look_at_unusual(tx, asked))
    pages = pages_of(look.total, looks.PER_PAGE)
    if asked.page > pages:
        abort(404)
    return render_template("trail/unusual.html", look=look, asked=asked, pages=pages, all_days=DAYS)


def _keep_second_purpose(*, event: str | None, account: str | None) -> ResponseReturnValue:
    form = PurposeForm()
    if not form.validate():
        return render_template("trail/sensitive.html", form=form, event=event, account=account), 422
    if not database().write(lambda tx: looks.keep_second_purpose(tx, form, event=event, account=account)):
        abort(404)
    return redirect(form.destination(), 303)
