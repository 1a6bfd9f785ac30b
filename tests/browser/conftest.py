"""A Chromium and a server for each module of tests; a module that needs others has its own."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.opened import launched
from tests.server.serving import Server, serving


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    with launched(chromium) as running:
        yield running


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server as it is set up without any setting."""
    with serving(tmp_path_factory.mktemp("served")) as running:
        yield running
