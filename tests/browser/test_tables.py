"""Several tables from one console: the grid, and one act at some of them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.opened import DESK, PHONE, launched, opened
from tests.browser.people import expect
from tests.server.serving import Server, Sitting, serving, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with launched(chromium) as running:
        yield running


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("tables")) as running:
        yield running


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
    link = table.facilitator.post(f"/api/sessions/{table.session}/link", {"kind": "facilitator"})
    with opened(browser, DESK) as seen:
        page = seen.page
        page.goto(str(link["address"]))
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
        box.get_by_role("button", name="Pause 1 tables").click()
        expect(box.locator("li").filter(has_text="Table 1")).to_contain_text("done")
        box.get_by_role("button", name="Close", exact=True).last.click()
        # then the grid shows where each stands
        expect(grid.get_by_role("button", name="Table 1")).to_contain_text("paused")
        expect(grid.get_by_role("button", name="Table 2")).not_to_contain_text("paused")
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        assert not seen.is_too_wide()
