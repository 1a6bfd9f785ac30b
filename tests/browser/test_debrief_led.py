"""A debrief that is led: what the facilitator shows is on phones and on the room display."""

import re

import pytest
from msgspec import convert
from playwright.sync_api import Browser, Page, expect

from game.findings import debrief_prompts
from server.auth.passes import cookie_name
from tests.browser.opened import LOOKS, PHONE, Opened, Scheme, opened
from tests.server.serving import Server, Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOM = (1920, 1080)
LINE_PX = 26


@pytest.fixture
def ended(server: Server) -> Sitting:
    """A game that was ended early, with a moment that the facilitator marked."""
    table = sitting(server).begin_talk()
    assert table.control("mark_moment", text="They went silent.")["type"] == "done"
    assert table.control("end_game", text="Time is up")["type"] == "done"
    return table


def go(seen: Opened, table: Sitting, who: tuple[str, str, str], path: str) -> Page:
    """A page with its pass: (sort of holder, of what, pass)."""
    base = f"http://127.0.0.1:{table.server.port}"
    kind, of, secret = who
    name = cookie_name("person", of, secure=False)
    if kind != "person":
        name = cookie_name("screen" if kind == "screen" else "facilitator", of, secure=False)
    seen.page.context.add_cookies([{"name": name, "value": secret, "url": base}])
    seen.page.goto(f"{base}{path}")
    return seen.page


def at_desk(seen: Opened, table: Sitting) -> Page:
    staff = "facilitator", table.session, table.facilitator.secret or ""
    page = go(seen, table, staff, f"/debrief/{table.table}")
    expect(page.get_by_role("heading", name="Lead the debrief")).to_be_visible()
    return page


def on_phone(seen: Opened, table: Sitting, seat: str) -> Page:
    person = table.people[seat]
    return go(seen, table, ("person", person, table.passes[seat]), f"/play/{person}")


def on_wall(seen: Opened, table: Sitting) -> Page:
    link = table.link("screen")
    code = link.partition("#")[2]
    secret = table.server.client().post("/api/links", {"code": code, "bearer": True})["pass"]
    return go(seen, table, ("screen", table.session, str(secret)), f"/screen/{table.session}")


def add_the_marked(desk: Page) -> None:
    """Take what was marked into the playlist, with a poll."""
    marked = desk.locator(".lead-suggestion").filter(has_text="They went silent.")
    marked.get_by_role("button", name=re.compile("^Add")).click()
    clip = desk.locator(".lead-clip")
    expect(clip).to_have_count(1)
    clip.get_by_role("button", name=re.compile("^Change:")).click()
    desk.get_by_label("Title").fill("The silence")
    desk.get_by_label("Ask on phones").check()
    desk.get_by_label("Answers, one a line").fill("Speak up\nWait")
    desk.get_by_role("button", name="Keep the clip").click()
    expect(clip).to_contain_text("The silence")


def test_a_clip_its_poll_and_a_phase_are_on_every_screen(browser: Browser, ended: Sitting) -> None:
    seat = next(iter(ended.people))
    with opened(browser) as one, opened(browser, PHONE) as two, opened(browser, ROOM) as three:
        desk, phone, wall = at_desk(one, ended), on_phone(two, ended, seat), on_wall(three, ended)
        add_the_marked(desk)
        desk.get_by_role("button", name="Phones and display follow me").click()
        desk.get_by_role("button", name=re.compile("^Start.*Why$")).click()
        desk.get_by_role("button", name="Show the first clip").click()
        expect(phone.get_by_text("The silence")).to_be_visible()
        expect(phone.get_by_text("All look at this moment")).to_be_visible()
        expect(wall.get_by_text("The silence")).to_be_visible()
        expect(wall.locator(".room-head [role=timer]")).to_be_visible()
        # what would you have done?
        desk.get_by_role("button", name="Open the poll").click()
        phone.get_by_text("Speak up").click()
        expect(desk.get_by_text("1 of 3 have answered")).to_be_visible()
        expect(wall.locator(".poll-counts")).to_have_count(0)
        desk.get_by_role("button", name="Show the answers").click()
        expect(wall.locator(".poll-counts")).to_contain_text("1 of 1")
        expect(phone.locator(".poll-counts")).to_contain_text("1 of 1")
        # a page opened anew finds it all, and goes to where all look
        before = desk.url
        desk.goto("about:blank")
        desk.goto(before.partition("#")[0])
        expect(desk.locator(".lead-clip[data-current=true]")).to_contain_text("The silence")
        expect(desk).to_have_url(before)
        expect(phone.get_by_text("The silence")).to_be_visible()
        assert not three.is_too_wide()


def test_with_nothing_asked_beside_it_a_moment_has_the_whole_wall(
    browser: Browser, ended: Sitting
) -> None:
    with opened(browser) as one, opened(browser, ROOM) as two:
        desk, wall = at_desk(one, ended), on_wall(two, ended)
        # what comes late moves the button, and a press would miss it
        expect(desk.get_by_role("button", name="Work the curve out")).to_be_visible()
        expect(desk.locator(".debrief-panels")).to_have_attribute("data-late", "false")
        desk.get_by_role("button", name="Phones and display follow me").click()
        scene = wall.locator(".scene-debriefing")
        expect(scene).to_have_attribute("data-asks", "false")
        expect(wall.locator(".debriefing-moment")).to_be_visible()
        net, room = wall.locator(".debriefing-moment").bounding_box(), scene.bounding_box()
        assert net
        assert room
        assert net["width"] > 0.9 * room["width"]
        desk.get_by_role("button", name=re.compile("^Start.*Why$")).click()
        expect(scene).to_have_attribute("data-asks", "true")
        expect(wall.locator(".debriefing-left")).to_be_visible()


def test_moments_stay_on_offer_while_one_after_the_other_is_taken(
    browser: Browser, ended: Sitting
) -> None:
    assert ended.control("mark_moment", text="And then they laughed.")["type"] == "done"
    with opened(browser) as one:
        desk = at_desk(one, ended)
        for number, words in enumerate(("They went silent.", "And then they laughed."), start=1):
            row = desk.locator(".lead-suggestion").filter(has_text=words)
            row.get_by_role("button", name=re.compile("^Add")).click()
            expect(desk.locator(".lead-clip")).to_have_count(number)


def test_no_key_of_a_text_stands_in_the_place_of_its_words(
    browser: Browser, ended: Sitting
) -> None:
    with opened(browser) as one:
        desk = at_desk(one, ended)
        expect(desk.locator(".debrief-secret").first).to_be_visible()
        desk.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
        keys = re.findall(r"\b[a-z]\w*(?:\.[a-z]\w+)+\b", desk.inner_text("main"))
        assert set(keys) <= {"findings.md"}


def test_the_console_shows_the_phase_and_the_time_that_is_left(
    browser: Browser, ended: Sitting
) -> None:
    at = f"/api/tables/{ended.table}"
    plan = {"phases": [{"id": "why", "minutes": 5}]}
    ended.facilitator.post(f"{at}/playlist", {"revision": 0, "plan": plan})
    ended.facilitator.post(f"{at}/lead", {"phase": "why", "box_s": 300})
    with opened(browser) as one:
        staff = "facilitator", ended.session, ended.facilitator.secret or ""
        result = (
            go(one, ended, staff, f"/console/{ended.session}")
            .locator("section.card")
            .filter(has=one.page.get_by_role("link", name="debrief"))
        )
        expect(result.get_by_text("Why", exact=True)).to_be_visible()
        expect(result.get_by_role("timer")).to_contain_text("04:")


def test_the_research_offers_questions_to_who_leads_alone(browser: Browser, ended: Sitting) -> None:
    with opened(browser) as one, opened(browser, PHONE) as two:
        desk = at_desk(one, ended)
        desk.get_by_text("Questions from the research").click()
        for prompt in debrief_prompts():
            expect(desk.get_by_text(prompt.ask, exact=True)).to_be_visible()
        seat, person = next(iter(ended.people.items()))
        who = "person", person, ended.passes[seat]
        page = go(two, ended, who, f"/debrief/{ended.table}")
        expect(page.locator(".debrief-panels")).to_be_visible()
        expect(page.get_by_text("Questions from the research")).to_have_count(0)


def test_people_reflect_on_phones_and_the_facilitator_reads_no_names(
    browser: Browser, ended: Sitting
) -> None:
    seat = next(iter(ended.people))
    with opened(browser) as one, opened(browser, PHONE) as two:
        desk, phone = at_desk(one, ended), on_phone(two, ended, seat)
        form = desk.locator(".row").filter(has_text="Reflection")
        form.get_by_role("button").click()
        phone.get_by_label("One thing that surprised you").fill("How early it was lost.")
        phone.get_by_role("button", name="Send").click()
        expect(phone.get_by_text("Sent. You can change it").first).to_be_visible()
        expect(form).to_contain_text("1 of 3 have answered")
        desk.get_by_role("button", name="Read what came").click()
        expect(desk.locator(".lead-said")).to_have_text("How early it was lost.")
        phone.get_by_role("button", name="Take my answers back").click()
        expect(phone.get_by_text("Your answers are gone.").first).to_be_visible()
        desk.get_by_role("button", name="Look again").click()
        expect(desk.get_by_text("Nothing has come yet.")).to_be_visible()


def test_a_seat_speaks_first_about_its_own_concern(browser: Browser, ended: Sitting) -> None:
    first, other = list(ended.people)[:2]
    with (
        opened(browser) as one,
        opened(browser, PHONE) as two,
        opened(browser, PHONE) as three,
        opened(browser, ROOM) as four,
    ):
        desk, phone = at_desk(one, ended), on_phone(two, ended, first)
        neighbour, wall = on_phone(three, ended, other), on_wall(four, ended)
        desk.get_by_role("button", name="Phones and display follow me").click()
        opened_there = wall.locator(".debriefing-left").get_by_text(re.compile("Met\\.|Not met\\."))
        row = desk.locator(".debrief-secret").first
        row.get_by_role("button", name=re.compile("^Let them speak first")).click()
        expect(phone.get_by_text("Speak first about your own concern")).to_be_visible()
        expect(neighbour.get_by_text("speaks first, about its own concern")).to_be_visible()
        row.get_by_role("button", name=re.compile("^Done")).click()
        expect(phone.get_by_text("Speak first about your own concern")).to_have_count(0)
        row.get_by_role("button", name=re.compile("^Let them speak first")).click()
        expect(phone.get_by_text("Speak first about your own concern")).to_be_visible()
        row.get_by_role("button", name=re.compile("^Open to all")).click()
        expect(row.get_by_text("open to all")).to_be_visible()
        expect(phone.get_by_text("Speak first about your own concern")).to_have_count(0)
        expect(opened_there).to_be_visible()
        assert wall.locator(".debriefing-asked").count() == 1  # beside a poll it would not fit
        desk.get_by_role("button", name=re.compile("^Start.*Why$")).click()
        expect(opened_there).to_have_count(0)


def test_a_player_s_debrief_goes_along_until_they_look_by_themselves(
    browser: Browser, ended: Sitting
) -> None:
    seat = next(iter(ended.people))
    with opened(browser, PHONE) as one:
        person = ended.people[seat]
        page = go(one, ended, ("person", person, ended.passes[seat]), f"/debrief/{ended.table}")
        expect(page.locator(".debrief-panels")).to_be_visible()
        lead = f"/api/tables/{ended.table}/lead"
        ended.facilitator.post(lead, {"follow": True, "version": 8})
        expect(page.get_by_text("this page goes along")).to_be_visible()
        expect(page).to_have_url(re.compile(r"#entry-8$"))
        page.get_by_role("button", name="Look by myself").click()
        ended.facilitator.post(lead, {"follow": True, "version": 5})
        expect(page.get_by_text("you look by yourself")).to_be_visible()
        page.get_by_role("button", name="Go along again").click()
        expect(page).to_have_url(re.compile(r"#entry-5$"))


def test_what_was_expected_stands_beside_what_came(browser: Browser, server: Server) -> None:
    table = sitting(server).begin_talk()
    assert table.control("ask_pulse", question="launch")["type"] == "done"
    seat, person = next(iter(table.people.items()))
    client = server.client(table.passes[seat])
    view = client.get(f"/api/people/{person}/view")["view"]
    public = convert(convert(view, type=dict[str, object])["public"], type=dict[str, object])
    pulse = convert(public["pulse"], type=dict[str, object])["id"]
    said = {"type": "answer_pulse", "pulse": pulse, "answer": "4"}
    client.post(f"/api/people/{person}/command", {"id": "1", "command": said})
    assert table.control("end_game", text="Time is up")["type"] == "done"
    with opened(browser) as one:
        desk = at_desk(one, table)
        row = desk.locator(".predicted")
        expect(row).to_contain_text("How sure are you that we will launch?")
        expect(row).to_contain_text("4 of 5")
        expect(row.locator(".predicted-came")).to_contain_text("No launch")
        desk.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        question = row.locator(".strong").bounding_box()
        assert question
        assert question["height"] < 3 * LINE_PX


@pytest.mark.parametrize("way", LOOKS)
def test_everybody_can_follow(
    browser: Browser, ended: Sitting, way: tuple[tuple[int, int], Scheme]
) -> None:
    plan = {"clips": [{"id": "a", "version": 3, "kind": "added", "title": "A moment",
        "question": "Who knew?", "minutes": 1,
        "poll": {"question": "And you?", "options": ["This", "That"]}}],
        "phases": [{"id": "why", "minutes": 5}]}  # fmt: skip
    at = f"/api/tables/{ended.table}"
    ended.facilitator.post(f"{at}/playlist", {"revision": 0, "plan": plan})
    lead = {"follow": True, "version": 3, "clip": "a", "phase": "why", "poll": "open",
            "form": "feedback", "speaks": "council", "box_s": 300}  # fmt: skip
    ended.facilitator.post(f"{at}/lead", lead)
    with opened(browser, *way) as one, opened(browser, *way) as two:
        desk, phone = at_desk(one, ended), on_phone(two, ended, "council")
        expect(phone.get_by_text("All look at this moment")).to_be_visible()
        expect(desk.locator(".lead-clip[data-current=true]")).to_be_visible()
        desk.get_by_text("Change the guide").click()
        assert not one.violations()
        assert not two.violations()
        assert not one.is_too_wide()
        assert not two.is_too_wide()
