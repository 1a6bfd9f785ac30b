"""Setting up the demo: what a facilitator does in the console, over the same JSON endpoints."""

import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from msgspec import json

from game.ruleset import Ruleset
from server.cli.base import CannotRun
from server.cli.wire import Server
from server.protocol.replies import KeyTaken, LinkMade, SessionMade
from server.protocol.session import SessionView
from server.rulesets import text_of

START_S: Final = 20
SHORTEST_S: Final = 5  # that a phase can be set to


@dataclass(frozen=True, slots=True)
class Demo:
    """What is shown: `speed` shortens every phase."""

    rules: Ruleset
    players: int
    bot: str
    speed: int


def direct(address: str, key: str, plan: Demo) -> Iterator[str]:
    """Set up one game with bots on every seat, start it, and tell where to look.

    Raises:
        CannotRun: the server does not answer, or refuses.
    """
    server = Server(address)
    wait_for(server)
    server.secret = secret_of(server.ask(KeyTaken, "/api/keys", {"key": key, "bearer": True}).pass_)
    made = server.ask(SessionMade, "/api/sessions", new_session(plan))
    server.secret = secret_of(made.pass_)
    path = f"/api/sessions/{made.session}"
    table = server.ask(SessionView, path).tables[0]
    for seat in table.seats:
        server.fetch(f"{path}/seat", {"table": table.id, "seat": seat.seat, "bot": plan.bot})
    for command in ({"type": "set_autopilot", "on": True}, {"type": "start"}):
        sent = {"id": secrets.token_hex(8), "table": table.id, "command": command}
        check(server.fetch(f"{path}/control", sent))
    yield from told(server, path, plan)


def wait_for(server: Server) -> None:
    """Wait until the server answers."""
    ends = time.monotonic() + START_S
    while True:
        try:
            server.fetch("/health")
        except CannotRun:
            if time.monotonic() > ends:
                raise
            time.sleep(0.1)
        else:
            return


def secret_of(found: object) -> str:
    """The pass in an answer that must hold one."""
    if not isinstance(found, str):
        raise CannotRun("the server gave no pass.")
    return found


def new_session(plan: Demo) -> dict[str, object]:
    """The session to be made."""
    params = plan.rules.params
    lengths = {
        "briefing": params.briefing_s,
        "talk": params.talk_s,
        "plan": params.plan_s,
        "reveal": params.reveal_s,
        "vote": params.vote_s,
        "quarter": params.quarter_s,
    }
    shorter = {name: max(SHORTEST_S, length // plan.speed) for name, length in lengths.items()}
    return {
        "title": f"Demo: {text_of(plan.rules, 'ruleset.name')}",
        "ruleset": plan.rules.id,
        "players": plan.players,
        "setup": {"lengths": shorter},
        "bearer": True,
    }


def check(answer: bytes) -> None:
    """A control must have been accepted.

    Raises:
        CannotRun: it was refused.
    """
    found = json.decode(answer, type=dict[str, object])
    if found.get("type") != "done":
        raise CannotRun(f"the server refused a control: {found.get('detail')}")


def told(server: Server, path: str, plan: Demo) -> Iterator[str]:
    """Where to look, and how to take a seat."""
    yield f"{plan.players} bots play {text_of(plan.rules, 'ruleset.name')} by themselves."
    for name, kind in (("Console", "facilitator"), ("Room display", "screen")):
        link = server.ask(LinkMade, f"{path}/link", {"kind": kind})
        yield f"{name}: {link.address}  (opens once, within {link.minutes} minutes)"
    join = server.ask(SessionView, path).join
    if join:
        yield f"To take a seat, join at {join.address} with the code {join.code};"
        yield "the console lets you in and gives you the seat of a bot."
    yield "Ctrl-C ends the demo."
