"""The page for phones that cannot connect: it needs no pass and no script."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.opened import LOOKS, NARROW, launched, opened
from tests.server.serving import serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_page_names_the_addresses_and_fits_every_screen(chromium: str, tmp_path: Path) -> None:
    with serving(tmp_path) as server, launched(chromium) as browser:
        for size, scheme in (*LOOKS, (NARROW, "light")):
            with opened(browser, size, scheme) as seen:
                seen.page.goto(f"http://127.0.0.1:{server.port}/help/phones")
                expect(seen.page.get_by_role("heading", name="A guest network")).to_be_visible()
                address = seen.page.get_by_text(f"http://127.0.0.1:{server.port}", exact=True)
                expect(address).to_be_visible()
                assert seen.violations() == []
                assert not seen.is_too_wide()
