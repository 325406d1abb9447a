"""Style sheets, scripts and images: a fixed list, each under an address that holds the hash of its content.

Third-party files are read from node_modules, where set-up has installed them; nothing of them is in the repository.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path
from typing import cast

from flask import Blueprint, Flask, Response, abort, current_app, request

from app.permissions import Permission, permission_required

_APP = Path(__file__).parent
_COMPRESSIBLE = ("text/", "application/json", "image/svg+xml")
_FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
_ASSETS = "patchwork.assets"

blueprint = Blueprint("assets", __name__)


class MissingAsset(Exception):
    """A file that the pages need is not installed."""


@dataclass(frozen=True)
class Asset:
    """One file, held in memory."""

    name: str
    content: bytes

    @cached_property
    def digest(self) -> str:
        """The part of the address that changes with the content."""
        return sha256(self.content).hexdigest()[:16]

    @cached_property
    def kind(self) -> str:
        """The media type."""
        return (
            "text/javascript" if self.name.endswith(".js") else guess_type(self.name)[0] or "application/octet-stream"
        )

    @cached_property
    def compressed(self) -> bytes | None:
        """The content in gzip, None where that gains nothing."""
        return gzip.compress(self.content, mtime=0) if self.kind.startswith(_COMPRESSIBLE) else None


def load_assets(node_modules: Path) -> dict[str, Asset]:
    """Every asset by name: files of each package's static folder, then those of npm; MissingAsset says what to do."""
    own = [path for folder in (_APP / "static", *sorted(_APP.glob("*/static"))) for path in sorted(folder.glob("*.*"))]
    assets = {path.name: Asset(path.name, path.read_bytes()) for path in own}
    govuk = node_modules / "govuk-frontend/dist/govuk"
    vis = node_modules / "vis-network"
    installed = (
        ("govuk-frontend.css", govuk / "govuk-frontend.min.css"),
        ("govuk-frontend.js", govuk / "govuk-frontend.min.js"),
        ("vis-network.js", vis / "dist/vis-network.min.js"),
        ("vis-network.css", vis / "styles/vis-network.min.css"),
    )
    for name, path in installed:
        if not path.is_file():
            raise MissingAsset(f"{path.name} is not installed. Run 'make setup', or set PATCHWORK_NODE_MODULES.")
        assets[name] = Asset(name, _generic(path.read_bytes()) if name == "govuk-frontend.css" else path.read_bytes())
    return assets


def _generic(style_sheet: bytes) -> bytes:
    """GOV.UK Frontend without the typeface that only GOV.UK may use."""
    text = style_sheet.decode()
    return _FONT_FACE.sub("", text).replace("GDS Transport,", "").encode()


@blueprint.get("/assets/<digest>/<name>")
@permission_required(Permission.PUBLIC)
def asset(digest: str, name: str) -> Response:
    """One file, which a browser may keep for ever under this address."""
    found = _assets().get(name)
    if found is None or found.digest != digest:
        abort(404)
    small = found.compressed if "gzip" in request.accept_encodings else None
    response = Response(small or found.content, mimetype=found.kind)
    if small:
        response.content_encoding = "gzip"
    response.vary.add("Accept-Encoding")
    response.cache_control.public = True
    response.cache_control.max_age = 31_536_000
    response.cache_control.immutable = True
    return response


def asset_url(name: str) -> str:
    """The address of an asset by its file name, for templates; MissingAsset for a name that is not there."""
    found = _assets().get(name)
    if found is None:
        raise MissingAsset(f"There is no asset called {name}.")
    return f"/assets/{found.digest}/{name}"


def is_asset_request() -> bool:
    """Whether this request found the address of an asset."""
    return request.endpoint == "assets.asset"


def _assets() -> dict[str, Asset]:
    return cast(dict[str, Asset], current_app.extensions[_ASSETS])


def register(app: Flask, node_modules: Path) -> None:
    """Read the files, serve them, and give templates `asset_url`."""
    app.extensions[_ASSETS] = load_assets(node_modules)
    app.register_blueprint(blueprint)
    app.add_template_global(asset_url)
