"""Mail: sending what waits in the outbox, and the page that shows it in a demonstration or development."""

from __future__ import annotations

from flask import Flask

from app.mail.views import blueprint
from config.settings import Settings


def register(app: Flask, settings: Settings) -> None:
    """Serve the page with the mails where the settings show them; elsewhere there is no such page."""
    if settings.mail_is_shown:
        app.register_blueprint(blueprint)
