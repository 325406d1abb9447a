"""The page of notices, for everybody who is signed in."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.notice_board.reading import PER_PAGE, mark, notices
from app.notice_board.words import line
from app.paging import page_number, pages_of
from app.permissions import Permission, permission_required

blueprint = Blueprint("notice_board", __name__, template_folder="templates")


@blueprint.get("/notices")
@permission_required(Permission.SIGNED_IN)
def board() -> ResponseReturnValue:
    """What I have been told in the last year, newest first."""
    page = page_number(request.args.get("page", 1, type=int))
    found = notices(unseen=False, skip=(page - 1) * PER_PAGE, limit=PER_PAGE)
    if page > 1 and not found:
        abort(404)
    pages = pages_of(found[0].total if found else 0, PER_PAGE)
    return render_template("notice_board/board.html", lines=[line(one) for one in found], page=page, pages=pages)


@blueprint.post("/notices/seen")
@permission_required(Permission.SIGNED_IN)
def seen() -> ResponseReturnValue:
    """Mark what I have read."""
    mark(request.form.getlist("notice")[:PER_PAGE])
    return redirect(url_for("home.home") if request.form.get("from") == "home" else url_for("notice_board.board"), 303)
