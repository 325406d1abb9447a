"""The contents of the help, and a page for each task; they tell nothing of anybody and ask the graph for nothing."""

from __future__ import annotations

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from app.help_pages.tasks import AUDIENCES, TASKS, task_called
from app.permissions import Permission, permission_required

blueprint = Blueprint("help", __name__, template_folder="templates")


@blueprint.get("/help")
@permission_required(Permission.PUBLIC)
def contents() -> ResponseReturnValue:
    """Every task, by who does it."""
    return render_template("help/contents.html", audiences=AUDIENCES, tasks=TASKS)


@blueprint.get("/help/<task>")
@permission_required(Permission.PUBLIC)
def task(task: str) -> ResponseReturnValue:
    """How to do one task; 404 for none of ours."""
    found = task_called(task)
    if found is None:
        abort(404)
    return render_template(f"help/tasks/{found.name}.html", task=found)
