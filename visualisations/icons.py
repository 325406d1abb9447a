"""Icons of the pictures and the table: drawn on a grid of 24, one fill, recognisable at 16 px without colour.

Each icon is path data only, so that the same shape serves as <symbol> in SVG and as Path2D on a canvas.
"""

# ruff: noqa: E501 - path data reads better unbroken
from __future__ import annotations

from html import escape

ICONS: dict[str, str] = {
    "adult": "M12 3a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9zM3.5 21c.4-4.9 3.7-7.5 8.5-7.5s8.1 2.6 8.5 7.5z",
    "child": "M12 4.5a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 0 1 0-9.6zM6 21c.3-3.6 2.6-5.4 6-5.4s5.7 1.8 6 5.4z",
    "unborn": "M12 3L22 20.5H2zM12 8L6.2 18H17.8z",
    "badge": "M10.5 1h3v4h-3zM6 4h3v2.5h6V4h3a1.5 1.5 0 0 1 1.5 1.5v16A1.5 1.5 0 0 1 18 23H6a1.5 1.5 0 0 1-1.5-1.5v-16A1.5 1.5 0 0 1 6 4z"
    "M12 8.6a2.9 2.9 0 1 0 0 5.8a2.9 2.9 0 0 0 0-5.8zM7.3 20h9.4c-.2-2.9-2-4.3-4.7-4.3s-4.5 1.4-4.7 4.3z",
    "umbrella": "M11 1.5h2v1.6a9.6 9.6 0 0 1 8.9 9.4c-1.7-1.5-3.5-1.3-4.9.2c-1.2-1.3-2.6-1.6-4-.9v7.3a1.1 1.1 0 0 0 2.2 0v-.6h2v.6"
    "a3.1 3.1 0 0 1-6.2 0v-7.3c-1.4-.7-2.8-.4-4 .9c-1.4-1.5-3.2-1.7-4.9-.2A9.6 9.6 0 0 1 11 3.1z",
    "cross": "M9 3h6v6h6v6h-6v6H9v-6H3V9h6z",
    "scales": "M11 2.5h2V5h7v2h-1l3.5 7.5a3.6 3.6 0 0 1-7 0L18.5 7H13v11.5h4.5V21h-11v-2.5H11V7H5.5l3 7.5a3.6 3.6 0 0 1-7 0L5 7H4V5h7z",
    "shield": "M12 1.8L21 5v6.8c0 5-3.5 8.6-9 10.5c-5.5-1.9-9-5.5-9-10.5V5zM12 6.2l-1.6 3.5l-3.8.4l2.9 2.6l-.8 3.8l3.3-1.9"
    "l3.3 1.9l-.8-3.8l2.9-2.6l-3.8-.4z",
    "heart": "M12 21.3C4.7 15.8 2 12.4 2 8.8A5.2 5.2 0 0 1 12 6.4a5.2 5.2 0 0 1 10 2.4c0 3.6-2.7 7-10 12.5z",
    "house": "M12 2.5L23 12h-3v9h-6v-6h-4v6H4v-9H1z",
    "lifebelt": "M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20zM12 8.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 0 1 0-7.6zM5.2 6.6l1.4-1.4l3 3l-1.4 1.4z"
    "M17.4 5.2l1.4 1.4l-3 3l-1.4-1.4zM8.2 14.4l1.4 1.4l-3 3l-1.4-1.4zM15.8 14.4l3 3l-1.4 1.4l-3-3z",
    "mortarboard": "M12 4L1 9.2l11 5.2l9-4.3V16h2V9.2zM5 12.8v4.4c1.7 1.9 4 2.8 7 2.8s5.3-.9 7-2.8v-4.4l-7 3.4z",
    "flame": "M13 1.5c.6 4.5 6.5 7 6.5 13a7.5 7.5 0 0 1-15 .2c0-3.2 1.7-5 2.8-7.2c.8 1 1.3 2 1.5 3.3c2.6-2.2 4.2-5.3 4.2-9.3z",
    "briefcase": "M9 3h6a2 2 0 0 1 2 2v2h4.5v6h-19V7H7V5a2 2 0 0 1 2-2zM9.2 5.2V7h5.6V5.2zM2.5 14.5h7v2h5v-2h7V20h-19z",
    "building": "M4 2.5h16V22h-6.5v-4.5h-3V22H4zM7 6v2.5h3V6zM14 6v2.5h3V6zM7 11v2.5h3V11zM14 11v2.5h3V11z",
    "question": "M12 3.2c3.3 0 5.5 2 5.5 4.8c0 2.3-1.2 3.5-2.7 4.5c-1.1.7-1.4 1.2-1.4 2.7h-3c0-2.7.8-3.7 2.5-4.9c1-.7 1.5-1.2 1.5-2.2"
    "c0-1.2-.9-2-2.4-2c-1.6 0-2.6.9-2.7 2.5H6.3c.1-3.2 2.4-5.4 5.7-5.4zM11.9 17.2a1.9 1.9 0 1 1 0 3.8a1.9 1.9 0 0 1 0-3.8z",
    "clock": "M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20zM10.8 6.5h2.4v5.2l3.4 3.1l-1.6 1.7l-4.2-3.8z",
    "phone": "M6.5 2.5L3.3 4.2c-.5 8.8 7.7 17 16.5 16.5l1.7-3.2l-4.9-3.6l-2.3 2c-2.5-1.2-4.5-3.2-5.7-5.7l2-2.3z",
    "mail": "M2 5h20v.8l-10 7.6L2 5.8zM2 8.3l10 7.6l10-7.6V19H2z",
    "text": "M3 4h18v12.5H10.5L6 20.5v-4H3z",
    "tick": "M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20zM10.5 16.6l-4.2-4.2L8 10.7l2.5 2.5l5.5-5.5l1.7 1.7z",
    "plus": "M10.7 4h2.6v6.7H20v2.6h-6.7V20h-2.6v-6.7H4v-2.6h6.7z",
    "minus": "M4 10.7h16v2.6H4z",
    "fit": "M3 3h6.5v2.5h-4v4H3zM14.5 3H21v6.5h-2.5v-4h-4zM3 14.5h2.5v4h4V21H3zM18.5 14.5H21V21h-6.5v-2.5h4z",
    "full": "M14 3h7v7h-2.5V7.3l-4 4l-1.8-1.8l4-4H14zM3 14h2.5v2.7l4-4l1.8 1.8l-4 4H10V21H3z",
}
"""Path data by name, filled by the even-odd rule."""

_ICON_OF_KIND: dict[str, str] = {
    "childrens_social_care": "umbrella",
    "adult_social_care": "umbrella",
    "early_help": "lifebelt",
    "youth_service": "lifebelt",
    "employment": "briefcase",
    "education": "mortarboard",
    "early_years": "mortarboard",
    "health_visiting": "cross",
    "school_nursing": "cross",
    "general_practice": "cross",
    "hospital": "cross",
    "maternity": "cross",
    "camhs": "cross",
    "adult_mental_health": "cross",
    "substance_misuse": "cross",
    "sexual_health": "cross",
    "police": "shield",
    "fire_and_rescue": "flame",
    "youth_justice": "scales",
    "probation": "scales",
    "housing": "house",
    "voluntary": "heart",
    "domestic_abuse": "heart",
    "other": "building",
}


def icon_of_kind(kind: str) -> str:
    """The icon's name for a kind of agency (world.schema.json); "building" for one not known."""
    return _ICON_OF_KIND.get(kind, "building")


def symbols() -> str:
    """Every icon as <symbol id="i-NAME">, without a surrounding element."""
    return "".join(
        f'<symbol id="i-{escape(name)}" viewBox="0 0 24 24"><path fill-rule="evenodd" d="{path}"/></symbol>'
        for name, path in ICONS.items()
    )


def icon_sheet() -> str:
    """A hidden <svg> with every symbol: a page holds it once, before the first <use>."""
    return f'<svg width="0" height="0" aria-hidden="true" focusable="false" class="icon-sheet">{symbols()}</svg>'
