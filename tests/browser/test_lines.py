"""Playing on, tables side by side, and a game among simulated ones, in the debrief."""

import asyncio
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from game.opening import Setup, open_command
from server.auth.passes import cookie_name
from server.work.placings import GAMES, Placings
from tests.browser.opened import LOOKS, NARROW, Opened, Scheme, opened
from tests.browser.test_debrief import address, let_in, scrub, settled
from tests.given import tiny
from tests.server.serving import Server, Sitting, serving, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that has simulated games like those of these tests already."""
    folder = tmp_path_factory.mktemp("lines")
    with ThreadPoolExecutor(1) as aside:  # the browser's driver holds the loop of this thread
        aside.submit(lambda: asyncio.run(simulated(folder / "placings"))).result()
    with serving(folder) as running:
        yield running


async def simulated(folder: Path) -> None:
    laid = open_command(tiny(), Setup("any", players=3)).table
    placing = await Placings(folder, games=GAMES).start(tiny(), laid)
    assert placing.task is not None
    await placing.task
    assert placing.state == "done"


def over(server: Server) -> Sitting:
    table = sitting(server).begin_talk()
    assert table.control("end_game", text="Time is up")["type"] == "done"
    return table


def look(seen: Opened, table: Sitting, entry: int | None = None) -> Page:
    cookie = cookie_name("facilitator", table.session, secure=False)
    let_in(seen, table.server, (cookie, table.facilitator.secret or ""))
    mark = "" if entry is None else f"#entry-{entry}"
    seen.page.goto(address(table.server, f"/debrief/{table.table}{mark}"))
    settled(seen.page)
    return seen.page


def play_on(page: Page) -> None:
    page.get_by_role("button", name="Play on from here").click()
    page.get_by_role("button", name="Make the new table").click()
    expect(page.get_by_text("Say what for")).to_be_visible()
    page.get_by_label("What do you want to find out?").fill("What if they had shown it?")
    page.get_by_role("button", name="Make the new table").click()
    page.wait_for_url("**/console/*")


def test_the_same_people_play_on_and_both_lines_are_compared(
    browser: Browser, server: Server
) -> None:
    table = over(server)
    with opened(browser) as seen:
        page = look(seen, table, 5)
        play_on(page)
        expect(page.get_by_text("Table 1, line 2").first).to_be_visible()
        page.goto(address(server, f"/debrief/{table.table}"))
        beside = page.get_by_role("region", name="Tables side by side")
        expect(beside.get_by_role("row", name="Table 1, line 2")).to_contain_text(
            "from Table 1, entry 5"
        )
        expect(beside.get_by_role("row", name="Table 1, line 2")).to_contain_text("still playing")
        beside.get_by_label("Compare").select_option(label="Political support")
        ended = re.compile("^Political support(: [0-9]+ at the end of every table| at the end: )")
        expect(beside.get_by_role("img", name=ended)).to_be_visible()
        # from the start, not from the end of the first round
        path = beside.locator(".chart-line").first.get_attribute("d") or ""
        assert path.startswith("M48 ")


def test_at_the_end_there_is_no_round_for_deals_and_playing_on_says_why_not(
    browser: Browser, server: Server
) -> None:
    table = over(server)
    with opened(browser) as seen:
        page = look(seen, table)
        deals = page.get_by_role("heading", name="Deals of this round")
        on = page.get_by_role("button", name="Play on from here")
        expect(page.get_by_role("heading", name="Promises", exact=True)).to_be_visible()
        expect(deals).to_have_count(0)
        expect(on).to_have_accessible_description(
            "The game is over at this moment. Choose an earlier one on the bar."
        )
        page.get_by_role("slider").press("Home")
        expect(on).to_have_accessible_description(
            "The game has not begun at this moment. Choose a later one on the bar."
        )
        expect(deals).to_have_count(0)
        scrub(page, 8)
        expect(deals).to_be_visible()
        expect(on).to_have_accessible_description("")


def test_a_game_finds_its_place_among_simulated_ones(browser: Browser, server: Server) -> None:
    with opened(browser) as seen:
        page = look(seen, over(server))
        among = page.get_by_role("region", name="This game among others")
        among.get_by_role("button", name="Show the model").click()
        expect(among.get_by_text(f"How {GAMES} games ended")).to_be_visible()
        expect(among.get_by_text("Not launched (this game)")).to_be_visible()
        expect(among.get_by_role("img", name="Public value: higher than")).to_be_visible()
        among.get_by_role("button", name="Hide the model").click()
        expect(among.get_by_text(f"How {GAMES} games ended")).to_be_hidden()


@pytest.mark.parametrize("way", [*LOOKS, (NARROW, "light")])
def test_everybody_can_use_it(
    browser: Browser, server: Server, way: tuple[tuple[int, int], Scheme]
) -> None:
    table = over(server)
    asked = {"version": 5, "text": "What if?"}
    table.facilitator.post(f"/api/tables/{table.table}/fork", asked)
    with opened(browser, *way) as seen:
        page = look(seen, table, 5)
        page.get_by_role("region", name="This game among others").get_by_role(
            "button", name="Show the model"
        ).click()
        assert seen.violations() == []
        assert not seen.is_too_wide()
        page.get_by_role("button", name="Play on from here").click()
        expect(page.get_by_role("dialog")).to_be_visible()
        assert seen.violations() == []
