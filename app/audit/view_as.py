"""The team's very page as an account would get it, without anything that could be done there."""

from __future__ import annotations

import re

from flask import render_template, url_for
from markupsafe import Markup

from app.audit.account_looks import ViewedAs
from app.audit.blueprint import blueprint
from app.current import moment
from app.team.circle import Onlooker
from app.team.picture import ICONS
from app.team.team_page import team_page
from graph.looks import Look

_CONTROLS = re.compile(r"<form\b.*?</form>|<button\b.*?</button>|<(?:input|select|textarea)\b[^>]*>", re.DOTALL)
_TEAM_LINK = re.compile(r'href="/people/([^"/]+)/team"')


def team_as(viewed: ViewedAs, look: Look) -> str:
    """The page; links to other teams lead to the same account's view of them."""
    account = viewed.account
    onlooker = Onlooker(account.practitioner, account.agency, account.agency_name)
    page = team_page(look, onlooker, moment())
    return render_template("audit/view_as.html", page=page, account=account, icons=ICONS, viewed=viewed)


@blueprint.app_template_filter()
def read_only(page: Markup, account: str) -> Markup:
    """A page's markup without forms and buttons, its links to teams turned to what an account sees of them."""
    without = _CONTROLS.sub("", str(page))

    def turned(link: re.Match[str]) -> str:
        return f'href="{url_for("audit.view_as", account=account, person=link[1])}"'

    return Markup(_TEAM_LINK.sub(turned, without))  # noqa: S704 - it was markup before, and nothing was added to it
