"""The room display: it follows the game, obeys the facilitator, and tells nothing it should not."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from msgspec import Struct, convert, json
from playwright.sync_api import Browser, WebSocket, expect

from tests.browser.opened import Opened, opened
from tests.server.serving import Server, Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PROJECTORS = [(1920, 1080), (1280, 720)]
SMALLEST_PX = 27.9
STEPS = (
    ("start", "Briefing"), ("next_phase", "Talk"), ("next_phase", "Plan"), ("next_phase", "Reveal"),
)  # fmt: skip
SIZES = """() => {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const small = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const hidden = '.visually-hidden, .skip-link, script, .fold, figcaption, .marker-code';
    if (!walker.currentNode.textContent.trim() || element.closest(hidden)) continue;
    const drawn = element.closest('.figure svg') ? rem / 16 : 1;
    small.push([parseFloat(getComputedStyle(element).fontSize) * drawn, element.textContent]);
  }
  return small.sort((a, b) => a[0] - b[0])[0];
}"""


class Seen(Struct):
    kind: str
    own: None
    staff: None
    menu: None


class Frame(Struct):
    type: str
    view: Seen | None = None


@contextmanager
def screen(
    browser: Browser, table: Sitting, size: tuple[int, int] = (1280, 720)
) -> Iterator[tuple[Opened, list[str]]]:
    """The display, opened by its one-time link, and the frames that it was sent."""
    link = table.link("screen")
    frames: list[str] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: frames.append(str(payload)))

    with opened(browser, size) as seen:
        seen.page.on("websocket", listen)
        seen.page.goto(link)
        expect(seen.page.locator(".room .scene")).to_be_visible()
        yield seen, frames


def shows(seen: Opened, scene: str) -> None:
    expect(seen.page.locator(f".scene-{scene}")).to_be_visible()


def test_the_display_follows_the_game(browser: Browser, server: Server) -> None:
    table = sitting(server)
    with screen(browser, table) as (seen, _):
        shows(seen, "join")
        expect(seen.page.locator(".join-what")).to_have_text(table.code)
        table.control("start")
        expect(seen.page.locator("h1")).to_contain_text("Briefing")
        table.control("next_phase")
        shows(seen, "table")
        table.control("pause", text="Ten minutes for coffee")
        shows(seen, "pause")
        expect(seen.page.get_by_text("Ten minutes for coffee")).to_be_visible()
        table.control("resume")
        table.control("next_phase")
        table.control("next_phase")
        shows(seen, "reveal")
        table.control("pause", emergency=True)
        expect(seen.page.get_by_text("REAL EMERGENCY")).to_be_visible()
        table.control("resume")
        table.control("end_game", text="The bus leaves")
        shows(seen, "ended")
        expect(seen.page.get_by_text("Public value")).to_be_visible()
        expect(seen.page.locator(".hash")).to_be_visible()
        # who comes now comes too late: nobody is asked in any more
        expect(seen.page.locator(".room-foot")).to_be_empty()


def test_the_display_holds_the_scene_that_the_facilitator_chose(
    browser: Browser, server: Server
) -> None:
    table = sitting(server).begin_talk()
    with screen(browser, table) as (seen, _):
        shows(seen, "table")
        for scene, shown in (("trust", "trust"), ("join", "join"), ("vote", "vote")):
            table.control("spotlight", scene=scene)
            shows(seen, shown)
        table.control("spotlight")
        shows(seen, "table")


def test_what_the_facilitator_shows_stays_in_a_pause_with_its_words_above(
    browser: Browser, server: Server
) -> None:
    table = sitting(server).begin_talk()
    with screen(browser, table) as (seen, _):
        table.control("spotlight", scene="text", text="Look at the map")
        table.control("pause", text="Ten minutes for coffee")
        shows(seen, "thing")
        expect(seen.page.get_by_text("Look at the map")).to_be_visible()
        expect(seen.page.locator(".room-pulse")).to_contain_text("Ten minutes for coffee")
        table.control("spotlight")
        shows(seen, "pause")


def test_a_card_that_is_laid_in_the_talk_stands_large_until_the_phase_ends(
    browser: Browser, server: Server
) -> None:
    table = sitting(server).begin_talk()
    with screen(browser, table) as (seen, _):
        shows(seen, "table")
        words = "The river rises\nBy noon."
        asked = table.control("inject", written={"id": "written", "kind": "incident"}, text=words)
        assert asked["type"] == "done"
        shows(seen, "card")
        expect(seen.page.get_by_text("The river rises")).to_be_visible()
        table.control("next_phase")
        shows(seen, "table")
        # it is the card of this round, not one of this moment
        seen.page.reload()
        shows(seen, "table")


def test_an_old_projector_is_filled_to_its_foot(browser: Browser, server: Server) -> None:
    table = sitting(server).begin_talk()
    with screen(browser, table, (1024, 768)) as (seen, _):
        figure = seen.page.locator(".net")
        expect(figure).to_be_visible()
        box, scene = figure.bounding_box(), seen.page.locator(".scene")
        assert box is not None
        assert box["height"] > 768 / 2
        assert scene.evaluate("one => one.scrollHeight <= one.clientHeight + 1")


def test_the_display_counts_who_is_here(browser: Browser, server: Server) -> None:
    table = sitting(server, seats=False)
    with screen(browser, table) as (seen, _):
        expect(seen.page.get_by_role("heading", name="Who is here: 0 of 3")).to_be_visible()
        assert table.join("council", "Maya").status == 200
        expect(seen.page.get_by_role("heading", name="Who is here: 1 of 3")).to_be_visible()


def test_the_display_names_the_scenario_and_its_context(browser: Browser, server: Server) -> None:
    federal = {"context": "federal"}
    table = sitting(server, ruleset="functional_equivalents", players=5, setup=federal)
    with screen(browser, table) as (seen, _):
        scenario = seen.page.locator(".join-scenario")
        expect(scenario).to_contain_text("Functional equivalents")
        expect(scenario).to_contain_text("Federal: Powers are divided between levels")
        table.control("start")
        expect(seen.page.locator(".room-title")).to_contain_text("Federal")


def test_a_scene_that_nobody_knows_leaves_the_display_to_itself(
    browser: Browser, server: Server
) -> None:
    table = sitting(server).begin_talk()
    table.control("spotlight", scene="the_kitchen")
    with screen(browser, table) as (seen, _):
        shows(seen, "table")


def test_the_display_receives_the_view_of_a_screen_and_nothing_else(
    browser: Browser, server: Server
) -> None:
    table = sitting(server)
    with screen(browser, table) as (seen, frames):
        table.begin_talk()
        shows(seen, "table")
        # A field that is not null where it must be is no `Seen`: decoding fails.
        read = [json.decode(one, type=Frame) for one in frames]
        kinds = {one.view.kind for one in read if one.view is not None}
        assert kinds == {"screen"}


def test_nothing_on_the_display_can_be_pressed(browser: Browser, server: Server) -> None:
    with screen(browser, sitting(server).begin_talk()) as (seen, _):
        shows(seen, "table")
        assert seen.page.locator(".room :is(a, button, input, select, textarea)").count() == 0
        expect(seen.page.locator(".room summary")).to_be_hidden()


@pytest.mark.parametrize("size", PROJECTORS)
def test_no_text_is_under_28_px_at_1080p_and_nothing_is_cut_off(
    browser: Browser, server: Server, size: tuple[int, int]
) -> None:
    table = sitting(server)
    with screen(browser, table, size) as (seen, _):
        for step, phase in (("", ""), *STEPS):
            if step:
                table.control(step)
                expect(seen.page.locator("h1")).to_contain_text(phase)
            least, words = seen.page.evaluate(SIZES)
            assert least * 1080 / size[1] >= SMALLEST_PX, words
            scene = seen.page.locator(".scene")
            assert scene.evaluate("one => one.scrollHeight <= one.clientHeight + 1"), phase


def test_several_tables_share_one_display(browser: Browser, server: Server) -> None:
    table = sitting(server, tables=2)
    with screen(browser, table) as (seen, _):
        table.control("start")
        shows(seen, "tables")
        expect(seen.page.get_by_text("Table 2")).to_be_visible()


def test_in_the_end_the_display_tells_what_became_of_each_table_and_asks_nobody_in(
    browser: Browser, server: Server
) -> None:
    table = sitting(server, seats=False, tables=2)
    seen_now = table.facilitator.get(f"/api/sessions/{table.session}")
    ids = [str(one["id"]) for one in convert(seen_now["tables"], type=list[dict[str, object]])]
    for one in ids:
        for seat in ("council", "library", "archive"):
            body = {"table": one, "seat": seat, "bot": "mixed"}
            table.facilitator.post(f"/api/sessions/{table.session}/seat", body)
    with screen(browser, table) as (seen, _):
        room = seen.page.locator(".room")
        for at, one in enumerate(ids):
            steps = ({"type": "start"}, {"type": "end_game", "text": "The bus leaves"})
            for kind, command in enumerate(steps):
                act = {"id": f"end{at}{kind}", "table": one, "command": command}
                answer = table.facilitator.post(f"/api/sessions/{table.session}/control", act)
                assert answer["type"] == "done"
            if at == 0:
                shows(seen, "tables")
                # one table has ended, the other is still to be joined
                expect(room.locator(".table-box").first).to_contain_text("Public value")
                expect(room).to_contain_text(table.code)
        expect(room.locator("h1")).to_have_text("What became of each table")
        for name in ("Table 1", "Table 2"):
            box = room.locator(".table-box").filter(has_text=name)
            expect(box).to_contain_text("Not launched")
            expect(box).to_contain_text("Public value")
            expect(box.locator(".table-own > li")).to_have_count(3)
        expect(room).not_to_contain_text(table.code)
        least, words = seen.page.evaluate(SIZES)
        assert least * 1080 / 720 >= SMALLEST_PX, words
        for box in room.locator(".table-box").all():
            assert box.evaluate("one => one.scrollHeight <= one.clientHeight + 1")
        assert seen.violations() == []


def test_axe_finds_nothing_on_the_display(browser: Browser, server: Server) -> None:
    table = sitting(server)
    with screen(browser, table) as (seen, _):
        assert seen.violations() == []
        for step, phase in STEPS:
            table.control(step)
            expect(seen.page.locator("h1")).to_contain_text(phase)
            assert seen.violations() == []
