"""`serve`: from the environment to a server that runs, in one process or in several."""

import asyncio
import errno
import os
import secrets
import socket
import sys
from collections.abc import Mapping
from typing import Final

import uvicorn

from server.app import CANNOT, CannotServe, Start, loop_factory, opened, run, speak
from server.desk import Desk
from server.draining import DrainingServer
from server.protocol.strict import FRAME_BYTES
from server.sessions.qr import in_the_terminal
from server.settings import BadSettings, Settings, read_settings
from server.tables.bots import HUMAN, Pace
from server.workers.door import Door
from server.workers.keeper import Keeper

BACKLOG: Final = 2048
TO_DO: Final = {
    errno.EADDRINUSE: "Stop what uses it, or choose another one, such as PORT=8001.",
    errno.EACCES: "Ports under 1024 are for administrators; choose another one, such as PORT=8001.",
}
ANOTHER_HOST: Final = "HOST is no address of this machine; leave it out to listen on all."
NO_HANDING_ON: Final = (
    "WORKERS is more than 1, and this system cannot hand connections from one process to another. "
    "Leave WORKERS out."
)


def serve(
    environment: Mapping[str, str] | None = None, pace: Pace = HUMAN, *, demo: bool = False
) -> int:
    """Serve until a signal comes; the exit code, with a sentence where it cannot.

    `environment`: what is set; None: what the process was given. `demo`: nothing stays.
    Exit codes: 0 well; 2 cannot serve as it was told to.
    """
    given = dict(os.environ if environment is None else environment)
    try:
        settings = read_settings(given)
        speak(settings)
        listening = listen(settings)
    except (BadSettings, CannotServe) as fault:
        print(fault, file=sys.stderr)  # noqa: T201 - the terminal is where this is read
        return CANNOT
    key = None if settings.facilitator_key else secrets.token_urlsafe(16)
    start = Start(settings, listening.getsockname()[1], key, pace, demo=demo)
    serving = alone(start, listening) if settings.workers == 1 else several(start, listening, given)
    try:
        with listening, asyncio.Runner(loop_factory=loop_factory()) as runner:
            runner.run(serving)
    except CannotServe as fault:
        print(fault, file=sys.stderr)  # noqa: T201 - see above
        return CANNOT
    return 0


async def alone(start: Start, listening: socket.socket) -> None:
    """Serve in this process."""
    await run(start, lambda config, desk: ToldServer(config, desk, told(start)), listening)


async def several(start: Start, listening: socket.socket, environment: Mapping[str, str]) -> None:
    """Keep workers that serve, and hand them the connections that are theirs."""
    async with opened(start):
        pass  # nobody else serves from it, and it is up to date before they all open it
    more_files()
    keeper = Keeper(start.settings.workers, start.port, environment)
    await keeper.run(Door(listening, start.settings.workers, keeper.hand), told(start))


class ToldServer(DrainingServer):
    """Says that it is ready once it is."""

    def __init__(self, config: uvicorn.Config, desk: Desk, ready: str) -> None:
        super().__init__(config, desk)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Take up what is in play, then tell the terminal where to go."""
        await super().startup(sockets)
        if self.started:
            print(self._ready, flush=True)  # noqa: T201 - the terminal is where this is read


def more_files() -> None:
    """Let this process and its workers open as many files as they may: each socket is one."""
    import resource  # noqa: PLC0415 - there is none on Windows, and several processes neither

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


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
            were asked for on a system that cannot.
    """
    if settings.workers > 1 and not hasattr(socket, "send_fds"):
        raise CannotServe(NO_HANDING_ON)
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
