"""What a supervisor asks: does the process live, and can it serve?"""

from __future__ import annotations

from flask import Blueprint, Flask
from flask.typing import ResponseReturnValue

from app.current import database, moment
from app.permissions import Permission, permission_required
from graph.driver import GraphFault
from graph.sessions import find_signed_in, new_token

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
@permission_required(Permission.PUBLIC)
def alive() -> ResponseReturnValue:
    """The process lives; asks nothing of the graph."""
    return {"status": "alive"}


@blueprint.get("/readyz")
@permission_required(Permission.PUBLIC)
def ready() -> ResponseReturnValue:
    """The process can serve: the graph answers the first statement of every page."""
    try:
        database().write(lambda tx: find_signed_in(tx, token=new_token(), moment=moment()))
    except GraphFault:
        return {"status": "the graph does not answer"}, 503
    return {"status": "ready"}


def register(app: Flask) -> None:
    """Serve /healthz and /readyz."""
    app.register_blueprint(blueprint)
