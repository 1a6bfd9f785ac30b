"""A server with a name, by plain HTTP: no secure context, as on the network of a classroom."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.opened import DESK, PHONE, launched
from tests.browser.people import House, Person, housed, press
from tests.browser.playing import laid
from tests.server.serving import Server, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CLASSROOM = "classroom.test"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(tmp_path) as running:
        yield running


@pytest.fixture
def classroom(chromium: str, server: Server) -> Iterator[House]:
    """It is left before the server stops, which pages would complain of."""
    with (
        launched(chromium, f"--host-resolver-rules=MAP {CLASSROOM} 127.0.0.1") as browser,
        housed(browser) as house,
    ):
        yield house


def test_without_a_secure_context_people_join_talk_and_plan_and_are_led(
    classroom: House, server: Server
) -> None:
    table = laid(server)
    for other in ("library", "archive"):
        assert table.join(other, f"Person of {other}").status == 200
    address = f"http://{CLASSROOM}:{server.port}"
    maya = Person(classroom.window(PHONE), "Maya", "Town council")
    maya.join(address, table.code)
    assert maya.page.evaluate("isSecureContext") is False
    desk = classroom.window(DESK)
    link = table.link("facilitator")
    desk.goto(link.replace("127.0.0.1", CLASSROOM))
    press(desk, "Start the game")
    press(desk, "Start the talk")
    maya.is_asked("Talk with the others")
    maya.place_token()
    press(desk, "End the talk, plan")
    maya.is_asked("Plan up to")
    maya.add(maya.rows("Improve the counter").first)
    expect(maya.page.get_by_text("The table has this plan")).to_be_visible()
    maya.ready()
