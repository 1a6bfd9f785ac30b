"""The panel of injects: a line is written, tried, laid and answered; a value set and set back."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.opened import DESK, LOOKS, NARROW, PHONE, Opened, opened
from tests.browser.picturing import shoot
from tests.server.serving import Server, Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def enter(seen: Opened, table: Sitting) -> Page:
    page = seen.page
    page.goto(table.link("facilitator"))
    expect(page.locator(".desk-head")).to_be_visible()
    return page


def with_support(server: Server, support: int) -> Sitting:
    """A table in its first Talk, where political support stands so."""
    table = sitting(server).begin_talk()
    table.control("adjust_track", track="support", to=9, text="For the test")
    table.control("adjust_track", track="support", to=support, text="For the test")
    return table


def lay(page: Page) -> None:
    """Press Lay it now in the dialog, and see it close."""
    page.get_by_role("dialog").get_by_role("button", name="Lay it now").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_line_is_written_tried_laid_to_one_and_answered(browser: Browser, server: Server) -> None:
    table = sitting(server).begin_talk()
    with opened(browser) as seen, opened(browser) as phone:
        page = enter(seen, table)
        # the script is secret: this window may be on a wall
        expect(page.get_by_text("The script is hidden in this window.")).to_be_visible()
        press(page, "Show secrets")
        expect(page.get_by_text("No script yet.")).to_be_visible()
        # when a line is written
        press(page, "Write a line")
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Phase", exact=True).select_option(label="Talk")
        dialog.get_by_label("Headline").fill("The river rises")
        dialog.get_by_label("Objective").fill("See who calls first")
        press(page, "Add a condition")
        dialog.get_by_label("Which number").select_option(label="Live")
        dialog.get_by_label("At most").fill("0")
        dialog.get_by_label("City library").check()
        press(page, "Keep the line")
        # then it is due, and the dry run says who would see it
        proposed = page.get_by_role("region", name="Proposed now")
        expect(proposed.get_by_text("The river rises")).to_be_visible()
        expect(proposed.get_by_text("Talk, when Live = 0")).to_be_visible()
        queue = page.get_by_role("region", name="Needs you now")
        expect(queue.get_by_text("Line 10 of the script is due.")).to_be_visible()
        press(page, "Lay it")
        expect(dialog.get_by_text("The room display would stay as it is.")).to_be_visible()
        expect(dialog.get_by_text("No number changes.")).to_be_visible()
        dialog.get_by_label("Story").fill("By noon it is in the street.")
        lay(page)
        script = page.get_by_role("region", name="The script")
        script.get_by_text("The river rises").click()
        press(page, "It came")
        expect(script.get_by_text("It came, after")).to_be_visible()
        # and the one whom it is for reads it
        made = table.link("person", person=table.people["library"])
        phone.page.goto(made)
        card = phone.page.get_by_role("region", name="A card for you, not for all")
        expect(card).to_contain_text("By noon it is in the street.")


def test_a_card_is_written_from_a_template_with_an_effect(browser: Browser, server: Server) -> None:
    with opened(browser) as seen:
        page = enter(seen, with_support(server, 6))
        press(page, "Lay a card")
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_text("Write a headline first.").first).to_be_visible()
        dialog.get_by_label("Begin with").select_option(label="A question from the press")
        press(page, "Add an effect")
        dialog.get_by_label("By how much").fill("-1")
        expect(dialog.get_by_text("Political support: 6 → 5")).to_be_visible()
        # what the rules refuse is said before anything is done
        dialog.get_by_label("By how much").fill("-9")
        expect(dialog.locator(".notice-bad")).to_be_visible()
        dialog.get_by_label("By how much").fill("-1")
        expect(dialog.get_by_text("Political support: 6 → 5")).to_be_visible()
        dialog.get_by_role("button", name="Lay the card").click()
        expect(dialog).to_have_count(0)
        expect(page.get_by_text("Event laid by the facilitator.")).to_be_visible()


def test_a_card_written_now_poses_a_choice_that_seats_read_and_make(
    browser: Browser, server: Server
) -> None:
    table = with_support(server, 6)
    with opened(browser) as seen, opened(browser, PHONE) as phone:
        page = enter(seen, table)
        made = table.link("person", person=table.people["library"])
        phone.page.goto(made)
        press(page, "Lay a card")
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Headline").fill("The minister calls")
        dialog.get_by_label("It poses a choice").check()
        expect(dialog.get_by_text("Name every option first.").first).to_be_visible()
        dialog.get_by_label("In a few words").nth(0).fill("Go to the press")
        dialog.get_by_label("In a few words").nth(1).fill("Stay quiet")
        dialog.get_by_role("button", name="Add an effect").nth(1).click()
        dialog.get_by_label("By how much").fill("-2")
        dialog.get_by_label("If nobody chooses, or a tie").select_option(label="Stay quiet")
        # the dry run says what each option would do
        expect(dialog.get_by_role("heading", name="If “Go to the press” is chosen")).to_be_visible()
        expect(dialog.get_by_text("Political support: 6 → 4")).to_be_visible()
        # and what comes by itself later
        default = "When planning begins the choice is taken; if nobody chooses: Stay quiet."
        expect(dialog.get_by_text(default)).to_be_visible()
        shoot(page, "written choice")
        dialog.get_by_role("button", name="Lay the card").click()
        expect(dialog).to_have_count(0)
        # and the phone has it, with its words
        card = phone.page.get_by_role("region", name="The minister calls")
        expect(card.get_by_text("Stay quiet")).to_be_visible()
        option = card.locator(".option", has_text="Go to the press")
        option.get_by_role("button").click()
        log = page.locator("#panel-log")
        expect(log.get_by_text("City library votes for: Go to the press.")).to_be_visible()
        shoot(phone.page, "written choice phone")


def test_a_line_poses_a_choice_and_keeps_it_when_it_is_written_anew(
    browser: Browser, server: Server, tmp_path: Path
) -> None:
    table = with_support(server, 6)
    with opened(browser) as seen, opened(browser, PHONE) as phone:
        page = enter(seen, table)
        made = table.link("person", person=table.people["library"])
        phone.page.goto(made)
        press(page, "Show secrets")
        # taken in from a spreadsheet
        sheet = tmp_path / "script.csv"
        sheet.write_text(
            "number,phase,headline,choice,option_1,option_2,effects_2,default\n10,talk,The "
            'minister calls,all,Go,Stay,"[{""type"":""track"",""track"":""support"",""by"":-2}]",2'
        )
        press(page, "Spreadsheet")
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("A CSV file to take in").set_input_files(sheet)
        dialog.get_by_role("button", name="Take in: 1").click()
        expect(dialog).to_have_count(0)
        line = page.locator(".script-line", has_text="The minister calls")
        expect(line.get_by_text("(counts if nobody chooses)")).to_be_visible()
        shoot(page, "line choice")
        # changed in the form, with a third option
        press(page, "Edit")
        expect(dialog.get_by_label("In a few words").nth(1)).to_have_value("Stay")
        expect(dialog.get_by_label("By how much")).to_have_value("-2")
        dialog.get_by_role("button", name="A third option").click()
        expect(dialog.get_by_text("Name every option first.")).to_be_visible()
        dialog.get_by_label("In a few words").nth(2).fill("Ask a friend")
        dialog.get_by_role("button", name="Keep the line").click()
        expect(dialog).to_have_count(0)
        # and laid, one of them in other words
        press(page, "Lay it")
        expect(dialog.get_by_role("heading", name="If “Stay” is chosen")).to_be_visible()
        dialog.get_by_label("Option 1").fill("Go to the press")
        expect(dialog.get_by_text("Political support: 6 → 4")).to_be_visible()
        lay(page)
        card = phone.page.get_by_role("region", name="The minister calls")
        for option in ("Go to the press", "Stay", "Ask a friend"):
            expect(card.locator(".option", has_text=option)).to_be_visible()
        expect(phone.page.get_by_text("The minister calls:")).to_have_count(0)
        card.locator(".option", has_text="Ask a friend").get_by_role("button").click()
        log = page.locator("#panel-log")
        expect(log.get_by_text("City library votes for: Ask a friend.")).to_be_visible()


def test_a_value_is_set_with_a_reason_and_set_back(browser: Browser, server: Server) -> None:
    with opened(browser) as seen:
        page = enter(seen, with_support(server, 6))
        press(page, "Set a value")
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_text("Choose a new value first.").first).to_be_visible()
        press(page, "New value: Less")
        expect(dialog.get_by_text("Write a reason first.")).to_be_visible()
        dialog.get_by_label("Why", exact=True).fill("To see what they do")
        expect(dialog.get_by_text("Political support: 6 → 5")).to_be_visible()
        press(page, "Set it")
        expect(dialog.get_by_text("Political support: 5 → 6")).to_be_visible()
        press(page, "Set it back")
        expect(dialog.get_by_text("Taken back.")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_text("Political support +1, now 6.")).to_be_visible()


def test_no_value_is_set_before_the_way_back_is_known(browser: Browser, server: Server) -> None:
    with opened(browser) as seen:
        page = enter(seen, with_support(server, 6))
        press(page, "Set a value")
        dialog = page.get_by_role("dialog")
        # given a dry run whose answer is still on its way
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        page.route("**/dry-run", hold)
        press(page, "New value: Less")
        dialog.get_by_label("Why", exact=True).fill("To see what they do")
        button = dialog.get_by_role("button", name="Set it")
        expect(button).to_have_accessible_description("Trying it on a copy of the table.")
        expect(button).to_have_attribute("aria-disabled", "true")
        # when it comes
        page.unroute("**/dry-run")
        for one in held:
            one.continue_()
        press(page, "Set it")
        expect(dialog.get_by_role("button", name="Set it back")).to_be_visible()


def marks(table: Sitting, tried: Event) -> None:
    """Mark a moment ten times a second, until something has been tried."""
    while not tried.wait(0.1):
        table.control("mark_moment", text="Another moment")


def test_a_table_that_goes_on_holds_no_dry_run_up(browser: Browser, server: Server) -> None:
    table = with_support(server, 6)
    with opened(browser) as seen:
        page = enter(seen, table)
        press(page, "Set a value")
        press(page, "New value: Less")
        told = page.get_by_role("dialog").get_by_text("Political support: 6 → 5")
        # when frames come faster than somebody stops typing, then it is tried all the same
        tried = Event()
        with ThreadPoolExecutor(1) as aside:
            going_on = aside.submit(marks, table, tried)
            try:
                expect(told).to_be_visible()
            finally:
                tried.set()
        going_on.result()


def test_a_sheet_with_a_fault_is_shown_and_a_mended_one_taken_in(
    browser: Browser, server: Server, tmp_path: Path
) -> None:
    sheet = tmp_path / "script.csv"
    with opened(browser) as seen:
        page = enter(seen, sitting(server).begin_talk())
        press(page, "Show secrets")
        press(page, "Spreadsheet")
        dialog = page.get_by_role("dialog")
        sheet.write_text("number,headline,round\n10,Flood,1\n20,Storm,99\n")
        dialog.get_by_label("A CSV file to take in").set_input_files(sheet)
        expect(dialog.get_by_text("99 is not between 1 and 12")).to_be_visible()
        take = dialog.get_by_role("button", name="Take in: 1")
        expect(take).to_have_attribute("aria-disabled", "true")
        sheet.write_text("number,headline,round\n10,Flood,1\n20,Storm,2\n")
        dialog.get_by_label("A CSV file to take in").set_input_files(sheet)
        dialog.get_by_role("button", name="Take in: 2").click()
        expect(dialog).to_have_count(0)
        expect(page.get_by_text("Storm")).to_be_visible()


def test_axe_finds_nothing_on_the_panel_and_its_dialogs(browser: Browser, server: Server) -> None:
    table = sitting(server).begin_talk()
    table.control("set_line", line={"number": 10, "phase": "talk"}, text="Flood\nIt rises.")
    table.control("set_line", line={"number": 20, "window_s": 10}, text="Storm\n\nThey meet")
    found = {}
    for size, scheme in (LOOKS[1], LOOKS[2]):
        with opened(browser, size, scheme) as seen:
            page = enter(seen, table)
            if size != DESK:
                page.get_by_role("button", name="Injects").click()
            press(page, "Show secrets")
            expect(page.get_by_text("Proposed now").first).to_be_visible()
            for name in ("", "Lay it", "Lay a card", "Set a value", "Write a line", "Spreadsheet"):
                if name:
                    press(page, name)
                    expect(page.get_by_role("dialog")).to_be_visible()
                if wrong := seen.violations():
                    found[name, scheme] = wrong
                if name:
                    page.keyboard.press("Escape")
                    expect(page.get_by_role("dialog")).to_have_count(0)
    assert found == {}


def test_the_panel_fits_the_narrowest_phone(browser: Browser, server: Server) -> None:
    table = sitting(server).begin_talk()
    table.control("set_line", line={"number": 10, "phase": "talk"}, text="Flood\nIt rises.")
    with opened(browser, NARROW) as seen:
        page = enter(seen, table)
        page.get_by_role("button", name="Injects").click()
        press(page, "Show secrets")
        expect(page.get_by_text("Proposed now").first).to_be_visible()
        assert not seen.is_too_wide()
        press(page, "Lay a card")
        press(page, "Add an effect")
        assert not seen.is_too_wide()
