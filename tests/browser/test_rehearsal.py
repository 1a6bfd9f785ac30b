"""A rehearsal from the form to its end, watched and closed."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.opened import DESK, launched, opened
from tests.server.serving import KEY, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_set_up_is_rehearsed_and_leaves_nothing_behind(chromium: str, tmp_path: Path) -> None:
    with serving(tmp_path) as server, launched(chromium) as browser, opened(browser, DESK) as seen:
        page = seen.page
        page.goto(f"http://127.0.0.1:{server.port}/console#key={KEY}")
        page.get_by_role("radio", name="Newborn").check()
        page.get_by_label("Minutes booked").fill("90")
        expect(page.get_by_text("of your 90 minutes are for play").first).to_be_visible()
        page.get_by_role("button", name="Rehearse with bots").click()
        page.wait_for_url("**/console/*")
        expect(page.get_by_text("REHEARSAL: bots play ten times as fast")).to_be_visible()
        expect(page.get_by_text("People use nearly all of them.")).to_be_visible()
        assert seen.violations() == []
        page.get_by_role("button", name="Close the rehearsal").click()
        page.wait_for_url("**/console")
        expect(page.get_by_role("button", name="Create session")).to_be_visible()
        expect(page.get_by_text("Rehearsal:")).to_have_count(0)
