"""One-tap questions: asked from the console, answered on a phone, counted on the console."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.opened import PHONE, launched, opened
from tests.browser.people import expect
from tests.server.serving import Server, serving, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with launched(chromium) as running:
        yield running


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("pulses")) as running:
        yield running


def test_a_question_is_answered_by_one_tap_and_counted_on_the_console(
    browser: Browser, server: Server
) -> None:
    table = sitting(server).begin_talk()
    asked = {"kind": "person", "person": table.people["council"]}
    links = [
        str(table.facilitator.post(f"/api/sessions/{table.session}/link", one)["address"])
        for one in ({"kind": "facilitator"}, asked)
    ]
    with opened(browser) as desk, opened(browser, PHONE) as phone:
        # given a console and a phone
        desk.page.goto(links[0])
        phone.page.goto(links[1])
        # when the facilitator asks and the seat taps
        desk.page.get_by_role("button", name="Ask the table").click()
        question = phone.page.get_by_role("region", name="How fair has this been so far?")
        question.get_by_role("button", name="4", exact=True).click()
        # then both pages say so
        expect(question.get_by_role("button", name="4", pressed=True)).to_be_visible()
        expect(desk.page.get_by_text("1 of 3 people have answered.")).to_be_visible()
        assert phone.violations() == []
        # and when it is closed, it is gone from the phone
        desk.page.get_by_role("button", name="Close the question").click()
        expect(question).to_have_count(0)


def test_a_note_is_written_by_keys_alone(browser: Browser, server: Server) -> None:
    table = sitting(server).begin_talk()
    link = table.facilitator.post(f"/api/sessions/{table.session}/link", {"kind": "facilitator"})
    with opened(browser) as desk:
        desk.page.goto(str(link["address"]))
        note = desk.page.get_by_label("Private note")
        expect(note).to_be_visible()
        desk.page.locator("body").press("n")
        expect(note).to_be_focused()
        expect(note).to_have_value("")
        note.fill("They wait for one another.")
        desk.page.get_by_role("button", name="improvement").click()
        note.press("Control+Enter")
        expect(note).to_have_value("")
        log = table.log()
        assert b"They wait for one another." in log
        assert b'"improvement"' in log


def test_the_room_display_shows_the_question_and_no_answer(
    browser: Browser, server: Server
) -> None:
    table = sitting(server).begin_talk()
    table.control("ask_pulse", text="Who is the key to this?", form="seats")
    link = table.facilitator.post(f"/api/sessions/{table.session}/link", {"kind": "screen"})
    with opened(browser) as wall:
        wall.page.goto(str(link["address"]))
        expect(wall.page.get_by_text("Who is the key to this?")).to_be_visible()
        expect(wall.page.get_by_text("Answer on your phone.")).to_be_visible()
        assert wall.violations() == []
        table.control("close_pulse")
        expect(wall.page.get_by_text("Who is the key to this?")).to_have_count(0)
