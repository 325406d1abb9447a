"""Who may open which page: one enumeration, and a decorator that every route carries.

A permission says which roles may ask; what they are then shown is decided inside the queries (visibility.md).
An account without the permission gets the same answer as for a page that does not exist.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from flask import Flask, abort, current_app
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.current import viewer

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer", bound=ResponseReturnValue)

_DECLARED = "declared_permission"
_EVERYBODY = frozenset({"practitioner", "coordinator", "administrator", "auditor"})


class Permission(Enum):
    """What a route asks of whoever opens it; the value holds its own name and the roles that have it."""

    PUBLIC = ("public", frozenset[str]())
    SIGNED_IN = ("signed_in", _EVERYBODY)
    SEE_TEAMS = ("see_teams", frozenset({"practitioner", "coordinator"}))
    COORDINATE = ("coordinate", frozenset({"coordinator"}))
    AUDIT = ("audit", frozenset({"auditor"}))
    AUDIT_OWN_AGENCY = ("audit_own_agency", frozenset({"administrator"}))
    EXPLAIN_ACCESS = ("explain_access", frozenset({"auditor", "administrator"}))
    ADMINISTER = ("administer", frozenset({"administrator"}))

    @property
    def roles(self) -> frozenset[str]:
        """The roles that hold this permission; PUBLIC asks for none."""
        return self.value[1]


def permission_of(app: Flask, endpoint: str) -> Permission | None:
    """What an endpoint declares; None for one that declares nothing."""
    return getattr(app.view_functions[endpoint], _DECLARED, None)


class UndeclaredPermission(Exception):
    """A route says of nobody that they may open it; the application does not start with one."""


def permission_required(
    permission: Permission,
) -> Callable[[Callable[Arguments, ResponseReturnValue]], Callable[Arguments, ResponseReturnValue]]:
    """Let only accounts with this permission open the view; stands directly under the route's decorator."""

    def decorate(view: Callable[Arguments, ResponseReturnValue]) -> Callable[Arguments, ResponseReturnValue]:
        @wraps(view)
        def guarded(*args: Arguments.args, **kwargs: Arguments.kwargs) -> ResponseReturnValue:
            return _refusal(permission) or view(*args, **kwargs)

        setattr(guarded, _DECLARED, permission)
        return guarded

    return decorate


def _refusal(permission: Permission) -> ResponseReturnValue | None:
    """What somebody without the permission gets instead of the page; None for those who have it."""
    if permission is Permission.PUBLIC:
        return None
    if not current_user.is_authenticated:
        return cast(ResponseReturnValue, current_app.login_manager.unauthorized())  # type: ignore[attr-defined]
    if viewer().role not in permission.roles:
        abort(404)
    return None


def refuse_undeclared_routes(app: Flask) -> None:
    """Stop the start (UndeclaredPermission) where a route declares no permission, naming each such route."""
    undeclared = sorted(
        f"{rule.rule} ({rule.endpoint})"
        for rule in app.url_map.iter_rules()
        if permission_of(app, rule.endpoint) is None
    )
    if undeclared:
        raise UndeclaredPermission(
            "These routes declare no permission; put @permission_required(…) directly under the route: "
            + ", ".join(undeclared)
        )
