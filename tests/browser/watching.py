"""What a browser complains about: violations of the content security policy, errors, accessibility faults."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Page, Request

_AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`));
"""


@dataclass(slots=True)
class Watch:
    """A page and everything its browser complained about so far."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    opened: set[str] = field(default_factory=set)

    def note_request(self, request: Request) -> None:
        """Remember the addresses of pages, apart from what they load."""
        if request.is_navigation_request():
            self.opened.add(request.url)

    def note_console(self, message: ConsoleMessage) -> None:
        """Keep errors and warnings that a page wrote to the console, the browser's own among them."""
        # That a page answers with 404 or 422 is its meaning, not a fault of it.
        if message.text.startswith("Failed to load resource: the server responded") and (
            message.location["url"] in self.opened
        ):
            return
        if message.type in ("error", "warning"):
            self.complaints.append(f"{self.page.url}: {message.type}: {message.text}")


def watched(page: Page) -> Watch:
    """Begin to note policy violations, console errors and uncaught exceptions of a page."""
    watch = Watch(page)
    page.add_init_script(_TELL_VIOLATIONS)
    page.on("console", lambda message: watch.note_console(message))
    page.on("request", lambda request: watch.note_request(request))
    page.on("pageerror", lambda error: watch.complaints.append(f"{page.url}: {error}"))
    return watch


def axe(page: Page) -> list[str]:
    """Every accessibility fault that axe finds on the page as it is now, each with the elements at fault."""
    # Evaluated by the debugger, which no policy of the page forbids.
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate("rules => axe.run(document, {runOnly: rules})", _RULES)
    return [
        f"{violation['id']}: {violation['help']}: {', '.join(str(node['target']) for node in violation['nodes'][:5])}"
        for violation in found["violations"]
    ]


def scrolls_sideways(page: Page) -> bool:
    """Whether any of the page lies right of the window's edge; of a page that is being replaced nothing is told yet."""
    return page.evaluate(
        "(root => !root || root.scrollWidth > root.clientWidth)(document.documentElement)",
    )


def _settles_within(page: Page) -> bool:
    """Whether the page fits the window once it has been laid out anew after a change of the window's size."""
    for _ in range(40):
        if not scrolls_sideways(page):
            return True
        page.wait_for_timeout(50)
    return False


def small_targets(page: Page) -> list[str]:
    """What can be clicked or tapped in the page's main part and is lower than 24 pixels."""
    return page.eval_on_selector_all(
        "main a:not(svg a), main button, main summary, main input:not([type=hidden]), main select",
        """all => all.filter(one => one.offsetParent && one.getBoundingClientRect().height < 24)
          .map(one => one.outerHTML)""",
    )


def check_state(page: Page, *, javascript: bool = True) -> None:
    """The page as it is now has no accessibility fault and fits a desk's window and a phone's."""
    page.wait_for_load_state()
    for width in (1280, 320, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert _settles_within(page), f"{page.url} scrolls sideways at {width} pixels"
        if javascript and width != 320:  # axe needs scripts
            faults = axe(page)
            assert not faults, f"{page.url} at {width} pixels: {faults}"
    page.set_viewport_size({"width": 1280, "height": 900})
