"""The addresses of the privacy queue, for privacy officers who have stated their purpose."""

from __future__ import annotations

from typing import cast

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.audit.looks import NeedsPurpose
from app.audit.views import ask_for_purpose
from app.current import database
from app.emergency.forms import JUSTIFICATIONS
from app.paging import page_number, pages_of
from app.permissions import Permission, permission_required
from app.privacy_queue import looks
from app.privacy_queue.forms import KINDS, OUTCOMES, ClosingForm
from app.wording import clock_time, day_of, long_day
from graph.break_glass import NothingToBreak
from graph.privacy_queue import State

blueprint = Blueprint("privacy_queue", __name__, template_folder="templates")
blueprint.register_error_handler(NeedsPurpose, ask_for_purpose)


@blueprint.context_processor
def words() -> dict[str, object]:
    """What the templates of this package put into words."""
    days = {"clock_time": clock_time, "day_of": day_of, "long_day": long_day}
    return {"kinds": KINDS, "outcomes": OUTCOMES, "justifications": JUSTIFICATIONS, **days}


@blueprint.get("/privacy-queue")
@permission_required(Permission.AUDIT)
def queue() -> ResponseReturnValue:
    """What is open, or with ?state=closed what was closed, newest first."""
    state, page = _state(), page_number(request.args.get("page", 1, type=int))
    found = database().write(lambda tx: looks.look_at_queue(tx, state, page))
    if page > 1 and not found:
        abort(404)
    pages = pages_of(found[0].total if found else 0, looks.PER_PAGE)
    return render_template("privacy_queue/queue.html", items=found, state=state, page=page, pages=pages)


@blueprint.get("/privacy-queue/<item>")
@permission_required(Permission.AUDIT)
def item(item: str) -> ResponseReturnValue:
    """One item, with what can be done about it."""
    return _item_page(item, ClosingForm(formdata=None))


@blueprint.post("/privacy-queue/<item>/close")
@permission_required(Permission.AUDIT)
def close(item: str) -> ResponseReturnValue:
    """Close an item with an outcome."""
    form = ClosingForm()
    if not form.validate():
        return _item_page(item, form), 422
    found, _ = database().write(lambda tx: looks.look_at_item(tx, item)) or abort(404)
    if not database().write(lambda tx: looks.close(tx, found, form)):
        return _item_page(item, form, too_late=True), 422
    return redirect(url_for("privacy_queue.queue"), 303)


@blueprint.post("/privacy-queue/<item>/decide")
@permission_required(Permission.AUDIT)
def decide(item: str) -> ResponseReturnValue:
    """Accept or decline the request in an item."""
    decision = request.form.get("decision")
    if decision not in ("accept", "decline"):
        abort(400)
    try:
        done = database().write(lambda tx: looks.decide(tx, item, decision == "accept"))
    except NothingToBreak:
        done = False
    return _done(item, done)


@blueprint.post("/privacy-queue/<item>/end")
@permission_required(Permission.AUDIT)
def end(item: str) -> ResponseReturnValue:
    """End the emergency access that an item is about."""
    return _done(item, database().write(lambda tx: looks.end(tx, item)))


def _done(item: str, done: bool) -> ResponseReturnValue:
    if not done:
        return _item_page(item, ClosingForm(formdata=None), too_late=True), 422
    return redirect(url_for("privacy_queue.item", item=item), 303)


def _item_page(item: str, form: ClosingForm, *, too_late: bool = False) -> str:
    found, request_ = database().write(lambda tx: looks.look_at_item(tx, item)) or abort(404)
    return render_template("privacy_queue/item.html", item=found, asked=request_, form=form, too_late=too_late)


def _state() -> State:
    state = request.args.get("state") or "open"
    return cast(State, state) if state in ("open", "closed") else abort(404)
