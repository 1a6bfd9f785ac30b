"""The facilitator and the people: who needs a hand, what every screen shows, the way back."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import pytest
from msgspec import json
from playwright.sync_api import Browser, Page, expect

from game.acting import ActFor
from server.exports.log import taken
from tests.browser.opened import DESK, LOOKS, NARROW, PHONE, Opened, Scheme, opened
from tests.browser.picturing import shoot
from tests.server.serving import Server, Sitting, serving, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@dataclass
class Point:
    version: int


@dataclass
class Points:
    points: list[Point]


@dataclass
class Room:
    """A session with windows on it."""

    table: Sitting
    browser: Browser
    stack: ExitStack

    def window(self, address: str, size: tuple[int, int] = DESK, scheme: Scheme = "light") -> Page:
        seen = self.stack.enter_context(opened(self.browser, size, scheme))
        seen.page.goto(address)
        return seen.page

    def console(self, size: tuple[int, int] = DESK, scheme: Scheme = "light") -> Page:
        page = self.window(self.table.link("facilitator"), size, scheme)
        expect(page.locator(".desk-head")).to_be_visible()
        return page

    def phone(self, seat: str = "council") -> Page:
        person = self.table.people[seat]
        page = self.window(self.table.link("person", person=person), PHONE)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.locator(".skeleton")).to_have_count(0)
        return page

    def wall(self) -> Page:
        page = self.window(self.table.link("screen"), (1280, 720))
        expect(page.locator(".room")).to_be_visible()
        return page


@contextmanager
def room(browser: Browser, table: Sitting) -> Iterator[Room]:
    with ExitStack() as stack:
        yield Room(table, browser, stack)


def do(table: Sitting, seat: str, kind: str, **fields: object) -> None:
    table.asked += 1
    body = {"id": f"s{table.asked}", "command": {"type": kind, **fields}}
    client = table.server.client(table.passes[seat])
    client.post(f"/api/people/{table.people[seat]}/command", body)


@pytest.fixture(scope="module")
def hurried(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("hurried"), "tests.browser.hurried") as running:
        yield running


def test_a_bot_sits_in_for_who_is_away_and_one_tap_gives_the_seat_back(
    browser: Browser, hurried: Server
) -> None:
    with room(browser, sitting(hurried)) as at:
        desk = at.console()
        desk.get_by_text("Who is away: wait for them").click()
        choice = desk.get_by_label("When nobody of a seat is connected")
        choice.select_option(label="a bot sits in after 2 min")
        with room(browser, at.table) as others:
            for seat in at.table.people:
                others.phone(seat)
            at.table.begin_talk()
            expect(desk.get_by_text("a bot sits in", exact=True)).to_have_count(0)
        tile = desk.locator(".seat-tile", has_text="Town council")
        expect(tile.get_by_text("a bot sits in", exact=True)).to_be_visible()
        need = desk.locator(".need[data-kind=stood]", has_text="Town council")
        expect(need.get_by_role("button", name="QR code, or another person")).to_be_visible()
        phone = at.phone()
        take = phone.get_by_role("button", name="Take my seat back")
        expect(phone.get_by_text("A bot sits in for you.")).to_be_visible()
        take.click()
        expect(take).to_have_count(0)
        expect(tile.get_by_text("a bot sits in", exact=True)).to_have_count(0)
        choice.select_option(label="wait for them")
        desk.get_by_role("button", name="Show secrets").first.click()
        log = desk.locator("#panel-log")
        expect(log.get_by_text("No bot sits in for who is away.")).to_be_visible()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_the_log_of_the_console_says_which_of_the_facilitators_it_was(
    browser: Browser, server: Server
) -> None:
    with room(browser, sitting(server).begin_talk()) as at:
        desk, other, phone = at.console(), at.console(), at.phone()
        for page, name in ((desk, "Ana"), (other, "Ben")):
            page.get_by_text("Facilitators and evaluators").click()
            page.get_by_label("Your own name").fill(name)
            press(page, "Keep my name")
            expect(page.get_by_text("you", exact=True)).to_have_count(0)  # read again, folded
        for page, words in ((desk, "From Ana to all"), (other, "From Ben to all")):
            page.get_by_label("Message").fill(words)
            press(page, "Send")
        for name in ("Ana", "Ben"):
            line = desk.locator("#panel-log .log-line", has_text=f"From {name} to all")
            expect(line.locator(".chip")).to_have_text(name)
        phone.get_by_role("button", name="Log").click()
        expect(phone.get_by_text("From Ben to all").first).to_be_visible()
        expect(phone.locator(".log .chip", has_text="Ben")).to_have_count(0)


def test_a_question_is_answered_from_the_queue_to_its_seat_alone(
    browser: Browser, server: Server
) -> None:
    with room(browser, sitting(server).begin_talk()) as at:
        desk, phone, other = at.console(), at.phone(), at.phone("library")
        phone.get_by_role("button", name="Brief").click()
        phone.get_by_label("Your question").fill("What is a directive?")
        press(phone, "Ask the facilitator for help")
        expect(phone.get_by_text("Your hand is up")).to_be_visible()
        need = desk.locator(".need").first
        expect(need).to_contain_text("What is a directive?")
        need.get_by_role("button", name="Answer").click()
        desk.get_by_role("dialog").get_by_label("Answer to Town council").fill("See the map")
        press(desk, "Send the answer")
        expect(phone.get_by_text("See the map")).to_be_visible()
        other.get_by_role("button", name="Brief").click()
        expect(other.get_by_role("heading", name="Ask the facilitator")).to_be_visible()
        expect(other.get_by_text("See the map")).to_have_count(0)


def test_what_the_facilitator_does_for_a_seat_is_marked_where_it_is_read(
    browser: Browser, server: Server
) -> None:
    with room(browser, sitting(server).begin_talk()) as at:
        desk, phone = at.console(), at.phone()
        press(desk, "Change Town council")
        dialog = desk.get_by_role("dialog")
        dialog.get_by_text("Act for this seat").click()
        press(desk, "Do it for Town council")
        expect(dialog.get_by_role("alert")).to_contain_text("Choose first what it does")
        dialog.get_by_label("What it does").select_option(label="Done talking")
        press(desk, "Do it for Town council")
        expect(dialog.get_by_role("alert")).to_contain_text("Write a reason first")
        dialog.get_by_label("Why you do it").fill("Its phone is broken")
        press(desk, "Do it for Town council")
        expect(phone.locator(".notice").first).to_contain_text("Its phone is broken")
        desk.keyboard.press("Escape")
        expect(desk.locator(".seat-tile").first).to_contain_text("done for it")
        expect(desk.locator(".log-console")).to_contain_text("acts for Town council")


def test_the_facilitator_makes_offers_answers_them_and_speaks_for_a_seat(
    browser: Browser, server: Server
) -> None:
    with room(browser, sitting(server).begin_talk()) as at:
        desk, library = at.console(), at.phone("library")
        press(desk, "Change Town council")
        dialog = desk.get_by_role("dialog")
        dialog.get_by_text("Act for this seat").click()
        dialog.get_by_label("Why you do it").fill("Its phone is broken")
        what = dialog.get_by_label("What it does")
        # an offer with a promise
        what.select_option(label="Make an offer, with promises or without")
        dialog.get_by_label("To whom").select_option(label="City library")
        dialog.get_by_role("button", name="Add a promise").first.click()
        dialog.get_by_role("button", name="Budget: More").nth(1).click()
        shoot(desk, "act offer")
        press(desk, "Do it for Town council")
        expect(
            library.get_by_role("heading", name="Answer the offer of Town council")
        ).to_be_visible()
        expect(what).to_have_value("")
        # an answer to an offer
        do(at.table, "library", "offer", to="council", give={"pay": 1})
        what.select_option(label="Answer the offer of City library with another")
        dialog.get_by_role("checkbox", name="A trust token, placed with City library").check()
        press(desk, "Do it for Town council")
        expect(what).to_have_value("")
        # and a word in confidence
        what.select_option(label="Say something")
        dialog.get_by_label("To whom").select_option(label="City library")
        dialog.get_by_label("What it says").fill("We rely on you")
        press(desk, "Do it for Town council")
        expect(what).to_have_value("")
        library.get_by_role("button", name="Log").click()
        expect(library.get_by_text("We rely on you").first).to_be_visible()
        expect(library.get_by_text("The facilitator acts for Town council.").first).to_be_visible()
        entries = [one.command for one in taken(at.table.log()).entries]
        acted = [one for one in entries if isinstance(one, ActFor)]
        kinds = [type(one.command).__name__ for one in acted]
        assert kinds == ["Offer", "Offer", "Say"]


def test_what_a_key_did_is_in_sight_and_taken_back_by_another(
    browser: Browser, server: Server
) -> None:
    with room(browser, sitting(server).begin_talk()) as at:
        desk = at.console()
        said = desk.locator(".jot")
        desk.keyboard.press("3")
        expect(said).to_contain_text("Counted: Cost, 1 in all")
        desk.keyboard.press("m")
        expect(said).to_contain_text("Moment marked")
        desk.keyboard.press("n")
        expect(desk.get_by_label("Private note")).to_be_focused()
        desk.keyboard.type("m 1 2 3")
        desk.keyboard.press("Control+Enter")
        expect(said).to_contain_text("Note kept")
        expect(desk.get_by_label("Private note")).not_to_be_focused()
        desk.keyboard.press("u")
        expect(said).to_contain_text("Moment marked")
        said.get_by_role("button").click()
        expect(said).to_contain_text("Counted: Cost")
        desk.keyboard.press("u")
        expect(said).to_have_count(0)
        expect(desk.get_by_role("button", name="Cost 1")).to_have_count(0)


def test_somebody_is_removed_for_a_stated_reason_and_let_back_in(
    browser: Browser, server: Server
) -> None:
    with room(browser, sitting(server).begin_talk()) as at:
        desk, phone = at.console(), at.phone("library")
        desk.get_by_text("People: 3").click()
        row = desk.locator("#panel-room .row", has_text="Person of library")
        row.get_by_role("button", name="Remove").click()
        group = desk.get_by_role("group", name="The phone of Person of library")
        shoot(desk, "remove")
        group.get_by_role("button", name="Is here twice").click()
        expect(phone.get_by_role("button", name="To the start page")).to_be_visible()
        desk.get_by_role("button", name="Show what players may not see").click()
        lines = desk.locator("#panel-log .log-line")
        line = lines.filter(has_text="Somebody of City library was removed.")
        expect(line).to_contain_text("Is here twice")
        expect(line.locator(".chip").first).to_have_text("Person of library")
        desk.get_by_role("button", name="Let back in").click()
        back = desk.locator("#panel-log .log-line", has_text="was let back in")
        expect(back).to_be_visible()


def test_the_seat_of_who_is_removed_goes_on_as_the_facilitator_says(
    browser: Browser, server: Server
) -> None:
    table = sitting(server).begin_talk()
    assert table.join(None, "Wanda who waits").status == 200

    def remove(desk: Page, seat: str, then: str) -> None:
        row = desk.locator("#panel-room .row", has_text=f"Person of {seat}")
        row.get_by_role("button", name="Remove").click()
        group = desk.get_by_role("group", name=f"The phone of Person of {seat}")
        choice = group.locator("select")
        expect(choice.locator("option")).to_have_count(3)
        choice.select_option(label=then)
        shoot(desk, f"remove-{seat}")
        group.get_by_role("button", name="Has gone home").click()
        expect(group).to_have_count(0)

    with room(browser, table) as at:
        desk = at.console()
        desk.get_by_text("People: 4").click()
        tiles = desk.locator(".seat-tile")
        remove(desk, "library", "is played by a bot")
        expect(tiles.filter(has_text="City library")).to_contain_text("bot")
        expect(desk.get_by_text("theirs when they are let back in")).to_be_visible()
        remove(desk, "archive", "stays empty for Person of archive")
        archive = tiles.filter(has_text="Town archive")
        expect(archive).to_contain_text("Sat here: Person of archive")
        left = desk.locator("#panel-room li", has_text="sat at Town archive: it is empty").last
        shoot(desk, "removed")
        left.get_by_role("button", name="Bot in").click()
        expect(archive).to_contain_text("bot")
        remove(desk, "council", "goes to Wanda who waits, who waits")
        expect(tiles.filter(has_text="Town council")).to_contain_text("Wanda who waits")
        expect(desk.get_by_text("which Wanda who waits has now")).to_be_visible()
        for seat in ("library", "council"):
            gone = desk.locator("#panel-room li", has_text=f"Person of {seat}").last
            gone.get_by_role("button", name="Let back in").click()
            back = f"Let back in: Person of {seat}"
            expect(desk.get_by_role("button", name=back)).to_have_count(0)
        expect(tiles.filter(has_text="City library")).to_contain_text("Person of library")
        expect(tiles.filter(has_text="Town council")).not_to_contain_text("Person of council")


def test_a_note_bears_on_an_objective_of_the_guide(browser: Browser, server: Server) -> None:
    table = sitting(server, ruleset="newborn", players=4).begin_talk()
    with room(browser, table) as at:
        desk = at.console()
        desk.get_by_label("Private note").fill("They asked before they signed.")
        desk.get_by_text("Objective, more tags").click()
        objective = desk.get_by_label("Objective it bears on")
        objective.select_option(label="Place trust, and deserve it")
        press(desk, "Keep the note")
        desk.get_by_role("button", name="Show what players may not see").click()
        line = desk.locator("#panel-log .log-line", has_text="They asked before they signed.")
        expect(line.locator(".chip").first).to_have_text("Place trust, and deserve it")


def test_a_rewind_shows_what_it_sets_aside_and_every_screen_says_where_to_and_why(
    browser: Browser, server: Server
) -> None:
    table = sitting(server).begin_talk()
    do(table, "council", "say", text="Let us begin")
    table.control("next_phase")
    with room(browser, table) as at:
        desk, phone, wall = at.console(), at.phone(), at.wall()
        press(desk, "Rewind")
        dialog = desk.get_by_role("dialog")
        point = dialog.get_by_label("Back to").locator("option").filter(has_text="Talk begins")
        dialog.get_by_label("Back to").select_option(value=point.get_attribute("value") or "")
        expect(dialog.locator(".rewind-aside")).to_contain_text("Let us begin")
        dialog.get_by_label("Why").fill("We misread")
        table.control("speak", text="One moment, please")
        expect(dialog.locator(".rewind-aside")).to_contain_text("One moment, please")
        expect(dialog.get_by_label("Why")).to_be_focused()
        dialog.get_by_label("Why").fill("We misread the rule")
        press(desk, "Set the game back")
        expect(dialog).to_be_hidden()
        for page in (desk, phone):
            banner = page.locator(".banner")
            expect(banner).to_contain_text("Talk")
            expect(banner).to_contain_text("We misread the rule")
        expect(wall.locator(".scene-pause")).to_contain_text("set back")
        expect(wall.locator(".scene-pause")).to_contain_text("We misread the rule")
        desk.get_by_label("The count that every screen shows").select_option("10")
        press(desk, "Resume")
        expect(phone.locator(".countdown")).to_be_visible()
        expect(wall.locator(".pause-count")).to_be_visible()
        expect(wall.locator(".scene-table")).to_be_visible()
        expect(phone.locator(".banner")).to_have_count(0)


def test_a_check_turns_green_for_who_taps_and_stays_red_for_who_gets_nothing(
    browser: Browser, server: Server
) -> None:
    with room(browser, sitting(server)) as at:
        desk, phone = at.console(), at.phone()
        press(desk, "Check all devices")
        press(phone, "Yes, I see this")
        expect(phone.get_by_text("Does this reach you?")).to_have_count(0)
        check = desk.get_by_role("region", name="Does everybody receive?")
        expect(check.get_by_text("answers,")).to_be_visible()
        expect(check.get_by_text("receives nothing")).to_have_count(2)
        expect(check).to_contain_text("1 of 3 have answered")


def test_one_thing_stands_on_every_screen_until_it_is_put_aside(
    browser: Browser, server: Server
) -> None:
    with room(browser, sitting(server).begin_talk()) as at:
        desk, phone, wall = at.console(), at.phone(), at.wall()
        desk.get_by_text("On every screen", exact=True).click()
        desk.get_by_label("Words", exact=True).fill("Three minutes left")
        press(desk, "Show it")
        expect(wall.locator(".scene-thing")).to_contain_text("Three minutes left")
        expect(phone.locator(".thing")).to_contain_text("Three minutes left")
        press(phone, "Read, hide it")
        expect(phone.locator(".thing")).to_have_count(0)
        desk.get_by_label("What", exact=True).select_option(label="Agency: Town council")
        press(desk, "Show it")
        expect(phone.locator(".thing")).to_contain_text("Town council")
        press(desk, "Take it away")
        expect(phone.locator(".thing")).to_have_count(0)
        press(desk, "Blank")
        expect(wall.locator(".scene-blank")).to_be_visible()


def test_a_look_over_a_shoulder_shows_the_page_and_lets_nothing_be_done(
    browser: Browser, server: Server
) -> None:
    with room(browser, sitting(server).begin_talk()) as at:
        desk = at.console()
        press(desk, "Change Town council")
        dialog = desk.get_by_role("dialog")
        dialog.get_by_text("Look over its shoulder").click()
        dialog.get_by_label("Why you look").fill("They seem lost")
        press(desk, "Write it down first")
        with desk.context.expect_page() as opening:
            dialog.get_by_role("link", name="Open the page of Town council").click()
        page = opening.value
        expect(page.get_by_role("heading", level=1, name="Town council")).to_be_visible()
        expect(page.locator(".banner")).to_contain_text("You look over a shoulder")
        done = page.get_by_role("button", name="I am done talking")
        expect(done).to_have_attribute("aria-disabled", "true")


def test_who_gets_a_seat_in_the_middle_of_a_game_finds_everything_on_one_page(
    browser: Browser, server: Server
) -> None:
    table = sitting(server).begin_talk()
    do(table, "library", "say", text="You owe us an answer", to="council")
    with room(browser, table) as at:
        phone = at.phone()
        body = {"table": table.table, "seat": "council", "bot": "mixed"}
        table.facilitator.post(f"/api/sessions/{table.session}/seat", body)
        expect(phone.locator(".banner")).to_contain_text("A bot plays your seat")
        desk = at.console()
        desk.locator(".need").get_by_role("button", name="Back to Person of council").click()
        dialog = phone.get_by_role("dialog")
        expect(dialog.get_by_role("heading", name="You take over Town council")).to_be_visible()
        expect(dialog).to_contain_text("You owe us an answer")
        press(phone, "Start playing")
        expect(dialog).to_be_hidden()
        phone.reload()
        expect(phone.get_by_role("heading", level=1, name="Town council")).to_be_visible()
        expect(phone.get_by_role("dialog")).to_have_count(0)


def test_who_was_removed_is_let_back_in_by_one_press(browser: Browser, server: Server) -> None:
    table = sitting(server).begin_talk()
    person = {"person": table.people["council"], "do": "remove"}
    with room(browser, table) as at:
        phone, desk = at.phone(), at.console()
        table.facilitator.post(f"/api/sessions/{table.session}/person", person)
        expect(phone.get_by_text("the facilitator has taken you out")).to_be_visible()
        desk.get_by_text("People: 2").click()
        desk.get_by_role("button", name="Let back in").click()
        expect(desk.get_by_text("People: 3")).to_be_visible()
        expect(desk.locator(".seat-tile").first).to_contain_text("Person of council")
        press(phone, "Connect again")
        expect(phone.get_by_role("heading", level=1, name="Town council")).to_be_visible()


def test_a_table_is_led_from_a_phone(browser: Browser, server: Server) -> None:
    table = sitting(server).begin_talk()
    with room(browser, table) as at:
        page = at.window(table.link("facilitator"), NARROW)
        expect(page.locator(".desk-head")).to_be_visible()
        page.goto(page.url.replace("/console/", "/remote/"))
        press(page, "Mark this moment")
        expect(page.get_by_role("button", name="Mark this moment 1")).to_be_visible()
        press(page, "Pause")
        expect(page.locator(".banner")).to_contain_text("Paused")
        page.get_by_label("The count that every screen shows").select_option("0")
        press(page, "Resume")
        expect(page.locator(".banner")).to_have_count(0)
        press(page, "End the talk, plan")
        expect(page.locator(".remote-head")).to_contain_text("Plan")
        assert not Opened(page).is_too_wide()


def test_the_debrief_shows_the_line_set_aside_on_request_and_who_was_looked_at(
    browser: Browser, server: Server
) -> None:
    table = sitting(server).begin_talk()
    table.control("look_over", seat="council", text="It seems lost")
    do(table, "council", "say", text="Let us begin")
    do(table, "library", "say", text="Yes")
    points = table.facilitator.ask(f"/api/tables/{table.table}/points").body
    to = json.decode(points, type=Points).points[0].version
    table.control("rewind", to=to, text="We misread the rule")
    table.control("end_game", text="Time is up")
    with room(browser, table) as at:
        desk = at.console()
        desk.goto(desk.url.replace(f"/console/{table.session}", f"/debrief/{table.table}"))
        dock = desk.locator(".dock")
        expect(desk.get_by_text("The facilitator looked over a shoulder")).to_contain_text(
            "Town council, round 1"
        )
        last = dock.locator("input[type=range]")
        short = int(last.get_attribute("max") or "0")
        desk.get_by_label("Show what a rewind set aside").check()
        expect(last).not_to_have_attribute("max", str(short))
        desk.get_by_label("Show what a rewind set aside").uncheck()
        expect(last).to_have_attribute("max", str(short))


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
def test_axe_finds_nothing_where_the_facilitator_reaches_out(
    browser: Browser, server: Server, size: tuple[int, int], scheme: Scheme
) -> None:
    table = sitting(server).begin_talk()
    do(table, "council", "ask_help", text="What now?")
    table.control("spotlight", scene="text", text="Look here")
    with room(browser, table) as at:
        desk = at.console(size, scheme)
        expect(desk.locator(".need").first).to_be_visible()
        assert Opened(desk).violations() == []
        desk.locator(".need").first.get_by_role("button", name="Answer").click()
        desk.get_by_text("Act for this seat").click()
        expect(desk.get_by_label("What it does")).to_be_visible()
        assert Opened(desk).violations() == []
        desk.goto(desk.url.replace("/console/", "/remote/"))
        expect(desk.locator(".remote-head")).to_be_visible()
        assert Opened(desk).violations() == []
        phone = at.phone()
        expect(phone.locator(".thing")).to_be_visible()
        assert Opened(phone).violations() == []
