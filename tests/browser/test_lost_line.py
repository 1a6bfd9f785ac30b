"""A phone whose network goes, as its page shows it: nothing is lost silently, or done twice."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.opened import PHONE, Opened, opened
from tests.browser.playing import Player, join, laid
from tests.browser.wire import Wire, wire
from tests.server.serving import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SLOW = "The table has not answered yet"
LOST = "Connection lost"


@dataclass(frozen=True)
class Far:
    """The town council in its talk, on a phone at the end of a wire."""

    seen: Opened
    player: Player
    wire: Wire

    @property
    def page(self) -> Page:
        return self.seen.page

    def says(self, words: str) -> None:
        """The page says so, above whatever one has scrolled to."""
        self.page.evaluate("scrollTo(0, 600)")
        banner = self.page.locator(".banner").filter(has_text=words)
        expect(banner).to_be_in_viewport()

    def is_back(self) -> None:
        expect(self.page.locator(".banner")).to_have_count(0)
        expect(self.page.locator("#live")).to_have_text("Connected again.")
        # The browser itself complains of each try in vain.
        self.seen.said[:] = [one for one in self.seen.said if "WebSocket" not in one]

    def write_over_a_cut(self, words: str) -> None:
        """Write a message; the wire is cut before it is sent."""
        self.player.tab("Deals")
        self.page.get_by_role("textbox", name="Message").fill(words)
        self.wire.cut()
        self.page.get_by_role("button", name="Send message").click()

    def offers(self) -> None:
        """The library asks for something, and the page shows it."""
        self.player.other("library", "offer", to="council", get={"pay": 1})
        expect(self.page.get_by_role("button", name="Accept offer").first).to_be_visible()


@pytest.fixture
def far(browser: Browser, server: Server) -> Iterator[Far]:
    with wire(server.port) as made, opened(browser, PHONE) as seen:
        player = join(seen.page, server, laid(server), port=made.port)
        player.to_phase("talk")
        expect(seen.page.get_by_role("heading", name="Talk with the others")).to_be_visible()
        yield Far(seen, player, made)


def test_what_is_planned_before_the_table_has_answered_is_all_in_the_plan(far: Far) -> None:
    page = far.page
    far.player.to_phase("plan")
    kinds = [
        page.locator(".plan-kind").filter(has_text=name) for name in ("Improve the counter", "Map")
    ]
    for kind in kinds:
        kind.locator("> summary").click()
    planned = page.locator(".slot > .grow > .strong")
    far.wire.cut()
    for kind in kinds:
        kind.get_by_role("button", name="Add").first.click()
    expect(page.locator(".play-now").get_by_text("Sending")).to_be_visible()
    expect(planned).to_have_count(len(kinds))
    words = planned.all_inner_texts()
    far.wire.mend()
    expect(page.get_by_text("The table has this plan")).to_be_visible()
    page.reload()
    expect(planned).to_have_text(words)


def test_a_message_sent_over_a_cut_line_is_said_to_wait_and_arrives_once(far: Far) -> None:
    page = far.page
    far.write_over_a_cut("Are you there?")
    far.says(SLOW)
    far.says(LOST)
    send = page.get_by_role("button", name="Send message")
    expect(send).to_have_attribute("aria-disabled", "true")
    expect(page.get_by_role("textbox", name="Message")).to_have_value("Are you there?")
    # when the network is back, and with it the first connection too
    far.wire.mend()
    far.is_back()
    expect(page.get_by_role("textbox", name="Message")).to_have_value("")
    expect(page.locator(".message").get_by_text("Are you there?")).to_have_count(1)
    assert far.player.table.log().count(b'"type":"say"') == 1


def test_a_slow_answer_is_said_to_be_slow_and_then_no_more(far: Far) -> None:
    far.write_over_a_cut("Slowly")
    far.says(SLOW)
    far.wire.mend()
    far.is_back()
    expect(far.page.locator(".message").get_by_text("Slowly")).to_have_count(1)


def test_what_is_written_while_a_message_is_on_its_way_stays(far: Far) -> None:
    box = far.page.get_by_role("textbox", name="Message")
    far.write_over_a_cut("First")
    box.fill("Second, not sent yet")
    far.wire.mend()
    expect(far.page.locator(".message").get_by_text("First")).to_have_count(1)
    expect(box).to_have_value("Second, not sent yet")


def test_what_can_no_longer_be_done_when_the_line_is_back_is_told(far: Far) -> None:
    page = far.page
    far.offers()
    far.wire.cut()
    page.get_by_role("button", name="Accept offer").first.click()
    far.says(LOST)
    # when the talk ends meanwhile, the offer is gone from the page, and with it its button
    far.player.control("next_phase")
    far.wire.mend()
    far.is_back()
    told = page.get_by_role("alert").filter(has_text="this was not done: accept the offer.")
    expect(told).to_be_in_viewport()
    assert far.seen.violations() == []
    told.get_by_role("button", name="Read, hide it").click()
    expect(told).to_have_count(0)


def test_who_was_done_with_a_talk_that_is_over_is_not_done_with_the_next_one(far: Far) -> None:
    page = far.page
    done = page.get_by_role("button", name="I am done talking")
    far.wire.cut()
    done.click()
    far.says(LOST)
    far.player.to_phase("plan")
    far.player.to_phase("talk")
    far.wire.mend()
    far.is_back()
    expect(page.get_by_role("alert").filter(has_text="this was not done")).to_be_in_viewport()
    expect(done).to_be_visible()
    assert b'"type":"done"' not in far.player.table.log()


def test_a_device_that_says_it_is_offline_is_believed_at_once(far: Far) -> None:
    far.page.context.set_offline(True)
    far.says(LOST)
    far.page.context.set_offline(False)
    far.is_back()
