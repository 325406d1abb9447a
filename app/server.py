"""The web application under gunicorn: each worker has its own connection to the database."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from app.administration.due import keep_bringing_live
from app.application import create_app
from app.consent.reminding import keep_reminding
from app.current import DATABASE, SETTINGS
from app.heads_keeping import keep_heads
from app.involvements.due import keep_passing_leads
from app.mail.rounds import keep_writing
from app.mail.sender_thread import start_sender
from config.gunicorn import gunicorn_settings
from config.logging import configure_logging
from config.settings import Settings
from graph.audit_lanes import close_lanes
from graph.embedded.supervisor import ServerAddress
from graph.moment import Moment
from graph.plans import warm_in_background
from graph.prompt_database import PromptDatabase
from graph.what_if import prepare

WARMED = (
    "sign_in/",
    "second_factor/",
    "audit/",
    "home/",
    "team/",
    "search/",
    "grants/",
    "coordinator/",
    "administration/",
    "audit_views/",
    "what_if/",
    "audit_trail/",
    "subject_access/",
    "break_glass/",
    "notices/",
    "privacy_queue/",
    "proposals/",
    "family_links/",
    "shields/",
    "invitations/",
    "outbox/",
    "recording/",
    "families/",
    "family_moves/",
    "merging/",
    "history/",
    "involvements/",
    "leads/",
    "near_matches/",
    "feedback/",
    "contacts/",
    "email_changes/",
    "still_true/",
    "reminders/",
    "digests/",
    "consent/",
)
"""The folders of cypher/ that pages use."""
SECONDS_OF_PLANNING = 180
"""How long after a worker's start the plans may still be in the making."""


class WebServer(BaseApplication):  # type: ignore[misc]
    """Serves on loopback until it is interrupted."""

    def __init__(
        self, address: ServerAddress, settings: Settings, port: int, when_serving: Callable[[int], None]
    ) -> None:
        """`when_serving` is called with the port once requests are taken."""
        self._address = address
        self._settings = settings
        self._port = port
        self._when_serving = when_serving
        super().__init__()

    def load_config(self) -> None:
        """What gunicorn is to do."""
        for name, value in gunicorn_settings(self._port).items():
            self.cfg.set(name, value)
        self.cfg.set("when_ready", lambda arbiter: self._when_serving(arbiter.LISTENERS[0].sock.getsockname()[1]))
        self.cfg.set("post_worker_init", _warm_up)
        self.cfg.set("worker_exit", _leave)

    def load(self) -> Any:
        """The application of one worker."""
        configure_logging()
        address = self._address
        return create_app(PromptDatabase.at(address.uri, address.username, address.password), self._settings)


def _warm_up(worker: Any) -> None:
    """Prepare, while requests are served already, what the first of them would wait for."""
    app: Flask = worker.app.callable
    app.extensions[DATABASE].allow_for_planning(SECONDS_OF_PLANNING)
    start_sender(app.extensions[DATABASE], app.extensions[SETTINGS])
    keep_heads(app.extensions[DATABASE])
    keep_bringing_live(app.extensions[DATABASE])
    keep_writing(app.extensions[DATABASE], app.extensions[SETTINGS])
    keep_reminding(app.extensions[DATABASE], app.extensions[SETTINGS])
    keep_passing_leads(app.extensions[DATABASE])
    Thread(target=_compile_templates, args=(app,), name="templates", daemon=True).start()
    if worker.age == 1:
        # The plans are the database's: one worker asks for all of them.
        plans = warm_in_background(app.extensions[DATABASE], *WARMED)
        Thread(target=_plan_suppositions, args=(app, plans), name="suppositions", daemon=True).start()


def _leave(_server: Any, worker: Any) -> None:
    """Write where the audit trail's chains of this worker end."""
    app: Flask | None = getattr(worker.app, "callable", None)
    if app is not None:
        close_lanes(app.extensions[DATABASE])


def _plan_suppositions(app: Flask, plans: Thread) -> None:
    plans.join()
    prepare(app.extensions[DATABASE], Moment.current())


def _compile_templates(app: Flask) -> None:
    for name in app.jinja_env.list_templates(extensions=["html"]):
        app.jinja_env.get_template(name)
