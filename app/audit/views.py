"""The addresses of the audit pages: ids alone; names go by POST, a purpose stays with the session."""

from __future__ import annotations

from typing import cast

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.audit import looks
from app.audit.forms import FindForm, PurposeForm
from app.audit.looks import PER_PAGE, NeedsPurpose
from app.audit.pages import LEVELS, InvolvementPage, Question
from app.current import database, moment, viewer
from app.paging import page_number, pages_of
from app.permissions import Permission, permission_required
from app.sign_in.next_page import safe_next
from app.team.wording import age_sentence, long_day, middle_day
from graph.access import Level
from graph.audit_finding import practitioners_of_own_agency

blueprint = Blueprint("audit", __name__, template_folder="templates")
blueprint.context_processor(lambda: {"age_sentence": age_sentence, "long_day": long_day, "middle_day": middle_day})


@blueprint.errorhandler(NeedsPurpose)
def ask_for_purpose(_fault: NeedsPurpose) -> ResponseReturnValue:
    """Lead to the purpose, whether or not there is anything at the address that was asked for."""
    wanted = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("audit.purpose", next=wanted), 303)


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
    """Where to begin: an auditor finds a family, an administrator picks a practitioner of the own agency."""
    stated = database().read(looks.purpose_of_session)
    if viewer().role == "auditor":
        return render_template("audit/find.html", form=FindForm(formdata=None), stated=stated, found=None)
    practitioners = database().read(lambda tx: practitioners_of_own_agency(tx, account=viewer().account))
    return render_template("audit/practitioners.html", practitioners=practitioners, stated=stated)


@blueprint.post("/access/find")
@permission_required(Permission.AUDIT)
def find() -> ResponseReturnValue:
    """The people an auditor may mean."""
    form = FindForm()
    stated = database().read(looks.purpose_of_session)
    if not form.validate():
        return render_template("audit/find.html", form=form, stated=stated, found=None), 422
    found = database().write(lambda tx: looks.search(tx, form))
    return render_template("audit/find.html", form=form, stated=stated, found=found)


@blueprint.get("/access/people/<person>")
@permission_required(Permission.AUDIT)
def family(person: str) -> ResponseReturnValue:
    """A person's family and every involvement in it."""
    found = database().write(lambda tx: looks.look_at_family(tx, person))
    return render_template("audit/family.html", family=found or abort(404), today=moment().today)


@blueprint.get("/access/people/<person>/sensitive")
@permission_required(Permission.AUDIT)
def sensitive(person: str) -> ResponseReturnValue:
    """The form for the second purpose, without which sensitive services stay masked."""
    wanted = request.args.get("next") or url_for("audit.family", person=person)
    form = PurposeForm(formdata=None, next=safe_next(wanted))
    return render_template("audit/sensitive.html", form=form, person=person)


@blueprint.post("/access/people/<person>/sensitive")
@permission_required(Permission.AUDIT)
def state_sensitive_purpose(person: str) -> ResponseReturnValue:
    """Keep the second purpose for this person's family and go on."""
    form = PurposeForm()
    if not form.validate():
        return render_template("audit/sensitive.html", form=form, person=person), 422
    if not database().write(lambda tx: looks.keep_sensitive_purpose(tx, person, form)):
        abort(404)
    return redirect(form.destination(), 303)


@blueprint.get("/access/practitioners/<practitioner>")
@permission_required(Permission.AUDIT_OWN_AGENCY)
def held(practitioner: str) -> ResponseReturnValue:
    """What one practitioner holds for the administrator's agency."""
    page = _page()
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
    return render_template("audit/involvement.html", page=page, levels=LEVELS)


def _question() -> Question:
    level = request.args.get("level") or None
    if level not in (None, *LEVELS):
        abort(404)
    return Question(request.args.get("agency") or None, cast(Level | None, level), _page())


def _page() -> int:
    return page_number(request.args.get("page", 1, type=int))
