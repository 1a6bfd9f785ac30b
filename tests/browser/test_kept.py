"""The debrief in one file, opened from disk: no server, a silent console, nothing fetched."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from server.exports import EXPORTS
from server.exports.base import told
from tests.browser.opened import DESK, NARROW, PHONE, Look, Opened, opened
from tests.estimated import estimated, weighed
from tests.recorded import game_of, record_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LOOKS: list[Look] = [(PHONE, "light"), (DESK, "dark")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files lie, by eyes; and nothing else."""
    found = tmp_path_factory.mktemp("mailed")
    for eyes in ("facilitator", "council"):
        of = told(record_of(game_of(5)), eyes, b"salt")
        (found / f"{eyes}.html").write_bytes(EXPORTS["debrief"].writer(of))
        (found / f"report-{eyes}.html").write_bytes(EXPORTS["report"].writer(of))
    return found


def shown(seen: Opened, folder: Path, eyes: str) -> Page:
    """The file, and every address that its page asked for."""
    page = seen.page
    page.on("request", lambda request: asked(seen, request.url))
    page.goto((folder / f"{eyes}.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("Debrief: Table 1")
    expect(page.get_by_role("slider")).to_be_visible()
    return page


def asked(seen: Opened, address: str) -> None:
    if not address.startswith(("file:", "data:")):
        seen.said.append(address)


@pytest.mark.parametrize("eyes", ["facilitator", "council"])
def test_it_opens_from_disk_and_can_be_walked_through(
    browser: Browser, folder: Path, eyes: str
) -> None:
    with opened(browser) as seen:
        page = shown(seen, folder, eyes)
        slider = page.get_by_role("slider")
        # to the first moment and on: every panel follows
        slider.fill("1")
        expect(page.get_by_text("Entry 1 of")).to_be_visible()
        expect(page.locator(".debrief-panels")).to_have_attribute("data-late", "false")
        expect(page.get_by_text("Nothing has moved up to this moment")).to_be_visible()
        page.locator("body").press("Shift+ArrowRight")
        expect(page.get_by_text("Entry 1 of")).to_have_count(0)
        slider.fill("40")
        expect(page.locator(".debrief-panels")).to_have_attribute("data-late", "false")
        expect(page.get_by_text("What happened up to here")).to_be_visible()
        options = page.get_by_label("Eyes").locator("option")
        expect(options).to_have_count(5 if eyes == "facilitator" else 2)
        page.get_by_label("Eyes").select_option("public")
        expect(page.locator(".debrief-panels")).to_have_attribute("data-late", "false")
        page.locator(".card", has_text="Moments to talk about").get_by_role("button").first.click()
        expect(page.get_by_text("Entry 40 of")).to_have_count(0)


@pytest.mark.parametrize("look", LOOKS)
def test_everybody_can_use_it(browser: Browser, folder: Path, look: Look) -> None:
    with opened(browser, *look) as seen:
        shown(seen, folder, "council")
        expect(seen.page.locator(".debrief-panels")).to_have_attribute("data-late", "false")
        assert seen.violations() == []


def test_it_does_not_scroll_sideways(browser: Browser, folder: Path) -> None:
    with opened(browser, NARROW) as seen:
        shown(seen, folder, "council")
        assert not seen.is_too_wide()


def test_a_report_opens_from_disk_as_silently(browser: Browser, folder: Path) -> None:
    with opened(browser, PHONE) as seen:
        seen.page.on("request", lambda request: asked(seen, request.url))
        seen.page.goto((folder / "report-facilitator.html").as_uri())
        expect(
            seen.page.get_by_role("heading", name="Improvement plan", exact=True)
        ).to_be_visible()
        assert seen.violations() == []
        assert not seen.is_too_wide()


@pytest.fixture(scope="module")
def modelled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a file lies that holds what the model made of its game."""
    found = tmp_path_factory.mktemp("modelled")
    of = told(estimated(), "facilitator", b"salt")
    (found / "facilitator.html").write_bytes(EXPORTS["debrief"].writer(of))
    return found


@pytest.mark.parametrize("look", LOOKS)
def test_what_else_was_open_stands_in_the_file_until_the_model_is_hidden(
    browser: Browser, modelled: Path, look: Look
) -> None:
    with opened(browser, *look) as seen:
        page = shown(seen, modelled, "facilitator")
        open_there = page.get_by_role("button", name="What else was open?")
        expect(page.get_by_role("heading", name="Launch curve")).to_be_visible()
        expect(open_there).to_have_count(0)
        page.get_by_role("button", name="Show the model").click()
        expect(open_there).to_have_count(len(weighed()))
        open_there.first.click()
        expect(page.get_by_text("55% (48 to 62) in place of 25%.")).to_be_visible()
        expect(page.get_by_text("model estimate: 200 games from each decision")).to_be_visible()
        # there is nobody who could work anything out
        expect(page.get_by_role("button", name="Weigh the alternatives")).to_have_count(0)
        page.get_by_role("button", name="Hide the model").click()
        expect(page.get_by_text("in place of 25%")).to_have_count(0)
        assert seen.said == []
