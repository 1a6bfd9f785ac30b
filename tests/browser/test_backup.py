"""A backup saved by one button and restored by the form beside the sessions."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.opened import DESK, launched, opened
from tests.server.serving import KEY, serving, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_session_is_saved_and_restored_paused(chromium: str, tmp_path: Path) -> None:
    with serving(tmp_path) as server, launched(chromium) as browser, opened(browser, DESK) as seen:
        table = sitting(server).begin_talk()
        link = table.link("facilitator")
        page = seen.page
        page.goto(link)
        page.get_by_text("Back up this session").click()
        with page.expect_download() as loading:
            page.get_by_role("link", name="With people's names").click()
        file = tmp_path / "session.backup.jsonl"
        loading.value.save_as(file)
        page.goto(f"http://127.0.0.1:{server.port}/console#key={KEY}")
        page.get_by_label("Log or backup file").set_input_files(file)
        page.get_by_role("button", name="Open the file").click()
        page.wait_for_url("**/console/*")
        expect(page.get_by_role("heading", name="A test (restored)")).to_be_visible()
        expect(page.get_by_role("button", name="Resume", exact=True)).to_be_visible()


def test_what_is_kept_of_a_session_is_erased_step_by_step(chromium: str, tmp_path: Path) -> None:
    with serving(tmp_path) as server, launched(chromium) as browser, opened(browser, DESK) as seen:
        table = sitting(server).begin_talk()
        link = table.link("facilitator")
        page = seen.page
        page.goto(link)
        # given a session that is over
        page.get_by_role("button", name="Close the session").click()
        page.get_by_role("button", name="Close it").click()
        page.get_by_text("Erase what is kept").click()
        # when its people are forgotten, the console comes back without their names
        expect(page.get_by_text("Person of council").first).to_be_attached()
        page.get_by_role("button", name="Forget the people").click()
        page.get_by_role("button", name="Forget them").click()
        expect(page.get_by_text("(erased)").first).to_be_attached()
        expect(page.get_by_text("Person of council")).to_have_count(0)
        # and when all of it is deleted, the way leads back to the sessions
        page.get_by_role("button", name="Delete this session").click()
        page.get_by_role("button", name="Delete it").click()
        page.wait_for_url("**/console")
        expect(page.get_by_text("A test")).to_have_count(0)
