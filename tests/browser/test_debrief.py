"""Walking through a log: every panel at one moment, with chosen eyes, and only what is so."""

import re
from dataclasses import dataclass

import pytest
from msgspec import convert
from playwright.sync_api import Browser, Locator, Page, Route, expect

from game.log import NO_HASH, Entry, Wording, sealed, without_words
from game.opening import Setup
from game.simulate.play import play_game
from server.auth.passes import cookie_name
from server.exports.log import written
from server.protocol.frames import SEEN_LINES
from tests.browser.opened import DESK, LOOKS, NARROW, PHONE, Opened, Scheme, opened
from tests.rulesets import RULESETS, load
from tests.server.serving import KEY, Server, Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@dataclass(frozen=True)
class Log:
    """An imported log: where it is read, and the cookie that opens it."""

    address: str
    cookie: tuple[str, str]
    entries: int


@pytest.fixture(scope="module")
def body() -> bytes:
    """The log of a whole game of bots, as it is downloaded."""
    rules = load(RULESETS / "newborn")
    played = play_game(rules, Setup(seed="debrief"), keep=True)
    entries: list[Entry] = []
    words: list[Wording] = []
    for version, turn in enumerate(played.turns, start=1):
        salt = f"{version:032x}"
        command, wordings = without_words(turn.command, salt)
        words += wordings
        entry = Entry(
            version=version,
            at_ms=version * 5_000,
            wall_ms=version * 5_000,
            by=turn.by,
            via="bot",
            id=f"c{version}",
            command=command,
            events=turn.events,
            salt=salt,
        )
        entries.append(sealed(entry, entries[-1].hash if entries else NO_HASH))
    return written(("A game of bots", "Oak"), rules, entries, words)


@pytest.fixture(scope="module")
def log(server: Server, body: bytes) -> Log:
    """The log, taken in by another server; the header and the entries are a line each."""
    reply = server.client(KEY).ask("/api/logs", body)
    assert reply.status == 200, reply.body
    taken = convert(reply.value(), type=dict[str, str])
    cookie = cookie_name("facilitator", taken["session"], secure=False), taken["pass"]
    return Log(taken["address"], cookie, body.count(b'"at_ms":'))


@pytest.fixture(scope="module")
def ended(server: Server) -> Sitting:
    """A game that was ended early, with a person on each of its three seats."""
    table = sitting(server).begin_talk()
    assert table.control("end_game", text="Time is up")["type"] == "done"
    return table


def address(server: Server, path: str) -> str:
    return f"http://127.0.0.1:{server.port}{path}"


def let_in(seen: Opened, server: Server, cookie: tuple[str, str]) -> None:
    name, value = cookie
    seen.page.context.add_cookies([{"name": name, "value": value, "url": address(server, "/")}])


def look(seen: Opened, server: Server, log: Log, entry: int | None = None) -> Page:
    """The debrief of the log, at an entry or its end, its first moment there."""
    let_in(seen, server, log.cookie)
    mark = "" if entry is None else f"#entry-{entry}"
    seen.page.goto(address(server, f"{log.address}{mark}"))
    settled(seen.page)
    return seen.page


def settled(page: Page) -> None:
    """The panels show the moment that is wanted."""
    expect(page.locator(".debrief-panels")).to_have_attribute("data-late", "false")


def entry_of(page: Page) -> int:
    found = re.search(r"Entry (\d+) of", page.locator(".dock-entry").text_content() or "")
    assert found
    return int(found[1])


def at_entry(page: Page, entry: int) -> None:
    """The page has come to this entry, and its panels with it."""
    expect(page.locator(".dock-entry")).to_have_text(re.compile(rf"Entry {entry} of"))
    settled(page)


def away_from(page: Page, entry: int) -> int:
    """The entry to which the page has gone from this one."""
    expect(page.locator(".dock-entry")).not_to_have_text(re.compile(rf"Entry {entry} of"))
    settled(page)
    return entry_of(page)


def eyes(page: Page) -> Locator:
    return page.locator(".dock-pick select").first


def scrub(page: Page, entry: int) -> None:
    page.locator(".dock input[type=range]").fill(str(entry))
    at_entry(page, entry)


def test_the_head_says_what_was_played(browser: Browser, server: Server, log: Log) -> None:
    with opened(browser) as seen:
        head = look(seen, server, log).locator(".topbar")
        expect(head).to_contain_text("5 agencies, 5 rounds")
        expect(head.locator(".scenario")).to_have_text("Newborn")


def test_every_panel_follows_the_scrubber_to_one_moment(
    browser: Browser, server: Server, log: Log
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log)
        at_entry(page, log.entries)
        expect(page.locator(".debrief-outcome h2")).not_to_be_empty()
        scrub(page, 24)
        moments = page.locator(".debrief-panels").get_by_text(re.compile(r"^at \d\d:\d\d"))
        expect(moments).to_have_count(6)
        for moment in moments.all():
            expect(moment).to_contain_text("at 02:00")


def test_keys_step_by_entry_and_by_phase_and_play(
    browser: Browser, server: Server, log: Log
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log, 30)
        page.keyboard.press("ArrowRight")
        at_entry(page, 31)
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
        at_entry(page, 29)
        phase = page.locator(".dock-where .strong").text_content() or ""
        page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("Shift+ArrowRight")
        expect(page.locator(".dock-where .strong")).not_to_have_text(phase)
        page.get_by_label("Speed").select_option("16")
        page.locator("body").click(position={"x": 2, "y": 2})
        before = entry_of(page)
        page.keyboard.press("Space")
        expect(page.get_by_role("button", name="Pause")).to_be_visible()
        expect(page.locator(".dock-entry")).not_to_have_text(f"Entry {before} of {log.entries}")
        page.keyboard.press("Space")
        expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()


def test_an_address_names_its_moment(browser: Browser, server: Server, log: Log) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log, 40)
        at_entry(page, 40)
        page.keyboard.press("ArrowRight")
        expect(page).to_have_url(re.compile(r"#entry-41$"))


def test_a_slow_answer_never_passes_for_another_moment(
    browser: Browser, server: Server, log: Log
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log, 80)
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        page.route("**/at/20?*", hold)
        with page.expect_request("**/at/20?*"):
            page.locator(".dock input[type=range]").fill("20")
        panels = page.locator(".debrief-panels")
        expect(panels).to_have_attribute("data-late", "true")
        expect(panels.get_by_text("at 06:40").first).to_be_visible()
        page.locator(".dock input[type=range]").fill("80")
        expect(panels).to_have_attribute("data-late", "false")
        held[0].continue_()
        scrub(page, 81)
        expect(panels.get_by_text("at 06:45").first).to_be_visible()
        assert panels.get_by_text("at 01:40").count() == 0


def test_a_moment_that_does_not_come_is_said_and_can_be_asked_for_again(
    browser: Browser, server: Server, log: Log
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log, 80)
        page.route("**/at/20?*", lambda route: route.abort())
        page.locator(".dock input[type=range]").fill("20")
        expect(page.get_by_text("This moment did not come")).to_be_visible()
        expect(page.get_by_text("What stands below is the moment at 06:40")).to_be_visible()
        page.unroute("**/at/20?*")
        page.get_by_role("button", name="Try again").click()
        settled(page)
        expect(page.locator(".debrief-panels").get_by_text("at 01:40").first).to_be_visible()


def test_the_eyes_of_a_seat_see_no_more_than_it_saw(
    browser: Browser, server: Server, log: Log
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log, 30)
        concerns = page.locator(".debrief-concern")
        routines = page.get_by_role("img", name=re.compile("^Routines of"))
        expect(routines).to_have_count(5)
        expect(concerns).to_have_count(5)
        expect(concerns.get_by_text("not opened yet")).to_have_count(0)
        eyes(page).select_option("tax")
        settled(page)
        expect(concerns.get_by_text("not opened yet")).to_have_count(4)
        expect(routines).to_have_count(1)
        eyes(page).select_option("public")
        settled(page)
        expect(concerns.get_by_text("not opened yet")).to_have_count(5)
        expect(page.get_by_text("Closed to these eyes at this moment")).to_be_visible()


def test_a_promise_leads_to_the_moment_at_which_it_was_judged(
    browser: Browser, server: Server, log: Log
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log)
        page.get_by_role("button", name="Show the moment at which it was judged").first.click()
        settled(page)
        expect(page.locator(".dock-where .strong")).to_contain_text(re.compile("Reveal|vote"))


def test_who_knew_what_is_told_for_any_two_seats_at_any_minute(
    browser: Browser, server: Server, log: Log
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log, 80)
        knew = page.locator("section").filter(has=page.get_by_role("heading", name="Who knew"))
        knew.get_by_label("Agency").select_option("tax")
        knew.get_by_label("Compared with").select_option("families")
        expect(knew.get_by_text("knew this, and Families ministry did not")).to_be_visible()
        expect(knew.locator(".knew-list").first).to_contain_text("Its own concern:")
        knew.get_by_label("Minute of the game", exact=True).fill("2")
        knew.get_by_role("button", name="Go there").click()
        at_entry(page, 24)


def test_a_whisper_of_long_ago_is_known_still(browser: Browser, server: Server) -> None:
    table = sitting(server).begin_talk()
    first, second, third = table.people
    whisper = {"type": "say", "text": "Only you know this.", "to": second}
    client = server.client(table.passes[first])
    path = f"/api/people/{table.people[first]}/command"
    assert client.post(path, {"id": "w", "command": whisper})["type"] == "done"
    for _ in range(SEEN_LINES):
        assert table.control("speak", text="Go on.")["type"] == "done"
    assert table.control("end_game", text="Time is up")["type"] == "done"
    name = cookie_name("facilitator", table.session, secure=False)
    with opened(browser) as seen:
        let_in(seen, server, (name, table.facilitator.secret or ""))
        seen.page.goto(address(server, f"/debrief/{table.table}"))
        settled(seen.page)
        knew = seen.page.locator("section.card").filter(has_text="Who knew what")
        for label, seat in (("Compared with", third), ("Agency", second)):
            knew.get_by_label(label, exact=True).select_option(value=seat)
        expect(knew.get_by_text("Only you know this.")).to_be_visible()
        knew.get_by_label("Compared with", exact=True).select_option(value=first)
        expect(knew.get_by_text("Only you know this.")).to_have_count(0)


def test_promises_are_chosen_by_how_they_ended_and_who_gave_them(
    browser: Browser, server: Server, log: Log
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log)
        ledger = page.locator("section").filter(has=page.get_by_role("heading", name="Promises"))
        rows = ledger.locator("li.debrief-row")
        ledger.get_by_label("How it ended").select_option("kept")
        expect(rows.filter(has_not_text="kept")).to_have_count(0)
        expect(rows.first).to_be_visible()
        for seat in ("tax", "registry"):
            ledger.get_by_label("Promised by").select_option(seat)
            ledger.get_by_label("Promised to").select_option(seat)
            expect(ledger.get_by_text("There is no such promise")).to_be_visible()


def test_a_chart_and_a_line_of_the_log_set_the_moment(
    browser: Browser, server: Server, log: Log
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log, 80)
        chart = page.locator(".debrief-tracks svg.chart-pick").first
        box = chart.bounding_box()
        assert box
        chart.click(position={"x": box["width"] / 3, "y": box["height"] / 2})
        assert 20 < away_from(page, 80) < 80
        scrub(page, 80)
        line = page.locator(".debrief-lines .log-when button").first
        line.click()
        assert away_from(page, 80) < 80


def test_each_phase_has_one_head_in_what_happened_up_to_a_moment(
    browser: Browser, server: Server, log: Log
) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log, 80)
        heads = page.locator(".debrief-lines .log-break")
        expect(heads.first).to_be_visible()
        told = heads.all_inner_texts()
        assert len(told) == len(set(told))
        again = re.compile(r"^\W*(Round \d|Practice round|Year one)[:,]")
        expect(page.locator(".debrief-lines .log-text").filter(has_text=again)).to_have_count(0)


def test_no_number_of_tokens_stands_under_a_name(
    browser: Browser, server: Server, log: Log
) -> None:
    for size in ((1366, 768), (1920, 1080), (820, 1180)):
        with opened(browser, size) as seen:
            page = look(seen, server, log)
            figure = page.locator("figure").filter(has=page.locator(".net-trust"))
            expect(figure.locator(".net-name").first).to_be_visible()
            names = [one.bounding_box() for one in figure.locator(".net-name").all()]
            counts = [one.bounding_box() for one in figure.locator(".net-tag rect").all()]
            assert counts
            for one in counts:
                for name in names:
                    assert one
                    assert name
                    apart = (
                        one["x"] + one["width"] <= name["x"]
                        or name["x"] + name["width"] <= one["x"]
                        or one["y"] + one["height"] <= name["y"] + 3
                        or name["y"] + name["height"] <= one["y"] + 3
                    )
                    assert apart, (size, one, name)


def test_every_figure_can_be_read_as_a_table(browser: Browser, server: Server, log: Log) -> None:
    with opened(browser) as seen:
        page = look(seen, server, log, 80)
        figures = page.locator("figure.figure:has(> figcaption:not(.visually-hidden))")
        expect(figures).to_have_count(5)
        for figure in figures.all():
            figure.get_by_text("Show as table").click()
            expect(figure.locator("table tbody tr").first).to_be_visible()


def test_the_facilitator_opens_a_concern_and_a_seat_sees_it_then(
    browser: Browser, server: Server, ended: Sitting
) -> None:
    seat, other = list(ended.people)[:2]
    cookie = cookie_name("person", ended.people[seat], secure=False), ended.passes[seat]
    staff = cookie_name("facilitator", ended.session, secure=False), ended.facilitator.secret or ""
    with opened(browser, PHONE) as player, opened(browser) as desk:
        let_in(player, server, cookie)
        player.page.goto(address(server, f"/debrief/{ended.table}"))
        hidden = player.page.locator(".debrief-concern").get_by_text("not opened yet")
        expect(hidden).to_have_count(2)
        offered = eyes(player.page).locator("option").all()
        assert [one.get_attribute("value") for one in offered] == [seat, "public"]
        let_in(desk, server, staff)
        desk.page.goto(address(server, f"/debrief/{ended.table}"))
        rows = desk.page.locator(".debrief-secret")
        expect(rows).to_have_count(3)
        row = rows.nth(list(ended.people).index(other))
        row.get_by_role("button", name="Open to all").click()
        expect(row.get_by_text("open to all")).to_be_visible()
        player.page.reload()
        expect(hidden).to_have_count(1)


def test_a_log_is_taken_in_on_the_console_and_its_faults_are_told_by_line(
    browser: Browser, server: Server, body: bytes
) -> None:
    damaged = body.replace(b'"at_ms":15000', b'"at_ms":15001', 1)
    with opened(browser) as seen:
        page = seen.page
        let_in(seen, server, (cookie_name("key", "", secure=False), KEY))
        page.goto(address(server, "/console"))
        page.get_by_role("button", name="Open the file").click()
        expect(page.get_by_text("Choose a file first.").first).to_be_visible()
        log_file = page.get_by_label("Log or backup file")
        log_file.set_input_files({"name": "a.jsonl", "mimeType": "text/plain", "buffer": damaged})
        page.get_by_role("button", name="Open the file").click()
        expect(page.get_by_text(re.compile(r"^Line 4:"))).to_be_visible()
        assert not seen.violations()
        log_file.set_input_files({"name": "a.jsonl", "mimeType": "text/plain", "buffer": body})
        page.get_by_role("button", name="Open the file").click()
        page.wait_for_url("**/imported/*")
        settled(page)


def test_a_log_from_a_file_says_why_nobody_can_be_led(
    browser: Browser, server: Server, log: Log
) -> None:
    with opened(browser) as seen:
        lead = look(seen, server, log).locator(".lead-panel")
        expect(lead.get_by_text("This log was taken in from a file")).to_be_visible()
        expect(lead.get_by_text("The debrief opens when the game is over.")).to_have_count(0)
        expect(lead.get_by_role("heading", name="Guide")).to_be_visible()
        expect(lead.get_by_role("heading", name="On phones first")).to_have_count(0)


def test_who_may_not_look_is_told_so(browser: Browser, server: Server, ended: Sitting) -> None:
    with opened(browser) as seen:
        answer = seen.page.goto(address(server, f"/debrief/{ended.table}"))
        assert answer is not None
        assert answer.status in {401, 403}


@pytest.mark.parametrize("way", LOOKS)
def test_everybody_can_use_it(
    browser: Browser, server: Server, log: Log, way: tuple[tuple[int, int], Scheme]
) -> None:
    with opened(browser, *way) as seen:
        page = look(seen, server, log, 80)
        for fold in page.locator("details.fold > summary").all():
            fold.click()
        assert not seen.violations()


@pytest.mark.parametrize("size", [NARROW, PHONE, DESK, (1920, 1080)])
def test_it_does_not_scroll_sideways(
    browser: Browser, server: Server, log: Log, size: tuple[int, int]
) -> None:
    with opened(browser, size) as seen:
        look(seen, server, log, 80)
        assert not seen.is_too_wide()
