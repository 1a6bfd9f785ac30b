"""A whole game by hand: a facilitator and five people, from the join code to the imported log."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.leading import (
    ON_A_WALL,
    Game,
    downloaded,
    entries,
    scrub,
    see_as,
    settled,
    work_out_the_curve,
)
from tests.browser.opened import PHONE, launched
from tests.browser.people import House, Person, housed, press
from tests.browser.picturing import shoot, side_by_side, wanted
from tests.server.serving import KEY, Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROUNDS = range(1, 6)
WHISPER = "Between us: we sign if you build"


@pytest.fixture
def house(chromium: str) -> Iterator[House]:
    with launched(chromium) as browser, housed(browser) as opened:
        yield opened


def test_five_people_play_newborn_from_the_join_code_to_the_imported_log(
    house: House, server: Server, tmp_path: Path
) -> None:
    game = Game.gathered(house, f"http://127.0.0.1:{server.port}", KEY)
    wait_for_the_start(game)
    for number in ROUNDS:
        brief(game, number)
        talk(game, number)
        plan(game, number)
        reveal(game, number)
    vote(game)
    year_one(game)
    look_back(game)
    look_at_the_log_elsewhere(game, downloaded(game.desk, tmp_path))
    assert not game.faults


# --- the parts of the game


def wait_for_the_start(game: Game) -> None:
    maya, newcomer = game.people[0], game.house.window(PHONE)
    newcomer.goto(f"{game.address}/j/{game.code}")
    expect(newcomer.get_by_label("Your name")).to_be_visible()
    game.judge(newcomer, "join")
    newcomer.close()
    expect(maya.page.get_by_role("heading", name="Your seat is ready")).to_be_visible()
    game.judge(maya.page, "waiting")
    game.judge(game.screen, "the display, joining", ON_A_WALL)
    shoot(game.screen, "screen-join")
    press(game.desk, "Start the game")


def brief(game: Game, number: int) -> None:
    game.everybody_is_asked("See what has happened")
    expect(game.screen.locator("h1")).to_contain_text(f"Round {number}")
    press(game.desk, "Start the talk")
    game.shows("table")


def talk(game: Game, number: int) -> None:
    """Each round begins with another one: they do all that can be done in a talk."""
    ana, ben, cem, dia, eve = rotated(game, number)
    for person in game.people:
        person.choose()
    ana.place_token()
    show_what_they_know(game, number)
    offer_openly(game, number, ana, ben)
    haggle(cem, dia)
    whisper(game, number, eve, ana, unheard_by=ben)
    look_at_the_talk(game, number, ana)
    if number == 3:
        sit_at_two_devices(game, dia, eve)
    end_the_talk(game, number)


def rotated(game: Game, number: int) -> list[Person]:
    at = number - 1
    return game.people[at:] + game.people[:at]


def show_what_they_know(game: Game, number: int) -> None:
    """In the first round all put on the common map what nobody else has put there."""
    shown = 0
    for person in game.people if number == 1 else rotated(game, number)[:1]:
        if person.known().count():
            tag = person.show_fact()
            shown += 1
            for other in game.people:
                other.reads(tag, "Everybody knows")
    assert shown or number > 1


def offer_openly(game: Game, number: int, ana: Person, ben: Person) -> None:
    """A promise against a promise; everybody sees it."""
    ana.begin_offer(ben)
    ana.promise("You give", "Improve the counter")
    ana.promise("You get from", "Lobby")
    ana.send_offer()
    ben.tab("Table")
    ben.is_asked(f"Answer the offer of {ana.seat}")
    if number == 3:
        shoot(ben.page, "phone-offer")
        side_by_side(game.house.browser, "table", [ben.page, game.screen])
    ben.accept(ana)


def haggle(cem: Person, dia: Person) -> None:
    """An offer in confidence, answered by another one, which is accepted."""
    cem.begin_offer(dia)
    cem.promise("You get from", "Will not guard")
    cem.page.get_by_role("radio", name="In confidence").check()
    cem.send_offer()
    dia.begin_counter(cem)
    dia.promise("You get from", "Will not build a portal")
    dia.send_offer()
    cem.accept(dia)


def whisper(game: Game, number: int, eve: Person, ana: Person, *, unheard_by: Person) -> None:
    words = f"{WHISPER} (round {number})"
    eve.whisper(ana, words)
    ana.tab("Deals")
    expect(ana.said(words)).to_be_visible()
    unheard_by.tab("Deals")
    expect(game.screen.get_by_text(words)).to_have_count(0)
    assert unheard_by.page.get_by_text(words).count() == 0


def look_at_the_talk(game: Game, number: int, ana: Person) -> None:
    if number == 1:
        ana.tab("Table")
        game.judge(ana.page, "talk")
        game.judge(game.desk, "the console in a talk")
        game.judge(game.screen, "the display in a talk", ON_A_WALL)
    if number == 3:
        shoot(game.desk, "console")


def sit_at_two_devices(game: Game, person: Person, other: Person) -> None:
    laptop = game.second_device(person)
    laptop.whisper(other, "Written on the laptop")
    person.tab("Deals")
    expect(person.said("Written on the laptop")).to_be_visible()
    shoot(laptop.page, "laptop")
    laptop.page.close()
    expect(person.page.get_by_text("Open on 2 devices")).to_have_count(0)


def end_the_talk(game: Game, number: int) -> None:
    """Once all say that they are done; else the facilitator says so."""
    if number != 2:
        press(game.desk, "End the talk, plan")
        return
    for person in game.people:
        person.tab("Table")
        press(person.now, "I am done talking")
    expect(game.desk.get_by_role("button", name="Lock plans, reveal")).to_be_visible()


def plan(game: Game, number: int) -> None:
    ana, ben, cem, *others = rotated(game, number)
    for person in game.people:
        person.tab("Table")
    if number == 2:
        plan_while_paused(game, cem)
    ana.plan(["Improve the counter", "Frame"])
    ben.plan(["Lobby", "Frame"])
    cem.plan([] if number == 2 else ["Lobby"])
    for person in others:
        person.plan([])
    look_at_a_plan(game, number, ben)
    for person in game.people[1:]:
        person.ready()
    if number % 2:
        game.people[0].ready()
    else:
        press(game.desk, "Lock plans, reveal")
        expect(game.desk.get_by_text("Not ready yet: 1")).to_be_visible()
        press(game.desk, "Lock plans, reveal")


def plan_while_paused(game: Game, person: Person) -> None:
    """What is planned in a pause stays in the browser, a reload too, and goes out afterwards."""
    person.is_asked("Plan up to")
    expect(person.free.first).to_be_visible()
    game.pause("Ten minutes for coffee")
    shoot(game.screen, "screen-pause")
    person.add(person.rows("Lobby").first)
    unsent = person.page.get_by_text("The table does not have this change yet")
    expect(unsent).to_be_visible()
    person.page.reload()
    expect(person.page.locator(".slot").first).to_contain_text("Lobby")
    expect(unsent).to_be_visible()
    game.resume()
    expect(person.page.get_by_text("The table has this plan")).to_be_visible()


def look_at_a_plan(game: Game, number: int, person: Person) -> None:
    if number == 1:
        game.judge(person.page, "plan")
    if number == 3:
        shoot(person.page, "phone-plan")


def reveal(game: Game, number: int) -> None:
    game.shows("reveal")
    for person in game.people:
        expect(person.page.get_by_role("heading", name="What changed for you")).to_be_visible()
    if number == 1:
        game.judge(game.people[0].page, "reveal")
        game.judge(game.screen, "the display, revealing", ON_A_WALL)
    if number == 3:
        shoot(game.screen, "screen-reveal")
        shoot(game.people[2].page, "phone-reveal")
    press(game.desk, "End the reveal")


def vote(game: Game) -> None:
    game.everybody_is_asked("Launch the service, or hold?")
    game.shows("vote")
    for person in game.people:
        press(person.now, "Launch")
    game.everybody_is_asked("The vote has passed")
    press(game.desk, "Go on")


def year_one(game: Game) -> None:
    game.everybody_is_asked("Year one begins")
    press(game.desk, "First quarter")
    for quarter in range(1, 5):
        game.everybody_is_asked(f"Year one, quarter {quarter} of 4")
        game.shows("year")
        if quarter == 4:
            shoot(game.screen, "screen-year-one")
        press(game.desk, "Next quarter" if quarter < 4 else "Show the result")
    game.everybody_is_asked("The game is over")
    game.shows("ended")


def look_back(game: Game) -> None:
    maya, desk = game.people[0], game.desk
    game.judge(maya.page, "ended")
    game.judge(game.screen, "the display, ended", ON_A_WALL)
    shoot(maya.page, "phone-ended")
    shoot(game.screen, "screen-ended")
    desk.get_by_role("link", name="Open the debrief").first.click()
    settled(desk)
    game.judge(desk, "debrief")
    picture_the_debrief(desk)
    hidden = desk.locator(".debrief-concern").get_by_text("not opened yet")
    expect(hidden).to_have_count(0)
    see_as(desk, "Tax administration")
    expect(hidden).to_have_count(4)
    see_as(desk, "Facilitator: sees all")
    row = desk.locator(".debrief-secret").filter(has_text="Tax administration")
    row.get_by_role("button", name="Open to all").click()
    expect(row.get_by_text("open to all")).to_be_visible()
    maya.page.get_by_role("link", name="To the debrief").click()
    settled(maya.page)
    secret = maya.page.locator(".debrief-concern").get_by_text("not opened yet")
    expect(secret).to_have_count(3)
    shoot(maya.page, "phone-debrief")


def picture_the_debrief(desk: Page) -> None:
    if wanted():
        work_out_the_curve(desk)
        desk.set_viewport_size({"width": 1280, "height": 1100})
    scrub(desk, entries(desk) * 2 // 3)
    shoot(desk, "debrief")


def look_at_the_log_elsewhere(game: Game, log: Path) -> None:
    """The log that was downloaded is taken in again, and is the same game."""
    written = log.read_text(encoding="utf-8")
    assert all(f"{WHISPER} (round {number})" in written for number in ROUNDS)
    desk, outcome = game.desk, game.desk.locator(".debrief-outcome h2")
    came_out, length = outcome.inner_text(), entries(desk)
    desk.goto(f"{game.address}/console")
    expect(desk.get_by_label("Log or backup file")).to_be_visible()
    game.judge(desk, "the list of sessions")
    desk.get_by_label("Log or backup file").set_input_files(log)
    press(desk, "Open the file")
    desk.wait_for_url("**/imported/*")
    settled(desk)
    expect(outcome).to_have_text(came_out)
    assert entries(desk) == length
