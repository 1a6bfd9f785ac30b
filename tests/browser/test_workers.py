"""A short game at a server of two workers: by browser, whichever of them has the session."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.opened import PHONE, launched, opened
from tests.browser.people import press
from tests.browser.playing import Player
from tests.server.serving import Server, serving
from tests.server.test_workers import of_both_homes, workers

pytestmark = [pytest.mark.browser, pytest.mark.postgres, pytest.mark.slow]

ASTRAY = """
const Plain = WebSocket;
let strays = 1;
window.WebSocket = class extends Plain {
  constructor(address) { super(strays-- > 0 ? `${address}?home=WRONG` : address); }
};
"""
"""Sends the first socket of a page to the wrong worker, as an id from another server would."""


@pytest.fixture
def server(tmp_path: Path, postgres_url: str) -> Iterator[Server]:
    with serving(tmp_path, WORKERS="2", DATABASE_URL=postgres_url) as running:
        yield running


# Playwright keeps an event loop, under which the database cannot be made or dropped: it comes last.
@pytest.fixture
def browser(chromium: str, server: Server) -> Iterator[Browser]:
    with launched(chromium) as running:
        yield running


def test_a_browser_joins_plays_and_outlives_its_worker_at_either_home(
    browser: Browser, server: Server
) -> None:
    address = f"http://127.0.0.1:{server.port}"
    with opened(browser, PHONE) as seen:
        page = seen.page
        for number, table in enumerate(of_both_homes(server, seats=False)):
            for other in ("library", "archive"):
                assert table.join(other, f"Person of {other}").status == 200
            # by hand: the code, a name, the free seat
            page.goto(address)
            page.locator("input[name=code]").fill(table.code)
            press(page, "Find the game")
            page.get_by_label("Your name").fill("Maya")
            page.get_by_role("radio", name="Town council").check()
            press(page, "Go in")
            page.wait_for_url("**/play/*")
            expect(page.get_by_role("heading", name="Your seat is ready")).to_be_visible()
            player = Player(page, table, page.url.rpartition("/")[2])
            player.to_phase("talk")
            expect(page.get_by_role("heading", name="Talk with the others")).to_be_visible()
            player.tab("Deals")
            page.get_by_role("textbox", name="Message").fill("Before")
            press(page, "Send message")
            expect(page.locator(".message").get_by_text("Before")).to_be_visible()
            # the worker of this game dies; the page comes back by itself to the one that follows
            with page.expect_websocket():
                os.kill(workers(server)[number], signal.SIGKILL)
            page.get_by_role("textbox", name="Message").fill("Afterwards")
            expect(page.locator(".banner").get_by_text("Connection lost")).to_be_hidden()
            press(page, "Send message")
            expect(page.locator(".message").get_by_text("Afterwards")).to_be_visible()
            page.reload()
            player.tab("Deals")
            expect(page.locator(".message").get_by_text("Before")).to_be_visible()
        # this browser holds a seat in each worker now, and finds both
        page.goto(f"{address}/play")
        expect(page.get_by_role("link", name="Maya")).to_have_count(2)
        seen.said.clear()  # that lines were cut, which is the point here


def test_a_page_whose_socket_comes_to_the_wrong_worker_goes_where_it_is_told(
    browser: Browser, server: Server
) -> None:
    for number, table in enumerate(of_both_homes(server, seats=False)):
        with opened(browser, PHONE) as seen:
            page = seen.page
            page.add_init_script(ASTRAY.replace("WRONG", f"{1 - number:02x}"))
            name = f"ju_facilitator_{table.session}"
            address = f"http://127.0.0.1:{server.port}"
            cookie = {"name": name, "value": table.facilitator.secret or "", "url": address}
            page.context.add_cookies([cookie])  # type: ignore[list-item]  # a TypedDict by its keys
            page.goto(f"{address}/console/{table.session}")
            press(page, "Put bots on the 3 free seats")
            expect(page.get_by_text("Every seat is taken. You can start.")).to_be_visible()
            press(page, "Start the game")
            expect(page.get_by_text("Briefing").first).to_be_visible()
            assert table.phase() == "briefing"
