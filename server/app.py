"""The only wiring: settings in, a server out. The only place that reads the machine's clocks."""

import asyncio
import errno
import logging
import os
import secrets
import socket
import sys
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware

from server.auth.headers import GuardHeaders
from server.pages import failures, routes
from server.pages.base import Web
from server.protocol.strict import FRAME_BYTES
from server.rulesets import OWN_FOLDER, load
from server.settings import BadSettings, Settings, read_settings
from server.settings.values import Autopause, LogLevel
from server.sockets import Sockets
from server.store.contract import Store, StoreUnavailable
from server.store.opening import open_store
from server.tables.backup import Backups
from server.tables.bots import HUMAN, Bots, Pace
from server.tables.clock import Time, Timer
from server.tables.debrief import Debrief
from server.tables.desk import Desk
from server.tables.doors import Doors
from server.tables.evaluating import Evaluating
from server.tables.leading import Leading
from server.tables.live import World
from server.tables.lobby import Lobby
from server.tables.qr import in_the_terminal
from server.tables.rehearsal import Rehearsals
from server.tables.reports import Reports
from server.tables.rosters import Rosters
from server.tables.seating import Seating
from server.tables.session import REHEARSAL_SPEED
from server.tables.upkeep import Upkeep
from server.templating import environment
from server.wire import QuickWS
from server.work.alternatives import Alternatives
from server.work.curves import Curves
from server.work.placings import Placings

logger = logging.getLogger("server")

DRAIN_S: Final = 10
CANNOT: Final = 2
ONE_PROCESS: Final = (
    "WORKERS is more than 1; this version serves with one process. Leave WORKERS out."
)
TO_DO: Final = {
    errno.EADDRINUSE: "Stop what uses it, or choose another one, such as PORT=8001.",
    errno.EACCES: "Ports under 1024 are for administrators; choose another one, such as PORT=8001.",
}
ANOTHER_HOST: Final = "HOST is no address of this machine; leave it out to listen on all."
BACKLOG: Final = 2048


class MachineTime:
    """The clocks of the machine."""

    def monotonic(self) -> float:
        """See `Time`."""
        return asyncio.get_running_loop().time()

    def now(self) -> datetime:
        """See `Time`."""
        return datetime.now(UTC)

    def later(self, seconds: float, call: Callable[[], None]) -> Timer:
        """See `Time`."""
        return asyncio.get_running_loop().call_later(seconds, call)


class CannotServe(Exception):  # noqa: N818 - a state of the machine, as its sentence says
    """The server cannot start; the sentence says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a start has to tell whoever watches the terminal."""

    settings: Settings
    port: int
    key: str | None
    """Made for one use; None: the settings name one."""
    pace: Pace = HUMAN
    demo: bool = False
    """Its facilitator comes in by a link of its own, and nothing of it stays."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where the server is reached, the best one for players first."""
        if self.settings.public_url is not None:
            return (self.settings.public_url,)
        return tuple(
            f"http://{_bracketed(host)}:{self.port}" for host in _hosts(self.settings.host)
        )


def application(start: Start, store: Store, time: Time) -> Starlette:
    """The whole server as an ASGI application; it closes the store when it stops."""
    settings = start.settings
    lobby = Lobby(World(store, time), load((OWN_FOLDER, *settings.rulesets)))
    curves = Curves(settings.data_dir / "curves")
    upkeep = Upkeep(lobby, autopause=settings.autopause is Autopause.ON)
    seating, doors = Seating(lobby), Doors(lobby, start.addresses[0])
    leading, rosters = Leading(lobby), Rosters(lobby, doors, seating)
    desk = Desk(
        lobby=lobby,
        seating=seating,
        doors=doors,
        rosters=rosters,
        backups=Backups(lobby, doors, leading, rosters),
        rehearsals=Rehearsals(lobby),
        debrief=Debrief(lobby),
        leading=leading,
        curves=curves,
        alternatives=Alternatives(settings.data_dir / "alternatives", curves.estimator),
        evaluating=Evaluating(lobby),
        placings=Placings(settings.data_dir / "placings"),
        reports=Reports(lobby),
        time=time,
        addresses=start.addresses,
        allowed_origins=settings.allowed_origins,
        secure_cookies=settings.secure_cookies,
        retention_days=settings.retention_days,
        one_time_key=start.key is not None,
    )
    bots, quick = Bots(start.pace), Bots(start.pace.times(REHEARSAL_SPEED))
    lobby.on_table, lobby.on_rehearsal = bots.went_on, quick.went_on
    web = Web(desk, environment())
    app = Starlette(
        routes=[*routes(web), *Sockets(desk).routes()],
        middleware=[Middleware(GuardHeaders)],
        exception_handlers=failures(web),
        lifespan=lambda _app: _life(desk, start, (bots, quick), upkeep),
        max_body_size=FRAME_BYTES,
    )
    app.state.desk = desk
    return app


@asynccontextmanager
async def _life(
    desk: Desk, start: Start, bots: tuple[Bots, ...], upkeep: Upkeep
) -> AsyncGenerator[None]:
    key = start.key or start.settings.facilitator_key
    if key is not None:
        await desk.doors.keep_key(key)
    await desk.lobby.resume()
    await desk.rehearsals.clear()
    for session in desk.lobby.sessions.values():
        await desk.doors.remember_code(session)
        await desk.leading.remember(session)
        await desk.rosters.remember(session)
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
        await desk.lobby.world.store.close()


class DrainingServer(uvicorn.Server):
    """Says that it is ready once it is; takes no more commands before it closes its sockets."""

    def __init__(self, config: uvicorn.Config, desk: Desk, ready: str) -> None:
        super().__init__(config)
        self._desk = desk
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Take up what is in play, then tell the terminal where to go."""
        await super().startup(sockets)
        if self.started:
            print(self._ready, flush=True)  # noqa: T201 - the terminal is where this is read

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Say `restarting` to whoever still asks, then close everything."""
        self._desk.draining = True
        await super().shutdown(sockets)


def serve(
    environment: Mapping[str, str] | None = None, pace: Pace = HUMAN, *, demo: bool = False
) -> int:
    """Serve until a signal comes; the exit code, with a sentence where it cannot.

    `environment`: what is set; None: what the process was given. `demo`: nothing stays.
    Exit codes: 0 well; 2 cannot serve as it was told to.
    """
    try:
        settings = read_settings(os.environ if environment is None else environment)
        logging.basicConfig(level=settings.log_level.upper(), format="%(levelname)s %(message)s")
        if settings.log_level is LogLevel.INFO:
            # That it waits, begins and ends is told in our own words, or seen.
            logging.getLogger("uvicorn").setLevel(logging.WARNING)
        listening = listen(settings)
    except (BadSettings, CannotServe) as fault:
        print(fault, file=sys.stderr)  # noqa: T201 - the terminal is where this is read
        return CANNOT
    start = Start(
        settings,
        listening.getsockname()[1],
        None if settings.facilitator_key else secrets.token_urlsafe(16),
        pace,
        demo,
    )
    try:
        with listening, asyncio.Runner(loop_factory=_loop_factory()) as runner:
            runner.run(_serve(start, listening))
    except CannotServe as fault:
        print(fault, file=sys.stderr)  # noqa: T201 - see above
        return CANNOT
    return 0


async def _serve(start: Start, listening: socket.socket) -> None:
    try:
        store = await open_store(start.settings.database)
    except StoreUnavailable as fault:
        # What is told in mid-game says when play goes on; here nothing plays yet.
        raise CannotServe(str(fault).replace("play goes on", "start again")) from fault
    app = application(start, store, MachineTime())
    config = uvicorn.Config(
        app,
        ws=QuickWS,
        ws_per_message_deflate=False,
        ws_max_size=FRAME_BYTES,
        ws_ping_interval=20,
        ws_ping_timeout=15,
        timeout_graceful_shutdown=DRAIN_S,
        server_header=False,
        access_log=False,
        log_config=None,  # it speaks in our own form
        forwarded_allow_ips=start.settings.forwarded_allow_ips,
        lifespan="on",
    )
    server = DrainingServer(config, app.state.desk, told(start))
    try:
        await server.serve([listening])
    except SystemExit:  # so uvicorn ends a process whose start has failed
        raise CannotServe("The server could not start; why stands above.") from None


def told(start: Start) -> str:
    """What the terminal shows: where to go, and how phones come in."""
    first, *others = start.addresses
    console = f"{first}/console" + (f"#key={start.key}" if start.key else "")
    once = "  (this link works once)" if start.key else ""
    end = "what was played is gone then" if start.demo else "what was played is kept"
    lines = [
        "",
        "Joined-Up is ready.",
        "",
        *(() if start.demo else (f"  Facilitator:  {console}{once}",)),
        f"  Players:      {first}",
        *(f"                {other}" for other in others),
        "",
        in_the_terminal(first),
        f"Stop with Ctrl-C; {end}.",
    ]
    return "\n".join(lines)


def listen(settings: Settings) -> socket.socket:
    """The listening socket, with bounds on what a client that stops reading can hold.

    Raises:
        CannotServe: the port is in use, the address is none of this machine, or several processes
            were asked for.
    """
    if settings.workers > 1:
        raise CannotServe(ONE_PROCESS)
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, FRAME_BYTES)
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 30_000)
    try:
        made.bind((settings.host, settings.port))
        made.listen(BACKLOG)  # who comes while tables are taken up waits, and is not turned away
    except OSError as fault:
        made.close()
        where = f"Cannot listen on {settings.host} port {settings.port}: {_why(fault)}."
        raise CannotServe(f"{where} {TO_DO.get(fault.errno or 0, ANOTHER_HOST)}") from fault
    return made


def _why(fault: OSError) -> str:
    return (fault.strerror or "it cannot be used").lower()


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
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
