"""`preview`: a scenario as people will see it, in a browser, while its files are being written.

The page asks once a second; the folder is read again when a file of it has changed. It is for the
author alone: it listens on this machine only, and shows what players would keep from each other.
"""

import argparse
import socket
from hashlib import sha256
from pathlib import Path
from typing import Final

import uvicorn
from msgspec import Struct, json
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route

from game.rehearsal import planned_minutes
from game.ruleset import Card, Ruleset
from server.auth.headers import GuardHeaders
from server.cli.base import WELL, CannotRun, Commands, command, say, whole
from server.pages.static import Files
from server.protocol.board import Board
from server.rulesets import LANGUAGE, OWN_FOLDER, load
from server.sessions.board import board_of
from server.templating import STATIC, environment

HOST: Final = "127.0.0.1"
PORT: Final = 8010


class Preview(Struct, frozen=True):
    """What the page shows. With faults there is nothing else: the page keeps what it had."""

    faults: tuple[str, ...]
    board: Board | None = None
    briefs: dict[str, str] = {}
    """By seat."""
    events: tuple[Card, ...] = ()
    year_one: tuple[Card, ...] = ()
    concerns: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    """Ids; their words are among the board's texts."""
    players: tuple[int, ...] = ()
    minutes: int = 0


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    words = "Show a scenario in the browser while its files are being written."
    made = command(commands, "preview", words, preview)
    made.add_argument("folder", help="folder of the ruleset")
    made.add_argument("--port", type=whole(0, 65535), default=PORT, help=f"(default: {PORT})")


def preview(arguments: argparse.Namespace) -> int:
    """Serve the page until stopped."""
    folder = Path(arguments.folder)
    if not (folder / "ruleset.toml").is_file():
        raise CannotRun(f"{folder} is no folder of a ruleset: there is no ruleset.toml in it.")
    try:
        listening = socket.create_server((HOST, arguments.port))
    except OSError as fault:
        why = f"port {arguments.port} cannot be used: {fault.strerror}. Try --port 0."
        raise CannotRun(why) from None
    with listening:
        port = listening.getsockname()[1]
        say(f"Preview of {folder.name}: http://{HOST}:{port}/ (Ctrl+C ends it)")
        server = uvicorn.Server(uvicorn.Config(application(folder), log_level="error"))
        server.run(sockets=[listening])
    return WELL


def application(folder: Path) -> Starlette:
    """The page of one folder."""
    previewed = Previewed(folder)

    async def page(_request: Request) -> Response:
        made = environment().get_template("preview.html").render(lang=LANGUAGE, folder=folder.name)
        return HTMLResponse(made)

    async def state(request: Request) -> Response:
        tag, body = previewed.now()
        headers = {"ETag": tag, "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(body, media_type="application/json", headers=headers)

    routes = [
        Route("/", page),
        Route("/state", state),
        Mount("/static", Files(directory=STATIC)),
    ]
    return Starlette(routes=routes, middleware=[Middleware(GuardHeaders)])


class Previewed:
    """A folder that is read again when a file of it, or of the shared words, has changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tag = ""
        self._body = b""

    def now(self) -> tuple[str, bytes]:
        """The preview as JSON, and a tag that changes with the files."""
        tag = self._stamp()
        if tag != self._tag:
            self._tag, self._body = tag, json.encode(seen(self._folder))
        return self._tag, self._body

    def _stamp(self) -> str:
        words = self._folder.parent / "words"
        shared = words if words.is_dir() else OWN_FOLDER / "words"
        files = [*self._folder.rglob("*.toml"), *shared.glob("*.toml")]
        marks = sorted((str(one), one.stat().st_mtime_ns) for one in files if one.is_file())
        return f'"{sha256(json.encode(marks)).hexdigest()[:32]}"'


def seen(folder: Path) -> Preview:
    """The ruleset of a folder as its preview, or its faults."""
    shelf = load([folder])
    if shelf.broken:
        return Preview(faults=shelf.broken[0].faults)
    if not shelf.good:
        return Preview(faults=("There is no ruleset in this folder any more.",))
    return previewed(next(iter(shelf.good.values())))


def previewed(rules: Ruleset) -> Preview:
    """Everything of a ruleset that people read."""
    return Preview(
        faults=(),
        board=board_of(rules),
        briefs={str(seat.id): rules.brief(LANGUAGE, seat.id) for seat in rules.seats},
        events=rules.events,
        year_one=rules.year_one,
        concerns=tuple(one.id for one in rules.concerns),
        agenda=tuple(one.id for one in rules.agenda),
        players=tuple(sorted(int(size) for size in rules.seating)),
        minutes=planned_minutes(rules.params),
    )
