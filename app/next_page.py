"""Where signing in, or stating a purpose, may lead: only to pages of this application."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from flask import current_app
from werkzeug.exceptions import HTTPException

HOME = "/"
_LOCAL = re.compile(r"/(?!/)[^\\]*\Z")


def safe_next(wanted: str | None) -> str:
    """The address to go on to; anything that is not a page of ours becomes the home page."""
    if not wanted or not _LOCAL.match(wanted) or not wanted.isprintable():
        return HOME
    try:
        current_app.url_map.bind("").match(urlsplit(wanted).path, method="GET")
    except (HTTPException, ValueError):
        return HOME
    return wanted
