"""The web application, put together: configuration, templates, headers, sign-in, and the packages of pages."""

from __future__ import annotations

from flask import Blueprint, Flask
from flask_wtf.csrf import CSRFProtect
from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader
from werkzeug.middleware.proxy_fix import ProxyFix

from app import (
    administration,
    assets,
    audit,
    consent,
    contacts,
    coordinator,
    digests,
    emergency,
    errors,
    families,
    feedback,
    health,
    help_pages,
    home,
    invitations,
    involvements,
    mail,
    navigation,
    notice_board,
    notices,
    policy,
    privacy_queue,
    proposals,
    recording,
    search,
    security_headers,
    shields,
    sign_in,
    still_true,
    subject_access,
    team,
    trail,
)
from app.current import DATABASE, SETTINGS
from app.permissions import refuse_undeclared_routes
from app.sign_in.browser_session import BrowserSessions
from config.settings import Settings
from graph.driver import Database

_MEGABYTE = 1024 * 1024


def create_app(database: Database, settings: Settings) -> Flask:
    """The application over a graph; raises UndeclaredPermission or MissingAsset rather than start with a gap."""
    app = Flask(__name__, static_folder=None)
    app.extensions[DATABASE] = database
    app.extensions[SETTINGS] = settings
    _configure(app, settings)
    _register_templates(app)
    _register_forms(app)
    security_headers.register(app)
    errors.register(app)
    assets.register(app, settings.node_modules)
    navigation.register(app)
    health.register(app)
    help_pages.register(app)
    emergency.register(app)
    notice_board.register(app)
    sign_in.register(app)
    mail.register(app, settings)
    _register_pages(app)
    refuse_undeclared_routes(app)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    app.secret_key = settings.secret_key()
    app.session_interface = BrowserSessions()
    app.config.update(
        MAX_CONTENT_LENGTH=_MEGABYTE,
        MAX_FORM_MEMORY_SIZE=_MEGABYTE,
        MAX_FORM_PARTS=200,
        TEMPLATES_AUTO_RELOAD=False,
    )
    if settings.trusted_proxies:
        proxies = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies)  # type: ignore[method-assign]


def _register_templates(app: Flask) -> None:
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    components = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    app.jinja_loader = ChoiceLoader([PackageLoader("app"), components])  # type: ignore[assignment]
    app.jinja_env.globals["notices"] = notices


def _register_forms(app: Flask) -> None:
    # A form lives as long as the token it is bound to. The referrer is not checked because pages send none.
    app.config.update(WTF_CSRF_TIME_LIMIT=None, WTF_CSRF_SSL_STRICT=False)
    CSRFProtect(app)


def _register_pages(app: Flask) -> None:
    """The packages of pages, one an audience or task: each has a `blueprint`, and stands here in alphabetical order."""
    pages: tuple[Blueprint, ...] = (
        administration.blueprint,
        audit.blueprint,
        consent.blueprint,
        contacts.blueprint,
        coordinator.blueprint,
        digests.blueprint,
        emergency.blueprint,
        families.blueprint,
        feedback.blueprint,
        home.blueprint,
        invitations.blueprint,
        involvements.blueprint,
        notice_board.blueprint,
        policy.blueprint,
        privacy_queue.blueprint,
        proposals.blueprint,
        recording.blueprint,
        search.blueprint,
        still_true.blueprint,
        subject_access.blueprint,
        shields.blueprint,
        team.blueprint,
        trail.blueprint,
    )
    for blueprint in pages:
        app.register_blueprint(blueprint)
