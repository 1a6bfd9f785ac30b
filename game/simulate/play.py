"""One whole game by bots, from the deal to the scores.

Bots are asked with the views of their seats and act through `judge` like everybody. What they want
and the rules refuse (others were faster) is dropped. The pace is kept here: a phase ends when the
bots have nothing to add, without each of them saying so.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from game.bots.base import Bot
from game.bots.lineup import BOTS, HOUSE
from game.bots.sheet import Sheet, sheet_of
from game.chance import owed
from game.commands import AnyCommand
from game.controls.chance import Open
from game.controls.course import NextPhase, Start
from game.decide import judge
from game.events import AnyEvent
from game.model.table import Table
from game.opening import BLANK, Setup, open_command
from game.rng import Dice
from game.ruleset import Ruleset
from game.talk.pace import Done, Ready
from game.views.view import glances
from game.vocabulary import CHANCE, FACILITATOR, Actor, DealState, Holder, Phase, Refused, SeatId

SWEEPS: Final = 3
"""How often bots are asked in one Talk: initiatives, answers, answers to counter-offers."""
PACING: Final = (Done, Ready)
"""What bots say of the pace, which is kept here."""


class Turn(Struct, frozen=True, gc=False):
    """A command that was accepted, and what it made happen."""

    by: Actor
    command: AnyCommand
    events: tuple[AnyEvent, ...]


class Played(Struct, frozen=True, gc=False):
    """A game that was played to its end."""

    table: Table
    events: tuple[AnyEvent, ...]
    """All that happened, in order."""
    refused: int
    """Commands of bots that the rules refused."""
    turns: tuple[Turn, ...] = ()
    """Command by command, where that was asked for."""


def play_game(
    rules: Ruleset,
    setup: Setup,
    bots: Sequence[str] = (),
    *,
    keep: bool = False,
    lineup: Mapping[str, Bot] = BOTS,
) -> Played:
    """Play one game: `bots` are names of the lineup in seat order; none: `setup.bots` everywhere.

    `lineup` may hold other bots than the common ones, for experiments.

    With `keep` every accepted command is kept with its events, so that a log can be made of them.

    Raises:
        LookupError: a bot of this name is not in the lineup, or there are too few or too many.
    """
    game = Game(rules, BLANK, setup.seed, keep=keep, lineup=lineup)
    game.give(seated(open_command(rules, setup), setup, bots, lineup), CHANCE)
    return game.play()


def play_on(rules: Ruleset, table: Table, seed: str) -> Played:
    """Play a game on from any of its moments by the bots that the table names on its seats.

    `seed` is that of the bots; the cards to come are drawn by the table's own. `events` holds what
    happens from here on.
    """
    return Game(rules, table, seed, keep=False).play()


class Game:
    """A game in the making. Lives as long as one call of `play_game` or `play_on`."""

    def __init__(
        self,
        rules: Ruleset,
        table: Table,
        seed: str,
        *,
        keep: bool,
        lineup: Mapping[str, Bot] = BOTS,
    ) -> None:
        self.rules = rules
        self.lineup = lineup
        self.keep = keep
        self.seed = seed
        self.refused = 0
        self.events: list[AnyEvent] = []
        self.turns: list[Turn] = []
        self.table = table
        self.bots: dict[SeatId, tuple[Bot, Sheet, Dice]] = {}

    def play(self) -> Played:
        """Play it to its end."""
        self.seat_bots()
        while self.table.phase is not Phase.ENDED:
            self.draw()
            self.phase()
        return Played(self.table, tuple(self.events), self.refused, tuple(self.turns))

    def seat_bots(self) -> None:
        """Give every bot the paper of its seat, and dice of its own."""
        language = next(iter(self.rules.texts), "")
        self.bots = {
            seat.id: (
                self.lineup[seat.bot or HOUSE],
                sheet_of(
                    self.rules,
                    seat.id,
                    seat.concern,
                    context=self.table.context,
                    architectures=self.table.modules.architectures,
                    language=language,
                ),
                Dice(self.seed, 0, f"bot {seat.id}"),
            )
            for seat in self.table.seats
        }

    def give(self, command: AnyCommand, by: Actor) -> None:
        """Carry out a command."""
        draft = judge(self.table, command, by, self.rules)
        self.table = draft.table
        self.events += draft.events
        if self.keep:
            self.turns.append(Turn(by, command, tuple(draft.events)))

    def draw(self) -> None:
        """Let chance do what it owes."""
        while (command := owed(self.table, self.rules)) is not None:
            self.give(command, CHANCE)

    def phase(self) -> None:
        """Let the bots act in this phase, and end it."""
        table = self.table
        everybody = [seat.id for seat in table.seats]
        match table.phase:
            case Phase.LOBBY:  # also after a practice round
                self.give(Start(), FACILITATOR)
            case Phase.TALK:
                asked = everybody
                for _ in range(SWEEPS):
                    self.ask(asked)
                    asked = waited_for(self.table)
                    if not asked:
                        break
            case Phase.PLAN:
                self.ask(everybody)
            case Phase.VOTE if table.count is None:
                self.ask(everybody)
            case _:
                pass
        if self.table.phase is table.phase and self.table.due is None:
            self.after(table)

    def after(self, before: Table) -> None:
        """End the phase, unless the last vote has ended it already."""
        counted_now = before.phase is Phase.VOTE and before.count is None
        if not (counted_now and self.table.count is not None):
            self.give(NextPhase(), FACILITATOR)

    def ask(self, seats: Sequence[SeatId]) -> None:
        """Ask these seats at one moment, and carry out in turn what they want."""
        first = self.table.round % len(seats)
        order = (*seats[first:], *seats[:first])
        views = tuple(glances(self.table, order, self.rules))
        for seat, view in zip(order, views, strict=True):
            bot, sheet, dice = self.bots[seat]
            for move in bot.choose(view, sheet, dice):
                if type(move.command) not in PACING:
                    self.attempt(move.command, Actor(seat))

    def attempt(self, command: AnyCommand, by: Actor) -> None:
        """Carry out a bot's command as far as the rules allow."""
        try:
            self.give(command, by)
        except Refused:
            self.refused += 1


def waited_for(table: Table) -> list[SeatId]:
    """The seats with an offer to answer, in seat order."""
    asked = {deal.to for deal in table.deals if deal.state is DealState.OPEN}
    return [seat.id for seat in table.seats if seat.id in asked]


def seated(opening: Open, setup: Setup, bots: Sequence[str], lineup: Mapping[str, Bot]) -> Open:
    """The opening with a bot on every seat.

    Raises:
        LookupError: see `play_game`.
    """
    seats = opening.table.seats
    names = tuple(bots) or (setup.bots or HOUSE,) * len(seats)
    if len(names) != len(seats):
        raise LookupError(f"{len(names)} bots for {len(seats)} seats")
    unknown = [name for name in names if name not in lineup]
    if unknown:
        raise LookupError(f"no bot is called {unknown[0]!r}; there are {', '.join(lineup)}")
    held = tuple(
        replace(seat, holder=Holder.BOT, bot=name) for seat, name in zip(seats, names, strict=True)
    )
    return Open(replace(opening.table, seats=held))
