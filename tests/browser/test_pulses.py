"""One-tap questions: asked from the console, answered on a phone, counted on the console."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.opened import PHONE, opened
from tests.server.serving import Server, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_question_is_answered_by_one_tap_and_counted_on_the_console(
    browser: Browser, server: Server
) -> None:
    table = sitting(server).begin_talk()
    with opened(browser) as desk, opened(browser, PHONE) as phone:
        # given a console and a phone
        desk.page.goto(table.link("facilitator"))
        phone.page.goto(table.link("person", person=table.people["council"]))
        # when the facilitator asks and the seat taps
        desk.page.get_by_role("button", name="Ask everybody").click()
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


def test_a_question_below_an_offer_is_led_to_and_nothing_moves_when_it_comes(
    browser: Browser, server: Server
) -> None:
    table = sitting(server).begin_talk()
    with opened(browser, PHONE) as phone:
        # given an offer that fills the phone
        phone.page.goto(table.link("person", person=table.people["council"]))
        offer = {"type": "offer", "to": "council", "give": {"pay": 1}, "get": {"place": 1}}
        other = server.client(table.passes["library"])
        body = {"id": "o1", "command": offer}
        other.post(f"/api/people/{table.people['library']}/command", body)
        accept = phone.page.get_by_role("button", name="Accept offer").locator("visible=true")
        expect(accept).to_be_visible()
        expect(phone.page.locator(".skeleton")).to_have_count(0)
        place = accept.bounding_box()
        # when the facilitator asks
        table.control("ask_pulse", question="fair")
        lead = phone.page.get_by_role("button", name="Asked of everybody: How fair")
        expect(lead).to_be_in_viewport()
        assert accept.bounding_box() == place
        assert phone.violations() == []
        # then the line leads to the question, from another part of the page too
        phone.page.locator(".tabbar").get_by_role("button", name="Brief").click()
        lead.click()
        question = phone.page.get_by_role("region", name="How fair has this been so far?")
        expect(question).to_be_in_viewport(ratio=0.9)
        expect(lead).to_have_count(0)
        # and who has answered is led there no more
        question.get_by_role("button", name="4", exact=True).click()
        expect(question.get_by_role("button", name="4", pressed=True)).to_be_visible()
        phone.page.evaluate("scrollTo(0, 0)")
        expect(accept).to_be_in_viewport()
        expect(lead).to_have_count(0)


def test_when_the_game_is_over_the_answers_stay_and_nobody_is_asked(
    browser: Browser, server: Server
) -> None:
    table = sitting(server).begin_talk()
    table.control("ask_pulse", question="launch")
    link = table.link("facilitator")
    with opened(browser) as desk:
        desk.page.goto(link)
        expect(desk.page.get_by_role("button", name="Ask the table")).to_be_visible()
        table.control("end_game", text="Enough for a test.")
        expect(desk.page.get_by_text("The game is over. In the debrief")).to_be_visible()
        expect(desk.page.get_by_text("0 of 3 people have answered.")).to_be_visible()
        for name in ("Ask the table", "Close the question"):
            expect(desk.page.get_by_role("button", name=name)).to_have_count(0)


def test_a_note_is_written_by_keys_alone(browser: Browser, server: Server) -> None:
    table = sitting(server).begin_talk()
    link = table.link("facilitator")
    with opened(browser) as desk:
        desk.page.goto(link)
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
    link = table.link("screen")
    with opened(browser) as wall:
        wall.page.goto(link)
        expect(wall.page.get_by_text("Who is the key to this?")).to_be_visible()
        expect(wall.page.get_by_text("Answer on your phone.")).to_be_visible()
        assert wall.violations() == []
        table.control("close_pulse")
        expect(wall.page.get_by_text("Who is the key to this?")).to_have_count(0)
