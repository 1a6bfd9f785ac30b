"""A scenario in the browser while its files are being written."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.opened import LOOKS, NARROW, Scheme, opened
from tests.rulesets import TINY

pytestmark = [pytest.mark.browser, pytest.mark.slow]
JOINEDUP = [sys.executable, "-c", "import sys; from server.cli import main; sys.exit(main())"]


@contextmanager
def previewed(folder: Path) -> Iterator[str]:
    """`joinedup preview` of a folder; its address."""
    asked = [*JOINEDUP, "preview", str(folder), "--port", "0"]
    process = subprocess.Popen(asked, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        found = re.search(r"http://[0-9.]+:\d+/", process.stdout.readline())
        assert found
        yield found[0]
    finally:
        process.terminate()
        process.communicate()


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return shutil.copytree(TINY, tmp_path / "my_service")


def test_a_saved_file_shows_at_once_and_a_fault_with_its_place(
    browser: Browser, written: Path
) -> None:
    texts = written / "texts" / "en.toml"
    before = texts.read_text(encoding="utf-8")
    with previewed(written) as address, opened(browser) as seen:
        page = seen.page
        page.goto(address)
        expect(page.get_by_text("No faults.")).to_be_visible()
        expect(page.get_by_role("heading", name="City library")).to_be_visible()
        texts.write_text(before.replace('"City library"', '"Town library"'), encoding="utf-8")
        expect(page.get_by_role("heading", name="Town library")).to_be_visible()
        texts.write_text(before.replace('"City library"', '""'), encoding="utf-8")
        expect(page.get_by_text("One fault.")).to_be_visible()
        expect(
            page.get_by_text(re.compile(r"texts/en.toml: line \d+: seats.library.name"))
        ).to_be_visible()
        expect(page.get_by_role("heading", name="Town library")).to_be_visible()
        texts.write_text(before, encoding="utf-8")
        expect(page.get_by_text("No faults.")).to_be_visible()
        expect(page.get_by_role("heading", name="City library")).to_be_visible()


@pytest.mark.parametrize("way", [*LOOKS, (NARROW, "light")])
def test_everybody_can_use_it(
    browser: Browser, written: Path, way: tuple[tuple[int, int], Scheme]
) -> None:
    with previewed(written) as address, opened(browser, *way) as seen:
        seen.page.goto(address)
        expect(seen.page.locator(".event-card").first).to_be_visible()
        assert seen.violations() == []
        assert not seen.is_too_wide()


def test_what_is_no_ruleset_is_told(tmp_path: Path) -> None:
    asked = [*JOINEDUP, "preview", str(tmp_path)]
    found = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert found.returncode == 2
    assert "there is no ruleset.toml in it" in found.stderr
