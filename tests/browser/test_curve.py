"""The launch curve of a debrief: asked for, followed, hidden at first, and walked by its turns."""

import asyncio
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from game.log import Entry
from game.opening import Setup
from server.auth.passes import cookie_name
from server.exports.log import written
from server.work.curves import Curves
from tests.browser.opened import DESK, LOOKS, NARROW, PHONE, Opened, Scheme, opened
from tests.browser.test_debrief import (
    address,
    at_entry,
    away_from,
    entry_of,
    let_in,
    scrub,
    settled,
)
from tests.given import tiny
from tests.playing import play
from tests.server.serving import KEY, Server, Sitting, serving, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

GAMES = 40


@pytest.fixture(scope="module")
def entries() -> tuple[Entry, ...]:
    """A whole game of `tiny` by players at random."""
    return tuple(play(tiny(), Setup("curve 5", bots="random"), 5).entries)


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory, entries: tuple[Entry, ...]
) -> Iterator[Server]:
    """A server that keeps the curve of that game already."""
    folder = tmp_path_factory.mktemp("curve")
    with ThreadPoolExecutor(1) as aside:  # the browser's driver holds the loop of this thread
        aside.submit(lambda: asyncio.run(worked_out(folder / "curves", entries))).result()
    with serving(folder) as running:
        yield running


async def worked_out(folder: Path, entries: tuple[Entry, ...]) -> None:
    curve = await Curves(folder, games=GAMES).start("any", tiny(), entries)
    assert curve.task is not None
    await curve.task
    assert curve.state == "done"


@pytest.fixture(scope="module")
def log(server: Server, entries: tuple[Entry, ...]) -> tuple[str, tuple[str, str]]:
    """Where that game is read, and the cookie that opens it."""
    body = written(("A game", "Elm"), tiny(), list(entries), ())
    taken = server.client(KEY).post("/api/logs", body)
    cookie = cookie_name("facilitator", str(taken["session"]), secure=False), str(taken["pass"])
    return str(taken["address"]), cookie


def look(seen: Opened, server: Server, log: tuple[str, tuple[str, str]]) -> Page:
    let_in(seen, server, log[1])
    seen.page.goto(address(server, log[0]))
    settled(seen.page)
    return seen.page


def show(page: Page) -> None:
    page.get_by_role("button", name="Show the model").click()
    expect(page.get_by_role("heading", name="Turning points")).to_be_visible()


def test_the_group_guesses_first_and_the_choice_is_remembered(
    browser: Browser, server: Server, log: tuple[str, tuple[str, str]]
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log)
        expect(page.get_by_text("Let the group guess first")).to_be_visible()
        expect(page.get_by_role("heading", name="Turning points")).to_have_count(0)
        show(page)
        page.reload()
        settled(page)
        expect(page.get_by_role("heading", name="Turning points")).to_be_visible()
        page.get_by_role("button", name="Hide the model").click()
        expect(page.get_by_text("Let the group guess first")).to_be_visible()


@pytest.mark.parametrize("shown", [False, True])
def test_what_stands_below_the_curve_stays_where_it_is_when_it_comes(
    browser: Browser, server: Server, log: tuple[str, tuple[str, str]], *, shown: bool
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log)
        if shown:
            show(page)
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        page.route(re.compile("/curve$"), hold)
        page.reload()
        lead = page.get_by_role("heading", name="Lead the debrief")
        curve = page.get_by_role("region", name="Launch curve")
        expect(lead).to_be_visible()
        expect(curve.locator(".skeleton")).to_be_visible()
        settled(page)
        page.evaluate("document.fonts.ready.then(() => true)")
        before = lead.bounding_box()
        held[0].continue_()
        name = "Hide the model" if shown else "Show the model"
        expect(curve.get_by_role("button", name=name)).to_be_visible()
        after = lead.bounding_box()
        assert before is not None
        assert after is not None
        assert after["y"] == before["y"]


def test_the_number_follows_the_moment_and_the_chosen_end(
    browser: Browser, server: Server, log: tuple[str, tuple[str, str]]
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log)
        show(page)
        number = page.locator("section:has(#curve-title) .figure-number")
        outcome = page.locator(".debrief-outcome h2").text_content() or ""
        page.get_by_label("Chance of").select_option(label=outcome)
        expect(number).to_have_text("100%")
        scrub(page, 12)
        expect(number).not_to_have_text("100%")
        expect(page.get_by_text("filled in, at")).to_be_visible()


def test_in_a_figure_as_a_table_numbers_stand_under_their_heads(
    browser: Browser, server: Server, log: tuple[str, tuple[str, str]]
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log)
        show(page)
        figure = page.get_by_role("region", name="Launch curve")
        figure.get_by_text("Show as table").click()
        for head in ("Chance in %", "At least", "At most", "Games"):
            column = figure.get_by_role("columnheader", name=head)
            expect(column).to_have_css("text-align", "end")


def test_a_turning_point_leads_to_its_moment_and_keys_to_the_next(
    browser: Browser, server: Server, log: tuple[str, tuple[str, str]]
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log)
        show(page)
        page.get_by_label("Chance of").select_option("not_launched")
        turns = page.locator(".turn")
        expect(turns.nth(1)).to_be_visible()
        turns.first.locator(".turn-go").click()
        expect(turns.first).to_have_attribute("data-current", "true")
        settled(page)
        first = entry_of(page)
        page.keyboard.press("ArrowDown")
        assert away_from(page, first) > first
        expect(turns.nth(1)).to_have_attribute("data-current", "true")
        page.keyboard.press("ArrowUp")
        at_entry(page, first)


def test_a_turning_point_shows_what_else_was_open_and_becomes_a_clip(
    browser: Browser, server: Server, log: tuple[str, tuple[str, str]]
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log)
        show(page)
        page.get_by_label("Chance of").select_option("not_launched")
        turn = page.locator(".turn").first
        turn.get_by_role("button", name="What else was open?").click()
        turn.get_by_role("button", name="Weigh the alternatives").click()
        expect(turn.locator(".other, progress, .quiet").first).to_be_visible()
        expect(turn.get_by_text("model estimate: 200 games")).to_be_visible()
        expect(turn.locator(".other").first).to_contain_text("would have")
        clips = page.locator(".lead-clip")
        before = clips.count()
        turn.get_by_role("button", name="Add to the clips").click()
        expect(clips).to_have_count(before + 1)
        expect(turn.get_by_text("in the clips")).to_be_visible()


SPREAD = """async (given) => {
  const { spread } = await import("/static/js/parts/geometry.js");
  return given.map((one) => spread(...one));
}"""


def test_no_pin_hides_another_at_any_width(browser: Browser, server: Server) -> None:
    for size in ((1920, 1080), DESK, (820, 1180), PHONE, NARROW):
        with opened(browser, size) as seen:
            seen.page.goto(address(server, "/static/gallery.html"))
            heads = seen.page.locator(".chart-pin-head")
            expect(heads).to_have_count(5)
            boxes = [one.bounding_box() for one in heads.all()]
            for one, other in pairwise(boxes):
                assert one
                assert other
                assert one["x"] + one["width"] <= other["x"]


def test_marks_move_apart_no_further_than_they_must(browser: Browser, server: Server) -> None:
    with opened(browser) as seen:
        seen.page.goto(address(server, "/static/gallery.html"))
        given: list[tuple[list[int], int, int, int]] = [
            ([10, 50, 90], 25, 0, 100),  # far apart: they stay
            ([50, 50], 20, 0, 100),  # around where both would stand
            ([48, 50, 70, 90], 20, 0, 100),  # one that is pushed pushes the next
            ([0, 1], 20, 0, 100),  # not over an end
            ([99, 100], 20, 0, 100),
            ([5, 5, 5], 20, 0, 20),  # closer where there is no room
            ([], 20, 0, 100),
        ]
        assert seen.page.evaluate(SPREAD, given) == [
            [10, 50, 90],
            [40, 60],
            [34.5, 54.5, 74.5, 94.5],
            [0, 20],
            [80, 100],
            [0, 10, 20],
            [],
        ]


def test_the_head_of_a_pin_leads_to_its_moment(
    browser: Browser, server: Server, log: tuple[str, tuple[str, str]]
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log)
        show(page)
        page.get_by_label("Chance of").select_option("not_launched")
        page.locator(".turn-go").first.click()
        expect(page.locator(".turn").first).to_have_attribute("data-current", "true")
        settled(page)
        wanted = entry_of(page)
        page.locator(".dock input[type=range]").fill("1")
        away_from(page, wanted)
        page.locator(".chart-pin-number").first.click()
        at_entry(page, wanted)


def test_a_turning_point_without_lines_says_so(
    browser: Browser, server: Server, log: tuple[str, tuple[str, str]]
) -> None:
    def silent(route: Route) -> None:
        answer = route.fetch()
        told = answer.json()
        route.fulfill(response=answer, json=told | {"turns": [
            one | {"lines": []} for one in told["turns"]
        ]})  # fmt: skip

    with opened(browser) as seen:
        seen.page.route("**/curve", silent)
        page = look(seen, server, log)
        show(page)
        page.get_by_label("Chance of").select_option("not_launched")
        said = re.compile("The log tells of nothing here|Plans were sent here")
        expect(page.locator(".turn").first).to_contain_text(said)


WORDS_OF_ALL = """async () => {
  const { alternativeWords } = await import("/static/js/debrief/others.js");
  const ids = ["council", "library", "archive", "treasury"];
  const seats = new Map(ids.map((id) => [id, { id, name: id }]));
  const board = { seats, texts: { "others.all": "All", "others.vote_launch": "{seats} launch" } };
  const what = { kind: "vote", launch: true, seats: ids.slice(0, 3) };
  return [3, 4].map((seated) => alternativeWords(board, what, seated).said);
}"""


def test_all_means_the_seats_of_the_table_and_not_those_of_the_ruleset(
    browser: Browser, server: Server, log: tuple[str, tuple[str, str]]
) -> None:
    with opened(browser) as seen:
        said = look(seen, server, log).evaluate(WORDS_OF_ALL)
        assert said == ["All launch", "council, library, archive launch"]


@pytest.fixture(scope="module")
def ended(server: Server) -> Sitting:
    """A game that was ended in its first Talk."""
    table = sitting(server).begin_talk()
    assert table.control("end_game", text="Time is up")["type"] == "done"
    return table


def test_the_work_is_begun_shown_as_it_goes_on_and_stopped(
    browser: Browser, server: Server, ended: Sitting
) -> None:
    staff = cookie_name("facilitator", ended.session, secure=False), ended.facilitator.secret or ""
    with opened(browser) as seen:
        page = look(seen, server, (f"/debrief/{ended.table}", staff))
        page.get_by_role("button", name="Work the curve out").click()
        expect(page.get_by_text("Games are being played")).to_be_visible()
        expect(page.get_by_text("How long it takes is being measured")).to_be_visible()
        assert not seen.violations()
        page.get_by_role("button", name="Stop", exact=True).click()
        expect(page.get_by_role("button", name="Work the")).to_be_visible()
        expect(page.get_by_text("Games are being played")).to_be_hidden()


LEFT = """async (given) => {
  const { secondsLeft, leftWords } = await import("/static/js/debrief/pace.js");
  return given.map(([looks, of]) => {
    const left = secondsLeft(looks.map(([s, done]) => ({ at: 1000 * s, done })), of);
    return left === null ? null : [left, ...leftWords(left)];
  });
}"""


def test_what_is_left_is_told_at_the_pace_that_was_measured(
    browser: Browser, server: Server
) -> None:
    with opened(browser) as seen:
        seen.page.goto(address(server, "/static/gallery.html"))
        given: list[tuple[list[tuple[int, int]], int]] = [
            ([], 100),
            ([(0, 0), (30, 0)], 100),  # nothing is done yet
            ([(0, 0), (2, 40)], 100),  # too soon
            ([(0, 0), (10, 20)], 100),
            ([(0, 50), (10, 60)], 120),  # only what this page has seen
            ([(0, 0), (10, 1000), (70, 1100), (100, 1200)], 1800),  # the machine is busy by now
        ]
        assert seen.page.evaluate(LEFT, given) == [
            None,
            None,
            None,
            [40, "soon", {"minutes": 1}],
            [60, "minute", {"minutes": 1}],
            [180, "minutes", {"minutes": 3}],
        ]


def test_a_player_finds_no_curve(browser: Browser, server: Server, ended: Sitting) -> None:
    seat = next(iter(ended.people))
    cookie = cookie_name("person", ended.people[seat], secure=False), ended.passes[seat]
    with opened(browser) as seen:
        page = look(seen, server, (f"/debrief/{ended.table}", cookie))
        assert page.get_by_role("heading", name="Launch curve").count() == 0


@pytest.mark.parametrize("way", LOOKS)
def test_everybody_can_use_it(
    browser: Browser,
    server: Server,
    log: tuple[str, tuple[str, str]],
    way: tuple[tuple[int, int], Scheme],
) -> None:
    with opened(browser, *way) as seen:
        page = look(seen, server, log)
        show(page)
        page.locator("section:has(#curve-title)").get_by_text("Show as table").click()
        assert not seen.violations()
        assert not seen.is_too_wide()


def test_it_fits_a_narrow_phone(
    browser: Browser, server: Server, log: tuple[str, tuple[str, str]]
) -> None:
    with opened(browser, NARROW) as seen:
        show(look(seen, server, log))
        assert not seen.is_too_wide()
