"""People at a table of `newborn`, each with a window of their own: what they do by hand.

Nothing here speaks to the server: every step is a press or a typed word, and each waits until the
page says that it is done. Waits are long, for machines on which much else runs.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect

from tests.browser import PATIENCE_MS

FRAMES: Final = ("Citizens' service", "Rights", "Savings", "Innovation")
WORK: Final = ("Sign", "Build", "Answer", "Reform", "Map")
"""What a house does with the actions that are left, the most urgent first."""


@dataclass
class House:
    """One browser, many people in it; everything that any console says is heard."""

    browser: Browser
    heard: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def hear(self, message: ConsoleMessage) -> None:
        self.heard.append(f"{message.type}: {message.text} ({message.page and message.page.url})")

    def window(self, size: tuple[int, int]) -> Page:
        """A window without history, no other's cookies in it."""
        width, height = size
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce"
        )
        context.set_default_timeout(PATIENCE_MS)
        context.on("console", self.hear)
        context.on("weberror", lambda error: self.heard.append(str(error.error)))
        self.contexts.append(context)
        return context.new_page()

    def leave(self) -> None:
        """Close all windows."""
        for context in self.contexts:
            context.close()


@contextmanager
def housed(browser: Browser) -> Iterator[House]:
    """A house whose consoles must have stayed empty."""
    house = House(browser)
    yield house
    house.leave()
    assert not house.heard, house.heard


def press(where: Page | Locator, name: str) -> None:
    """The one button of this name."""
    where.get_by_role("button", name=name, exact=True).locator("visible=true").click()


@dataclass(frozen=True)
class Person:
    """Somebody on a phone, and the agency of their choice by its name."""

    page: Page
    name: str
    seat: str
    place: int = 0
    """Among the others: with whose objections to begin, so that not all answer the same."""

    def join(self, address: str, code: str) -> None:
        """Type the code, give a name, choose a seat, go in."""
        page = self.page
        page.goto(address)
        page.locator("input[name=code]").fill(code.replace("-", " ").upper())
        press(page, "Find the game")
        page.get_by_label("Your name").fill(self.name)
        page.get_by_role("radio", name=re.compile(f"^{self.seat}")).check()
        press(page, "Go in")
        page.wait_for_url("**/play/*")
        expect(page.get_by_role("heading", level=1, name=self.seat)).to_be_visible()

    def tab(self, name: str) -> None:
        """Go to a part of the page; on a desk all stand side by side."""
        expect(self.page.locator(".play-grid")).to_be_visible()
        bar = self.page.locator(".tabbar")
        if bar.is_visible():
            bar.get_by_role("button", name=name).click()

    @property
    def now(self) -> Locator:
        """The card on top: what the page asks for."""
        return self.page.locator(".play-now")

    def is_asked(self, title: str) -> None:
        """The page asks for this."""
        expect(self.now.get_by_role("heading", name=title)).to_be_visible()

    # --- the talk

    def place_token(self) -> None:
        """Trust somebody a little more, where there is room for it."""
        self.tab("Table")
        for partner in self.page.locator(".partner").all():
            partner.locator("> summary").click()
            place = partner.get_by_role("button", name="Place a token", exact=True)
            expect(place).to_be_visible()
            if place.get_attribute("aria-disabled") is None:
                place.click()
                once = "Only once a round with the same agency"
                return expect(partner.get_by_text(once)).to_be_visible()
            partner.locator("> summary").click()
        raise AssertionError("nobody here can be trusted more")

    def known(self) -> Locator:
        """The dependencies of which this seat knows what others may not know."""
        secret = self.page.get_by_role("img", name="you know the truth of it", include_hidden=True)
        return self.page.locator("details.dependency").filter(has=secret)

    def dependency(self, tag: str) -> Locator:
        exactly = self.page.get_by_text(tag, exact=True)
        return self.page.locator("details.dependency").filter(has=exactly)

    def reads(self, tag: str, words: str) -> None:
        """Unfold a dependency, read this, and fold it again."""
        self.tab("Table")
        item = self.dependency(tag)
        item.locator("> summary").click()
        expect(item).to_contain_text(words)
        item.locator("> summary").click()

    def show_fact(self) -> str:
        """Put something on the common map; its tag."""
        self.tab("Table")
        tag = self.known().first.locator(".dependency-tag").text_content() or ""
        item = self.dependency(tag)
        item.locator("> summary").click()
        press(item, "Show it")
        expect(item.get_by_text("Everybody knows: ")).to_be_visible()
        item.locator("> summary").click()
        return tag

    def begin_offer(self, other: "Person") -> Locator:
        """The form, with the other chosen."""
        self.tab("Deals")
        press(self.page, "Make an offer")
        self.page.get_by_label("To whom").select_option(label=other.seat)
        return self.page.locator(".play-form")

    def promise(self, side: str, act: str) -> None:
        """Write a promise into a side of the form; it falls due in this round."""
        group = self.page.get_by_role("group", name=side)
        press(group, "Add a promise")
        group.get_by_label("Promise", exact=True).last.select_option(label=act)

    def send_offer(self) -> None:
        press(self.page, "Send offer")
        expect(self.page.locator(".play-form")).to_have_count(0)

    def accept(self, other: "Person") -> None:
        """Accept the offer that waits on top of the page."""
        self.tab("Table")
        asks = self.now.get_by_role("heading", name=f"Answer the offer of {other.seat}")
        expect(asks).to_be_visible()
        press(self.now, "Accept offer")
        expect(asks).to_have_count(0)

    def begin_counter(self, other: "Person") -> None:
        self.tab("Table")
        self.is_asked(f"Answer the offer of {other.seat}")
        press(self.now, "Counter-offer")
        expect(
            self.page.get_by_role("heading", name=f"Your answer to {other.seat}")
        ).to_be_visible()

    def whisper(self, other: "Person", words: str) -> None:
        """Say something in confidence."""
        self.tab("Deals")
        to = self.page.get_by_label("To", exact=True)
        to.select_option(label=f"{other.seat}, in confidence")
        self.page.get_by_role("textbox", name="Message").fill(words)
        press(self.page, "Send message")
        expect(self.said(words)).to_be_visible()

    def said(self, words: str) -> Locator:
        """Words among the messages; they stand under Deals."""
        return self.page.locator(".message").get_by_text(words)

    def choose(self) -> None:
        """Vote on the event card, where it poses a choice to this seat."""
        self.tab("Table")
        if self.now.get_by_role("heading", name="Vote on the event card").is_visible():
            self.page.get_by_role("button", name="Vote for this").first.click()
            expect(self.now.get_by_role("heading", name="Vote on the event card")).to_have_count(0)

    # --- the plan

    @property
    def free(self) -> Locator:
        """The slots of the plan in which nothing stands."""
        return self.page.locator(".slot[data-full=false]")

    def politics(self) -> tuple[str, str]:
        """What politics cares about now, and how the project is presented."""
        words = self.page.locator("section[aria-labelledby=tracks] .facts dd")
        found = [words.nth(at).text_content() or "" for at in range(2)]
        agenda, frame = (next(one for one in FRAMES if text.startswith(one)) for text in found)
        return agenda, frame

    def rows(self, kind: str) -> Locator:
        """The objects of a kind of action, those first that lack nothing; unfolded."""
        box = self.page.locator(f'.plan-kind:has(> summary > .strong:text-is("{kind}"))')
        if box.get_attribute("open") is None:
            box.locator("> summary").click()
        return box.locator("> .card-body > .plan-rows > .plan-row")

    def add(self, row: Locator) -> None:
        """Put an action into the next free slot."""
        left = self.free.count()
        row.get_by_role("button", name=re.compile("^Add")).click()
        expect(self.free).to_have_count(left - 1)

    def plan(self, wished: list[str]) -> None:
        """Fill the plan: what is wished, then the work that can be done; the table has it then."""
        self.is_asked("Plan up to")
        expect(self.free.first).to_be_visible()
        agenda, frame = self.politics()
        for kind in wished:
            if kind != "Frame":
                self.add(self.rows(kind).first)
            elif agenda != frame:
                self.add(self.rows(kind).filter(has_text=agenda))
        for kind in WORK:
            self.work(kind)
        self.has_arrived()

    def has_arrived(self) -> None:
        """The plan is with the table."""
        expect(self.page.get_by_text("The table has this plan")).to_be_visible()

    def work(self, kind: str) -> None:
        """As much of a kind as can be done and finds room, each once the table has the one before.

        Only building is worth it twice.
        """
        rows = self.rows(kind).and_(self.page.locator(".plan-row:not(.plan-row-off)"))
        objects = rows.count()
        first = self.place if kind == "Answer" else 0
        for at in range(min(self.free.count(), objects * 2 if kind == "Build" else objects)):
            self.add(rows.nth((first + at) % objects))
            self.has_arrived()

    def ready(self) -> None:
        press(self.now, "Ready")
        expect(self.now.get_by_role("button", name="Ready", exact=True)).to_have_count(0)
