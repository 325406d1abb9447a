"""What was sent: a page for demonstrations and development, which does not exist in production."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.current import database, settings
from app.permissions import Permission, permission_required
from graph.outbox import newest_messages

SHOWN = 50

blueprint = Blueprint("mail", __name__, template_folder="templates")


@blueprint.get("/mail")
@permission_required(Permission.ADMINISTER)
def mail() -> ResponseReturnValue:
    """The newest mails with their text and what has become of them."""
    messages = database().read(lambda tx: newest_messages(tx, limit=SHOWN))
    return render_template("mail/mail.html", messages=messages, sends=settings().mail_server is not None)
