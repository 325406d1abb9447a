"""The addresses of subject access: ids alone. Only privacy officers open them, and only with a stated purpose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.audit.looks import NeedsPurpose
from app.current import database
from app.paging import page_number
from app.permissions import Permission, permission_required
from app.subject_access import looked, work
from app.subject_access.forms import AgainForm, DecisionForm, ReleaseForm, StartForm
from app.subject_access.preparing import Preparing
from app.subject_access.wording import when
from app.wording import long_day

blueprint = Blueprint("subject_access", __name__, template_folder="templates")
blueprint.context_processor(lambda: {"long_day": long_day, "when": when})
NOTHING_TICKED = "Tick what you decide about"
NOT_THERE = "What you ticked is not there any more. Tick it again"
CHANGED = "Something has changed since this page was shown. Check the report again, then release it"


@blueprint.errorhandler(NeedsPurpose)
def ask_for_purpose(_fault: NeedsPurpose) -> ResponseReturnValue:
    """Lead to the purpose, whether or not there is anything at the address that was asked for."""
    wanted = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("audit.purpose", next=wanted), 303)


@blueprint.get("/access/people/<person>/subject-access")
@permission_required(Permission.AUDIT)
def reports(person: str) -> ResponseReturnValue:
    """The reports about a person, and the form that begins one."""
    return _reports(person, StartForm(formdata=None))


@blueprint.post("/access/people/<person>/subject-access")
@permission_required(Permission.AUDIT)
def start(person: str) -> ResponseReturnValue:
    """Begin a report and go to its draft."""
    form = StartForm()
    if not form.validate():
        return _reports(person, form), 422
    if not database().write(lambda tx: work.start(tx, person, form)):
        abort(404)
    return redirect(url_for("subject_access.report", report=form.token.data), 303)


@blueprint.get("/access/subject-access/<report>")
@permission_required(Permission.AUDIT)
def report(report: str) -> ResponseReturnValue:
    """A draft with what is told and what is withheld; a released report with what became of it."""
    return _prepare(_open(report), DecisionForm(formdata=None), [], {})


@blueprint.post("/access/subject-access/<report>/decide")
@permission_required(Permission.AUDIT)
def decide(report: str) -> ResponseReturnValue:
    """Keep one decision for the rows that were ticked."""
    form, ticked = DecisionForm(), request.form.getlist("item")
    valid = form.validate() and bool(ticked)
    if valid and database().write(lambda tx: work.keep_decision(tx, report, ticked, form.decided())):
        return redirect(url_for("subject_access.report", report=report, page=_page()), 303)
    fault = {"items": [NOT_THERE if valid else NOTHING_TICKED]} if valid or not ticked else {}
    return _prepare(_open(report), form, ticked, {**fault, **form.errors}), 422


@blueprint.get("/access/subject-access/<report>/copy")
@permission_required(Permission.AUDIT)
def copy(report: str) -> ResponseReturnValue:
    """The report as the person reads it, whole, for reading and for print; a draft says that it is one."""
    opened = _open(report)
    return render_template("subject_access/copy.html", opened=opened, paper=opened.paper)


@blueprint.post("/access/subject-access/<report>/release")
@permission_required(Permission.AUDIT)
def release(report: str) -> ResponseReturnValue:
    """Keep the words for good."""
    form = ReleaseForm()
    if form.validate() and database().write(lambda tx: work.release_report(tx, report, form.seen.data or "")):
        return redirect(url_for("subject_access.report", report=report), 303)
    return _prepare(_open(report), DecisionForm(formdata=None), [], {"release": [CHANGED]}), 422


@blueprint.post("/access/subject-access/<report>/again")
@permission_required(Permission.AUDIT)
def again(report: str) -> ResponseReturnValue:
    """Begin a corrected report; the released one stays as it is."""
    form = AgainForm()
    if not form.validate() or not database().write(lambda tx: work.start_again(tx, report, form.token.data or "")):
        abort(404)
    return redirect(url_for("subject_access.report", report=form.token.data), 303)


@blueprint.get("/access/people/<person>/looks")
@permission_required(Permission.AUDIT)
def looks(person: str) -> ResponseReturnValue:
    """Who looked at a person or the person's family, and when, day by day."""
    of_family, page = request.args.get("of") == "family", _page()
    found = database().write(lambda tx: looked.look_at_looks(tx, person, of_family, page))
    if found is None or (page > 1 and not found.days):
        abort(404)
    return render_template("subject_access/looks.html", found=found)


def _reports(person: str, form: StartForm) -> str:
    found = database().write(lambda tx: work.list_reports(tx, person))
    return render_template("subject_access/reports.html", found=found or abort(404), form=form)


def _open(report: str) -> work.Opened:
    return database().write(lambda tx: work.open_report(tx, report)) or abort(404)


def _prepare(opened: work.Opened, form: DecisionForm, ticked: list[str], errors: Mapping[str, Any]) -> str:
    if not opened.draft:
        return render_template("subject_access/released.html", opened=opened, again=AgainForm(formdata=None))
    shown = Preparing(opened, _page())
    if shown.page > shown.pages:
        abort(404)
    return render_template(
        "subject_access/prepare.html", opened=opened, shown=shown, form=form, ticked=ticked, errors=errors
    )


def _page() -> int:
    return page_number(request.args.get("page", 1, type=int))
