"""Clients as browsers are: impatient, forgetful of nothing, and often cut off.

A command keeps its id until it is answered, over as many lines as that takes. What they choose is
taken at random from what their newest view offers.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from msgspec import Raw, Struct, json

from game.vocabulary import FACILITATOR, Actor
from server.device import TOO_SLOW
from server.tables.live import CRASHED
from tests.server.simulated.disk import Disk
from tests.server.simulated.net import CUT, App, Line

PACE_S: Final = 0.12  # between two frames sent again: a server takes ten a second
PLANS: Final = 0.3
DEFIES: Final = 0.05  # how often one is ready to ask for what the menu refuses
NOT_NOW: Final = frozenset({"storage", "busy", "restarting"})
CONTROLS: Final = (
    *(("next_phase",) * 6),
    "pause",
    "resume",
    "resume",
    "start",
    "start",
    "set_autopilot",
    "rewind",
)


class Seen(Struct):
    """What a client looks at of a view."""

    public: Raw
    own: Raw
    menu: dict[str, list[dict[str, Any]]] | None
    lines: list[Raw]


class Frame(Struct):
    """Of any type."""

    type: str
    id: str | None = None
    reason: str = ""
    view: Seen | None = None


FRAME: Final = json.Decoder(Frame)


@dataclass(eq=False)
class Client:
    """Somebody with a pass; `table` from a facilitator alone."""

    name: str
    secret: str
    chance: Random
    disk: Disk
    app: Callable[[], App | None]
    """The server of now; None: it is down."""
    table: str | None = None
    line: Line | None = None
    view: Seen | None = None
    pending: dict[str, str] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)
    sent: Counter[tuple[Line, str]] = field(default_factory=Counter)
    answered: Counter[tuple[Line, str]] = field(default_factory=Counter)
    numbers: int = 0
    faults: list[str] = field(default_factory=list)
    """What must never happen; a server would swallow an exception that is raised in its midst."""

    @property
    def actor(self) -> Actor:
        """As the log names it."""
        return FACILITATOR if self.table is not None else Actor(self.name)

    def asked(self, id_: str) -> int:
        """How often it sent this, on all its lines."""
        return sum(count for (_, sent), count in self.sent.items() if sent == id_)

    # --- its line

    def connect(self) -> None:
        """Come back, and send again what has no answer yet."""
        app = self.app()
        if app is None or (self.line is not None and self.line.open):
            return
        self.line = Line(app, self, self.chance, 0.05)
        self.line.say(json.encode({"pass": self.secret}).decode())
        self.insist()

    def insist(self) -> None:
        """Ask again for all that waits, no faster than a server takes it."""
        loop = asyncio.get_running_loop()
        for place, id_ in enumerate(self.pending):
            loop.call_later(place * PACE_S, self._send, self.line, id_)

    def _send(self, line: Line | None, id_: str) -> None:
        if line is not None and line.open and id_ in self.pending:
            self.sent[line, id_] += 1
            line.say(self.pending[id_])

    def said(self, text: str) -> None:
        """See `Ear`: nothing is shown that is not on disk."""
        view = FRAME.decode(text).view
        if view is not None and bytes(view.public) not in self.disk.shown:
            self.faults.append("was shown what is not on disk")

    def hear(self, line: Line, text: str) -> None:
        """See `Ear`."""
        frame = FRAME.decode(text)
        if frame.type == "error":
            self.faults.append(text)
        if frame.view is not None and line is self.line:
            self.view = frame.view
        if frame.id is None:
            return
        self.answered[line, frame.id] += 1
        if frame.type == "done":
            self.done.append(frame.id)
        if frame.reason not in NOT_NOW:
            self.pending.pop(frame.id, None)

    def lost(self, code: int) -> None:
        """See `Ear`."""
        if code not in {CUT, CRASHED, TOO_SLOW}:
            self.faults.append(f"was closed with {code}")

    # --- what it does

    async def live(self, until: float) -> None:
        """Act at random until that time."""
        loop = asyncio.get_running_loop()
        while loop.time() < until:
            await asyncio.sleep(self.chance.uniform(0.2, 2.0))
            self.connect()
            match self.chance.choices(("act", "again", "cut", "stall"), (16, 2, 2, 1))[0]:
                case "act":
                    self.ask(self._command())
                case "again":
                    self.insist()
                case "cut" if self.line is not None:
                    self.line.cut()
                case "stall" if self.line is not None:
                    self.line.stall(self.chance.uniform(1, 15))

    def ask(self, command: dict[str, Any] | None) -> None:
        """Send a command, now and then twice; None: there is nothing to do."""
        if command is None:
            return
        self.numbers += 1
        id_ = f"{self.name}-{self.numbers}"
        frame = {"id": id_, "command": command} | ({"table": self.table} if self.table else {})
        self.pending[id_] = json.encode(frame).decode()
        for _ in range(self.chance.choice((1, 1, 1, 2))):
            self._send(self.line, id_)

    def _command(self) -> dict[str, Any] | None:
        view = self.view
        if view is None:
            return None
        if self.table is not None:
            return self._control(self.chance.choice(CONTROLS), len(view.lines))
        if view.menu is None:
            return None
        acts = [one["act"] for one in view.menu["acts"] if "reason" not in one]
        if acts and self.chance.random() < PLANS:
            return {"type": "plan", "acts": self.chance.sample(acts, min(2, len(acts)))}
        offered = [
            one["command"]
            for one in view.menu["commands"]
            if "reason" not in one or self.chance.random() < DEFIES
        ]
        return self.chance.choice(offered) if offered else None

    def _control(self, kind: str, lines: int) -> dict[str, Any]:
        match kind:
            case "rewind":
                return {"type": kind, "to": self.chance.randrange(1, 3 + lines), "text": "Again."}
            case "set_autopilot":
                return {"type": kind, "on": self.chance.random() < 0.5}
            case _:
                return {"type": kind}
