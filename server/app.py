"""The only wiring: settings in, an application out. Only here are the machine's clocks read."""

import asyncio
import logging
import socket
import sys
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware

from server.auth.headers import GuardHeaders
from server.auth.vouchers import Vouchers
from server.backup import Backups
from server.debriefs.leading import Leading
from server.debriefs.readers import Debrief
from server.debriefs.reports import Reports
from server.desk import Desk
from server.draining import DrainingServer
from server.homes import ALL_HERE, Homes
from server.limit import BodyLimit
from server.once import OneRequest
from server.pages import failures, routes
from server.pages.base import Web
from server.protocol.strict import FRAME_BYTES
from server.request import BoundedHTTP
from server.roles.evaluating import Evaluating
from server.rulesets import OWN_FOLDER, load
from server.sessions.attendance import REHEARSAL_SPEED
from server.sessions.doors import Doors
from server.sessions.keys import Keys, keep_key
from server.sessions.leftovers import Leftovers
from server.sessions.lobby import Lobby
from server.sessions.rehearsal import Rehearsals
from server.sessions.rosters import Rosters
from server.sessions.seating import Seating
from server.sessions.upkeep import Upkeep
from server.settings import Settings
from server.settings.values import Autopause, LogLevel
from server.sockets import Sockets
from server.store.contract import Claim, Store, StoreUnavailable
from server.store.opening import claim, open_store
from server.tables.bots import HUMAN, Bots, Pace
from server.tables.clock import Time, Timer
from server.tables.live import World
from server.templating import environment
from server.wire import QuickWS
from server.work.alternatives import Alternatives
from server.work.curves import Curves
from server.work.placings import Placings

DRAIN_S: Final = 10
CANNOT: Final = 2  # the exit code of a process that cannot serve as it was told to


class MachineTime:
    """The clocks of the machine."""

    def monotonic(self) -> float:
        """See `Time`."""
        return time.monotonic()

    def now(self) -> datetime:
        """See `Time`."""
        return datetime.now(UTC)

    def later(self, seconds: float, call: Callable[[], None]) -> Timer:
        """See `Time`."""
        return asyncio.get_running_loop().call_later(seconds, call)


class CannotServe(Exception):
    """The server cannot start; the sentence says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a start has to tell whoever watches the terminal."""

    settings: Settings
    port: int
    key: str | None
    """Made for one use; None: the settings name one, or this is one worker of several."""
    pace: Pace = HUMAN
    demo: bool = False
    """Its facilitator comes in by a link of its own, and nothing of it stays."""
    homes: Homes = ALL_HERE
    secret: bytes | None = None
    """What the workers of this server share; None: there is one."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where the server is reached, the best one for players first."""
        if self.settings.public_url is not None:
            return (self.settings.public_url,)
        return tuple(
            f"http://{_bracketed(host)}:{self.port}" for host in _hosts(self.settings.host)
        )


def application(start: Start, store: Store, time: Time) -> Starlette:
    """The whole server as an ASGI application."""
    settings = start.settings
    # The one folder that a demo has is what it was told to play, also under an id of ours.
    own, others = (OWN_FOLDER,), settings.rulesets
    shelf = load((*others, *own) if start.demo else (*own, *others))
    lobby = Lobby(World(store, time), shelf, start.homes)
    curves = Curves(settings.data_dir / "curves")
    alternatives = Alternatives(settings.data_dir / "alternatives", curves.estimator)
    placings = Placings(settings.data_dir / "placings")
    lobby.on_delete = Leftovers(store, curves, alternatives, placings).clear
    upkeep = Upkeep(lobby, autopause=settings.autopause is Autopause.ON)
    vouchers = Vouchers(start.secret)
    seating, doors = Seating(lobby), Doors(lobby, start.addresses[0], vouchers)
    leading, rosters = Leading(lobby), Rosters(lobby, doors, seating)
    desk = Desk(
        lobby=lobby,
        seating=seating,
        doors=doors,
        keys=Keys(lobby, vouchers),
        rosters=rosters,
        backups=Backups(lobby, doors, leading, rosters),
        rehearsals=Rehearsals(lobby),
        debrief=Debrief(lobby),
        leading=leading,
        curves=curves,
        alternatives=alternatives,
        evaluating=Evaluating(lobby),
        placings=placings,
        reports=Reports(lobby),
        time=time,
        addresses=start.addresses,
        allowed_origins=settings.allowed_origins,
        secure_cookies=settings.secure_cookies,
        retention_days=settings.retention_days,
        one_time_key=settings.facilitator_key is None,
    )
    bots, quick = Bots(start.pace), Bots(start.pace.times(REHEARSAL_SPEED))
    lobby.on_table, lobby.on_rehearsal = bots.went_on, quick.went_on
    web = Web(desk, environment())
    app = Starlette(
        routes=[*routes(web), *Sockets(desk).routes()],
        middleware=[
            Middleware(GuardHeaders),
            Middleware(BodyLimit, most=FRAME_BYTES),
            *([Middleware(OneRequest)] if start.homes.workers > 1 else []),
        ],
        exception_handlers=failures(web),
        lifespan=lambda _app: _life(desk, (bots, quick), upkeep),
    )
    app.state.desk = desk
    return app


@asynccontextmanager
async def _life(desk: Desk, bots: tuple[Bots, ...], upkeep: Upkeep) -> AsyncGenerator[None]:
    try:
        await _taken_up(desk)
    except StoreUnavailable:
        # The library would print where in our code it was met; `run` says what it is.
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        raise
    heart = asyncio.create_task(upkeep.run())
    try:
        yield
    finally:
        heart.cancel()
        for some in bots:
            some.stop()
        await desk.rehearsals.clear()
        desk.alternatives.close()
        desk.curves.close()
        desk.placings.close()
        await desk.lobby.stop()


async def _taken_up(desk: Desk) -> None:
    await desk.lobby.resume()
    await desk.rehearsals.clear()
    for session in desk.lobby.sessions.values():
        await desk.doors.remember_code(session)
        await desk.leading.remember(session)
        await desk.rosters.remember(session)


async def run(
    start: Start, made: Callable[[uvicorn.Config, Desk], DrainingServer], *listening: socket.socket
) -> None:
    """Serve what is at home here, by such a server, until a signal comes.

    Raises:
        CannotServe: the database cannot be used, or another server serves from it.
    """
    async with opened(start) as (store, claimed):
        app = application(start, store, MachineTime())
        server = made(_configured(app, start.settings), app.state.desk)
        if claimed is not None:
            claimed.on_lost = server.give_up
        try:
            await server.serve(list(listening))
        except SystemExit:  # so uvicorn ends a process whose start has failed
            why = store.trouble or "The server could not start; why stands above."
            raise CannotServe(_at_start(why)) from None


@asynccontextmanager
async def opened(start: Start) -> AsyncGenerator[tuple[Store, Claim | None]]:
    """The database, claimed, brought to this version, and with the key of this start.

    Raises:
        CannotServe: it cannot be used, or another server serves from it.
    """
    async with AsyncExitStack() as stack:
        try:
            claimed = await claim(start.settings.database, start.homes.signs)
            if claimed is not None:
                stack.push_async_callback(claimed.close)
            store = await open_store(start.settings.database)
            stack.push_async_callback(store.close)
            key = start.key or start.settings.facilitator_key
            if key is not None:
                await keep_key(store, key, MachineTime().now())
        except StoreUnavailable as fault:
            raise CannotServe(_at_start(str(fault))) from fault
        yield store, claimed


def _at_start(sentence: str) -> str:
    """What is told in mid-game says when play goes on; here nothing plays yet."""
    return sentence.replace("play goes on", "start again")


def _configured(app: Starlette, settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=BoundedHTTP,
        ws=QuickWS,
        ws_per_message_deflate=False,
        ws_max_size=FRAME_BYTES,
        ws_ping_interval=20,
        ws_ping_timeout=15,
        timeout_graceful_shutdown=DRAIN_S,
        server_header=False,
        access_log=False,
        log_config=None,  # it speaks in our own form
        forwarded_allow_ips=settings.forwarded_allow_ips,
        lifespan="on",
    )


def speak(settings: Settings, who: str = "") -> None:
    """Let the log be printed as it was asked for; `who`: which process, where there are several."""
    form = f"%(levelname)s {who}%(message)s"
    logging.basicConfig(level=settings.log_level.upper(), format=form)
    if settings.log_level is LogLevel.INFO:
        # That it waits, begins and ends is told in our own words, or seen.
        logging.getLogger("uvicorn").setLevel(logging.WARNING)
    if settings.log_level is LogLevel.DEBUG:
        # What is said on a socket, passes and words in confidence, is no log's business.
        logging.getLogger("uvicorn").setLevel(logging.INFO)


def loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """The quick event loop, where there is one."""
    if sys.platform == "win32":
        return None
    import uvloop  # noqa: PLC0415 - there is none on Windows

    return uvloop.new_event_loop


def _hosts(host: str) -> tuple[str, ...]:
    """Under which names phones in the room may reach this machine, the likeliest first."""
    if host not in {"0.0.0.0", "::"}:  # noqa: S104 - compared, not listened on
        return (host,)
    found = [address for address in (_way_out(),) if address]
    return (*found, "localhost")


def _way_out() -> str | None:
    """This machine's address in its network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address of no machine, as documents use it
        except OSError:
            return None
        return str(probe.getsockname()[0])


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
