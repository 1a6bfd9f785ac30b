"""The page of a seat: what it asks for, what it keeps, what it says when something cannot be."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import json
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.opened import DESK, PHONE, opened
from tests.browser.picturing import shoot
from tests.browser.playing import Player, join, laid
from tests.browser.scripts import scripts
from tests.rulesets import ROOT
from tests.server.serving import Server, serving, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OFFER = {"to": "council", "give": {"pay": 1}, "get": {"place": 1}}
BUDGET_OF_SCRIPTS = 60 * 1024
"""Bytes, each file gzipped by itself, as it is sent."""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with opened(browser, PHONE) as seen:
        yield seen.page


@pytest.fixture
def practising(phone: Page, server: Server) -> Player:
    """The town council on a phone, in the talk of the practice round."""
    table = sitting(server, seats=False, setup={"seed": "1", "first_game": True})
    found = join(phone, server, table)
    found.to_phase("talk")
    return found


@pytest.fixture
def player(phone: Page, server: Server) -> Player:
    """The town council on a phone, in the talk of round 1."""
    found = join(phone, server, laid(server))
    found.to_phase("talk")
    expect(phone.get_by_role("heading", name="Talk with the others")).to_be_visible()
    return found


def test_a_free_seat_is_taken_on_the_waiting_page(phone: Page, server: Server) -> None:
    join(phone, server, laid(server), seat=None)
    phone.get_by_role("button", name="Take this seat Town council").click()
    expect(phone.get_by_role("heading", name="Your seat is ready")).to_be_visible()
    expect(phone.get_by_role("heading", level=1, name="Town council")).to_be_visible()


def test_all_that_was_asked_while_the_line_was_down_is_answered_when_it_is_back(
    player: Player, phone: Page
) -> None:
    answers = phone.evaluate(
        """async (address) => {
          const { Connection } = await import("/static/js/socket/connection.js");
          let up;
          const isUp = new Promise((give) => { up = give; });
          const line = new Connection(address, (now) => now.state === "open" && up());
          await isUp;
          line.socket.close();
          await new Promise((give) => line.socket.addEventListener("close", give));
          const codes = [];
          const closed = line.closed.bind(line);
          line.closed = (code) => { codes.push(code); closed(code); };
          const asked = Array.from({ length: 45 }, (_, place) =>
            line.send({ type: "ask_help", asks: place % 2 === 0 }));
          const answers = await Promise.all(asked);
          line.stop();
          return [answers.filter((one) => one.done).length, codes];
        }""",
        f"/socket/player/{phone.url.rsplit('/', 1)[1]}",
    )
    assert answers == [45, []]


def test_nobody_can_take_a_seat_that_the_facilitator_assigns(phone: Page, server: Server) -> None:
    join(phone, server, laid(server, assigns=True), seat=None)
    expect(phone.get_by_role("heading", name="The facilitator gives you a seat")).to_be_visible()
    assert phone.get_by_role("button", name="Take this seat").count() == 0


def test_a_token_is_placed_and_the_reason_why_not_again_stands_beside(player: Player) -> None:
    page = player.page
    page.locator(".partner").filter(has_text="Library").locator("summary").click()
    page.get_by_role("button", name="Place a token").locator("visible=true").click()
    expect(page.get_by_text("Only once a round with the same agency")).to_be_visible()
    button = page.get_by_role("button", name="Place a token").locator("visible=true")
    expect(button).to_have_attribute("aria-disabled", "true")


def test_the_practice_round_is_called_so_and_said_to_be_over(practising: Player) -> None:
    page = practising.page
    expect(page.get_by_text("Talk, practice round")).to_be_visible()
    expect(page.get_by_text("This is the practice round.")).to_be_visible()
    practising.to_phase("reveal")
    practising.control("next_phase")
    expect(page.get_by_role("heading", name="The practice round is over")).to_be_visible()


def test_the_brief_tells_which_frame_is_the_own_logic_and_a_game_over_is_no_practice(
    practising: Player,
) -> None:
    page = practising.page
    expect(page.get_by_text("Practice round: try everything")).to_be_visible()
    practising.tab("Brief")
    expect(page.get_by_text("when its frame is Citizens' service")).to_be_visible()
    practising.control("end_game", text="Time")
    expect(page.get_by_role("heading", name="The game is over")).to_be_visible()
    expect(page.get_by_text("Practice round: try everything")).to_have_count(0)


def test_what_was_promised_for_this_round_stands_beside_the_plan(player: Player) -> None:
    page = player.page
    reform = {"promise": [{"act": {"kind": "reform"}, "due": 1}]}
    player.other("library", "offer", to="council", get=reform)
    page.get_by_role("button", name="Accept offer").click()
    expect(page.get_by_role("heading", name="Talk with the others")).to_be_visible()
    player.to_phase("plan")
    owed = page.get_by_role("region", name="You promised for this round")
    expect(owed.get_by_text("not in your plan yet")).to_be_visible()
    owed.get_by_role("button", name="Add").click()
    expect(owed.get_by_text("kept by your plan")).to_be_visible()
    expect(page.locator(".slot[data-full=true]")).to_contain_text("Reform")


def test_what_was_promised_about_the_launch_stands_beside_the_vote(player: Player) -> None:
    page = player.page
    launch = {"promise": [{"act": {"kind": "vote_launch"}, "due": 3}]}
    player.other("library", "offer", to="council", get=launch)
    page.get_by_role("button", name="Accept offer").click()
    expect(page.get_by_role("heading", name="Talk with the others")).to_be_visible()
    player.control("adjust_track", track="support", to=9, text="For a vote to be held")
    player.to_phase("plan")
    assert page.get_by_role("region", name="You promised for this round").count() == 0
    player.to_phase("vote")
    promised = page.locator(".play-now").get_by_text("You promised City library:")
    expect(promised).to_contain_text("launch")
    shoot(page, "owed-vote")
    page.get_by_role("button", name="Launch", exact=True).click()
    expect(page.get_by_text("You voted: Launch")).to_be_visible()
    expect(promised).to_have_count(0)


def test_the_vote_says_how_it_passes_and_what_comes_of_it(player: Player) -> None:
    player.control("adjust_track", track="support", to=9, text="For a vote to be held")
    player.to_phase("vote")
    asked = player.page.locator(".play-now")
    expect(asked).to_contain_text("0 of 3 needed are live")
    expect(asked).to_contain_text("It passes if")
    expect(asked).to_contain_text("Not passed: the game ends without a launch")


def test_a_limit_is_told_with_its_numbers_in_the_sentence(player: Player) -> None:
    player.to_phase("plan")
    guard = player.page.locator(".plan-kind").filter(has_text="Guard")
    guard.locator("> summary").click()
    expect(guard).to_contain_text("Your autonomy is 10, and guarding works only under 8")
    expect(guard).not_to_contain_text("10 of 8")


def test_who_had_no_plan_reads_so_at_the_reveal(player: Player) -> None:
    page = player.page
    changed = page.get_by_text("nothing that is yours has changed", exact=False)
    player.to_phase("reveal")
    expect(page.get_by_text("No plan of yours came in")).to_be_visible()
    expect(page.get_by_text("No agency did anything")).to_be_visible()
    player.control("next_phase")
    player.to_phase("plan")
    expect(changed).to_have_count(0)
    empty = {"type": "plan", "acts": []}
    player.control("act_for", seat="council", command=empty, text="They asked me to")
    player.to_phase("reveal")
    expect(page.get_by_text("You had planned nothing")).to_be_visible()
    shoot(page, "reveal-no-plan")


def test_who_watches_reads_nothing_at_the_reveal_of_what_is_theirs(
    phone: Page, server: Server
) -> None:
    table = sitting(server)
    player = join(phone, server, table, seat=None)
    path = f"/api/sessions/{table.session}/person"
    table.facilitator.post(path, {"person": player.person, "do": "observe"})
    player.to_phase("reveal")
    expect(phone.get_by_text("Promises due now")).to_be_visible()
    expect(phone.get_by_text("What changed for you")).to_have_count(0)


def test_a_deal_that_cannot_be_met_says_so_beside_the_button_that_was_pressed(
    player: Player,
) -> None:
    player.other("library", "offer", **OFFER | {"give": {"pay": 8}})
    player.page.get_by_role("button", name="Accept offer").click()
    card = player.page.locator(".play-now")
    expect(card.get_by_text("it cannot be met now")).to_be_visible()
    expect(card.get_by_text("The offer stays open")).to_be_visible()


def test_an_offer_becomes_the_next_step_and_shows_in_the_title(player: Player) -> None:
    player.other("library", "offer", **OFFER)
    expect(
        player.page.get_by_role("heading", name="Answer the offer of City library")
    ).to_be_visible()
    expect(player.page).to_have_title(re.compile("Answer the offer of City library"))
    player.page.get_by_role("button", name="Accept offer").click()
    expect(player.page.get_by_role("heading", name="Talk with the others")).to_be_visible()
    expect(player.page).not_to_have_title(re.compile("Answer"))


def test_a_counter_offer_begins_with_the_terms_turned_round(player: Player) -> None:
    player.other("library", "offer", confidential=True, **OFFER)
    page = player.page
    page.get_by_role("button", name="Counter-offer", exact=True).locator("visible=true").click()
    gives = page.get_by_role("group", name="You give", exact=True)
    expect(gives.get_by_label("A trust token, placed with City library")).to_be_checked()
    gets = page.get_by_role("group", name="You get from City library")
    expect(gets.get_by_label("Budget", exact=True)).to_have_value("1")
    expect(page.get_by_text("Only City library, you and the facilitator").first).to_be_visible()
    page.get_by_role("button", name="Send offer").click()
    expect(page.get_by_text("has not answered yet")).to_be_visible()
    expect(page.get_by_text("Nobody waits for your answer")).to_be_visible()


def test_a_refused_offer_says_why_and_keeps_what_was_filled_in(player: Player) -> None:
    page = player.page
    player.tab("Deals")
    page.get_by_role("button", name="Make an offer").click()
    page.get_by_label("To whom").select_option("archive")
    page.get_by_role("button", name="Send offer").click()
    expect(page.get_by_text("This deal has no terms")).to_be_visible()
    expect(page.get_by_label("To whom")).to_have_value("archive")


def test_the_form_of_an_offer_has_the_bounds_and_kinds_that_the_board_names(
    phone: Page, server: Server
) -> None:
    def narrower(route: Route) -> None:
        board = json.decode(route.fetch().body())
        board["deals"] = {
            "budget": 2,
            "promises": 1,
            "promised": [
                {"kind": "lobby", "objects": []},
                {"kind": "scan", "objects": []},
                {"kind": "sign", "objects": ["dependency"]},
            ],
        }
        route.fulfill(json=board)

    phone.route("**/board/*", narrower)
    player = join(phone, server, laid(server))
    player.to_phase("talk")
    player.tab("Deals")
    phone.get_by_role("button", name="Make an offer").click()
    gives = phone.get_by_role("group", name="You give", exact=True)
    expect(gives.get_by_label("Budget", exact=True)).to_have_attribute("max", "2")
    gives.get_by_role("button", name="Add a promise").click()
    expect(gives.get_by_role("button", name="Add a promise")).to_be_hidden()
    kinds = gives.get_by_label("Promise", exact=True).get_by_role("option")
    expect(kinds).to_have_text(["Sign", "Lobby", "Scan"])


def test_an_offer_begun_outlives_a_reload(player: Player) -> None:
    page = player.page
    player.tab("Deals")
    page.get_by_role("button", name="Make an offer").click()
    page.get_by_label("To whom").select_option("archive")
    page.get_by_role("button", name="Budget: More").first.click()
    page.reload()
    player.tab("Deals")
    expect(page.get_by_label("To whom")).to_have_value("archive")
    expect(page.get_by_label("Budget", exact=True).first).to_have_value("1")


def test_news_writes_into_no_field_that_somebody_is_typing_in(player: Player) -> None:
    player.tab("Deals")
    field = player.page.get_by_role("textbox", name="Message")
    field.press_sequentially("Shall we")
    player.other("library", "offer", **OFFER)
    expect(
        player.page.get_by_role("heading", name="Answer the offer of City library")
    ).to_be_visible()
    field.press_sequentially(" sign?")
    expect(field).to_have_value("Shall we sign?")


def test_a_message_in_confidence_reaches_the_one_and_not_the_other(player: Player) -> None:
    page = player.page
    player.tab("Deals")
    page.get_by_label("To", exact=True).select_option("library")
    page.get_by_role("textbox", name="Message").fill("<b>only</b> you")
    page.get_by_role("button", name="Send message").click()
    expect(page.locator(".message").get_by_text("<b>only</b> you")).to_be_visible()
    seen = {
        seat: player.table.server.client(player.table.passes[seat])
        .ask(f"/api/people/{player.table.people[seat]}/view")
        .body
        for seat in ("library", "archive")
    }
    assert b"<b>only</b> you" in seen["library"]
    assert b"<b>only</b> you" not in seen["archive"]


def test_a_plan_is_with_the_table_as_soon_as_it_is_chosen(player: Player) -> None:
    player.to_phase("plan")
    page = player.page
    page.locator(".plan-kind").filter(has_text="Improve the counter").locator("summary").click()
    page.get_by_role("button", name="Add Improve the counter").click()
    expect(page.get_by_text("The table has this plan")).to_be_visible()
    page.reload()
    expect(page.locator(".slot").first).to_contain_text("Improve the counter")
    page.get_by_role("button", name="Ready", exact=True).click()
    expect(page.get_by_role("heading", name="Waiting for")).to_be_visible()


def test_an_action_that_lacks_something_says_what_and_can_be_planned(player: Player) -> None:
    player.to_phase("plan")
    page = player.page
    kind = page.locator(".plan-kind").filter(has_text="Take back control")
    kind.locator("summary").click()
    expect(kind.get_by_text("guarding works only under 8")).to_be_visible()
    kind.get_by_role("button", name="Add").click()
    expect(page.locator(".slot").first).to_contain_text("As things stand")
    expect(page.get_by_text("The table has this plan")).to_be_visible()


def test_a_plan_changed_while_the_game_is_paused_is_sent_when_it_goes_on(player: Player) -> None:
    player.to_phase("plan")
    page = player.page
    player.control("pause", text="Coffee")
    expect(page.locator(".banner")).to_contain_text("Paused by the facilitator")
    expect(page.locator(".banner")).to_contain_text("Coffee")
    page.locator(".plan-kind").filter(has_text="Improve the counter").locator("summary").click()
    page.get_by_role("button", name="Add Improve the counter").click()
    expect(page.get_by_text("The table does not have this change yet")).to_be_visible()
    player.control("resume")
    expect(page.get_by_text("The table has this plan")).to_be_visible()


def test_the_reveal_shows_the_others_only_what_they_may_see(player: Player) -> None:
    player.to_phase("plan")
    player.other("library", "plan", acts=[{"kind": "reform"}])
    player.to_phase("reveal")
    turns = player.page.locator(".turn")
    expect(turns.filter(has_text="City library")).to_contain_text("Inside work")
    expect(turns.filter(has_text="City library")).not_to_contain_text("Reform")


def test_a_real_emergency_covers_the_page(player: Player) -> None:
    player.control("pause", text="Leave by the stairs.", emergency=True)
    alert = player.page.get_by_role("alert")
    expect(alert).to_contain_text("REAL EMERGENCY")
    expect(alert).to_contain_text("Leave by the stairs.")


def test_the_end_gives_the_own_score_and_the_way_to_the_debrief(player: Player) -> None:
    player.control("end_game", text="Time for the debrief")
    page = player.page
    expect(page.get_by_role("heading", name="The game is over")).to_be_visible()
    expect(page.get_by_text("Secret concern:")).to_be_visible()
    # every figure says what it counts
    result = page.get_by_role("region", name="Not launched")
    figures = result.locator(".row-end")
    expect(figures).to_have_count(8 + 3)
    expect(figures).to_have_text([re.compile(r"^\u2212?(1\spoint|\d+\spoints)$")] * 11)
    expect(result.locator(".line-between")).to_contain_text(re.compile(r"Public value.*\d points"))
    expect(result.locator(".row").filter(has_text="Trust tokens from others")).to_have_count(1)
    link = page.get_by_role("link", name="To the debrief")
    expect(link).to_have_attribute("href", f"/debrief/{player.table.table}")


def test_who_was_removed_is_told_and_the_page_does_not_come_back(player: Player) -> None:
    body = {"person": player.person, "do": "remove"}
    player.table.facilitator.post(f"/api/sessions/{player.table.session}/person", body)
    expect(player.page.get_by_text("the facilitator has taken you out")).to_be_visible()


def test_who_watches_sees_the_table_and_has_nothing_to_press(phone: Page, server: Server) -> None:
    table = laid(server)
    watcher = join(phone, server, table, seat=None)
    for seat in ("council", "library", "archive"):
        assert table.join(seat, f"Person of {seat}").status == 200
    body = {"person": watcher.person, "do": "observe"}
    table.facilitator.post(f"/api/sessions/{table.session}/person", body)
    watcher.to_phase("talk")
    expect(phone.get_by_role("heading", name="You watch: Talk")).to_be_visible()
    expect(phone.get_by_text("Who trusts whom")).to_be_visible()
    assert phone.get_by_role("button", name="Back this").count() == 0
    assert phone.get_by_text("Secret concern").count() == 0


def test_a_second_device_takes_the_same_seat_by_a_one_time_link(
    player: Player, browser: Browser
) -> None:
    link = player.table.link("person", person=player.person)
    address = re.sub(r"//[^/]+", f"//127.0.0.1:{player.table.server.port}", link)
    with opened(browser, DESK) as second:
        second.page.goto(address)
        expect(second.page.get_by_role("heading", level=1, name="Town council")).to_be_visible()
        expect(player.page.get_by_text("Open on 2 devices")).to_be_visible()
    with opened(browser, DESK) as late:
        late.page.goto(address)
        expect(late.page.locator(".notice-bad")).to_be_visible()


def test_a_message_begun_outlives_a_crash_of_the_server(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path) as server, opened(browser, PHONE) as seen:
        page = seen.page
        player = join(page, server, laid(server))
        player.to_phase("talk")
        player.tab("Deals")
        page.get_by_role("textbox", name="Message").fill("Still here")
        server.kill()
        expect(page.locator(".banner").get_by_text("Connection lost")).to_be_visible()
        button = page.get_by_role("button", name="Send message")
        expect(button).to_have_attribute("aria-disabled", "true")
        server.again()
        expect(page.locator(".banner").get_by_text("Connection lost")).to_be_hidden()
        expect(page.get_by_role("textbox", name="Message")).to_have_value("Still here")
        button.click()
        expect(page.locator(".message").get_by_text("Still here")).to_be_visible()
        seen.said.clear()  # that the line was cut, which is the point here


def test_the_scripts_before_the_first_sight_fit_their_budget() -> None:
    files = scripts(ROOT / "static" / "js" / "play.js")
    assert len(files) > 30
    assert sum(len(gzip.compress(one.read_bytes())) for one in files) <= BUDGET_OF_SCRIPTS


SIGN = {"act": {"kind": "sign", "dependency": "council_library_names"}, "due": 1}


def test_an_offer_that_crosses_the_core_value_warns_its_reader_alone(player: Player) -> None:
    player.other("library", "offer", to="council", get={"promise": [SIGN]})
    page = player.page
    warning = page.get_by_role("note", name="Only you see this")
    expect(warning).to_contain_text("Your core value")
    expect(warning).to_contain_text("before your objection is answered")
    # and what it offers in return does so, too
    page.get_by_role("button", name="Counter-offer", exact=True).locator("visible=true").click()
    expect(page.locator(".play-form").get_by_role("note")).to_contain_text("Your core value")
    page.get_by_role("button", name="Remove this promise").click()
    expect(page.locator(".play-form").get_by_role("note")).to_have_count(0)


def test_a_plan_warns_at_the_action_that_costs_something(player: Player) -> None:
    player.to_phase("plan")
    page = player.page
    for kind in ("Improve the counter", "Sign"):
        box = page.locator(".plan-kind").filter(has=page.get_by_text(kind, exact=True))
        box.locator("> summary").click()
        box.get_by_role("button", name="Add").first.click()
    warned = page.locator(".slot").filter(has=page.get_by_role("note", name="Only you see this"))
    expect(warned).to_have_count(1)
    expect(warned).to_contain_text("Sign ")
    expect(warned).to_contain_text("Your core value")


def test_nothing_moves_under_the_finger_where_the_browser_does_not_anchor_the_scroll(
    player: Player,
) -> None:
    player.to_phase("plan")
    page = player.page
    box = page.locator(".plan-kind").filter(has=page.get_by_text("Sign", exact=True))
    box.locator("> summary").click()
    page.evaluate("document.documentElement.style.setProperty('overflow-anchor', 'none')")
    row = box.locator(".plan-row").first
    row.evaluate("one => one.scrollIntoView({ block: 'center' })")
    place = row.evaluate("one => one.getBoundingClientRect().top")
    row.get_by_role("button", name="Add").click()
    expect(page.locator(".slot").get_by_role("note", name="Only you see this")).to_have_count(1)
    assert abs(row.evaluate("one => one.getBoundingClientRect().top") - place) < 1


def test_what_several_did_alike_is_told_once_with_all_their_names(player: Player) -> None:
    player.to_phase("plan")
    frame = {"kind": "frame", "frame": "legal"}
    for seat in ("library", "archive"):
        assert player.other(seat, "plan", acts=[frame])["type"] == "done"
    page = player.page
    box = page.locator(".plan-kind").filter(has=page.get_by_text("Frame", exact=True))
    box.locator("> summary").click()
    box.get_by_role("button", name="Add Frame it as Savings").click()
    expect(page.get_by_text("The table has this plan.")).to_be_visible()
    player.to_phase("reveal")
    rows = page.locator(".turn")
    expect(rows).to_have_count(2)
    rights = rows.filter(has_text="Frame it as Rights")
    expect(rights).to_contain_text("Library and Archive")
    expect(rights).to_contain_text("worked")
    expect(rights.locator(".marker")).to_have_count(2)
    mine = rows.filter(has_text="Frame it as Savings")
    expect(mine).to_contain_text("You")
    expect(mine).to_contain_text("did not work")


UNTURNED = """const soon = setTimeout;
window.setTimeout = (act, ms, ...more) => soon(act, ms === 1_400 ? 600_000 : ms, ...more);"""
"""Cards lie as they are until all are turned by hand: however slow the browser, it sees them so."""


def test_what_a_reveal_led_to_shows_when_its_cards_have_turned(
    browser: Browser, server: Server
) -> None:
    with opened(browser, PHONE) as seen:
        seen.page.emulate_media(reduced_motion="no-preference")
        seen.page.add_init_script(UNTURNED)
        player = join(seen.page, server, laid(server))
        player.to_phase("plan")
        for other in ("library", "archive"):
            acts = [{"kind": "reform"}, {"kind": "counter"}]
            assert player.other(other, "plan", acts=acts)["type"] == "done"
        player.to_phase("reveal")
        expect(seen.page.get_by_role("heading", name="Reveal")).to_be_visible()
        expect(seen.page.get_by_role("region", name="Dependencies")).to_have_count(0)
        seen.page.get_by_role("button", name="Show all").first.click()
        expect(seen.page.get_by_role("region", name="Dependencies")).to_be_visible()
        # once watched it is not played again
        seen.page.reload()
        expect(seen.page.get_by_role("region", name="Dependencies")).to_be_visible()


def test_each_phase_has_one_head_in_the_log_and_no_line_that_says_it_again(player: Player) -> None:
    player.other("library", "offer", **OFFER)
    player.to_phase("plan")
    player.tab("Log")
    log = player.page.locator("#panel-log")
    heads = log.locator(".log-break")
    expect(heads).to_have_text(
        ["Round 1, Plan", "Round 1, Talk", "Round 1, Briefing", "Waiting room"]
    )
    expect(log.locator(".log-line").filter(has_text="Round 1")).to_have_count(0)
    log.get_by_role("button", name="Talk", exact=True).click()
    expect(heads).to_have_text(["Round 1, Plan", "Round 1, Talk"])


def test_who_was_the_last_to_be_done_is_not_said_to_have_done_what_came_of_it(
    player: Player,
) -> None:
    for seat in ("library", "archive"):
        assert player.other(seat, "done")["type"] == "done"
    player.page.get_by_role("button", name="I am done talking").click()
    expect(player.page.get_by_role("heading", name="Plan up to")).to_be_visible()
    player.tab("Log")
    line = player.page.locator("#panel-log .log-line").filter(
        has_text="No governance has a majority"
    )
    expect(line).to_have_attribute("data-mine", "false")
    expect(line.locator(".marker")).to_have_count(0)


def test_nothing_turns_over_for_who_wants_no_motion(player: Player) -> None:
    player.to_phase("plan")
    player.other("library", "plan", acts=[{"kind": "reform"}, {"kind": "counter"}])
    player.to_phase("reveal")
    expect(player.page.get_by_role("heading", name="Reveal")).to_be_visible()
    # the page was opened in this very round; whatever stands there stands there at once
    assert player.page.get_by_role("button", name="Show all").count() == 0
    expect(player.page.get_by_role("heading", name="What changed for you")).to_be_visible()


def test_trust_that_moved_in_this_round_says_by_how_much(player: Player) -> None:
    player.other("library", "place_token", **{"with": "council"})
    row = player.page.locator(".partner").filter(has_text="Library")
    expect(row.locator(".trust-change")).to_have_text("+1 in this round")
    row.locator("summary").click()
    expect(row.get_by_text("In this round", exact=True)).to_be_visible()
