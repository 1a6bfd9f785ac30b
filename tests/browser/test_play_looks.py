"""The page of a seat in every state: nothing that axe would find, nothing that scrolls sideways."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.opened import LOOKS, NARROW, PHONE, Opened, Scheme, opened
from tests.browser.playing import Player, join, laid
from tests.server.serving import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OFFER = {"to": "council", "give": {"pay": 1, "place": 1}, "get": {"place": 1}}


def states(player: Player) -> Iterator[str]:
    """Lead the page through its main states, and stop at each."""
    page = player.page
    yield "waiting"
    player.to_phase("talk")
    player.other("library", "offer", **OFFER)
    expect(page.get_by_role("heading", name="Answer the offer of City library")).to_be_visible()
    yield "an offer"
    for part in ("Deals", "Brief", "Log"):
        player.tab(part)
        yield part
    player.tab("Deals")
    page.get_by_role("button", name="Make an offer").click()
    page.get_by_role("button", name="Add a promise").first.click()
    yield "the form of an offer"
    player.tab("Table")
    player.to_phase("plan")
    page.locator(".plan-kind").filter(has_text="Improve the counter").locator("summary").click()
    yield "a plan"
    player.control("pause", text="Coffee")
    expect(page.locator(".banner")).to_contain_text("Coffee")
    yield "paused"
    player.control("resume")
    player.to_phase("reveal")
    expect(page.get_by_role("heading", name="What changed for you")).to_be_visible()
    yield "the reveal"
    player.control("end_game", text="Time")
    expect(page.get_by_role("heading", name="The game is over")).to_be_visible()
    yield "the end"


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
def test_axe_finds_nothing_in_any_state(
    browser: Browser, server: Server, size: tuple[int, int], scheme: Scheme
) -> None:
    with opened(browser, size, scheme) as seen:
        player = join(seen.page, server, laid(server))
        found = {state: seen.violations() for state in states(player)}
    assert not {state: faults for state, faults in found.items() if faults}


def test_nothing_scrolls_sideways_on_the_narrowest_phone(browser: Browser, server: Server) -> None:
    with opened(browser, NARROW) as seen:
        player = join(seen.page, server, laid(server))
        assert not [state for state in states(player) if too_wide(seen)]


def test_text_of_twice_the_size_stays_in_words_and_lines(browser: Browser, server: Server) -> None:
    with opened(browser, PHONE) as seen:
        player = join(seen.page, server, laid(server))
        player.to_phase("talk")
        seen.page.evaluate("document.documentElement.style.fontSize = '200%'")
        for part in ("Deals", "Brief", "Log", "Table"):
            player.tab(part)
            assert not seen.is_too_wide(), part
            title = seen.page.locator(".play-now h2")
            expect(title).to_be_visible()
            box = title.bounding_box()
            assert box is not None
            assert box["width"] > 150, part  # "others", its longest word


def too_wide(seen: Opened) -> bool:
    """Whether the page is wider than its window, with everything unfolded."""
    seen.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    return seen.is_too_wide()
