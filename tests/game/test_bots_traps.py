"""RULES section 11: no trap that was closed pays a bot, of either make, that walks into it."""

from math import sqrt
from statistics import fmean, stdev
from typing import Final, TypeAlias

import pytest
from msgspec.structs import replace

from game.acts import Act, Pledge, Terms
from game.bots.base import Bot, Move
from game.bots.lineup import BOTS
from game.bots.sheet import Sheet
from game.opening import Setup
from game.rng import Dice
from game.simulate.many import games
from game.talk.deals import Offer
from game.talk.plan import Plan
from game.talk.tokens import PlaceToken, TakeBack
from game.talk.votes import CastVote
from game.views.view import View
from game.vocabulary import Phase, SeatId
from game.voices import DESIGNS, Why, bot_of
from tests.rulesets import RULESETS, load

Moves: TypeAlias = tuple[Move, ...]
Others: TypeAlias = list[SeatId]

GAMES: Final = 30
SEAT: Final = 1


class Trapped(Bot):
    """Plays like another bot, but for one trap that it walks into in every round."""

    name = "trapped"

    def __init__(self, like: Bot) -> None:
        self.like = like

    def choose(self, view: View, sheet: Sheet, draw: Dice) -> Moves:
        """As the other one, with the trap put in."""
        moves = self.like.choose(view, sheet, draw)
        others = [one.id for one in view.public.seats if one.id != sheet.seat]
        return self.trapped(moves, view, others)

    def trapped(self, moves: Moves, view: View, others: Others) -> Moves:
        """What the trap makes of these moves."""
        raise NotImplementedError


class Empty(Trapped):
    """Promises to all what costs nothing, to be trusted for it."""

    def trapped(self, moves: Moves, view: View, others: Others) -> Moves:
        """One such promise a seat."""
        if view.public.phase is not Phase.TALK:
            return moves
        nothing = Terms(promise=(Pledge(Act("no_portal"), view.public.round),))
        return (
            *moves,
            *(
                Move(Offer(one.id, nothing, Terms()), Why.AT_RANDOM)
                for one in view.public.seats
                if one.id in others
            ),
        )


class ToAndFro(Trapped):
    """Places tokens and takes them back."""

    def trapped(self, moves: Moves, view: View, others: Others) -> Moves:
        """One to each, and back."""
        if view.public.phase is not Phase.TALK:
            return moves
        swings = [
            Move(command, Why.AT_RANDOM)
            for one in view.public.seats
            if one.id in others
            for command in (PlaceToken(one.id), TakeBack(one.id))
        ]
        return (*moves, *swings)


class Shielded(Trapped):
    """Guards its turf with every action point."""

    def trapped(self, moves: Moves, view: View, others: Others) -> Moves:  # noqa: ARG002  one signature
        """Nothing but guard."""
        points = view.own.points if view.own is not None else 0
        guard = Move(Plan((Act("guard"),) * points), Why.AT_RANDOM)
        return tuple(guard if isinstance(one.command, Plan) else one for one in moves)


class Holding(Trapped):
    """Never votes for a launch."""

    def trapped(self, moves: Moves, view: View, others: Others) -> Moves:  # noqa: ARG002  one signature
        """Hold."""
        hold = Move(CastVote(launch=False), Why.AT_RANDOM)
        return tuple(hold if isinstance(one.command, CastVote) else one for one in moves)


def gains(name: str) -> list[float]:
    """Own and public points of one seat played by this bot, the others by its model, by game."""
    rules = replace(load(RULESETS / "newborn"), texts={})
    bots = [name.removeprefix("trapped_")] * 5
    bots[SEAT] = name
    return [
        played.table.scores[SEAT].own + (played.table.public_value or 0)
        for played in games(rules, Setup("traps"), bots, range(GAMES))
    ]


@pytest.fixture(scope="module", params=[bot_of(one, "public_spirited") for one in DESIGNS])
def plain(request: pytest.FixtureRequest) -> tuple[str, list[float]]:
    """A bot, and what it gets without a trap."""
    name = str(request.param)
    return name, gains(name)


@pytest.mark.slow
@pytest.mark.parametrize("trap", [Empty, ToAndFro, Shielded, Holding])
def test_no_trap_pays(
    trap: type[Trapped], plain: tuple[str, list[float]], monkeypatch: pytest.MonkeyPatch
) -> None:
    name, honest = plain
    monkeypatch.setitem(BOTS, f"trapped_{name}", trap(BOTS[name]))
    more = [a - b for a, b in zip(gains(f"trapped_{name}"), honest, strict=True)]
    # With the same decks, a gain that chance alone would bring once in forty times is none.
    assert fmean(more) <= 2 * stdev(more) / sqrt(GAMES)
