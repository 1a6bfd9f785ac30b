"""Every other scenario played to its end by somebody on a phone, with bots on the other seats.

`newborn` is played by five people elsewhere; here each page of a game is seen with the words of
each scenario, and none may show a key where a word belongs.
"""

import os
import re
from pathlib import Path
from typing import Final

import pytest
from msgspec import convert
from playwright.sync_api import Browser, Page, expect

from server.auth.passes import cookie_name
from tests.browser.opened import PHONE, Opened, opened
from tests.browser.people import Person
from tests.browser.test_debrief import settled
from tests.server.serving import Server, Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCENARIOS: Final = ("functional_equivalents", "new_address", "one_counter", "the_partnership")
KEY_SHOWN: Final = re.compile(
    r"\b(?:seats|cards|concerns|dependencies|agenda|terms|actions|effects|reasons|outcomes|phases"
    r"|play|next|brief|say|lines|screen|debrief)\.[a-z][a-z_]*(?:\.[a-z_]+)*\b"
)
VOTE: Final = re.compile("Launch the service, or hold|no vote was held")
PICTURES: Final = Path(__file__).parent / "screenshots"


def laid(server: Server, ruleset: str) -> tuple[Sitting, str]:
    """A session with a bot on every seat but the first; the name of that one."""
    table = sitting(server, seats=False, ruleset=ruleset, players=5, title="All scenarios")
    shelf = convert(server.client().get("/api/rulesets")["rulesets"], type=list[dict[str, object]])
    card = next(one for one in shelf if one["id"] == ruleset)
    first, *others = convert(card["seats"], type=dict[str, list[str]])["5"]
    for seat in others:
        assert table.control("put_bot", seat=seat, bot="mixed")["type"] == "done"
    return table, convert(card["names"], type=dict[str, str])[first]


def reads_well(page: Page, where: str) -> None:
    """No key of a text is shown instead of the text, and nothing is left to fill in."""
    shown = page.locator("body").inner_text()
    assert KEY_SHOWN.findall(shown) == [], where
    assert not re.search(r"\{\w+\}|undefined|NaN|\[object", shown), where


def picture(page: Page, name: str) -> None:
    """Keep a picture to look at, where SCREENSHOTS asks for them."""
    if os.environ.get("SCREENSHOTS"):
        PICTURES.mkdir(exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


class Play:
    """One person at a table of bots, and the facilitator who leads by the wire."""

    def __init__(self, seen: Opened, screen: Page, table: Sitting, seat: str) -> None:
        self.person = Person(seen.page, "Maya", seat)
        self.screen = screen
        self.table = table
        self.ruleset = ""

    def look(self, where: str) -> None:
        for name in ("Table", "Deals", "Brief", "Log"):
            self.person.tab(name)
            reads_well(self.person.page, f"{where}, {name}")
            picture(self.person.page, f"{self.ruleset}-{where}-{name}".replace(" ", "-").lower())
        self.person.tab("Table")
        reads_well(self.screen, f"{where}, the room display")

    def on(self) -> None:
        """The facilitator goes on."""
        self.table.control("next_phase")

    def round(self, number: int) -> None:
        person = self.person
        person.is_asked("See what has happened")
        if number == 1:
            self.look("briefing")
        self.on()
        expect(person.now).not_to_contain_text("See what has happened")
        person.choose()
        if number == 1:
            person.place_token()
            self.look("talk")
        self.on()
        person.plan([])
        if number == 1:
            self.look("plan")
        self.on()  # she has not said that she is ready: the plan cannot have ended by itself
        skip = person.page.get_by_role("button", name="Show all")
        changed = person.page.get_by_role("heading", name="What changed for you")
        expect(skip.or_(changed).first).to_be_visible()
        if skip.is_visible():  # the cards still turn, about one a second
            skip.click()
        expect(changed).to_be_visible()
        if number == 1:
            self.look("reveal")
        self.on()

    def to_the_end(self) -> None:
        """The rounds, the vote, year one where there is one."""
        number = 0
        while self.table.phase() == "briefing":
            number += 1
            self.round(number)
        assert number > 1
        if self.table.phase() == "vote":
            asked = self.person.now.get_by_role("heading", name=VOTE)
            expect(asked).to_be_visible()
            reads_well(self.screen, "vote")
            if "Launch" in asked.inner_text():
                self.person.now.get_by_role("button", name="Launch", exact=True).click()
            for _ in range(2):  # the count, and on from it
                self.on()
        while self.table.phase() == "year_one":
            reads_well(self.person.page, "year one")
            reads_well(self.screen, "year one")
            self.on()
        self.person.is_asked("The game is over")
        self.look("the end")


@pytest.mark.parametrize("ruleset", SCENARIOS)
def test_a_scenario_is_played_to_its_end_and_every_word_is_there(
    browser: Browser, server: Server, ruleset: str
) -> None:
    table, seat = laid(server, ruleset)
    address = f"http://127.0.0.1:{server.port}"
    with opened(browser, PHONE) as seen, opened(browser, (1280, 720)) as wall:
        name = cookie_name("facilitator", table.session, secure=False)
        secret = table.facilitator.secret or ""
        wall.page.context.add_cookies([{"name": name, "value": secret, "url": f"{address}/"}])
        wall.page.goto(f"{address}/screen/{table.session}")
        play = Play(seen, wall.page, table, seat)
        play.ruleset = ruleset
        play.person.join(address, table.code)
        expect(seen.page.get_by_role("heading", name="Your seat is ready")).to_be_visible()
        reads_well(seen.page, "waiting")
        picture(seen.page, f"{ruleset}-waiting")
        assert table.control("start")["type"] == "done"
        play.to_the_end()
        wall.page.goto(f"{address}/debrief/{table.table}")
        settled(wall.page)
        expect(wall.page.locator(".debrief-outcome h2")).not_to_be_empty()
        reads_well(wall.page, "debrief")
