"""Pages opened in the system's Chromium, as people see them, and what must hold on each of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, Literal

from msgspec import convert, json
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.browser import PATIENCE_MS
from tests.rulesets import ROOT

Scheme = Literal["light", "dark"]
Look = tuple[tuple[int, int], Scheme]

ARGUMENTS: Final = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip
PHONE: Final = (390, 844)
DESK: Final = (1280, 900)
NARROW: Final = (320, 640)
LOOKS: Final[list[Look]] = [(PHONE, "light"), (PHONE, "dark"), (DESK, "light"), (DESK, "dark")]
AXE: Final = ROOT / "node_modules" / "axe-core" / "axe.min.js"
JUDGE: Final = """axe.run(document, {resultTypes: ['violations']}).then((found) => JSON.stringify(
  found.violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`)))"""
NAMELESS: Final = "- heading ["
EXPECTED_REFUSALS: Final = "Failed to load resource"


@contextmanager
def launched(chromium: str, *more: str) -> Iterator[Browser]:
    """A browser without a window; `more`: arguments for this one alone."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*ARGUMENTS, *more])
        yield browser
        browser.close()


@dataclass
class Opened:
    """A page of its own, with no other's cookies, and what its console said."""

    page: Page
    said: list[str] = field(default_factory=list)

    def hear(self, message: ConsoleMessage) -> None:
        """Keep what is no more than an answer with an error status."""
        if message.type in {"error", "warning"} and EXPECTED_REFUSALS not in message.text:
            self.said.append(message.text)

    def violations(self) -> list[str]:
        """What axe has against the page, and headings that say nothing to who does not see them.

        The script of axe comes by the debugger, past the page's CSP.
        """
        session = self.page.context.new_cdp_session(self.page)
        session.send("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8")})
        answer = session.send(
            "Runtime.evaluate",
            {"expression": JUDGE, "awaitPromise": True, "returnByValue": True},
        )
        value = convert(answer, type=dict[str, dict[str, object]])["result"]["value"]
        return [*json.decode(str(value), type=list[str]), *self.nameless()]

    def nameless(self) -> list[str]:
        """Headings in which no reader of screens finds a name, though the browser might."""
        tree = self.page.locator("body").aria_snapshot()
        return [line.strip() for line in tree.splitlines() if NAMELESS in line]

    def is_too_wide(self) -> bool:
        """Whether the page scrolls sideways."""
        script = "document.documentElement.scrollWidth > window.innerWidth"
        return bool(self.page.evaluate(script))


@contextmanager
def opened(
    browser: Browser, size: tuple[int, int] = DESK, scheme: Scheme = "light"
) -> Iterator[Opened]:
    """A page in a browser without history; its console must have stayed silent."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
    )
    context.set_default_timeout(PATIENCE_MS)
    found = Opened(context.new_page())
    found.page.on("console", found.hear)
    found.page.on("pageerror", lambda error: found.said.append(str(error)))
    yield found
    context.close()
    assert not found.said
