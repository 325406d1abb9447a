"""The pages for own involvements, links and answers: ids alone in the addresses, all decided again when sent."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.audit.looks import NeedsPurpose
from app.audit.views import ask_for_purpose
from app.current import database
from app.permissions import Permission, permission_required
from app.proposals import acts
from app.proposals.forms import AnswerForm, ColleagueForm, InvolvementForm, LinkForm, choices
from app.proposals.links_page import IS, QUALIFIED, REFUSED, look_at_links
from app.proposals.wording import question_of

blueprint = Blueprint("proposals", __name__, template_folder="templates")
blueprint.register_error_handler(NeedsPurpose, ask_for_purpose)
blueprint.context_processor(lambda: {"kinds": IS, "qualifiers": QUALIFIED, "choices": choices})


@blueprint.get("/people/<person>/involvements/new")
@permission_required(Permission.SEE_TEAMS)
def add_myself(person: str) -> ResponseReturnValue:
    """The form for an own involvement."""
    found, types = database().write(lambda tx: acts.asked_to_add(tx, person)) or abort(404)
    form = InvolvementForm(formdata=None)
    form.offer(types)
    return render_template("proposals/add_myself.html", person=found, form=form)


@blueprint.post("/people/<person>/involvements/new")
@permission_required(Permission.SEE_TEAMS)
def added_myself(person: str) -> ResponseReturnValue:
    """Record it, for somebody else to confirm."""
    found, types = database().write(lambda tx: acts.asked_to_add(tx, person)) or abort(404)
    form = InvolvementForm()
    form.offer(types)
    if form.validate():
        added = database().write(lambda tx: acts.add_own(tx, person, form)) or abort(404)
        if added == "added":
            return redirect(url_for("team.team", person=person), 303)
        form.refuse(added)
    return render_template("proposals/add_myself.html", person=found, form=form), 422


@blueprint.get("/people/<person>/involvements/ask")
@permission_required(Permission.SEE_TEAMS)
def ask_colleague(person: str) -> ResponseReturnValue:
    """The form for somebody else's involvement."""
    found, types = database().write(lambda tx: acts.asked_to_ask(tx, person)) or abort(404)
    form = ColleagueForm(formdata=None)
    form.offer(types)
    form.offer_people(found.choices)
    return render_template("proposals/ask_colleague.html", person=found.person, form=form)


@blueprint.post("/people/<person>/involvements/ask")
@permission_required(Permission.SEE_TEAMS)
def asked_colleague(person: str) -> ResponseReturnValue:
    """Record it, for that practitioner to confirm."""
    found, types = database().write(lambda tx: acts.asked_to_ask(tx, person)) or abort(404)
    form = ColleagueForm()
    form.offer(types)
    form.offer_people(found.choices)
    if form.validate():
        asked = database().write(lambda tx: acts.ask_somebody(tx, person, form)) or abort(404)
        if asked == "asked":
            return redirect(url_for("team.team", person=person), 303)
        form.refuse(asked)
    return render_template("proposals/ask_colleague.html", person=found.person, form=form), 422


@blueprint.get("/people/<person>/links")
@permission_required(Permission.SEE_TEAMS)
def links(person: str) -> ResponseReturnValue:
    """The links and memberships around a person, and the forms for more."""
    return _links_page(person, LinkForm(formdata=None), None)


@blueprint.post("/people/<person>/links")
@permission_required(Permission.SEE_TEAMS)
def link(person: str) -> ResponseReturnValue:
    """Link two people or add a member, at once or as a proposal."""
    form = LinkForm()
    linked = None
    if form.validate():
        linked = database().write(lambda tx: acts.link(tx, person, form)) or abort(404)
        form.refuse(REFUSED.get(linked.outcome))
    return _links_page(person, form, linked), 422 if form.errors else 200


@blueprint.post("/people/<person>/links/<tie>/end", defaults={"family": False})
@blueprint.post("/people/<person>/families/<tie>/end", defaults={"family": True})
@permission_required(Permission.SEE_TEAMS)
def end(person: str, tie: str, family: bool) -> ResponseReturnValue:
    """End a link or a membership at once."""
    if not database().write(lambda tx: acts.end_tie(tx, person, tie, family=family)):
        abort(404)
    return redirect(url_for("proposals.links", person=request.form.get("back") or person), 303)


@blueprint.get("/proposals")
@permission_required(Permission.SIGNED_IN)
def board() -> ResponseReturnValue:
    """What waits for this account's answer, and what it proposed itself."""
    questions = [question_of(one) for one in database().write(acts.look_at_proposals)]
    return render_template("proposals/board.html", questions=questions)


@blueprint.get("/proposals/<proposal>")
@permission_required(Permission.SIGNED_IN)
def show(proposal: str) -> ResponseReturnValue:
    """A proposal that waits for this account's answer, or for somebody else's to its own."""
    found = database().write(lambda tx: acts.look_at_proposal(tx, proposal)) or abort(404)
    return render_template("proposals/proposal.html", question=question_of(found))


@blueprint.post("/proposals/<proposal>")
@permission_required(Permission.SIGNED_IN)
def answer(proposal: str) -> ResponseReturnValue:
    """Accept, decline or withdraw it."""
    form = AnswerForm()
    answered = form.validate() and database().write(lambda tx: acts.answer_proposal(tx, proposal, form))
    return render_template("proposals/answered.html", answer=answered or abort(404))


def _links_page(person: str, form: LinkForm, linked: acts.Linked | None) -> str:
    page = database().write(lambda tx: look_at_links(tx, person)) or abort(404)
    blank = LinkForm(formdata=None)
    shown = form if form.errors else blank
    return render_template("proposals/links.html", page=page, form=shown, blank=blank, linked=linked)
