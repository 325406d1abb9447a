"""Where an auditor or administrator begins, states a purpose, and reads who can see one involvement."""

from __future__ import annotations

from typing import cast

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.audit import looks
from app.audit.blueprint import ask_for_purpose, asked_page, asked_reason, blueprint
from app.audit.forms import PurposeForm
from app.audit.looks import PER_PAGE
from app.audit.pages import LEVELS, InvolvementPage, Question
from app.current import database, moment, viewer
from app.next_page import safe_next
from app.paging import pages_of
from app.permissions import Permission, permission_required
from graph.access import Level
from graph.audit_finding import practitioners_of_own_agency

__all__ = ["ask_for_purpose", "blueprint"]


@blueprint.get("/access/purpose")
@permission_required(Permission.EXPLAIN_ACCESS)
def purpose() -> ResponseReturnValue:
    """The form for why somebody looks."""
    wanted = request.args.get("next") or url_for("audit.who_can_see")
    return render_template("audit/purpose.html", form=PurposeForm(formdata=None, next=safe_next(wanted)))


@blueprint.post("/access/purpose")
@permission_required(Permission.EXPLAIN_ACCESS)
def state_purpose() -> ResponseReturnValue:
    """Keep the purpose and go on."""
    form = PurposeForm()
    if not form.validate():
        return render_template("audit/purpose.html", form=form), 422
    database().write(lambda tx: looks.keep_purpose(tx, form))
    return redirect(form.destination(), 303)


@blueprint.get("/access")
@permission_required(Permission.EXPLAIN_ACCESS)
def who_can_see() -> ResponseReturnValue:
    """Where to begin: an auditor picks a question, an administrator a practitioner of the own agency."""
    stated = database().read(looks.purpose_of_session)
    if viewer().role == "auditor":
        return render_template("audit/start.html", stated=stated)
    practitioners = database().read(lambda tx: practitioners_of_own_agency(tx, account=viewer().account))
    return render_template("audit/practitioners.html", practitioners=practitioners, stated=stated)


@blueprint.get("/access/practitioners/<practitioner>")
@permission_required(Permission.AUDIT_OWN_AGENCY)
def held(practitioner: str) -> ResponseReturnValue:
    """What one practitioner holds for the administrator's agency."""
    page = asked_page()
    found = database().write(lambda tx: looks.look_at_practitioner(tx, practitioner, (page - 1) * PER_PAGE))
    if found is None or (page > 1 and not found.involvements):
        abort(404)
    pages = pages_of(found.total, PER_PAGE)
    return render_template("audit/held.html", held=found, practitioner=practitioner, page=page, pages=pages)


@blueprint.get("/access/involvements/<involvement>")
@permission_required(Permission.EXPLAIN_ACCESS)
def explain(involvement: str) -> ResponseReturnValue:
    """Who can see one involvement, at which level and why; the same 404 for another agency's and for none."""
    asked = _question()
    look = database().write(lambda tx: looks.look_at_involvement(tx, involvement, asked.agency, asked.skip))
    page = InvolvementPage(look or abort(404), asked, moment().today)
    if asked.page > page.pages:
        abort(404)
    return render_template("audit/involvement.html", page=page)


def _question() -> Question:
    level = request.args.get("level") or None
    if level not in (None, *LEVELS):
        abort(404)
    return Question(request.args.get("agency") or None, asked_reason(), cast(Level | None, level), asked_page())
