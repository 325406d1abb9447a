"""The pages about one family: its involvements, who sees what drawn, what would change, and how two accounts differ."""

from __future__ import annotations

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.audit import family_looks, looks
from app.audit.blueprint import asked_reason, blueprint
from app.audit.comparing import asked_day, difference_page
from app.audit.forms import FindForm, PurposeForm
from app.audit.graph_page import GraphPage
from app.audit.supposing import WhatIfPage, asked_supposition
from app.current import database, moment
from app.next_page import safe_next
from app.permissions import Permission, permission_required

AFTER_FINDING = {
    "what-if": "audit.what_if",
    "difference": "audit.difference",
    "graph": "audit.graph",
    "trail": "trail.trail",
}
"""Where somebody who has found a family goes on to, by the question they began with."""


@blueprint.get("/access/find")
@permission_required(Permission.AUDIT)
def finding() -> ResponseReturnValue:
    """The form that finds a family."""
    stated = database().read(looks.purpose_of_session)
    return render_template("audit/find.html", form=FindForm(formdata=None), stated=stated, found=None, **_to())


@blueprint.post("/access/find")
@permission_required(Permission.AUDIT)
def find() -> ResponseReturnValue:
    """The people an auditor may mean."""
    form = FindForm()
    stated = database().read(looks.purpose_of_session)
    if not form.validate():
        return render_template("audit/find.html", form=form, stated=stated, found=None, **_to()), 422
    found = database().write(lambda tx: looks.search(tx, form))
    return render_template("audit/find.html", form=form, stated=stated, found=found, **_to())


@blueprint.get("/access/people/<person>")
@permission_required(Permission.AUDIT)
def family(person: str) -> ResponseReturnValue:
    """A person's family and every involvement in it."""
    found = database().write(lambda tx: looks.look_at_family(tx, person))
    return render_template("audit/family.html", family=found or abort(404), today=moment().today)


@blueprint.get("/access/people/<person>/graph")
@permission_required(Permission.AUDIT)
def graph(person: str) -> ResponseReturnValue:
    """Accounts, agencies and what they see of the family, drawn and as a table."""
    sight = database().write(lambda tx: family_looks.look_at_sight(tx, person))
    return render_template("audit/graph.html", page=GraphPage(sight or abort(404), asked_reason()))


@blueprint.get("/access/people/<person>/what-if")
@permission_required(Permission.AUDIT)
def what_if(person: str) -> ResponseReturnValue:
    """What somebody would see more or less of the family, if one thing were otherwise."""
    asked = bool(request.args.get("change"))
    look = database().write(lambda tx: family_looks.look_before_supposing(tx, person, asked))
    sight, choices = look or abort(404)
    supposed, errors = asked_supposition(request.args, sight, choices) if asked else (None, {})
    changes = family_looks.suppose(sight, supposed) if supposed else None
    page = WhatIfPage(sight, choices, supposed, changes, moment().today)
    return render_template("audit/what_if.html", page=page, errors=errors, typed=request.args), 422 if errors else 200


@blueprint.get("/access/people/<person>/difference")
@permission_required(Permission.AUDIT)
def difference(person: str) -> ResponseReturnValue:
    """What one account sees of the family and another, or the same on another day, does not."""
    one, other = request.args.get("one") or None, request.args.get("other") or None
    then, errors = asked_day(request.args, moment())
    look = database().write(lambda tx: family_looks.look_at_difference(tx, person, one, other, then))
    page = difference_page(look or abort(404), one, other, then, moment().today)
    answer = render_template("audit/difference.html", page=page, errors=errors, typed=request.args)
    return answer, 422 if errors else 200


@blueprint.get("/access/people/<person>/sensitive")
@permission_required(Permission.AUDIT)
def sensitive(person: str) -> ResponseReturnValue:
    """The form for the second purpose, without which sensitive services stay masked."""
    database().read(looks.purpose_of_session)
    wanted = request.args.get("next") or url_for("audit.family", person=person)
    form = PurposeForm(formdata=None, next=safe_next(wanted))
    return render_template("audit/sensitive.html", form=form, action=request.path)


@blueprint.post("/access/people/<person>/sensitive")
@permission_required(Permission.AUDIT)
def state_sensitive_purpose(person: str) -> ResponseReturnValue:
    """Keep the second purpose for this person's family and go on."""
    database().read(looks.purpose_of_session)
    form = PurposeForm()
    if not form.validate():
        return render_template("audit/sensitive.html", form=form, action=request.path), 422
    if not database().write(lambda tx: looks.keep_sensitive_purpose(tx, person, form)):
        abort(404)
    return redirect(form.destination(), 303)


def _to() -> dict[str, str]:
    """The question that the auditor began with, as the form keeps it, and the page that answers it."""
    to = request.values.get("to", "")
    return {"to": to if to in AFTER_FINDING else "", "page_after": AFTER_FINDING.get(to, "audit.family")}
