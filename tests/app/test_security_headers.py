"""Headers, static files and the health of the process."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from app.assets import MissingAsset, load_assets
from app.security_headers import CONTENT_SECURITY_POLICY
from config.settings import Settings
from tests.app.page_client import PageClient


def assets_of(page: str) -> list[str]:
    return re.findall(r'(?:src|href)="(/assets/[^"]+)"', page)


def test_the_policy_allows_no_inline_code_and_no_other_origin() -> None:
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert "http" not in CONTENT_SECURITY_POLICY
    assert CONTENT_SECURITY_POLICY.startswith("default-src 'none'; ")


def test_static_files_are_kept_for_ever_and_anything_else_never(client_request: PageClient) -> None:
    page = client_request.get("/sign-in")
    addresses = assets_of(page.text)
    assert len(addresses) >= 4
    for address in addresses:
        answer = client_request.browser.get(address)
        assert answer.status_code == 200, address
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_static_files_travel_compressed_where_the_browser_takes_it(client_request: PageClient) -> None:
    address = next(address for address in assets_of(client_request.get("/sign-in").text) if address.endswith(".css"))
    plain = client_request.browser.get(address)
    small = client_request.browser.get(address, headers={"Accept-Encoding": "gzip"})
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.data) == plain.data
    assert plain.headers["Vary"] == small.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("address", ["/assets/0000000000000000/base.css", "/assets/x/..%2f..%2f__init__.py"])
def test_only_listed_files_under_their_own_hash_are_served(client_request: PageClient, address: str) -> None:
    client_request.get(address, status=404)


def test_the_typeface_of_gov_uk_is_not_used(settings: Settings) -> None:
    style_sheet = load_assets(settings.node_modules)["govuk-frontend.css"].content.decode()
    assert "GDS" not in style_sheet
    assert "@font-face" not in style_sheet
    assert "font-family:arial,sans-serif" in style_sheet


def test_a_package_that_is_not_installed_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(MissingAsset, match="make setup"):
        load_assets(tmp_path)


def test_the_process_says_that_it_lives_and_can_serve(client_request: PageClient) -> None:
    assert client_request.get("/healthz").json == {"status": "alive"}
    assert client_request.get("/readyz").json == {"status": "ready"}


def test_the_frame_loads_at_most_150_kilobytes(client_request: PageClient) -> None:
    addresses = assets_of(client_request.get("/sign-in").text)
    sizes = [len(client_request.browser.get(a, headers={"Accept-Encoding": "gzip"}).data) for a in addresses]
    assert sum(sizes) <= 150 * 1024
