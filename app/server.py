"""The web application under gunicorn: each worker has its own connection to the database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gunicorn.app.base import BaseApplication

from app.application import create_app
from app.current import DATABASE
from config.gunicorn import gunicorn_settings
from config.logging import configure_logging
from config.settings import Settings
from graph.embedded.supervisor import ServerAddress
from graph.plans import warm_in_background
from graph.prompt_database import PromptDatabase

WARMED = ("sign_in/", "home/", "search/", "team/", "audit/", "coordinator/", "audit_views/")
"""The folders of cypher/ that pages use."""


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
        self.cfg.set("post_worker_init", _warm_plans)

    def load(self) -> Any:
        """The application of one worker."""
        configure_logging()
        address = self._address
        return create_app(PromptDatabase.at(address.uri, address.username, address.password), self._settings)


def _warm_plans(worker: Any) -> None:
    """Have the database plan the pages' queries, by the first worker for all of them."""
    if worker.age == 1:
        warm_in_background(worker.app.callable.extensions[DATABASE], *WARMED)
