"""A list of people pasted, mended, kept; a slip whose link is opened twice and pressed once."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.opened import DESK, LOOKS, PHONE, opened
from tests.server.serving import Server, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_list_becomes_slips_and_a_slip_becomes_a_seat(browser: Browser, server: Server) -> None:
    table = sitting(server, seats=False)
    link = table.link("facilitator")
    with opened(browser, DESK) as desk, opened(browser, PHONE) as phone:
        page = desk.page
        page.goto(link)
        page.get_by_role("link", name="List of people, private links and slips").click()
        # given a list with a fault, which is named by its line and keeps the text
        page.get_by_label("List", exact=True).fill("Ada, 1, mayor")
        page.get_by_role("button", name="Check it").click()
        expect(page.get_by_text("Line 1: There is no seat 'mayor'")).to_be_visible()
        page.get_by_label("List", exact=True).fill("Ada, 1, Town council")
        page.get_by_role("button", name="Check it").click()
        page.get_by_role("button", name="Keep this list").click()
        expect(page.get_by_role("heading", name="Slips with private links")).to_be_visible()
        # when links are made
        page.get_by_role("button", name="Make links for 1 people").click()
        address = page.locator(".join-slip-address").inner_text()
        for (width, height), scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme=scheme)
            assert desk.violations() == [], (width, scheme)
        # then opening one takes no seat, and the press does
        phone.page.goto(address)
        expect(phone.page.get_by_text("You play: Town council")).to_be_visible()
        expect(phone.page.get_by_text("Recorded:")).to_be_visible()
        assert phone.violations() == []
        phone.page.get_by_role("button", name="I am Ada, go in").click()
        phone.page.wait_for_url("**/play/*")
        expect(phone.page.get_by_role("heading", level=1, name="Town council")).to_be_visible()
