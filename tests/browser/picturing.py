"""Pictures of pages as a test leads them on: taken only where a folder for them is named.

`JOINEDUP_SHOTS=folder pytest tests/browser/test_whole_game.py` makes such as in `docs/pictures/`.
"""

import os
from base64 import b64encode
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page

PETROL: Final = "#0d2326"
GAP_PX: Final = 40
BESIDE: Final = """<!doctype html><html lang="en"><title>Side by side</title><style>
  body {{ margin: 0; padding: {gap}px; display: flex; gap: {gap}px; align-items: center;
          background: {petrol}; width: max-content }}
  img {{ height: 720px; border-radius: 18px; outline: 2px solid #3b4a54 }}
</style>{pictures}"""


def wanted() -> bool:
    """Whether pictures are taken."""
    return folder() is not None


def folder() -> Path | None:
    """Where pictures go; None: nobody wants any."""
    named = os.environ.get("JOINEDUP_SHOTS")
    if not named:
        return None
    path = Path(named)
    path.mkdir(parents=True, exist_ok=True)
    return path


def shoot(page: Page, name: str) -> None:
    """A picture of what the window shows above all else: from the head of the page on."""
    if path := folder():
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=path / f"{name}.png")


def side_by_side(browser: Browser, name: str, pages: list[Page]) -> None:
    """One picture of several windows, each 720 px high."""
    if path := folder():
        for page in pages:
            page.evaluate("scrollTo(0, 0)")
        taken = [b64encode(page.screenshot()).decode() for page in pages]
        pictures = "".join(f'<img alt="" src="data:image/png;base64,{one}">' for one in taken)
        sheet = browser.new_page()
        sheet.set_content(BESIDE.format(gap=GAP_PX, petrol=PETROL, pictures=pictures))
        sheet.locator("body").screenshot(path=path / f"{name}.png")
        sheet.close()
