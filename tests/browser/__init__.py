"""The pages as people see them, in a browser."""

from typing import Final

from playwright.sync_api import expect

PATIENCE_MS: Final = 60_000
"""How long a page may take: what comes is not waited for any longer, and busy machines are slow."""

expect.set_options(timeout=PATIENCE_MS)
