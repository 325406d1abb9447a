"""The pages on which two records of one person are merged, and parted again."""

from __future__ import annotations

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.audit.looks import NeedsPurpose
from app.audit.views import ask_for_purpose
from app.current import database, viewer
from app.families import merging
from app.families.views import blueprint
from app.permissions import Permission, permission_required

blueprint.register_error_handler(NeedsPurpose, ask_for_purpose)


@blueprint.get("/people/<person>/merge")
@permission_required(Permission.SIGNED_IN)
def merges(person: str) -> ResponseReturnValue:
    """With which record this one may be merged, and what was merged into it."""
    page = database().write(lambda tx: merging.look_at_merges(tx, person)) or abort(404)
    return render_template("families/merges.html", page=page, form=merging.OtherForm(formdata=None).offer(page))


@blueprint.post("/people/<person>/merge")
@permission_required(Permission.SIGNED_IN)
def choose_other(person: str) -> ResponseReturnValue:
    """Go on to the two records side by side."""
    page = database().write(lambda tx: merging.look_at_merges(tx, person)) or abort(404)
    form = merging.OtherForm().offer(page)
    if not form.validate():
        return render_template("families/merges.html", page=page, form=form), 422
    return redirect(url_for("families.compare", person=person, other=form.other.data), 303)


@blueprint.get("/people/<person>/merge/<other>")
@permission_required(Permission.SIGNED_IN)
def compare(person: str, other: str) -> ResponseReturnValue:
    """Two records side by side."""
    page = database().write(lambda tx: merging.compare(tx, person, other)) or abort(404)
    return render_template("families/compared.html", page=page, form=merging.MergeForm(formdata=None).offer(page))


@blueprint.post("/people/<person>/merge/<other>")
@permission_required(Permission.SIGNED_IN)
def merge(person: str, other: str) -> ResponseReturnValue:
    """Merge them, unless one descends from the other."""
    form = merging.MergeForm()
    if database().read(lambda tx: merging.was_merged(tx, person, other, form)):
        return _after(str(form.keep.data))
    page = database().write(lambda tx: merging.compare(tx, person, other)) or abort(404)
    if form.offer(page).validate():
        ended = database().write(lambda tx: merging.merge(tx, person, other, form)) or abort(404)
        if ended == "merged":
            return _after(str(form.keep.data))
        form.keep.errors = ["One of them descends from the other, so they are two people"]
    return render_template("families/compared.html", page=page, form=form), 422


@blueprint.post("/people/<person>/merged/<other>/part")
@permission_required(Permission.SIGNED_IN)
def part(person: str, other: str) -> ResponseReturnValue:
    """Undo a merge."""
    parted = database().write(lambda tx: merging.part(tx, other)) or abort(404)
    if parted == "parted":
        return _after(person)
    page = database().write(lambda tx: merging.look_at_merges(tx, person)) or abort(404)
    form = merging.OtherForm(formdata=None).offer(page)
    form.other.errors = ["Another record was merged into this one later. Part that one first"]
    return render_template("families/merges.html", page=page, form=form), 422


def _after(person: str) -> ResponseReturnValue:
    """The person's page, as the account has one."""
    where = "audit.family" if viewer().role == "auditor" else "team.team"
    return redirect(url_for(where, person=person), 303)
