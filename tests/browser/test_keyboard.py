"""The table by keyboard alone: every step can be reached, none loses its place."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.opened import DESK, PHONE, opened
from tests.browser.playing import Player, join, laid
from tests.server.serving import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FARTHEST = 150
"""So many steps from one to another at most: a page has no more than that to offer."""


@pytest.fixture
def player(browser: Browser, server: Server) -> Iterator[Player]:
    """The town council on a phone with a keyboard, in the talk of round 1."""
    with opened(browser, PHONE) as seen:
        found = join(seen.page, server, laid(server))
        found.to_phase("talk")
        yield found


def go(page: Page, target: Locator) -> None:
    """Step on until this has the focus."""
    expect(target).to_be_visible()
    for _ in range(FARTHEST):
        if target.evaluate("(one) => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"never reached: {target}")


def use(page: Page, target: Locator) -> None:
    """Step on to this and press it."""
    go(page, target)
    page.keyboard.press("Enter")


def button(where: Page | Locator, name: str) -> Locator:
    return where.get_by_role("button", name=name, exact=True).locator("visible=true").first


def keeps_its_place(page: Page) -> None:
    """The focus is somewhere once all is drawn; lost, it stands where the page begins."""
    expect(page.locator("body :focus")).to_have_count(1)


def test_an_offer_is_made_and_one_is_accepted(player: Player) -> None:
    page = player.page
    use(page, page.locator(".tabbar").get_by_role("button", name="Deals"))
    use(page, button(page, "Make an offer"))
    keeps_its_place(page)
    use(page, button(page.get_by_role("group", name="You give"), "Add a promise"))
    go(page, page.get_by_label("Promise", exact=True))
    page.keyboard.type("Reform")
    use(page, button(page, "Send offer"))
    expect(page.locator(".play-form")).to_have_count(0)
    keeps_its_place(page)
    # when one comes in, it is answered
    player.other("library", "offer", to="council", get={"pay": 1})
    use(page, page.locator(".tabbar").get_by_role("button", name="Table"))
    use(page, button(page.locator(".play-now"), "Accept offer"))
    expect(page.get_by_role("heading", name="Talk with the others")).to_be_visible()
    keeps_its_place(page)


def test_a_plan_is_made_and_said_to_be_ready(player: Player) -> None:
    page = player.page
    player.to_phase("plan")
    box = page.locator(".plan-kind").filter(has=page.get_by_text("Improve the counter", exact=True))
    use(page, box.locator("> summary"))
    use(page, box.get_by_role("button", name="Add").first)
    expect(page.locator(".slot[data-full=true]")).to_have_count(1)
    keeps_its_place(page)
    expect(page.get_by_text("The table has this plan")).to_be_visible()
    use(page, button(page, "Ready"))
    expect(button(page, "Ready")).to_have_count(0)
    keeps_its_place(page)


def test_a_vote_is_cast(player: Player) -> None:
    page = player.page
    player.to_phase("vote")
    use(page, button(page.locator(".play-now"), "Launch"))
    expect(page.get_by_text("You voted").or_(page.get_by_text("Your vote")).first).to_be_visible()
    keeps_its_place(page)


def test_what_is_being_written_keeps_the_focus_when_a_view_arrives(player: Player) -> None:
    page = player.page
    use(page, page.locator(".tabbar").get_by_role("button", name="Deals"))
    box = page.get_by_role("textbox", name="Message")
    go(page, box)
    page.keyboard.type("Let us")
    player.other("library", "place_token", **{"with": "council"})
    player.other("library", "offer", to="council", get={"pay": 1})
    expect(page.locator(".tabbar")).to_contain_text("1")
    page.keyboard.type(" talk")
    expect(box).to_be_focused()
    expect(box).to_have_value("Let us talk")


CLOSED = """async () => {
  const { keepPlace } = await import("/static/js/parts/focus.js");
  const [place, opener, dialog, inside] =
    ["section", "button", "dialog", "button"].map((tag) => document.createElement(tag));
  dialog.append(inside);
  place.append(opener, dialog);
  document.body.append(place);
  keepPlace();
  opener.focus();
  dialog.showModal();
  inside.focus();
  opener.remove();
  await new Promise((give) => setTimeout(give));
  dialog.close();
  await new Promise((give) => setTimeout(give));
  return document.activeElement === place;
}"""


def test_a_dialog_that_closes_when_its_opener_is_gone_loses_no_focus(
    browser: Browser, server: Server
) -> None:
    with opened(browser, DESK) as seen:
        seen.page.goto(f"http://127.0.0.1:{server.port}/")
        assert seen.page.evaluate(CLOSED) is True


def test_at_twice_the_size_nothing_has_to_be_scrolled_sideways(
    browser: Browser, server: Server
) -> None:
    width, height = PHONE
    with opened(browser, (width // 2, height // 2)) as seen:
        player = join(seen.page, server, laid(server))
        for phase in ("talk", "plan", "reveal"):
            player.to_phase(phase)
            for part in ("Deals", "Brief", "Log", "Table"):
                player.tab(part)
                assert (phase, part, seen.is_too_wide()) == (phase, part, False)


def test_a_facilitator_leads_by_keyboard(browser: Browser, server: Server) -> None:
    table = laid(server)
    for seat in ("council", "library", "archive"):
        assert table.join(seat, f"Person of {seat}").status == 200
    link = table.link("facilitator")
    with opened(browser, DESK) as seen:
        page = seen.page
        page.goto(link)
        use(page, button(page, "Start the game"))
        expect(button(page, "Start the talk")).to_be_visible()
        keeps_its_place(page)
        use(page, button(page, "Start the talk"))
        expect(button(page, "End the talk, plan")).to_be_visible()
        keeps_its_place(page)
        use(page, button(page, "Pause"))
        dialog = page.get_by_role("dialog")
        go(page, dialog.get_by_label("A word to everybody"))
        page.keyboard.type("Coffee")
        use(page, button(dialog, "Pause"))
        expect(page.locator(".banner")).to_contain_text("Coffee")
        keeps_its_place(page)
        use(page, button(page, "Resume"))
        # a count runs before play goes on
        expect(button(page, "Pause")).to_be_visible()
        keeps_its_place(page)
