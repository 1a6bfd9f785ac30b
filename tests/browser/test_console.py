"""The facilitator's pages: making a session, and leading a table from the start to the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.opened import DESK, LOOKS, NARROW, PHONE, Opened, Scheme, opened
from tests.server.serving import KEY, Server, Sitting, serving, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def address(server: Server, path: str) -> str:
    return f"http://127.0.0.1:{server.port}{path}"


@contextmanager
def console(
    browser: Browser, table: Sitting, size: tuple[int, int] = DESK, scheme: Scheme = "light"
) -> Iterator[Opened]:
    """The console of a session, opened by a link for a second facilitator."""
    link = table.link("facilitator")
    with opened(browser, size, scheme) as seen:
        seen.page.goto(link)
        expect(seen.page.locator(".desk-head")).to_be_visible()
        yield seen


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def stands(page: Page, name: str) -> None:
    """There is a button of this name."""
    expect(page.get_by_role("button", name=name, exact=True)).to_be_visible()


# --- the list and the form


def test_without_a_key_the_console_says_where_the_key_stands(
    browser: Browser, server: Server
) -> None:
    with opened(browser) as seen:
        seen.page.goto(address(server, "/console"))
        expect(seen.page.get_by_text("stands in the terminal")).to_be_visible()
        expect(seen.page.get_by_role("button", name="Create session")).to_have_count(0)


def test_a_wrong_key_is_refused_beside_its_field_which_keeps_it(
    browser: Browser, server: Server
) -> None:
    with opened(browser) as seen:
        seen.page.goto(address(server, "/console#key=nobody-made-this-key"))
        field = seen.page.get_by_label("Or paste the key")
        expect(field).to_have_value("nobody-made-this-key")
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(seen.page.locator(".error")).to_be_visible()
        assert "key=" not in seen.page.url


def test_one_press_makes_a_session_which_then_stands_in_the_list(
    browser: Browser, server: Server
) -> None:
    with opened(browser) as seen:
        seen.page.goto(address(server, f"/console#key={KEY}"))
        press(seen.page, "Create session")
        expect(seen.page.locator(".join-code")).to_be_visible()
        made = seen.page.url.rpartition("/")[2]
        seen.page.goto(address(server, "/console"))
        expect(seen.page.locator(f'a[href="/console/{made}"]')).to_be_visible()


def test_a_session_that_is_over_says_what_became_of_its_tables(
    browser: Browser, server: Server
) -> None:
    never, left = sitting(server), sitting(server).begin_talk()
    with console(browser, never) as seen:
        for one in (never, left):
            one.facilitator.post(f"/api/sessions/{one.session}/end", {})
            seen.page.goto(one.link("facilitator"))
            expect(seen.page.locator(".desk-head")).to_be_visible()
        seen.page.goto(address(server, "/console"))
        item = seen.page.locator("li.card", has=seen.page.locator(f'a[href*="{never.session}"]'))
        expect(item.get_by_text("never began")).to_be_visible()
        expect(item.get_by_text("people arrive")).to_have_count(0)
        item = seen.page.locator("li.card", has=seen.page.locator(f'a[href*="{left.session}"]'))
        expect(item.get_by_text("not played to the end (round 1, talk)")).to_be_visible()


def test_a_title_that_cannot_be_is_told_at_the_title_and_kept(
    browser: Browser, server: Server
) -> None:
    with opened(browser) as seen:
        seen.page.goto(address(server, f"/console#key={KEY}"))
        seen.page.get_by_label("Title").fill("Left \u202e right")
        press(seen.page, "Create session")
        expect(seen.page.get_by_label("Title")).to_have_attribute("aria-invalid", "true")
        expect(seen.page.get_by_label("Title")).to_have_value("Left \u202e right")


def test_the_estimate_follows_the_lengths_and_a_bad_length_holds_the_form(
    browser: Browser, server: Server
) -> None:
    with opened(browser) as seen:
        page = seen.page
        page.goto(address(server, f"/console#key={KEY}"))
        total = page.locator(".estimate-total")
        before = total.inner_text()
        page.get_by_text("Modules, rounds and minutes").click()
        page.get_by_label("Talk", exact=True).fill("12:00")
        expect(total).not_to_have_text(before)
        page.get_by_label("Talk", exact=True).fill("soon")
        create = page.get_by_role("button", name="Create session")
        expect(create).to_have_attribute("aria-disabled", "true")
        expect(create).to_have_accessible_description(
            "Write minutes and seconds, such as 6:00. From 0:05 to 120:00."
        )


def test_a_context_is_chosen_where_the_scenario_offers_one(
    browser: Browser, server: Server
) -> None:
    with opened(browser) as seen:
        page = seen.page
        page.goto(address(server, f"/console#key={KEY}"))
        page.get_by_text("Modules, rounds and minutes").click()
        context = page.get_by_label("Context", exact=True)
        page.locator('input[name="ruleset"][value="tiny"]').check(force=True)
        expect(page.get_by_label("Governance", exact=True)).to_be_visible()
        expect(context).to_have_count(0)
        page.locator('input[name="ruleset"][value="functional_equivalents"]').check(force=True)
        context.select_option("federal")
        expect(context).to_have_accessible_description(
            "Powers are divided between levels: all data is one step more sensitive."
        )
        with page.expect_request("**/api/sessions") as asked:
            press(page, "Create session")
        assert '"context":"federal"' in str(asked.value.post_data)
        expect(page.locator(".join-code")).to_be_visible()


# --- leading a table


def test_a_start_with_empty_seats_says_why_not_and_bots_mend_it(
    browser: Browser, server: Server
) -> None:
    with console(browser, sitting(server, seats=False)) as seen:
        press(seen.page, "Start the game")
        expect(seen.page.get_by_role("alert")).to_contain_text("seats are empty")
        press(seen.page, "Put bots on the 3 free seats")
        expect(seen.page.get_by_text("Every seat is taken")).to_be_visible()
        press(seen.page, "Start the game")
        stands(seen.page, "Start the talk")


def test_who_waits_gets_a_free_seat_by_one_press(browser: Browser, server: Server) -> None:
    table = sitting(server, seats=False)
    table.join(None, "Ingrid")
    with console(browser, table) as seen:
        press(seen.page, "Seat the person who waits")
        expect(seen.page.locator(".seat-tile").first).to_contain_text("Ingrid")
        expect(seen.page.get_by_text("Waiting for a seat")).to_have_count(0)


def test_a_table_is_led_from_its_start_to_an_early_end(browser: Browser, server: Server) -> None:
    with console(browser, sitting(server)) as seen:
        page, dialog = seen.page, seen.page.get_by_role("dialog")
        press(page, "Start the game")
        press(page, "Start the talk")
        press(page, "+2 min for this phase")
        expect(page.get_by_text("The phase is 120 seconds longer")).to_be_visible()
        press(page, "Pause")
        dialog.get_by_label("A word to everybody").fill("Ten minutes for coffee")
        dialog.get_by_role("button", name="Pause").click()
        expect(page.locator(".banner")).to_contain_text("Ten minutes for coffee")
        press(page, "Resume")
        press(page, "End the talk, plan")
        press(page, "Lock plans, reveal")
        expect(page.get_by_text("Not ready yet: 3")).to_be_visible()
        press(page, "Lock plans, reveal")
        stands(page, "End the reveal")
        press(page, "End game")
        dialog.get_by_role("button", name="End the game").click()
        expect(dialog.get_by_role("alert")).to_contain_text("Write a reason first")
        dialog.get_by_label("Why it ends now").fill("The bus leaves")
        dialog.get_by_role("button", name="End the game").click()
        expect(page.get_by_role("link", name="Open the debrief").first).to_be_visible()


def test_who_waits_when_the_game_is_over_can_watch_and_nothing_else(
    browser: Browser, server: Server
) -> None:
    table = sitting(server).begin_talk()
    assert table.join(None, "Olga").status == 200
    with console(browser, table) as seen:
        takes_over = seen.page.get_by_role("button", name="Take over a bot")
        expect(takes_over).to_be_visible()
        table.control("end_game", text="The bus leaves")
        expect(seen.page.get_by_text("Let them watch, and they can follow")).to_be_visible()
        expect(takes_over).to_have_count(0)


def test_a_seat_goes_to_a_bot_and_back_to_its_person(browser: Browser, server: Server) -> None:
    table = sitting(server).begin_talk()
    with console(browser, table) as seen:
        press(seen.page, "Change Town council")
        dialog = seen.page.get_by_role("dialog")
        dialog.get_by_role("button", name="Bot in").click()
        expect(dialog.get_by_role("heading", name="House bot")).to_be_visible()
        dialog.get_by_role("button", name="Bot out, Person of council plays").click()
        expect(dialog.get_by_role("heading", name="Person of council")).to_be_visible()


def test_a_link_and_its_code_lead_a_person_to_another_device(
    browser: Browser, server: Server
) -> None:
    with console(browser, sitting(server).begin_talk()) as seen, opened(browser, PHONE) as phone:
        press(seen.page, "Change Town council")
        press(seen.page, "Make a link")
        expect(seen.page.get_by_role("img", name="QR code of the link")).to_be_visible()
        phone.page.goto(seen.page.locator(".rejoin code").inner_text())
        phone.page.wait_for_url("**/play/*")


def test_the_table_goes_on_without_a_seat_that_is_dropped(browser: Browser, server: Server) -> None:
    with console(browser, sitting(server).begin_talk()) as seen:
        press(seen.page, "Change Town council")
        press(seen.page, "Do not wait for it")
        stands(seen.page, "Wait for it again")
        seen.page.keyboard.press("Escape")
        expect(seen.page.locator(".waits")).not_to_contain_text("Council")


def test_a_raised_hand_shows_and_is_settled(browser: Browser, server: Server) -> None:
    table = sitting(server).begin_talk()
    with console(browser, table) as seen:
        asks = {"id": "h1", "command": {"type": "ask_help"}}
        council = server.client(table.passes["council"])
        council.post(f"/api/people/{table.people['council']}/command", asks)
        hand = seen.page.get_by_role("button", name="asks for help")
        expect(hand).to_be_visible()
        press(seen.page, "Settled")
        expect(hand).to_have_count(0)


def test_only_who_holds_others_up_stands_out(browser: Browser, server: Server) -> None:
    table = sitting(server).begin_talk()
    with console(browser, table) as seen:
        tiles = seen.page.locator(".seat-tile")
        expect(tiles).to_have_count(3)
        expect(tiles.get_by_text("talks", exact=True)).to_have_count(3)
        expect(seen.page.locator(".seat-tile-now")).to_have_count(0)
        seat = server.client(table.passes["council"])
        path = f"/api/people/{table.people['council']}/command"
        seat.post(path, {"id": "d1", "command": {"type": "done"}})
        expect(seen.page.locator(".seat-tile-now")).to_have_count(2)
        table.control("pause")
        expect(seen.page.locator(".seat-tile-now")).to_have_count(0)


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_the_head_stays_where_it_is_when_a_key_was_pressed(
    browser: Browser, server: Server, size: tuple[int, int]
) -> None:
    with console(browser, sitting(server).begin_talk(), size) as seen:
        head = seen.page.locator(".desk-head")
        expect(seen.page.locator(".strip .waits li")).to_have_count(3)
        before = head.bounding_box()
        seen.page.keyboard.press("m")
        expect(seen.page.locator(".jot-what")).to_have_text("Moment marked")
        after = head.bounding_box()
        assert before is not None
        assert after is not None
        # the line that tells it may be some px higher than the line without it
        assert abs(before["height"] - after["height"]) < 8
        assert after["height"] < 200


def test_the_code_stands_on_one_line(browser: Browser, server: Server) -> None:
    with console(browser, sitting(server), (1024, 640)) as seen:
        code = seen.page.locator(".join-code")
        lines = (
            "one => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).fontSize)"
        )
        assert code.evaluate(lines) < 1.5
        assert not seen.is_too_wide()


def test_the_remote_says_why_play_stands_still_and_who_asks(
    browser: Browser, server: Server
) -> None:
    table = sitting(server).begin_talk()
    table.control("pause", text="Ten minutes for coffee")
    seat = server.client(table.passes["council"])
    path = f"/api/people/{table.people['council']}/command"
    seat.post(path, {"id": "h1", "command": {"type": "ask_help"}})
    with console(browser, table, PHONE) as seen:
        seen.page.goto(address(server, f"/remote/{table.session}"))
        expect(seen.page.locator(".banner")).to_contain_text("Ten minutes for coffee")
        expect(seen.page.get_by_role("link", name="Town council asks for help")).to_be_visible()


def test_the_remote_opens_with_a_table_that_is_not_over_and_stays_with_it(
    browser: Browser, server: Server
) -> None:
    table = sitting(server, tables=2).begin_talk()
    with console(browser, table, PHONE) as seen:
        seen.page.goto(address(server, f"/remote/{table.session}"))
        in_view = seen.page.get_by_role("button", pressed=True)
        expect(in_view).to_contain_text("Table 1")
        table.control("end_game", text="The bus leaves")
        expect(seen.page.get_by_role("link", name="Open the debrief")).to_be_visible()
        expect(in_view).to_contain_text("Table 1")
        seen.page.reload()
        expect(in_view).to_contain_text("Table 2")


def test_keys_count_what_is_said_aloud_but_not_while_somebody_types(
    browser: Browser, server: Server
) -> None:
    with console(browser, sitting(server).begin_talk()) as seen:
        seen.page.get_by_label("Message").press("2")
        seen.page.locator("h1").click()
        seen.page.keyboard.press("3")
        expect(seen.page.locator(".counts")).to_contain_text("Cost 1")
        expect(seen.page.locator(".counts")).not_to_contain_text("Jurisdiction 1")


def test_secrets_are_hidden_in_every_new_window_until_asked_for(
    browser: Browser, server: Server
) -> None:
    with console(browser, sitting(server).begin_talk()) as seen:
        page = seen.page
        page.get_by_label("Private note").fill("They avoid each other")
        press(page, "Keep the note")
        expect(page.get_by_label("Private note")).to_have_value("")
        expect(page.get_by_text("They avoid each other")).to_have_count(0)
        press(page, "Show secrets here")
        expect(page.get_by_text("SECRET: for you alone")).to_be_visible()
        expect(page.get_by_text("They avoid each other")).to_be_visible()
        other = page.context.new_page()
        other.goto(page.url)
        stands(other, "Show secrets here")


def test_an_emergency_covers_the_console_and_takes_two_acts_to_lift(
    browser: Browser, server: Server
) -> None:
    with console(browser, sitting(server).begin_talk()) as seen:
        press(seen.page, "Emergency")
        press(seen.page, "Stop everything")
        stopped = seen.page.locator(".emergency-title")
        expect(stopped).to_have_text("REAL EMERGENCY - EXERCISE STOPPED")
        press(seen.page, "The emergency is over")
        press(seen.page, "Resume the game at all tables")
        expect(stopped).to_have_count(0)
        stands(seen.page, "End the talk, plan")


def test_several_tables_stand_side_by_side_and_one_is_in_view(
    browser: Browser, server: Server
) -> None:
    with console(browser, sitting(server, seats=False, tables=2)) as seen:
        second = seen.page.get_by_role("button", name="Table 2")
        second.click()
        expect(second).to_have_attribute("aria-pressed", "true")
        press(seen.page, "Put bots on the 3 free seats")
        expect(seen.page.get_by_text("Every seat is taken")).to_be_visible()
        press(seen.page, "Start the game")
        expect(second).to_contain_text("Round 1")
        expect(seen.page.get_by_role("button", name="Table 1")).to_contain_text("Waiting room")


# --- it survives


def test_what_ended_with_a_phase_makes_no_second_head_of_the_next(
    browser: Browser, server: Server
) -> None:
    table = sitting(server).begin_talk()
    offer = {"type": "offer", "to": "council", "give": {"pay": 1}, "get": {"place": 1}}
    client = server.client(table.passes["library"])
    said = {"id": "o1", "command": offer}
    client.post(f"/api/people/{table.people['library']}/command", said)
    assert table.control("next_phase")["type"] == "done"
    with console(browser, table) as seen:
        parts = seen.page.locator(".log-console > li")
        expect(parts).to_have_count(4)
        expect(parts.nth(0)).to_contain_text("Round 1: Plan.")
        expect(
            parts.nth(0).locator(".log-line").filter(has_text="ends with the talk")
        ).to_have_count(1)
        expect(parts.nth(1)).to_contain_text("Round 1: Talk.")


def test_the_log_stands_under_the_phase_in_which_it_happened(
    browser: Browser, server: Server
) -> None:
    table = sitting(server).begin_talk()
    assert table.control("speak", text="Two minutes left")["type"] == "done"
    with console(browser, table) as seen:
        parts = seen.page.locator(".log-console > li")
        expect(parts).to_have_count(3)
        expect(parts.nth(0)).to_contain_text("Round 1: Talk.")
        expect(parts.nth(0)).to_contain_text("Two minutes left")
        expect(parts.nth(1)).to_contain_text("Round 1: Briefing.")
        expect(parts.nth(1)).to_contain_text("Event:")
        expect(parts.nth(2)).to_contain_text("Waiting room")
        assert table.control("rewind", to=5, text="Again")["type"] == "done"
        expect(parts).to_have_count(4)
        expect(parts.nth(0)).not_to_contain_text("Two minutes left")


def test_a_draft_survives_a_reload(browser: Browser, server: Server) -> None:
    with console(browser, sitting(server)) as seen:
        seen.page.get_by_label("Message").fill("Half a sentence")
        seen.page.reload()
        expect(seen.page.get_by_label("Message")).to_have_value("Half a sentence")


def test_the_console_says_that_the_line_is_lost_and_goes_on_when_it_is_back(
    browser: Browser, tmp_path: Path
) -> None:
    with serving(tmp_path) as server, console(browser, sitting(server).begin_talk()) as seen:
        server.kill()
        expect(seen.page.get_by_text("Connection lost, trying again")).to_be_visible()
        end = seen.page.get_by_role("button", name="End the talk, plan")
        expect(end).to_have_attribute("aria-disabled", "true")
        server.again()
        expect(seen.page.get_by_text("Connection lost, trying again")).to_have_count(0)
        end.click()
        stands(seen.page, "Lock plans, reveal")
        # The browser itself complains of each try in vain.
        seen.said[:] = [one for one in seen.said if "WebSocket connection" not in one]


# --- for everybody


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
def test_axe_finds_nothing_on_the_consoles(
    browser: Browser, server: Server, size: tuple[int, int], scheme: Scheme
) -> None:
    with opened(browser, size, scheme) as seen:
        seen.page.goto(address(server, "/console"))
        expect(seen.page.get_by_text("stands in the terminal")).to_be_visible()
        assert seen.violations() == []
        seen.page.goto(address(server, f"/console#key={KEY}"))
        stands(seen.page, "Create session")
        seen.page.get_by_text("Modules, rounds and minutes").click()
        assert seen.violations() == []
    with console(browser, sitting(server, seats=False), size, scheme) as seen:
        assert seen.violations() == []
    with console(browser, sitting(server).begin_talk(), size, scheme) as seen:
        stands(seen.page, "End the talk, plan")
        assert seen.violations() == []
        press(seen.page, "Change Town council")
        assert seen.violations() == []


def test_a_narrow_phone_scrolls_no_console_sideways(browser: Browser, server: Server) -> None:
    with opened(browser, NARROW) as seen:
        seen.page.goto(address(server, f"/console#key={KEY}"))
        stands(seen.page, "Create session")
        assert not seen.is_too_wide()
    with console(browser, sitting(server).begin_talk(), NARROW) as seen:
        for part in ("Seats", "Say", "Table", "Log", "Room"):
            seen.page.get_by_role("navigation").get_by_role("button", name=part).click()
            assert not seen.is_too_wide(), part


def test_what_is_seldom_needed_is_folded_and_unfolds_by_keys_or_when_it_is_wanted(
    browser: Browser, server: Server
) -> None:
    table = sitting(server).begin_talk()
    with console(browser, table) as seen:
        page = seen.page
        ask = page.get_by_role("button", name="Ask everybody")
        expect(ask).to_have_attribute("aria-expanded", "false")
        expect(page.get_by_role("button", name="Ask the table")).to_be_hidden()
        expect(page.get_by_role("button", name="Check all devices")).to_be_hidden()
        expect(page.get_by_role("link", name="Print pack")).to_be_hidden()
        ask.press("Enter")
        stands(page, "Ask the table")
        for part in ("Does everybody receive?", "Ask everybody"):
            page.get_by_role("button", name=part).press("Space")
        stands(page, "Check all devices")
        expect(page.get_by_role("button", name="Ask the table")).to_be_hidden()
        for part in ("Who may come in", "Remote, links", "On every screen", "More tags"):
            page.locator("summary", has_text=part).press("Enter")
        expect(page.get_by_role("link", name="Print pack")).to_be_visible()
        assert seen.violations() == []
        page.reload()
        expect(page.get_by_role("button", name="Check all devices")).to_be_hidden()
        table.control("ask_pulse", question="fair")
        stands(page, "Close the question")


def test_one_door_is_held_in_one_of_three_ways(browser: Browser, server: Server) -> None:
    table = sitting(server, seats=False)
    with console(browser, table) as seen:
        page = seen.page
        door = page.get_by_role("group", name="Who may come in")
        for way, admit, status in (
            ("All, but they wait for you", True, 200),
            ("Nobody new", None, 404),
            ("All, and choose a seat", False, 200),
        ):
            door.get_by_role("button", name=way, exact=True).click()
            chosen = door.get_by_role("button", name=way, exact=True, pressed=True)
            expect(chosen).to_be_visible()
            look = server.client().ask("/api/join/look", {"code": table.code})
            assert look.status == status
            assert admit is None or look.value()["admit"] is admit


def test_after_the_practice_round_the_console_says_that_it_is_over(
    browser: Browser, server: Server
) -> None:
    table = sitting(server, setup={"seed": "1", "first_game": True})
    with console(browser, table) as seen:
        expect(seen.page.locator(".status")).to_have_text("Every seat is taken. You can start.")
        table.control("start")
        for _ in range(12):
            if table.phase() == "lobby":
                break
            table.control("next_phase")
        expect(seen.page.locator(".status")).to_have_text(
            "The practice round is over, and nothing of it counts. You can start the game."
        )
