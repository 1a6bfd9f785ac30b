"""Several tables from one console: the grid, and one act at some of them."""

import pytest
from msgspec import convert
from playwright.sync_api import Browser, Page, expect

from tests.browser.opened import DESK, PHONE, opened
from tests.browser.picturing import shoot
from tests.server.serving import Server, Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def three_tables(server: Server) -> Sitting:
    """Three tables, bots on every seat of the first two."""
    table = sitting(server, seats=False, tables=3, booked_min=10)
    seen = table.facilitator.get(f"/api/sessions/{table.session}")
    tables = [str(one["id"]) for one in seen["tables"]]  # type: ignore[attr-defined]
    for one in tables[:2]:
        for seat in ("council", "library", "archive"):
            body = {"table": one, "seat": seat, "bot": "mixed"}
            table.facilitator.post(f"/api/sessions/{table.session}/seat", body)
    return table


def dialog(page: Page, act: str) -> None:
    """The dialog for several tables, this act chosen."""
    if page.get_by_role("dialog").count() == 0:
        page.get_by_role("button", name="Act at several tables").click()
    page.get_by_role("dialog").get_by_label("What").select_option(label=act)


def test_an_act_at_several_tables_names_them_first_and_tells_what_came_of_each(
    browser: Browser, server: Server
) -> None:
    table = three_tables(server)
    link = table.link("facilitator")
    with opened(browser, DESK) as seen:
        page = seen.page
        page.goto(link)
        grid = page.get_by_role("navigation", name="Tables")
        expect(grid.get_by_role("button", name="Table 3")).to_contain_text("3 empty")
        # when the games are started: the third table cannot, and is named with the reason
        dialog(page, "Start the game")
        box = page.get_by_role("dialog")
        expect(box.locator("li").filter(has_text="Table 3")).to_contain_text("has empty seats")
        assert seen.violations() == []
        box.get_by_role("button", name="Start 2 games").click()
        # then the two play, and say so
        expect(box.locator("li").filter(has_text="Table 1")).to_contain_text("done")
        expect(box.locator("li").filter(has_text="Table 2")).to_contain_text("done")
        expect(grid.get_by_role("button", name="Table 2")).to_contain_text("on time")
        expect(grid.get_by_role("button", name="Table 3")).to_contain_text("Not begun")
        # and the console warns: thirteen minutes of play do not fit into two thirds of ten
        expect(page.get_by_text("So that a third of your 10 minutes")).to_be_visible()
        # when one of them is left out of a pause
        dialog(page, "Pause")
        box.get_by_role("checkbox", name="Table 2").uncheck()
        box.get_by_role("button", name="Pause 1 table").click()
        expect(box.locator("li").filter(has_text="Table 1")).to_contain_text("done")
        box.get_by_role("button", name="Close", exact=True).last.click()
        # then the grid shows where each stands
        expect(grid.get_by_role("button", name="Table 1")).to_contain_text("paused")
        expect(grid.get_by_role("button", name="Table 2")).not_to_contain_text("paused")
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        assert not seen.is_too_wide()


def in_talk(server: Server) -> Sitting:
    """Two of three tables in the talk of round 1."""
    table = three_tables(server)
    seen = table.facilitator.get(f"/api/sessions/{table.session}")
    for number, one in enumerate(convert(seen["tables"], type=list[dict[str, object]])[:2]):
        for kind in ("start", "next_phase"):
            body = {"id": f"{kind}{number}", "table": one["id"], "command": {"type": kind}}
            table.facilitator.post(f"/api/sessions/{table.session}/control", body)
    return table


def test_cards_and_values_at_several_tables_are_tried_at_each_and_taken_back_at_all(
    browser: Browser, server: Server
) -> None:
    table = in_talk(server)
    link = table.link("facilitator")
    with opened(browser, DESK) as seen:
        page = seen.page
        page.goto(link)
        box = page.get_by_role("dialog")
        # when a value is set at two tables, each says what it would do, in short and unfolded
        page.get_by_role("button", name="Set a value", exact=True).click()
        box.get_by_role("button", name="New value: More").click()
        box.get_by_label("Why", exact=True).fill("For the test")
        other = box.locator(".also-row", has_text="Table 2")
        expect(other).to_contain_text("3 of 3 seats notice")
        other.locator("summary").click()
        expect(other.get_by_role("heading", name="What would change")).to_be_visible()
        expect(box.locator(".also-row", has_text="Table 3")).to_contain_text("not begun")
        box.get_by_role("checkbox", name="Table 2").check()
        shoot(page, "several tables")
        assert seen.violations() == []
        box.get_by_role("button", name="Set it at 2 tables").click()
        box.get_by_role("button", name="Set it back at 2 tables").click()
        expect(box.get_by_text("Taken back.")).to_be_visible()
        page.keyboard.press("Escape")
        # the decks stay hidden while secrets are
        page.get_by_role("button", name="Lay a card", exact=True).click()
        box.get_by_role("radio", name="From the decks").check()
        expect(box.get_by_text("Headlines of the decks are hidden")).to_be_visible()
        expect(box.get_by_label("Card", exact=True)).to_have_count(0)
        page.keyboard.press("Escape")
        expect(box).to_have_count(0)
        dialog(page, "Play an event card from the deck")
        expect(box.get_by_text("Headlines of the decks are hidden").first).to_be_visible()
        expect(box.get_by_label("Card", exact=True)).to_have_count(0)
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Show what players may not see").click()
        dialog(page, "Play an event card from the deck")
        expect(box.locator("li", has_text="Table 1").first).to_contain_text("of 3 seats notice")
        shoot(page, "several tables card")
        box.get_by_role("button", name="Play it at 2 tables").click()
        expect(box.locator("li").filter(has_text="Table 2")).to_contain_text("done")
