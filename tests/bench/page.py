"""S10: the player page, cold, on a room's network and a processor slowed down fourfold.

Beside it a page of the same server, with the same styles and fonts and no script: what is beyond
it is the price of the scripts and of the table that they draw.
"""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from msgspec import convert
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests.browser.opened import ARGUMENTS, PHONE
from tests.browser.scripts import scripts as scripts_of
from tests.conftest import CHROMIUMS
from tests.rulesets import ROOT
from tests.server.serving import Server, Sitting, serving, sitting

SLOWER: Final = 4  # times: a cheap phone beside this machine
DELAY_MS: Final = 5
BITS_PER_S: Final = 30_000_000
TIMES: Final = 5
LATER_MS: Final = 4_000
"""So long after it can be used the page has fetched all that comes later, too."""
KB: Final = 1024
STATIC: Final = ROOT / "static"
USABLE: Final = "button:has-text('I am done talking')"
HEAD: Final = "h1"


@dataclass
class Load:
    """One cold load: bytes as sent over the network, and when the page could be used."""

    total: int
    """With the head of every answer; the scripts are counted without."""
    scripts: int
    waited: int
    """Bytes of the scripts without which nothing is drawn."""
    ms: float


def loaded(page: Page, session: CDPSession, address: str, ready: str) -> Load:
    """Load a page without anything kept from before."""
    kinds: dict[str, str] = {}
    named: dict[str, str] = {}
    sizes: dict[str, int] = {}
    bodies: Counter[str] = Counter()

    def answered(event: dict[str, object]) -> None:
        kinds[str(event["requestId"])] = str(event["type"])
        answer = convert(event["response"], type=dict[str, object])
        named[str(event["requestId"])] = str(answer["url"]).partition("/static/")[2]

    def finished(event: dict[str, object]) -> None:
        sizes[str(event["requestId"])] = round(convert(event["encodedDataLength"], type=float))

    def received(event: dict[str, object]) -> None:
        bodies[str(event["requestId"])] += round(convert(event["encodedDataLength"], type=float))

    session.on("Network.responseReceived", answered)
    session.on("Network.dataReceived", received)
    session.on("Network.loadingFinished", finished)
    page.goto(address, wait_until="commit")
    page.locator(ready).first.wait_for(timeout=60_000)
    ms = float(page.evaluate("performance.now()"))
    page.wait_for_timeout(LATER_MS)
    scripts = sum(size for of, size in bodies.items() if kinds.get(of) == "Script")
    first = {str(one.relative_to(STATIC)) for one in scripts_of(STATIC / "js" / "play.js")}
    waited = sum(size for of, size in bodies.items() if named.get(of) in first)
    return Load(sum(sizes.values()), scripts, waited, ms)


@contextmanager
def cold(browser: Browser) -> Iterator[tuple[Page, CDPSession]]:
    """A browser that has never been here, on a room's network and a slow processor."""
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    bytes_per_s = BITS_PER_S / 8
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": DELAY_MS,
            "downloadThroughput": bytes_per_s,
            "uploadThroughput": bytes_per_s,
        },
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield page, session
    context.close()


def seated(server: Server, table: Sitting) -> tuple[str, dict[str, str]]:
    """The address of a seat's page, and the cookie that opens it."""
    address = f"http://127.0.0.1:{server.port}"
    person, secret = table.people["council"], table.passes["council"]
    cookie = {"name": f"ju_person_{person}", "value": secret, "url": address}
    return f"{address}/play/{person}", cookie


def measured(browser: Browser, server: Server, table: Sitting) -> tuple[list[Load], list[Load]]:
    """The page and the plain one in turn, so that what else the machine does meets both."""
    address, cookie = seated(server, table)
    plain = f"http://127.0.0.1:{server.port}/nothing-here"
    pages, plains = [], []
    for _ in range(TIMES):
        with cold(browser) as (page, session):
            plains.append(loaded(page, session, plain, HEAD))
        with cold(browser) as (page, session):
            page.context.add_cookies([cookie])  # type: ignore[list-item]  # a cookie's own type
            pages.append(loaded(page, session, address, USABLE))
    return pages, plains


def s10() -> list[str]:
    """The lines of S10; without Chromium one that says so."""
    chromium = next((path for name in CHROMIUMS if (path := shutil.which(name))), None)
    if chromium is None:
        return ["S10  not measured: no Chromium here (apt install chromium-headless-shell)"]
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder)) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=[*ARGUMENTS])
        pages, plains = measured(browser, server, sitting(server).begin_talk())
        browser.close()
    ms, bare = median(one.ms for one in pages), median(one.ms for one in plains)
    first = pages[0]
    later = f"{first.scripts / KB:.0f} KB with what comes later"
    beside = f"a plain page: {bare:.0f} ms   ratio {ms / bare:.1f}"
    return [
        f"S10  all that is sent      {first.total / KB:6.0f} KB   (target 250)",
        f"S10  scripts waited for    {first.waited / KB:6.1f} KB   (target 60; {later})",
        f"S10  usable                {ms:6.0f} ms   (target 1500)   {beside}",
    ]
