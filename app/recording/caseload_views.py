"""A caseload from a spreadsheet: pasted, looked over row by row, and added by one submit."""

from __future__ import annotations

from collections.abc import Sequence

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from app.current import database
from app.permissions import Permission, permission_required
from app.recording import acts, caseload
from app.recording.acts import Page
from app.recording.caseload import RowLook, RowRefused
from app.recording.caseload_forms import CaseloadForm, PasteForm
from app.recording.pasted_text import UnusablePaste
from app.recording.views import blueprint
from app.search.forms import REASONS


@blueprint.get("/clients/paste")
@permission_required(Permission.SEE_TEAMS)
def paste() -> ResponseReturnValue:
    """The form for a paste, empty."""
    page = database().read(lambda tx: acts.page_for(tx, None)) or abort(404)
    return render_template("recording/paste.html", form=PasteForm(formdata=None).offer(page.types))


@blueprint.post("/clients/paste")
@permission_required(Permission.SEE_TEAMS)
def look_over() -> ResponseReturnValue:
    """What will happen to each of the pasted rows."""
    page = database().read(lambda tx: acts.page_for(tx, None)) or abort(404)
    form = PasteForm().offer(page.types)
    try:
        pasted = caseload.pasted_rows(form)
    except UnusablePaste as unusable:
        form.validate()
        form.rows.errors = [str(unusable)]
        return render_template("recording/paste.html", form=form), 422
    if not form.validate():
        return render_template("recording/paste.html", form=form), 422
    rows = CaseloadForm.of(pasted.rows, page.types, type_=form.type.data or "", since=form.since.data or "")
    looks = caseload.look_over(rows)
    return _rows_page(page, rows, looks, unused=pasted.unused), 200


@blueprint.post("/clients/caseload")
@permission_required(Permission.SEE_TEAMS)
def add_caseload() -> ResponseReturnValue:
    """Add all rows that are not left out, unless one has to be put right or looked at first."""
    page = database().read(lambda tx: acts.page_for(tx, None)) or abort(404)
    form = CaseloadForm().offer(page.types)
    looks = caseload.look_over(form)
    if not looks or not all(one.settled for one in looks):
        return _rows_page(page, form, looks, again=True), 429 if any(one.wait_seconds for one in looks) else 422
    try:
        added = database().write(lambda tx: caseload.record_caseload(tx, form, looks, page.types))
    except RowRefused as refused:
        caseload.refuse(form, refused)
        return _rows_page(page, form, looks, again=True), 422
    return render_template("recording/caseload_added.html", added=added, looks=looks)


def _rows_page(
    page: Page, form: CaseloadForm, looks: Sequence[RowLook], *, unused: Sequence[str] = (), again: bool = False
) -> str:
    for look in looks:
        if look.state == "twice" and not again:
            look.form.leave_out.data = True
    return render_template(
        "recording/rows.html", page=page, form=form, looks=looks, unused=unused, again=again, reasons=REASONS
    )
