"""Pictures of every page in every state: `python -m tests.browser.album FOLDER`.

A game of `newborn` is led from the join code to the debrief, by commands alone, and each page is
looked at on the way: on a phone and on a desk, light and dark. What is there already is not taken
again. Nothing is judged here; it is for eyes.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Final

from msgspec import convert, json
from playwright.sync_api import Browser, Error, Page, expect

from tests.browser.opened import Look, launched
from tests.conftest import CHROMIUMS
from tests.server.serving import KEY, Server, Sitting, serving, sitting

PHONE: Final = (390, 844)
DESK: Final = (1366, 768)
WALL: Final = (1920, 1080)
LOOKS: Final[list[Look]] = [(PHONE, "light"), (PHONE, "dark"), (DESK, "light"), (DESK, "dark")]
BOTH: Final[list[Look]] = [(PHONE, "light"), (DESK, "light")]
IN_HAND: Final[list[Look]] = [(PHONE, "light"), (PHONE, "dark")]
ON_A_WALL: Final[list[Look]] = [(WALL, "dark")]
LONGEST_PX: Final = 4_000
SETTLING_MS: Final = 400
ME: Final = "municipality"
CAST: Final = {
    "registry": "Maya",
    "tax": "Joris",
    ME: "Ingrid",
    "social": "Tomasz",
    "families": "Amélie",
}
WORK: Final = ("sign", "build", "answer", "reform", "map", "counter", "lobby")
"""What everybody does with a plan, the most urgent first."""

View = dict[str, object]
Act = dict[str, object]


@dataclass
class Album:
    """Where pictures go, and the game that is in them."""

    folder: Path
    browser: Browser
    table: Sitting
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    # --- windows

    def window(self, address: str, size: tuple[int, int] = PHONE) -> Page:
        """A window of its own on this address."""
        width, height = size
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce"
        )
        context.set_default_timeout(20_000)
        page = context.new_page()
        page.goto(address if address.startswith("http") else self.at(address))
        return page

    def at(self, path: str) -> str:
        """An address of this server."""
        return f"http://127.0.0.1:{self.table.server.port}{path}"

    def person(self, seat: str) -> str:
        """A link to somebody's page."""
        return self.table.link("person", person=self.table.people[seat])

    # --- pictures

    def path(self, name: str, width: int, scheme: str) -> Path:
        """Where a picture goes."""
        return self.folder / f"{name}-{width}-{scheme}.png"

    def take(self, page: Page, name: str, looks: list[Look] = LOOKS) -> None:
        """The page in all its looks, whole; it is then as it was."""
        looks = [(size, of) for size, of in looks if not self.path(name, size[0], of).exists()]
        if not looks:
            return
        before = page.viewport_size
        with suppress(Error, AssertionError):
            expect(page.locator(".skeleton")).to_have_count(0, timeout=5_000)
        for (width, height), scheme in looks:
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.wait_for_timeout(SETTLING_MS)
            path = self.path(name, width, scheme)
            if page.locator("dialog[open]").count():
                page.screenshot(path=path)
            else:
                page.evaluate("scrollTo(0, 0)")
                tall = min(int(page.evaluate("document.documentElement.scrollHeight")), LONGEST_PX)
                page.set_viewport_size({"width": width, "height": max(height, tall)})
                page.screenshot(path=path)
            if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                print(f"too wide: {path.name}")
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        if before:
            page.set_viewport_size(before)
        print(name, flush=True)

    def tabs(self, page: Page, name: str) -> None:
        """The parts of a player's page, on the phone one by one."""
        self.take(page, name)
        for part in ("Deals", "Brief", "Log"):
            page.locator(".tabbar").get_by_role("button", name=part).click()
            self.take(page, f"{name}-{part.lower()}", IN_HAND[:1])
        page.locator(".tabbar").get_by_role("button", name="Table").click()

    # --- what people do

    def do(self, seat: str, kind: str, **fields: object) -> View:
        """A command of a seat; its answer."""
        return self.send(seat, {"type": kind, **fields})

    def send(self, seat: str, command: Act) -> View:
        """The same, whole."""
        body = {"id": f"a{next(self.numbers)}", "command": command}
        client = self.table.server.client(self.table.passes[seat])
        return client.post(f"/api/people/{self.table.people[seat]}/command", body)

    def view(self, seat: str) -> View:
        """What a seat sees."""
        client = self.table.server.client(self.table.passes[seat])
        raw = client.ask(f"/api/people/{self.table.people[seat]}/view").body
        return convert(json.decode(raw)["view"], type=View)

    def plan(self, seat: str) -> None:
        """What politics cares about, and then work, each seat at another place of the list."""
        view = self.view(seat)
        public = convert(view["public"], type=View)
        can = [act for act in self.can(view, "acts", "act") if act["kind"] in WORK]
        first = list(CAST).index(seat)
        work = [act for kind in WORK for act in turned(can, kind, first)]
        if public["frame"] != public["agenda"]:
            work = [{"kind": "frame", "frame": public["agenda"]}, *work]
        self.do(seat, "plan", acts=work[:3])
        self.do(seat, "ready")

    def can(self, view: View, part: str, name: str) -> list[Act]:
        """What the menu offers now."""
        found = convert(view["menu"], type=dict[str, list[View]])[part]
        return [convert(one[name], type=Act) for one in found if not one.get("reason")]

    def talk(self) -> None:
        """Trust is placed, facts are shown, the card is decided."""
        for seat in CAST:
            can = self.can(self.view(seat), "commands", "command")
            for kind in ("choose", "show_fact", "place_token"):
                for command in [one for one in can if one["type"] == kind][:1]:
                    self.send(seat, command)

    def next(self, times: int = 1) -> None:
        """The facilitator goes on."""
        for _ in range(times):
            self.table.control("next_phase")

    def round(self) -> None:
        """A whole round, from its briefing to the next one."""
        self.next()
        self.talk()
        self.next()
        for seat in CAST:
            self.plan(seat)
        while self.table.phase() == "plan":
            self.next()
        self.next()


def turned(acts: list[Act], kind: str, by: int) -> list[Act]:
    """Those of a kind, beginning at another one for each seat; signing is for two."""
    found = [act for act in acts if act["kind"] == kind]
    at = by % len(found) if found and kind not in {"sign", "lobby"} else 0
    return found[at:] + found[:at]


# --- the game, from the first page to the last


def before_the_start(album: Album) -> None:
    """The start page, the way in, the seats, the waiting pages, the list of sessions, the form."""
    start = album.window("/")
    album.take(start, "join")
    start.goto(album.at("/j/amber-otter-42"))
    start.wait_for_timeout(SETTLING_MS)
    album.take(start, "join-unknown-code")
    start.goto(album.at(f"/j/{album.table.code}"))
    expect(start.get_by_label("Your name")).to_be_visible()
    album.take(start, "join-name-and-seat")
    assert album.table.join("registry", CAST["registry"]).status == 200
    mine = album.window(album.person("registry"))
    expect(mine.get_by_role("heading", name="Your seat is ready")).to_be_visible()
    album.take(mine, "waiting")
    answer = album.table.join(None, "Olga").value()
    seatless = album.window(album.table.link("person", person=answer["person"]))
    expect(seatless.get_by_role("heading", name="Choose your seat")).to_be_visible()
    album.take(seatless, "seat-choice")
    console = album.window(f"/console#key={KEY}", DESK)
    expect(console.get_by_role("button", name="Create session")).to_be_visible()
    console.get_by_text("Modules, rounds and minutes").click()
    album.take(console, "console-setup")
    desk = album.window(album.table.link("facilitator"), DESK)
    expect(desk.locator(".desk-head")).to_be_visible()
    album.take(desk, "console-waiting")
    wall = album.window(album.table.link("screen"), WALL)
    expect(wall.locator(".room .scene")).to_be_visible()
    album.take(wall, "wall-join", ON_A_WALL)
    for seat, name in list(CAST.items())[1:]:
        assert album.table.join(seat, name).status == 200


def small_pages(album: Album) -> None:
    """Pages without a game in them."""
    for path, name in (
        ("/help/phones", "phones-help"),
        ("/nothing-here", "error-404"),
        ("/play/nobody", "error-401"),
        ("/redeem#code=used-long-ago", "redeem-used"),
        ("/static/gallery.html", "gallery"),
    ):
        page = album.window(path)
        page.wait_for_timeout(SETTLING_MS)
        album.take(page, name)
        page.context.close()
    for path, name in (
        (f"/console/{album.table.session}/roster", "roster"),
        (f"/remote/{album.table.session}", "remote"),
        (f"/console/{album.table.session}/print/{album.table.table}", "print-pack"),
    ):
        desk = album.window(album.table.link("facilitator"), DESK)
        expect(desk.locator(".desk-head")).to_be_visible()
        desk.goto(album.at(path))
        desk.wait_for_timeout(SETTLING_MS)
        album.take(desk, name)
        desk.context.close()


def first_round(album: Album) -> None:
    """A player's page and the console through a round, with all that can stand open."""
    table = album.table
    table.control("start")
    me, desk, wall = windows(album)
    expect(me.get_by_role("heading", name="See what has happened")).to_be_visible()
    album.take(me, "play-briefing")
    album.take(desk, "console-briefing")
    album.take(wall, "wall-briefing", ON_A_WALL)
    album.next()
    expect(
        me.get_by_role("heading", name="Talk with the others")
        .or_(me.get_by_role("heading", name="Vote on the event card"))
        .first
    ).to_be_visible()
    album.take(me, "play-talk")
    album.talk()
    album.do(
        "tax",
        "offer",
        to=ME,
        give={"pay": 1, "place": 1},
        get={"promise": [{"act": {"kind": "counter"}, "due": 1}]},
    )
    album.do("families", "offer", to=ME, give={"place": 1}, get={"pay": 2}, confidential=True)
    album.do(
        ME,
        "offer",
        to="social",
        give={"place": 1},
        get={"promise": [{"act": {"kind": "guard"}, "due": 1}]},
    )
    album.do(
        "registry", "say", text="Shall we begin with the addresses? They are what all of us need."
    )
    album.do("tax", "say", text="Between us: we sign if you answer.", to=ME, topic="jurisdiction")
    album.do("social", "ask_help", text="May I promise the same thing twice?")
    table.control("speak", text="Ten minutes, then we plan.")
    table.control("mark_moment", text="They went silent.")
    table.control("note", text="Tax never looks up.", tags=["said"])
    expect(me.get_by_role("heading", name="Answer the offer of Tax administration")).to_be_visible()
    album.tabs(me, "play-offer")
    look_at_parts(album, me)
    album.take(desk, "console-talk")
    album.take(wall, "wall-talk", ON_A_WALL)
    table.control("spotlight", scene="agency:tax")
    expect(wall.locator(".scene-thing")).to_be_visible()
    album.take(wall, "wall-thing", ON_A_WALL)
    album.take(me, "play-shown", BOTH)
    table.control("pause", text="Ten minutes for coffee")
    album.take(wall, "wall-thing-paused", ON_A_WALL)
    table.control("spotlight")
    album.take(wall, "wall-pause", ON_A_WALL)
    album.take(me, "play-paused")
    album.take(desk, "console-paused")
    table.control("resume")
    table.control("ask_pulse", question="fair")
    expect(me.locator(".pulse-question")).to_be_visible()
    album.take(me, "play-pulse", BOTH)
    album.take(wall, "wall-pulse", ON_A_WALL)
    table.control("close_pulse")
    console_dialogs(album, desk)
    planning(album, me, desk, wall)


def look_at_parts(album: Album, me: Page) -> None:
    """Forms, unfolded rows, a refusal."""
    me.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    me.locator(".tabbar").get_by_role("button", name="Table").click()
    me.locator(".partner > summary").first.click()
    me.locator(".dependency > summary").first.click()
    me.locator(".explained-ask").first.click()
    me.locator("#panel-table .explain > summary").first.click()
    album.take(me, "play-unfolded", IN_HAND)
    me.locator(".tabbar").get_by_role("button", name="Deals").click()
    me.get_by_role("button", name="Make an offer").click()
    me.get_by_label("To whom").select_option(index=1)
    me.get_by_role("button", name="Send offer").click()
    me.wait_for_timeout(SETTLING_MS)
    album.take(me, "play-offer-refused", IN_HAND)
    me.get_by_role("button", name="Add a promise").first.click()
    album.take(me, "play-offer-form", IN_HAND)
    me.get_by_role("button", name="Discard", exact=True).click()
    me.locator(".tabbar").get_by_role("button", name="Brief").click()
    me.get_by_role("button", name="Everything on one page").click()
    album.take(me, "play-handover", IN_HAND)
    me.keyboard.press("Escape")
    me.locator(".tabbar").get_by_role("button", name="Table").click()


def console_dialogs(album: Album, desk: Page) -> None:
    """What the facilitator opens."""
    show = desk.get_by_role("button", name="Show secrets")
    if show.count():
        show.first.click()
    desk.wait_for_timeout(SETTLING_MS)
    album.take(desk, "console-secrets")
    for name, title in (
        ("Lay a card", "console-inject"),
        ("Set a value", "console-adjust"),
        ("Rewind", "console-rewind"),
        ("Pause", "console-pause"),
        ("End game", "console-end-game"),
        ("Emergency", "console-emergency-ask"),
        ("Change Tax administration", "console-seat"),
    ):
        desk.get_by_role("button", name=name).locator("visible=true").first.click()
        desk.wait_for_timeout(SETTLING_MS)
        album.take(desk, title, BOTH)
        desk.keyboard.press("Escape")
        desk.wait_for_timeout(100)


def planning(album: Album, me: Page, desk: Page, wall: Page) -> None:
    """The plan and its reveal."""
    album.next()
    expect(me.locator(".plan-kind").first).to_be_visible()
    album.take(me, "play-plan")
    me.locator(".plan-kind > summary").nth(1).click()
    can = me.locator(".plan-kind > summary").filter(has_text="now").first
    can.click()
    add = me.get_by_role("button", name="Add", exact=False).locator("visible=true").first
    add.click()
    album.take(me, "play-plan-open")
    album.take(desk, "console-plan")
    album.take(wall, "wall-plan", ON_A_WALL)
    for seat in CAST:
        album.plan(seat)
    while album.table.phase() == "plan":
        album.next()
    expect(me.get_by_role("heading", name="What changed for you")).to_be_visible()
    album.take(me, "play-reveal")
    album.take(desk, "console-reveal")
    wall.wait_for_timeout(4 * SETTLING_MS)
    album.take(wall, "wall-reveal", ON_A_WALL)
    album.next()
    for page in (me, desk, wall):
        page.context.close()


def windows(album: Album) -> tuple[Page, Page, Page]:
    """A phone, the console and the wall."""
    me = album.window(album.person(ME))
    desk = album.window(album.table.link("facilitator"), DESK)
    wall = album.window(album.table.link("screen"), WALL)
    expect(desk.locator(".desk-head")).to_be_visible()
    expect(wall.locator(".room .scene")).to_be_visible()
    return me, desk, wall


def to_the_end(album: Album) -> None:
    """The later rounds, the vote, year one, the end."""
    for _ in range(3):
        album.round()
    me, desk, wall = windows(album)
    album.tabs(me, "play-last-round")
    album.take(desk, "console-last-round")
    album.take(wall, "wall-last-round", ON_A_WALL)
    album.table.control("pause", emergency=True, text="Fire alarm: leave by the stairs.")
    album.take(me, "play-emergency")
    album.take(desk, "console-emergency")
    album.take(wall, "wall-emergency", ON_A_WALL)
    album.table.control("resume")
    # Whatever these five made of it: the pictures want a vote and a year one.
    album.table.control("adjust_track", track="support", to=8, text="For the pictures")
    album.round()
    watcher = album.table.join(None, "Olga the observer").value()
    onlooker = album.window(album.table.link("person", person=watcher["person"]))
    album.take(onlooker, "play-late", BOTH)
    album.take(me, "play-vote")
    album.take(wall, "wall-vote", ON_A_WALL)
    for seat in CAST:
        album.do(seat, "cast_vote", launch=True)
    me.wait_for_timeout(2 * SETTLING_MS)
    album.take(me, "play-counted", IN_HAND[:1])
    album.take(wall, "wall-counted", ON_A_WALL)
    album.next()
    for quarter in range(1, 5):
        album.next()
        if quarter == 2:
            me.wait_for_timeout(2 * SETTLING_MS)
            album.take(me, "play-year-one")
            album.take(wall, "wall-year-one", ON_A_WALL)
            album.take(desk, "console-year-one")
    while album.table.phase() != "ended":
        album.next()
    me.wait_for_timeout(2 * SETTLING_MS)
    album.take(me, "play-ended")
    album.take(desk, "console-ended")
    album.take(wall, "wall-ended", ON_A_WALL)


def looking_back(album: Album) -> None:
    """Debrief, report, evaluation."""
    desk = album.window(album.table.link("facilitator"), DESK)
    expect(desk.locator(".desk-head")).to_be_visible()
    table = album.table.table
    desk.goto(album.at(f"/debrief/{table}"))
    expect(desk.locator(".debrief-panels")).to_have_attribute("data-late", "false")
    desk.wait_for_timeout(4 * SETTLING_MS)
    album.take(desk, "debrief")
    desk.locator("input[type=range]").first.fill("60")
    expect(desk.locator(".debrief-panels")).to_have_attribute("data-late", "false")
    album.take(desk, "debrief-middle", BOTH)
    desk.goto(album.at(f"/report/{table}"))
    desk.wait_for_timeout(4 * SETTLING_MS)
    album.take(desk, "report")
    me = album.window(album.person(ME))
    expect(me.get_by_role("heading", name="The game is over")).to_be_visible()
    me.goto(album.at(f"/debrief/{table}"))
    me.wait_for_timeout(4 * SETTLING_MS)
    album.take(me, "debrief-player", IN_HAND)


def other_sessions(album: Album) -> None:
    """Several tables, a scenario with a context, an evaluator, the list of sessions."""
    server = album.table.server
    federal = sitting(
        server,
        ruleset="functional_equivalents",
        players=5,
        tables=3,
        title="Managers' course, all groups",
        setup={"context": "federal", "seed": "album"},
    )
    other = Album(album.folder, album.browser, federal, album.numbers)
    wall = other.window(other.table.link("screen"), WALL)
    expect(wall.locator(".room .scene")).to_be_visible()
    other.take(wall, "wall-join-context", ON_A_WALL)
    federal.control("start")
    other.next()
    desk = other.window(other.table.link("facilitator"), DESK)
    expect(desk.locator(".desk-head")).to_be_visible()
    other.take(desk, "console-tables")
    expect(wall.locator(".scene-tables")).to_be_visible()
    other.take(wall, "wall-tables", ON_A_WALL)
    made = federal.facilitator.post(
        f"/api/sessions/{federal.session}/staff", {"kind": "evaluator", "name": "Eva"}
    )
    judge = other.window(str(made["address"]), DESK)
    judge.get_by_role("button", name="I am Eva, go in").click()
    judge.wait_for_url("**/evaluate/*")
    expect(judge.get_by_role("heading", level=1)).to_be_visible()
    other.take(judge, "evaluate")
    desk.goto(album.at(f"/console#key={KEY}"))
    expect(desk.get_by_text("Managers' course, all groups")).to_be_visible()
    other.take(desk, "console-list")


PARTS: Final[tuple[Callable[[Album], None], ...]] = (
    before_the_start,
    small_pages,
    first_round,
    to_the_end,
    looking_back,
    other_sessions,
)


def main(folder: Path) -> None:
    """Take all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    chromium = next(path for name in CHROMIUMS if (path := shutil.which(name)))
    with (
        tempfile.TemporaryDirectory() as data,
        serving(Path(data)) as server,
        launched(chromium) as browser,
    ):
        album = Album(folder, browser, laid(server))
        for part in PARTS:
            part(album)


def laid(server: Server) -> Sitting:
    """A table of `newborn` for five."""
    return sitting(
        server,
        seats=False,
        ruleset="newborn",
        players=5,
        title="Managers' course, group A",
        setup={"seed": "album"},
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
