"""The report's page: read, chosen, written, and its figures where the browser's code puts them."""

import pytest
from msgspec import json
from playwright.sync_api import Browser, Page, expect

from server.auth.passes import cookie_name
from tests.browser.opened import DESK, LOOKS, NARROW, PHONE, Look, Opened, opened
from tests.golden import geometry
from tests.server.serving import Server, Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ANSWERS = """async (cases) => {
  const found = await import("/static/js/parts/geometry.js");
  const x = found.scale(1, 30, 28, 322), y = found.scale(0, 10, 128, 10);
  return cases.map(({ name, given }) => {
    if (name === "scale") return found.scale(...given.slice(0, 4))(given[4]);
    if (name === "pathOf") return found.pathOf(given[0], x, y, given[1]);
    return found[name](...given);
  });
}"""


@pytest.fixture(scope="module")
def over(server: Server) -> Sitting:
    table = sitting(server).begin_talk()
    table.control("note", text="They listened.", tags=["strength"])
    table.control("mark_moment", text="Here it turned.")
    table.control("end_game", text="Enough for a test.")
    return table


def shown(seen: Opened, server: Server, table: Sitting) -> Page:
    base = f"http://127.0.0.1:{server.port}"
    name = cookie_name("facilitator", table.session, secure=False)
    seen.page.context.add_cookies(
        [{"name": name, "value": str(table.facilitator.secret), "url": base}]
    )
    seen.page.goto(f"{base}/report/{table.table}")
    expect(seen.page.get_by_role("button", name="Write the report")).to_be_visible()
    return seen.page


def test_figures_stand_where_those_for_paper_do(
    browser: Browser, server: Server, over: Sitting
) -> None:
    cases = json.decode(geometry.FILE.read_bytes(), type=list[geometry.Case])
    with opened(browser) as seen:
        page = shown(seen, server, over)
        sent = [{"name": one.name, "given": one.given} for one in cases]
        assert page.evaluate(ANSWERS, sent) == [one.gives for one in cases]


def test_what_the_facilitator_writes_is_in_the_report(
    browser: Browser, server: Server, over: Sitting
) -> None:
    with opened(browser) as seen:
        page = shown(seen, server, over)
        page.get_by_role("button", name="Write the report").click()
        page.get_by_label("Scope: what was to be practised").fill("To build <b>together</b>")
        expect(page.get_by_role("button", name="Take over those of the scenario")).to_have_count(0)
        page.get_by_role("button", name="Add an objective").click()
        page.get_by_label("What was to be practised", exact=True).fill("Agree first")
        page.get_by_role("button", name="Add a strength").click()
        page.get_by_label("What was seen").fill("They asked each other")
        page.get_by_label("Moment that shows it").select_option(index=1)
        page.get_by_role("button", name="Add a measure").click()
        page.get_by_label("Corrective action").fill("Meet every month")
        page.get_by_label("Due").fill("2026-06-01")
        # a draft outlives a reload
        page.reload()
        page.get_by_role("button", name="Write the report").click()
        expect(page.get_by_text("There is a draft on this device")).to_be_visible()
        expect(page.get_by_label("Corrective action")).to_have_value("Meet every month")
        with page.expect_navigation():
            page.get_by_role("button", name="Save").click()
        expect(page.locator("#overview")).to_contain_text("To build <b>together</b>")
        expect(page.locator("#objectives")).to_contain_text("They asked each other")
        expect(page.locator("#objectives a.report-moment")).to_have_count(1)
        expect(page.locator("#plan")).to_contain_text("Meet every month")


def test_other_eyes_are_chosen_and_the_files_follow(
    browser: Browser, server: Server, over: Sitting
) -> None:
    with opened(browser) as seen:
        page = shown(seen, server, over)
        expect(page.locator("#notes")).to_contain_text("They listened.")
        with page.expect_navigation():
            page.get_by_label("Seen by").select_option("council")
        expect(page.locator("#notes")).not_to_contain_text("They listened.")
        link = page.get_by_role("link", name="Page in one file")
        assert "eyes=council" in str(link.get_attribute("href"))
        with page.expect_download() as found:
            link.click()
        assert found.value.suggested_filename.endswith("-council-report.html")


@pytest.mark.parametrize("look", LOOKS)
def test_everybody_can_use_it(browser: Browser, server: Server, over: Sitting, look: Look) -> None:
    with opened(browser, *look) as seen:
        page = shown(seen, server, over)
        page.get_by_role("button", name="Write the report").click()
        page.get_by_role("button", name="Add a measure").click()
        expect(page.get_by_label("Corrective action").first).to_be_visible()
        assert seen.violations() == []


@pytest.mark.parametrize("size", [NARROW, PHONE, DESK])
def test_it_does_not_scroll_sideways(
    browser: Browser, server: Server, over: Sitting, size: tuple[int, int]
) -> None:
    with opened(browser, size) as seen:
        shown(seen, server, over)
        assert not seen.is_too_wide()


def test_it_is_printed_without_the_tools_and_from_the_first_page_on(
    browser: Browser, server: Server, over: Sitting
) -> None:
    with opened(browser) as seen:
        page = shown(seen, server, over)
        page.emulate_media(media="print")
        expect(page.get_by_role("button", name="Write the report")).to_be_hidden()
        top = page.locator(".report").evaluate("one => one.getBoundingClientRect().top")
        assert top == 0


def written_by(seen: Opened, server: Server, table: Sitting, name: str) -> Page:
    """The form, before a facilitator of this name."""
    base = f"http://127.0.0.1:{server.port}"
    cookie = cookie_name("facilitator", table.session, secure=False)
    secret = table.appointed("facilitator", name)
    seen.page.context.add_cookies([{"name": cookie, "value": secret, "url": base}])
    seen.page.goto(f"{base}/report/{table.table}")
    seen.page.get_by_role("button", name="Write the report").click()
    expect(seen.page.get_by_label("Organisation")).to_be_visible()
    return seen.page


@pytest.mark.parametrize("look", [(DESK, "light"), (PHONE, "dark")])
def test_two_who_write_at_once_lose_no_word(browser: Browser, server: Server, look: Look) -> None:
    # given two facilitators who have the same form open
    table = sitting(server).begin_talk()
    table.control("end_game", text="Enough for a test.")
    with opened(browser, *look) as hers, opened(browser, *look) as his:
        ana = written_by(hers, server, table, "Ana")
        ben = written_by(his, server, table, "Ben")
        # when both write, in one place each of their own and in one that is the same
        ana.get_by_label("Organisation").fill("Of Ana alone")
        ana.get_by_label("Summary in a few sentences").fill("Ana thinks it went well.")
        ben.get_by_label("Place", exact=True).fill("Of Ben alone")
        ben.get_by_label("Summary in a few sentences").fill("Ben has doubts.")
        ana.get_by_role("button", name="Save").click()
        expect(ana.locator("article.report").get_by_text("Of Ana alone")).to_be_visible()
        ben.get_by_role("button", name="Save").click()
        # then who is late sees both, and loses nothing
        met = ben.locator(".notice-now").get_by_text("Somebody else saved while you were")
        expect(met).to_be_visible()
        expect(ben.get_by_text("Changed by Ana, ").first).to_be_visible()
        expect(ben.get_by_label("Organisation")).to_have_value("Of Ana alone")
        expect(ben.get_by_label("Place", exact=True)).to_have_value("Of Ben alone")
        expect(ben.get_by_label("Summary in a few sentences")).to_have_value("Ben has doubts.")
        expect(ben.get_by_text("Ana thinks it went well.")).to_be_visible()
        ben.get_by_role("button", name="Take theirs").click()
        summary = ben.get_by_label("Summary in a few sentences")
        expect(summary).to_have_value("Ana thinks it went well.")
        ben.get_by_role("button", name="Save").click()
        expect(ben.locator("article.report").get_by_text("Of Ben alone")).to_be_visible()
        # and goes back to what was there before
        ben.get_by_role("button", name="Write the report").click()
        expect(ben.get_by_text("Changed by you, ")).to_be_visible()
        ben.get_by_role("button", name="Earlier versions").click()
        ben.get_by_role("button", name="Lay it into the form").click()
        expect(ben.get_by_text("The form holds version 1 again.")).to_be_visible()
        expect(ben.get_by_label("Place", exact=True)).to_have_value("")
        # the refusal of the late one is what the browser noted, and nothing else
        assert [one for one in his.said if "409" not in one] == []
        assert hers.said == []
        his.said.clear()
