"""The pages and the JSON endpoints beside them: one file a page, and the one list of them."""

from collections.abc import Iterator, Mapping

from starlette.routing import BaseRoute

from server.pages.backup import BackupPage
from server.pages.base import Web
from server.pages.board import BoardPage
from server.pages.checks import ChecksPage
from server.pages.console import ConsolePage
from server.pages.debrief import DebriefPage
from server.pages.errors import Errors, Handler
from server.pages.evaluate import EvaluatePage
from server.pages.exports import ExportsPage
from server.pages.forks import ForkPage
from server.pages.health import HealthPage
from server.pages.join import JoinPage
from server.pages.leading import LeadingPage
from server.pages.menus import MenusPage
from server.pages.phones import PhonesPage
from server.pages.placing import PlacingPage
from server.pages.play import PlayPage
from server.pages.printing import PrintPage
from server.pages.remote import RemotePage
from server.pages.report import ReportPage
from server.pages.rewinds import RewindsPage
from server.pages.roster import RosterPage
from server.pages.screen import ScreenPage
from server.pages.script import ScriptPage
from server.pages.session import SessionPage
from server.pages.shoulder import ShoulderPage
from server.pages.static import StaticPage
from server.pages.turning import TurningPage

PAGES = (
    HealthPage,
    BoardPage,
    JoinPage,
    PlayPage,
    ConsolePage,
    SessionPage,
    ChecksPage,
    RewindsPage,
    MenusPage,
    RemotePage,
    ShoulderPage,
    ScreenPage,
    ScriptPage,
    DebriefPage,
    EvaluatePage,
    RosterPage,
    BackupPage,
    PhonesPage,
    PrintPage,
    LeadingPage,
    TurningPage,
    ExportsPage,
    ReportPage,
    ForkPage,
    PlacingPage,
    StaticPage,
)


def routes(web: Web) -> Iterator[BaseRoute]:
    """Every address of every page."""
    for page in PAGES:
        yield from page(web).routes()


def failures(web: Web) -> Mapping[type[Exception] | int, Handler]:
    """What any of them answers when something goes wrong."""
    return Errors(web).handlers()
