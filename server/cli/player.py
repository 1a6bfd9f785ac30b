"""A bot at the end of a socket: it reads views, asks its bot, sends commands, and comes back when
the connection is lost. Nothing here knows a rule.
"""

import secrets
import time
from typing import Final

from msgspec import UNSET, DecodeError, json
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync.client import ClientConnection, connect

from game.bots.base import Bot, Move
from game.bots.sheet import sheet_of
from game.menu import Menu
from game.rng import Dice
from game.ruleset import Ruleset
from game.views.opened import Opened
from game.views.own import Own
from game.views.public import Public
from game.views.view import View, seat_viewer
from game.vocabulary import Context, Phase, SeatId
from server.cli.base import CannotRun, say
from server.cli.wire import Server
from server.protocol import frames
from server.rulesets import text_of

PACE_S: Final = 0.15  # between two commands: the server takes ten a second from a device
SILENCE_S: Final = 45  # without any frame: the connection is dead
GIVE_UP_S: Final = 90  # without any frame, over as many connections as it takes
RETRY_S: Final = 1.0
LARGEST: Final = 4 * 1024 * 1024  # bytes of a frame
FOR_GOOD: Final = range(4400, 4500)
"""Close codes after which it makes no sense to come back."""
ELSEWHERE: Final = 4307
FRAME: Final[json.Decoder[frames.Outbound]] = json.Decoder(frames.Outbound)


class Player:
    """One seat's bot; `play` it to the end."""

    def __init__(self, server: Server, bot: Bot, rules: Ruleset, seed: str) -> None:
        self._server = server
        self._bot = bot
        self._rules = rules
        self._seed = seed
        self._dice: dict[SeatId, Dice] = {}
        self._run = secrets.token_hex(8)  # a seed may come back to a seat, an id may not
        self._sent = 0
        self._newest: View | None = None
        self._fresh = False  # nobody has looked at the newest view yet
        self._heard = time.monotonic()
        self._told = ""

    def play(self) -> None:
        """Play until the game is over.

        Raises:
            CannotRun: the pass has ended, or the server is gone for good.
        """
        while not self._over():
            try:
                with self._connected() as socket:
                    self._live(socket)
            except ConnectionClosed as closed:
                self._check_close(closed)
                if not self._led(closed):
                    self._wait(closed)
            except (OSError, InvalidHandshake) as fault:
                self._wait(fault)
            except DecodeError as fault:
                raise CannotRun(f"this version cannot read what came: {fault}.") from fault

    def _wait(self, fault: Exception) -> None:
        if time.monotonic() - self._heard > GIVE_UP_S:
            raise CannotRun(f"the server does not answer any more: {fault}.") from fault
        time.sleep(RETRY_S)

    def _connected(self) -> ClientConnection:
        return connect(self._server.socket, max_size=LARGEST, proxy=None)

    def _check_close(self, closed: ConnectionClosed) -> None:
        if closed.rcvd is not None and closed.rcvd.code in FOR_GOOD:
            why = closed.rcvd.reason or f"close code {closed.rcvd.code}"
            raise CannotRun(f"the server ended the connection: {why}")

    def _led(self, closed: ConnectionClosed) -> bool:
        """Whether another worker of the server has the session, and is asked from now on."""
        if closed.rcvd is None or closed.rcvd.code != ELSEWHERE:
            return False
        self._server.home = closed.rcvd.reason
        return True

    def _over(self) -> bool:
        return self._newest is not None and self._newest.public.phase is Phase.ENDED

    def _live(self, socket: ClientConnection) -> None:
        """Greet, then act on each newest view, until the game or the connection ends."""
        socket.send(json.encode({"pass": self._server.secret}).decode())
        while not self._over():
            if self._newest is None or not self._fresh:
                self._take(self._frame(socket))
                continue
            self._fresh = False
            for move in self._moves(self._newest):
                self._do(socket, move)
                if self._over():
                    break
        self._tell_end()

    def _frame(self, socket: ClientConnection) -> frames.Outbound:
        frame = FRAME.decode(socket.recv(timeout=SILENCE_S))
        self._heard = time.monotonic()
        return frame

    def _take(self, frame: frames.Outbound) -> None:
        if isinstance(frame, frames.ViewFrame):
            self._newest = self._seen(frame)
            self._fresh = self._newest is not None

    def _seen(self, frame: frames.ViewFrame) -> View | None:
        """The view as a seat's bot reads it; None: there is no seat yet."""
        whole = frame.view
        if whole.kind != "seat" or whole.seat is None:
            self._tell("Waiting for a seat.")
            return None
        return View(
            viewer=seat_viewer(SeatId(whole.seat)),
            public=json.decode(whole.public, type=Public),
            own=json.decode(whole.own, type=Own),
            menu=json.decode(whole.menu, type=Menu | None),
            staff=None,
            opened=json.decode(whole.opened, type=Opened | None),
        )

    def _moves(self, view: View) -> tuple[Move, ...]:
        own = view.own
        if own is None:
            return ()
        public = view.public
        self._tell(f"{own.seat}: round {public.round}, {public.phase.value}")
        draw = self._dice.setdefault(own.seat, Dice(self._seed, 0, f"bot {own.seat}"))
        context = Context.PLAIN if public.context is UNSET else public.context
        sheet = sheet_of(
            self._rules,
            own.seat,
            own.concern,
            context=context,
            # Whether a set-up left them out no view says; a first game always does.
            architectures=self._rules.modules.architectures and not public.first_game,
        )
        return self._bot.choose(view, sheet, draw)

    def _do(self, socket: ClientConnection, move: Move) -> None:
        """Send a command and wait for its answer; what else comes meanwhile is taken in."""
        self._sent += 1
        id_ = f"{self._run}-{self._sent}"
        time.sleep(PACE_S)
        socket.send(json.encode({"id": id_, "command": move.command}).decode())
        while True:
            frame = self._frame(socket)
            match frame:
                case frames.Done(id=answered) if answered == id_:
                    why = text_of(self._rules, f"why.{move.why.value}")
                    say(f"  {json.encode(move.command).decode()}  {why}")
                    return
                case frames.Refusal(id=answered) | frames.Fault(id=answered) if answered == id_:
                    return  # the table went on meanwhile; the next view tells
                case _:
                    self._take(frame)

    def _tell(self, words: str) -> None:
        """Say it, once."""
        if words != self._told:
            self._told = words
            say(words)

    def _tell_end(self) -> None:
        if self._newest is None:
            return
        public = self._newest.public
        outcome = public.outcome.value if public.outcome else "ended"
        say(f"The game is over: {text_of(self._rules, f'outcomes.{outcome}.name')}.")
        for one in public.scores or ():
            name = text_of(self._rules, f"seats.{one.seat}.name")
            say(f"  {name}: {one.own}")
