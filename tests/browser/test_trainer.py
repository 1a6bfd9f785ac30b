"""A trainer's whole path in one sitting: from the form to the file that is mailed.

Each part has tests of its own; this one holds that they fit together in one session, by hand.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.opened import DESK, PHONE, Opened, opened
from tests.browser.test_debrief import settled
from tests.server.serving import KEY, Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def press(page: Page | Locator, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def set_up(desk: Page, server: Server) -> None:
    """Two tables of `tiny`, after a look at a rehearsal."""
    desk.goto(f"http://127.0.0.1:{server.port}/console#key={KEY}")
    desk.get_by_role("radio", name="The lost card").check()
    desk.get_by_label("Tables", exact=True).fill("2")
    press(desk, "Rehearse with bots")
    expect(desk.get_by_text("REHEARSAL: bots play ten times as fast")).to_be_visible()
    press(desk, "Close the rehearsal")
    desk.wait_for_url("**/console")
    desk.get_by_role("radio", name="The lost card").check()
    desk.get_by_label("Tables", exact=True).fill("2")
    press(desk, "Create session")
    expect(desk.locator(".join-code")).to_be_visible()


def come_in(phone: Page, server: Server, code: str) -> None:
    phone.goto(f"http://127.0.0.1:{server.port}/j/{code}")
    phone.get_by_label("Your name").fill("Maya")
    phone.get_by_role("radio", name=re.compile("^Town council")).first.check()
    press(phone, "Go in")
    expect(phone.get_by_role("heading", level=1, name="Town council")).to_be_visible()


def start_both(desk: Page) -> None:
    tables = desk.get_by_role("navigation", name="Tables")
    press(desk, "Put bots on the 2 free seats")
    tables.get_by_role("button", name="Table 2").click()
    press(desk, "Put bots on the 3 free seats")
    press(desk, "Act at several tables")
    dialog = desk.get_by_role("dialog")
    dialog.get_by_label("What").select_option(label="Start the game")
    press(dialog, "Start 2 games")
    expect(dialog.locator("li").filter(has_text="Table 2")).to_contain_text("done")
    dialog.get_by_role("button", name="Close", exact=True).last.click()
    tables.get_by_role("button", name="Table 1").click()
    press(desk, "Start the talk")


def inject(desk: Page, phone: Page) -> None:
    """A card of one's own, tried before it is laid."""
    press(desk, "Lay a card")
    dialog = desk.get_by_role("dialog")
    dialog.get_by_label("Headline").fill("The river rises")
    dialog.get_by_label("Story").fill("By noon it is in the street.")
    expect(dialog.get_by_text("The room display would change.").first).to_be_visible()
    dialog.get_by_role("button", name="Lay the card").click()
    expect(dialog).to_have_count(0)
    expect(phone.get_by_text("By noon it is in the street.").first).to_be_visible()


def rewind(desk: Page, phone: Page) -> None:
    """That was the wrong card: back to the beginning of the talk."""
    press(desk, "Rewind")
    dialog = desk.get_by_role("dialog")
    point = dialog.get_by_label("Back to").locator("option").filter(has_text="Talk begins")
    dialog.get_by_label("Back to").select_option(value=point.get_attribute("value") or "")
    expect(dialog.locator(".rewind-aside")).to_be_visible()
    dialog.get_by_label("Why").fill("The wrong card")
    press(desk, "Set the game back")
    expect(phone.locator(".banner")).to_contain_text("The wrong card")
    expect(phone.get_by_text("By noon it is in the street.")).to_have_count(0)
    press(desk, "Resume")
    expect(phone.locator(".banner")).to_have_count(0)


def swap(desk: Page, phone: Page) -> None:
    """A bot sits in for a moment, and hands back."""
    press(desk, "Change Town council")
    dialog = desk.get_by_role("dialog")
    press(dialog, "Bot in")
    expect(dialog.get_by_role("heading", name="House bot")).to_be_visible()
    press(dialog, "Bot out, Maya plays")
    expect(dialog.get_by_role("heading", name="Maya")).to_be_visible()
    desk.keyboard.press("Escape")
    press(phone, "Start playing")


def stop_and_go(desk: Page, phone: Page) -> None:
    """A pause for coffee, and a real emergency."""
    press(desk, "Pause")
    desk.get_by_role("dialog").get_by_label("A word to everybody").fill("Coffee")
    press(desk.get_by_role("dialog"), "Pause")
    expect(phone.locator(".banner")).to_contain_text("Coffee")
    press(desk, "Resume")
    expect(phone.locator(".banner")).to_have_count(0)
    press(desk, "Emergency")
    press(desk, "Stop everything")
    expect(phone.locator(".emergency-title")).to_be_visible()
    press(desk, "The emergency is over")
    press(desk, "Resume the game at all tables")
    expect(phone.locator(".emergency-title")).to_have_count(0)


def end(desk: Page) -> None:
    press(desk, "End game")
    desk.get_by_role("dialog").get_by_label("Why it ends now").fill("The bus leaves")
    press(desk.get_by_role("dialog"), "End the game")
    desk.get_by_role("link", name="Open the debrief").first.click()
    settled(desk)


def look_back(desk: Page, phone: Page) -> None:
    """The curve, a seat's eyes, a secret opened with the phone following."""
    press(desk, "Work the curve out")
    show = desk.get_by_role("button", name="Show the model").first
    show.click()
    expect(desk.get_by_role("heading", name="Turning points")).to_be_visible()
    eyes = desk.locator(".dock-pick select").first
    eyes.select_option(label="City library")
    settled(desk)
    expect(desk.locator(".debrief-concern").get_by_text("not opened yet")).to_have_count(2)
    eyes.select_option(label="Facilitator: sees all")
    settled(desk)
    press(desk, "Phones and display follow me")
    expect(phone.get_by_text("All look at this moment")).to_be_visible()
    row = desk.locator(".debrief-secret").filter(has_text="City library")
    row.get_by_role("button", name=re.compile("^Open to all")).click()
    expect(row.get_by_text("open to all")).to_be_visible()


def take_along(seen: Opened, folder: Path) -> None:
    """The report, and the debrief in one file, opened from disk."""
    desk = seen.page
    desk.get_by_role("link", name="Report", exact=True).first.click()
    expect(desk.locator("#overview")).to_be_visible()
    with desk.expect_download() as found:
        desk.get_by_role("link", name="Debrief in one file").click()
    file = folder / "debrief.html"
    found.value.save_as(file)
    desk.goto(file.as_uri())
    expect(desk.get_by_role("heading", level=1)).to_contain_text("Debrief")
    settled(desk)
    desk.locator(".dock input[type=range]").fill("1")
    expect(desk.get_by_text("Entry 1 of")).to_be_visible()


def play_on(desk: Page, phone: Page) -> None:
    """From the middle of the game, with the same person."""
    back = desk.url
    desk.locator(".dock input[type=range]").fill("14")
    settled(desk)
    press(desk, "Play on from here")
    desk.get_by_label("What do you want to find out?").fill("What if nobody had waited?")
    press(desk, "Make the new table")
    desk.wait_for_url("**/console/*")
    expect(phone.get_by_role("heading", level=1, name="Town council")).to_be_visible()
    expect(phone.locator(".banner")).to_contain_text("What if nobody had waited?")
    expect(desk.get_by_text("Table 1, line 2, ").first).to_be_visible()
    desk.goto(back)
    settled(desk)
    beside = desk.get_by_role("region", name="Tables side by side")
    expect(beside.get_by_role("row", name="Table 1, line 2")).to_contain_text("from Table 1")


def test_a_trainer_goes_from_the_form_to_the_file_that_is_mailed(
    browser: Browser, server: Server, tmp_path: Path
) -> None:
    with opened(browser, DESK) as seen, opened(browser, PHONE) as other:
        desk, phone = seen.page, other.page
        set_up(desk, server)
        come_in(phone, server, desk.locator(".join-code").inner_text())
        start_both(desk)
        inject(desk, phone)
        rewind(desk, phone)
        swap(desk, phone)
        stop_and_go(desk, phone)
        end(desk)
        look_back(desk, phone)
        play_on(desk, phone)
        take_along(seen, tmp_path)
