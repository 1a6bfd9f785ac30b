"""A table of `newborn` with five people, a facilitator and a projector, led by hand to its end."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

from playwright.sync_api import Page, expect

from tests.browser.opened import DESK, LOOKS, PHONE, Look, Opened
from tests.browser.people import House, Person, press

PROJECTOR: Final = (1280, 720)
CAST: Final = (
    ("Maya", "Civil registry"),
    ("Joris", "Tax administration"),
    ("Ingrid", "Municipalities"),
    ("Tomasz", "Social insurance"),
    ("Amélie", "Families ministry"),
)
ON_A_WALL: Final[list[Look]] = [(PROJECTOR, "light"), (PROJECTOR, "dark")]


@dataclass
class Game:
    """Everybody's windows, and what axe had against them."""

    house: House
    address: str
    code: str
    desk: Page
    screen: Page
    people: list[Person]
    faults: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def gathered(cls, house: House, address: str, key: str) -> Self:
        """A session made by the form, its room display open, five people on their seats."""
        desk = house.window(DESK)
        desk.goto(f"{address}/console#key={key}")
        set_up(desk)
        code = desk.locator(".join-code").text_content() or ""
        with desk.context.expect_page() as opening:
            desk.get_by_role("link", name="Open the room display").click()
        screen = opening.value
        screen.set_viewport_size({"width": PROJECTOR[0], "height": PROJECTOR[1]})
        expect(screen.get_by_text(code)).to_be_visible()
        people = [
            Person(house.window(PHONE), name, seat, place)
            for place, (name, seat) in enumerate(CAST)
        ]
        for person in people:
            person.join(address, code)
        expect(desk.get_by_text("Every seat is taken")).to_be_visible()
        return cls(house, address, code, desk, screen, people)

    def judge(self, page: Page, state: str, looks: list[Look] | None = None) -> None:
        """Let axe look at a state in all its looks; the page is then as it was."""
        before = page.viewport_size
        expect(page.locator(".skeleton")).to_have_count(0)
        for (width, height), scheme in looks or LOOKS:
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme=scheme)
            if found := Opened(page).violations():
                self.faults[f"{state}, {width} px, {scheme}"] = found
        page.emulate_media(color_scheme="light")
        if before:
            page.set_viewport_size(before)

    def everybody_is_asked(self, title: str) -> None:
        for person in self.people:
            person.is_asked(title)

    def shows(self, scene: str) -> None:
        """The room display has come to this scene."""
        expect(self.screen.locator(f".scene-{scene}")).to_be_visible()

    def pause(self, words: str) -> None:
        press(self.desk, "Pause")
        dialog = self.desk.get_by_role("dialog")
        dialog.get_by_label("A word to everybody").fill(words)
        press(dialog, "Pause")
        for person in self.people:
            expect(person.page.locator(".banner")).to_contain_text(words)
        self.shows("pause")

    def resume(self) -> None:
        press(self.desk, "Resume")
        for person in self.people:
            expect(person.page.locator(".banner")).to_have_count(0)

    def second_device(self, person: Person) -> Person:
        """The same seat on a laptop, by the link that the console makes."""
        press(self.desk, f"Change {person.seat}")
        press(self.desk, "Make a link")
        link = self.desk.locator(".rejoin code").inner_text()
        self.desk.keyboard.press("Escape")
        laptop = self.house.window(DESK)
        laptop.goto(link)
        expect(laptop.get_by_role("heading", level=1, name=person.seat)).to_be_visible()
        expect(person.page.get_by_text("Open on 2 devices")).to_be_visible()
        return Person(laptop, person.name, person.seat)


def set_up(desk: Page) -> None:
    """Fill in the form; nothing that the clock ends may end while a slow machine plays."""
    desk.get_by_role("radio", name="Newborn").check()
    desk.get_by_text("Modules, rounds and minutes").click()
    for phase in ("Plan", "Launch vote", "Quarter of year one"):
        desk.get_by_label(phase, exact=True).fill("10:00")
    press(desk, "Create session")


def settled(page: Page) -> None:
    """The panels of the debrief show the moment that is wanted."""
    expect(page.locator(".debrief-panels")).to_have_attribute("data-late", "false")


def scrub(page: Page, entry: int) -> None:
    page.locator(".dock input[type=range]").fill(str(entry))
    settled(page)


def entries(page: Page) -> int:
    """How many entries the log has, as the dock says."""
    return int((page.locator(".dock-entry").text_content() or "0").split()[-1])


def see_as(page: Page, eyes: str) -> None:
    page.locator(".dock-pick select").first.select_option(label=eyes)
    settled(page)


def work_out_the_curve(page: Page) -> None:
    """Show the launch curve, once it is there; that takes minutes."""
    curve = page.get_by_role("region", name="Launch curve")
    press(curve, "Work the curve out")
    expect(curve.get_by_role("progressbar")).to_be_visible()
    expect(curve.get_by_role("progressbar")).to_have_count(0, timeout=1_200_000)
    # The model is hidden until the group has guessed; other panels have the same switch.
    press(curve, "Show the model")


def downloaded(page: Page, folder: Path) -> Path:
    """The log, as the browser saves it."""
    with page.expect_download() as loading:
        page.get_by_role("link", name="Download the log").click()
    path = folder / "log.jsonl"
    loading.value.save_as(path)
    return path
