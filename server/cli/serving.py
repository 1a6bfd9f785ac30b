"""`serve`: the server. `demo`: the server with one game that bots play by themselves."""

import argparse
import os
import secrets
import socket
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Final

from game.bots.lineup import BOTS, HOUSE
from game.opening import seating
from game.vocabulary import Refused
from server.cli.base import CannotRun, Commands, command, complain, ruleset, say, settings_of, whole
from server.cli.director import Demo, direct
from server.serving import serve
from server.tables.bots import HUMAN, Pace

ANY_PORT: Final = 0


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    words = "Serve the game; settings come from the environment (docs/settings.md)."
    command(commands, "serve", words, served)
    words = "Serve one game that bots play by themselves: watch, or take a seat."
    made = command(commands, "demo", words, demo)
    made.add_argument(
        "--ruleset",
        default="newborn",
        help="what is played: an id, or the folder of a ruleset of your own (default: newborn)",
    )
    made.add_argument("--players", type=whole(1, 12), help="how many seats (default: five)")
    made.add_argument(
        "--bot",
        default=HOUSE,
        choices=BOTS,
        metavar="BOT",
        help=f"who plays: {', '.join(BOTS)} (default: {HOUSE})",
    )
    made.add_argument(
        "--speed",
        type=whole(1, 100),
        default=6,
        help="how much shorter the phases are than in a session with people (default: 6)",
    )
    made.add_argument(
        "--port", type=whole(0, 65535), help="port (default: PORT, or 8000; 0: any free one)"
    )


def served(_arguments: argparse.Namespace) -> int:
    """Serve until stopped."""
    return serve()


def demo(arguments: argparse.Namespace) -> int:
    """Serve until stopped; everything that the game leaves is gone then."""
    rules = ruleset(arguments.ruleset)
    try:
        players = len(seating(rules, arguments.players))
    except Refused as refused:
        raise CannotRun(f"{rules.id} cannot be played so: {refused.detail}.") from None
    with TemporaryDirectory(prefix="joinedup-demo-") as folder:
        key = secrets.token_urlsafe(24)
        environment = demo_environment(Path(folder), key, arguments.port)
        if Path(arguments.ruleset).is_dir():
            environment["RULESETS"] = str(Path(arguments.ruleset).resolve())
        plan = Demo(rules, players, arguments.bot, arguments.speed)
        local = f"http://127.0.0.1:{settings_of(environment).port}"
        Thread(target=directed, args=(local, key, plan), daemon=True).start()
        return serve(environment, faster(HUMAN, arguments.speed), demo=True)


def faster(pace: Pace, speed: int) -> Pace:
    """Bots that think so many times as fast."""
    (first, first_most), (between, between_most) = pace.first, pace.between
    return Pace((first / speed, first_most / speed), (between / speed, between_most / speed))


def demo_environment(folder: Path, key: str, port: int | None) -> dict[str, str]:
    """The environment of the demo: its own data, and nothing of a real session's."""
    own = {"DATA_DIR": str(folder), "FACILITATOR_KEY": key, "LOG_LEVEL": "warning"}
    if port is not None:
        own["PORT"] = str(free_port() if port == ANY_PORT else port)
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DATABASE_URL", "WORKERS", "FACILITATOR_KEY", "RULESETS"}
    }
    return kept | own


def free_port() -> int:
    """A port that nobody uses now: the one who sets the game up has to know it beforehand."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def directed(address: str, key: str, plan: Demo) -> None:
    """Set the game up once the server answers, and tell where to look."""
    try:
        for line in direct(address, key, plan):
            say(line)
    except CannotRun as cannot:
        complain(f"joinedup demo: {cannot}")
