"""Bots at live tables: they look through their seat's view, think for a moment, and submit like
everybody. What they want is not known here, nor what the rules say.
"""

import asyncio
import logging
import random
from dataclasses import dataclass
from typing import Final

from game.bots.base import Move
from game.bots.lineup import BOTS, HOUSE
from game.bots.sheet import sheet_of
from game.model.table import Table
from game.rng import Dice
from game.talk.pace import Done
from game.views.view import glances
from game.vocabulary import Actor, Holder, Phase, SeatId
from game.voices import Why
from server.rulesets import LANGUAGE
from server.store.contract import Busy, StoreUnavailable
from server.tables.asked import Asked, Declined
from server.tables.live import LiveTable
from server.tables.mailbox import Crashed

logger = logging.getLogger("server.tables")

ASKS_A_PHASE: Final = 12
"""Two bots could talk for ever; after so many turns they only say that they are done."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long bots think, in seconds: (least, most) before a turn, and between two commands."""

    first: tuple[float, float] = (1.0, 3.0)
    between: tuple[float, float] = (0.4, 1.2)

    def times(self, speed: float) -> "Pace":
        """So many times as fast."""
        return Pace(
            (self.first[0] / speed, self.first[1] / speed),
            (self.between[0] / speed, self.between[1] / speed),
        )


HUMAN: Final = Pace()
"""As people at the table can follow."""


@dataclass(slots=True)
class _Player:
    """One seat played by a bot."""

    wake: asyncio.Event
    task: asyncio.Task[None] | None = None
    looked: int = 0
    """The version that it looked at last."""
    given: int = 0
    """How many commands it gave since."""
    phase: tuple[Phase, int, int] = (Phase.LOBBY, 0, 0)
    asks: int = 0


class Bots:
    """All bots of this server."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._players: dict[tuple[str, SeatId], _Player] = {}

    def went_on(self, table: LiveTable) -> None:
        """A table went on: wake the bots that sit there, and let go those that do not any more."""
        now = table.table
        for seat in now.seats:
            key = (table.id, seat.id)
            if seat.holder is not Holder.BOT or not in_play(now):
                self._drop(key)
                continue
            player = self._players.setdefault(key, _Player(asyncio.Event()))
            if player.task is None or player.task.done():
                player.task = asyncio.create_task(self._live(table, seat.id, player))
                player.task.add_done_callback(_mourn)
            player.wake.set()

    def stop(self) -> None:
        """Let all bots go."""
        for key in tuple(self._players):
            self._drop(key)

    def _drop(self, key: tuple[str, SeatId]) -> None:
        player = self._players.pop(key, None)
        if player is not None and player.task is not None:
            player.task.cancel()

    async def _live(self, table: LiveTable, seat: SeatId, player: _Player) -> None:
        while True:
            await player.wake.wait()
            await _think(self._pace.first)
            player.wake.clear()
            if not in_play(table.table):
                continue
            player.looked, player.given = table.table.version, 0
            for move in self._moves(table, seat, player):
                if not await self._give(table, seat, player, move):
                    break
                await _think(self._pace.between)
            if table.table.version == player.looked + player.given:
                player.wake.clear()  # only its own doing since it looked

    def _moves(self, table: LiveTable, seat: SeatId, player: _Player) -> tuple[Move, ...]:
        now = table.table
        player.asks = player.asks + 1 if player.phase == phase_of(now) else 1
        player.phase = phase_of(now)
        held = now.seat(seat)
        bot = BOTS.get(held.bot or HOUSE) or BOTS[HOUSE]
        view = next(iter(glances(now, (seat,), table.rules)))
        sheet = sheet_of(
            table.rules,
            seat,
            held.concern,
            context=now.context,
            architectures=now.modules.architectures,
            language=LANGUAGE,
        )
        dice = Dice(now.seed, now.round, f"bot {seat}", now.version)
        moves = bot.choose(view, sheet, dice)
        if player.asks <= ASKS_A_PHASE or now.phase is not Phase.TALK:
            return moves
        return () if held.done else (Move(Done(), Why.NOTHING_LEFT),)

    async def _give(self, table: LiveTable, seat: SeatId, player: _Player, move: Move) -> bool:
        """Submit one command; False: the rest of the turn has no point any more."""
        asked = Asked(
            command=move.command,
            by=Actor(seat),
            id=f"bot-{table.play.version}-{random.getrandbits(32):08x}",
            via="bot",
            only_if=lambda now: now.seat(seat).holder is Holder.BOT and in_play(now),
        )
        try:
            answer = await table.submit(asked)
        except (Busy, Crashed, StoreUnavailable):
            return False
        if not isinstance(answer, Declined):
            player.given += 1
        return phase_of(table.table) == player.phase


def phase_of(table: Table) -> tuple[Phase, int, int]:
    """Which step of the game this is."""
    return table.phase, table.round, table.quarter


def in_play(table: Table) -> bool:
    """Whether there is anything for a bot to do."""
    return not table.paused and table.phase not in {Phase.LOBBY, Phase.ENDED}


async def _think(seconds: tuple[float, float]) -> None:
    await asyncio.sleep(random.uniform(*seconds))  # noqa: S311 - a pause, no secret


def _mourn(task: asyncio.Task[None]) -> None:
    """Say why a bot stopped, if nobody stopped it; the next change at its table wakes another."""
    if not task.cancelled() and task.exception() is not None:
        logger.error("a bot failed", exc_info=task.exception())
