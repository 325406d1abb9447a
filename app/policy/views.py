"""The page that tells practitioners who sees what, by which version of the rules, and what changed when."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.permissions import Permission, permission_required
from app.policy.versions import policy_versions
from app.wording import long_day
from graph.policy import policy_version

blueprint = Blueprint("policy", __name__, template_folder="templates")


@blueprint.get("/policy")
@permission_required(Permission.SIGNED_IN)
def policy() -> ResponseReturnValue:
    """The rules in plain words; nothing of it depends on who asks."""
    versions = policy_versions()
    return render_template("policy/policy.html", in_force=policy_version(), versions=versions, long_day=long_day)
