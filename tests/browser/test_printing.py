"""The print pack, on the screen and as paper."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.opened import DESK, PHONE, launched, opened
from tests.server.serving import serving, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_pack_shows_its_parts_and_prints_the_chosen_ones(chromium: str, tmp_path: Path) -> None:
    with serving(tmp_path) as server, launched(chromium) as browser, opened(browser, DESK) as seen:
        table = sitting(server, ruleset="newborn", players=4)
        link = table.link("facilitator")
        page = seen.page
        page.goto(link)
        page.get_by_role("link", name="Print pack").click()
        # given all parts
        expect(page.get_by_role("article", name="Civil registry")).to_contain_text("fold here")
        expect(page.locator(".pack-role")).to_have_count(4)
        expect(page.get_by_text("Which links are real")).to_be_visible()
        assert seen.violations() == []
        # when one is left out, it is gone
        page.get_by_role("checkbox", name="Role cards, one a sheet").uncheck()
        expect(page.locator(".pack-role")).to_have_count(0)
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        assert not seen.is_too_wide()
        # then paper holds cards and no controls
        page.emulate_media(media="print")
        expect(page.get_by_role("button", name="Print")).to_be_hidden()
        expect(page.locator(".pack-card").first).to_be_visible()
