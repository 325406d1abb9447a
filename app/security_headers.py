"""The headers of every answer: what a page may load, who may frame it, and that nothing of it is kept."""

from __future__ import annotations

from flask import Flask, Response, request

from app.assets import is_asset_request

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_UNUSED = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "microphone", "payment", "usb")
_ALWAYS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED),
}
_HSTS = "max-age=63072000; includeSubDomains"


def set_security_headers(response: Response) -> Response:
    """Give an answer its headers; anything but a static file says that it must not be stored."""
    response.headers.update(_ALWAYS)
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = _HSTS
    if not (is_asset_request() and response.status_code == 200):
        response.headers["Cache-Control"] = "no-store"
    return response


def register(app: Flask) -> None:
    """Set the headers on every answer, errors included."""
    app.after_request(set_security_headers)
