"""The launch curve of a debrief: asked for, followed, hidden at first, and walked by its turns."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from game.log import Entry
from game.opening import Setup
from server.auth.passes import cookie_name
from server.exports.log import written
from server.work.curves import Curves
from tests.browser.opened import LOOKS, NARROW, Opened, Scheme, launched, opened
from tests.browser.test_debrief import address, entry_of, let_in, settled
from tests.given import tiny
from tests.playing import play
from tests.server.serving import KEY, Server, Sitting, serving, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

GAMES = 40


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with launched(chromium) as running:
        yield running


@pytest.fixture(scope="module")
def entries() -> tuple[Entry, ...]:
    """A whole game of `tiny` by players at random."""
    return tuple(play(tiny(), Setup("curve 5", bots="random"), 5).entries)


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory, entries: tuple[Entry, ...]
) -> Iterator[Server]:
    """A server that keeps the curve of that game already."""
    folder = tmp_path_factory.mktemp("curve")
    with ThreadPoolExecutor(1) as aside:  # the browser's driver holds the loop of this thread
        aside.submit(lambda: asyncio.run(worked_out(folder / "curves", entries))).result()
    with serving(folder) as running:
        yield running


async def worked_out(folder: Path, entries: tuple[Entry, ...]) -> None:
    curve = await Curves(folder, games=GAMES).start("any", tiny(), entries)
    assert curve.task is not None
    await curve.task
    assert curve.state == "done"


@pytest.fixture(scope="module")
def log(server: Server, entries: tuple[Entry, ...]) -> tuple[str, tuple[str, str]]:
    """Where that game is read, and the cookie that opens it."""
    body = written(("A game", "Elm"), tiny(), list(entries), ())
    taken = server.client(KEY).post("/api/logs", body)
    cookie = cookie_name("facilitator", str(taken["session"]), secure=False), str(taken["pass"])
    return str(taken["address"]), cookie


def look(seen: Opened, server: Server, log: tuple[str, tuple[str, str]]) -> Page:
    let_in(seen, server, log[1])
    seen.page.goto(address(server, log[0]))
    settled(seen.page)
    return seen.page


def show(page: Page) -> None:
    page.get_by_role("button", name="Show the model").click()
    expect(page.get_by_role("heading", name="Turning points")).to_be_visible()


def test_the_group_guesses_first_and_the_choice_is_remembered(
    browser: Browser, server: Server, log: tuple[str, tuple[str, str]]
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log)
        expect(page.get_by_text("Let the group guess first")).to_be_visible()
        assert page.get_by_role("heading", name="Turning points").count() == 0
        show(page)
        page.reload()
        settled(page)
        expect(page.get_by_role("heading", name="Turning points")).to_be_visible()
        page.get_by_role("button", name="Hide the model").click()
        expect(page.get_by_text("Let the group guess first")).to_be_visible()


def test_the_number_follows_the_moment_and_the_chosen_end(
    browser: Browser, server: Server, log: tuple[str, tuple[str, str]]
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log)
        show(page)
        number = page.locator("section:has(#curve-title) .figure-number")
        outcome = page.locator(".debrief-outcome h2").text_content() or ""
        page.get_by_label("Chance of").select_option(label=outcome)
        expect(number).to_have_text("100%")
        page.locator(".dock input[type=range]").fill("12")
        settled(page)
        expect(number).not_to_have_text("100%")
        expect(page.get_by_text("filled in, at")).to_be_visible()


def test_a_turning_point_leads_to_its_moment_and_keys_to_the_next(
    browser: Browser, server: Server, log: tuple[str, tuple[str, str]]
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log)
        show(page)
        page.get_by_label("Chance of").select_option("not_launched")
        turns = page.locator(".turn")
        expect(turns.nth(1)).to_be_visible()
        turns.first.locator(".turn-go").click()
        settled(page)
        first = entry_of(page)
        expect(turns.first).to_have_attribute("data-current", "true")
        page.keyboard.press("ArrowDown")
        settled(page)
        assert entry_of(page) > first
        expect(turns.nth(1)).to_have_attribute("data-current", "true")
        page.keyboard.press("ArrowUp")
        settled(page)
        assert entry_of(page) == first


def test_a_turning_point_shows_what_else_was_open_and_becomes_a_clip(
    browser: Browser, server: Server, log: tuple[str, tuple[str, str]]
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log)
        show(page)
        page.get_by_label("Chance of").select_option("not_launched")
        turn = page.locator(".turn").first
        turn.get_by_role("button", name="What else was open?").click()
        turn.get_by_role("button", name="Weigh the alternatives").click()
        expect(turn.locator(".other, progress, .quiet").first).to_be_visible()
        expect(turn.get_by_text("model estimate: 200 games")).to_be_visible(timeout=60_000)
        expect(turn.locator(".other").first).to_contain_text("would have")
        clips = page.locator(".lead-clip")
        before = clips.count()
        turn.get_by_role("button", name="Add to the clips").click()
        expect(clips).to_have_count(before + 1)
        expect(turn.get_by_text("in the clips")).to_be_visible()


@pytest.fixture(scope="module")
def ended(server: Server) -> Sitting:
    """A game that was ended in its first Talk."""
    table = sitting(server).begin_talk()
    assert table.control("end_game", text="Time is up")["type"] == "done"
    return table


def test_the_work_is_begun_shown_as_it_goes_on_and_stopped(
    browser: Browser, server: Server, ended: Sitting
) -> None:
    staff = cookie_name("facilitator", ended.session, secure=False), ended.facilitator.secret or ""
    with opened(browser) as seen:
        page = look(seen, server, (f"/debrief/{ended.table}", staff))
        page.get_by_role("button", name="Work the curve out").click()
        expect(page.get_by_text("Games are being played")).to_be_visible()
        assert not seen.violations()
        page.get_by_role("button", name="Stop", exact=True).click()
        expect(page.get_by_role("button", name="Work the")).to_be_visible()
        expect(page.get_by_text("Games are being played")).to_be_hidden()


def test_a_player_finds_no_curve(browser: Browser, server: Server, ended: Sitting) -> None:
    seat = next(iter(ended.people))
    cookie = cookie_name("person", ended.people[seat], secure=False), ended.passes[seat]
    with opened(browser) as seen:
        page = look(seen, server, (f"/debrief/{ended.table}", cookie))
        assert page.get_by_role("heading", name="Launch curve").count() == 0


@pytest.mark.parametrize("way", LOOKS)
def test_everybody_can_use_it(
    browser: Browser,
    server: Server,
    log: tuple[str, tuple[str, str]],
    way: tuple[tuple[int, int], Scheme],
) -> None:
    with opened(browser, *way) as seen:
        page = look(seen, server, log)
        show(page)
        page.locator("section:has(#curve-title)").get_by_text("Show as table").click()
        assert not seen.violations()
        assert not seen.is_too_wide()


def test_it_fits_a_narrow_phone(
    browser: Browser, server: Server, log: tuple[str, tuple[str, str]]
) -> None:
    with opened(browser, NARROW) as seen:
        show(look(seen, server, log))
        assert not seen.is_too_wide()
