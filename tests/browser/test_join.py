"""Coming in: a code, a name, a seat; and what happens where something is wrong."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.opened import DESK, LOOKS, NARROW, PHONE, Scheme, opened
from tests.rulesets import tiny_with
from tests.server.serving import Server, Sitting, serving, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("join"), RETENTION_DAYS="30") as running:
        yield running


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a ruleset where late ones share a seat."""
    folder = tmp_path_factory.mktemp("rulesets")
    tiny_with(folder, id_="shared", late="share_seat")
    with serving(tmp_path_factory.mktemp("late"), RULESETS=str(folder)) as running:
        yield running


@pytest.fixture
def table(server: Server) -> Sitting:
    return sitting(server, seats=False, title="Spring course")


def address(server: Server, path: str = "/") -> str:
    return f"http://127.0.0.1:{server.port}{path}"


def error_of(page: Page, name: str) -> str:
    """What is said beside a field, as its description."""
    field = page.locator(f"input[name={name}]")
    expect(field).to_have_attribute("aria-invalid", "true")
    described = field.get_attribute("aria-describedby")
    return page.locator(f"[id='{described}'] .error").inner_text()


def look_at_seats(page: Page, server: Server, code: str) -> None:
    page.goto(address(server, f"/j/{code}"))
    expect(page.get_by_label("Your name")).to_be_visible()


def test_the_colours_are_those_of_the_device_until_somebody_chooses(
    browser: Browser, server: Server
) -> None:
    with opened(browser, PHONE, "dark") as seen:
        page, root = seen.page, seen.page.locator("html")
        page.goto(address(server))
        expect(root).to_have_attribute("data-theme", "dark")
        page.emulate_media(color_scheme="light")
        expect(root).to_have_attribute("data-theme", "light")
        page.get_by_role("button", name="Colours").click()
        page.get_by_role("button", name="Colours: light").click()
        expect(root).to_have_attribute("data-theme", "dark")
        page.reload()
        expect(root).to_have_attribute("data-theme", "dark")
        page.get_by_role("button", name="Colours: dark").click()
        expect(root).to_have_attribute("data-theme", "light")


def test_what_is_recorded_stands_before_a_name_is_asked_for(
    browser: Browser, server: Server, table: Sitting
) -> None:
    with opened(browser, PHONE) as seen:
        seen.page.goto(address(server))
        for said in ("Recorded:", "read by the two of you and the facilitator", "for 30 days"):
            expect(seen.page.get_by_text(said)).to_be_visible()
        assert seen.page.get_by_label("Your name").count() == 0
        look_at_seats(seen.page, server, table.code)
        first = seen.page.get_by_text("Recorded:").bounding_box()
        name = seen.page.get_by_label("Your name").bounding_box()
        assert first is not None
        assert name is not None
        assert first["y"] < name["y"]


def test_somebody_comes_in_by_keyboard_alone_with_a_code_typed_carelessly(
    browser: Browser, server: Server, table: Sitting
) -> None:
    with opened(browser, PHONE) as seen:
        page = seen.page
        page.goto(address(server))
        page.locator("input[name=code]").focus()
        page.keyboard.type(f" {table.code.replace('-', ' ').upper()}")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Spring course")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.type("Maya")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        page.wait_for_url("**/play/*")
    session = table.facilitator.ask(f"/api/sessions/{table.session}").body
    assert b'"Maya"' in session


def test_a_wrong_code_is_told_beside_the_field_and_kept(browser: Browser, server: Server) -> None:
    with opened(browser) as seen:
        seen.page.goto(address(server))
        seen.page.locator("input[name=code]").fill("no such code 99")
        seen.page.get_by_role("button", name="Find the game").click()
        said = error_of(seen.page, "code")
        assert said
        expect(seen.page.locator("input[name=code]")).to_have_value("no such code 99")
        expect(seen.page.locator("input[name=code]")).to_be_focused()
        expect(seen.page.locator("#live")).to_have_text(said)


def test_a_closed_code_is_told(browser: Browser, server: Server, table: Sitting) -> None:
    table.facilitator.post(f"/api/sessions/{table.session}/door", {"open": False})
    with opened(browser) as seen:
        seen.page.goto(address(server, f"/j/{table.code}"))
        assert error_of(seen.page, "code")


def test_a_seat_taken_meanwhile_keeps_the_name(
    browser: Browser, server: Server, table: Sitting
) -> None:
    with opened(browser) as seen:
        page = seen.page
        look_at_seats(page, server, table.code)
        page.get_by_label("Your name").fill("Joris")
        first = page.locator("input[name=seat]").first
        seat = (first.get_attribute("value") or "").split()[1]
        first.check()
        assert table.join(seat, "Somebody faster").status == 200
        page.get_by_role("button", name="Go in").click()
        expect(
            page.locator("#join").get_by_text("Somebody has just taken this seat")
        ).to_be_visible()
        expect(page.get_by_label("Your name")).to_have_value("Joris")
        expect(first).to_be_disabled()
        page.locator("input[name=seat]:enabled").first.check()
        page.get_by_role("button", name="Go in").click()
        page.wait_for_url("**/play/*")


@pytest.mark.parametrize("name", ["x" * 50, "Ma\u202eya"])
def test_a_name_that_cannot_be_is_told_beside_it_and_kept(
    browser: Browser, server: Server, table: Sitting, name: str
) -> None:
    with opened(browser) as seen:
        page = seen.page
        look_at_seats(page, server, table.code)
        page.get_by_label("Your name").fill(name)
        page.locator("input[name=seat]").first.check()
        page.get_by_role("button", name="Go in").click()
        assert "The name" in error_of(page, "name")
        expect(page.get_by_label("Your name")).to_have_value(name)
        expect(page.locator("input[name=seat]").first).to_be_checked()


def test_nothing_is_sent_without_a_name_and_a_seat(
    browser: Browser, server: Server, table: Sitting
) -> None:
    with opened(browser) as seen:
        page = seen.page
        look_at_seats(page, server, table.code)
        page.get_by_role("button", name="Go in").click()
        assert "Type your name" in error_of(page, "name")
        page.get_by_label("Your name").fill("Maya")
        page.get_by_role("button", name="Go in").click()
        expect(page.get_by_text("Choose a seat, or let").first).to_be_visible()
        expect(page.locator("input[name=seat]").first).to_be_focused()


def test_where_the_facilitator_gives_out_the_seats_a_name_is_enough(
    browser: Browser, server: Server
) -> None:
    table = sitting(server, seats=False, assigns=True)
    with opened(browser) as seen:
        look_at_seats(seen.page, server, table.code)
        expect(seen.page.get_by_text("The facilitator gives out the seats")).to_be_visible()
        seen.page.get_by_label("Your name").fill("Maya")
        seen.page.get_by_role("button", name="Go in").click()
        seen.page.wait_for_url("**/play/*")


def test_a_browser_finds_back_into_its_seat(
    browser: Browser, server: Server, table: Sitting
) -> None:
    with opened(browser, PHONE) as seen:
        page = seen.page
        look_at_seats(page, server, table.code)
        page.get_by_label("Your name").fill("Maya")
        page.locator("input[name=seat]").first.check()
        page.get_by_role("button", name="Go in").click()
        page.wait_for_url("**/play/*")
        seat = page.url
        page.goto(address(server))
        back = page.get_by_role("link", name="Back to")
        expect(back).to_be_visible()
        assert not seen.violations()
        back.click()
        page.wait_for_url(seat)


def test_too_many_wrong_codes_are_told_with_the_time_to_wait(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with serving(tmp_path_factory.mktemp("limit")) as own, opened(browser) as seen:
        tries = 0
        while own.client().ask("/api/join/look", {"code": "no such code 99"}).status != 429:
            tries += 1
            assert tries < 200
        seen.page.goto(address(own))
        seen.page.locator("input[name=code]").fill("no such code 98")
        seen.page.get_by_role("button", name="Find the game").click()
        expect(seen.page.get_by_text("You can try again in").first).to_be_visible()
        expect(seen.page.get_by_role("button", name="Find the game")).to_have_attribute(
            "aria-disabled", "true"
        )


def test_what_was_typed_stays_where_the_network_or_the_server_is_gone(
    browser: Browser, server: Server, table: Sitting
) -> None:
    with opened(browser) as seen:
        page = seen.page
        look_at_seats(page, server, table.code)
        page.get_by_label("Your name").fill("Maya")
        page.locator("input[name=seat]").first.check()
        page.context.set_offline(True)
        expect(page.locator(".banner")).to_contain_text("offline")
        page.get_by_role("button", name="Go in").click()
        expect(page.locator(".notice-bad")).to_contain_text("offline")
        page.context.set_offline(False)
        page.get_by_role("button", name="Go in").click()
        page.wait_for_url("**/play/*")


@pytest.mark.parametrize("way", LOOKS)
def test_everybody_can_use_it(
    browser: Browser, server: Server, table: Sitting, way: tuple[tuple[int, int], Scheme]
) -> None:
    with opened(browser, *way) as seen:
        seen.page.goto(address(server))
        expect(seen.page.locator("input[name=code]")).to_be_visible()
        assert not seen.violations()
        seen.page.get_by_role("button", name="Find the game").click()
        assert error_of(seen.page, "code")
        assert not seen.violations()
        look_at_seats(seen.page, server, table.code)
        assert not seen.violations()


@pytest.mark.parametrize("size", [NARROW, PHONE, DESK])
def test_it_does_not_scroll_sideways(
    browser: Browser, server: Server, table: Sitting, size: tuple[int, int]
) -> None:
    with opened(browser, size) as seen:
        seen.page.goto(address(server))
        expect(seen.page.locator("input[name=code]")).to_be_visible()
        assert not seen.is_too_wide()
        look_at_seats(seen.page, server, table.code)
        assert not seen.is_too_wide()


def test_a_late_one_asks_to_share_a_seat_and_plays_it_once_admitted(
    browser: Browser, shared: Server
) -> None:
    # given a game under way where who comes late shares a seat
    table = sitting(shared, ruleset="shared", title="Spring course").begin_talk()
    with opened(browser, PHONE) as late, opened(browser, DESK) as desk:
        page = late.page
        look_at_seats(page, shared, table.code)
        expect(page.get_by_text("You can share a seat")).to_be_visible()
        page.get_by_label("Your name").fill("Ben")
        page.get_by_role("radio", name="Town council").check()
        page.get_by_role("button", name="Go in").click()
        expect(page.get_by_role("heading", name="You asked to share a seat")).to_be_visible()
        assert late.violations() == []
        # when the facilitator lets them
        link = table.link("facilitator")
        desk.page.goto(link)
        expect(desk.page.get_by_text("asks to share Town council")).to_be_visible()
        desk.page.get_by_role("button", name="Let share").click()
        # then both are named on the tile and on the phone, and the phone plays
        expect(
            desk.page.locator(".seat-tile").filter(has_text="Person of council, Ben")
        ).to_be_visible()
        expect(page.get_by_role("heading", level=1, name="Town council")).to_be_visible()
        expect(page.get_by_text("Person of council, Ben")).to_be_visible()
        expect(page.get_by_role("button", name="I am done talking")).to_be_enabled()
        # when the facilitator moves them elsewhere, the phone follows
        place = {"table": table.table, "seat": "library"}
        person = page.url.rpartition("/")[2]
        table.facilitator.post(
            f"/api/sessions/{table.session}/seat", {**place, "person": person, "share": True}
        )
        expect(page.get_by_role("heading", level=1, name="City library")).to_be_visible()
