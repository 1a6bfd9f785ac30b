"""How a game ends and what it was worth (RULES sections 7 and 8)."""

from typing import Final

from msgspec.structs import replace

from game.course.promises import expire_offers, lapse_all
from game.course.pulses import close
from game.draft import Draft
from game.events.course import DueFell, GameEnded, PhaseBegan
from game.goals import all_met, core_value_kept
from game.model.past import Score
from game.model.table import Table
from game.ruleset import Ruleset
from game.vocabulary import Outcome, Phase, Reason, SeatId, State

GOOD_RATING: Final = 6
FAIR_RATING: Final = 3


def end_game(draft: Draft, rules: Ruleset) -> None:
    """The game is over, wherever it stands; the outcome is read from the table.

    What was asked during play is answered no more: who knows how it ended foretells nothing.
    """
    close(draft)
    expire_offers(draft, Reason.GAME_ENDED)
    lapse_all(draft)
    found = outcome(draft.table)
    ended = replace(draft.table, outcome=found)
    scores = tuple(score(ended, seat.id, rules) for seat in ended.seats)
    if draft.table.due is not None:
        draft.emit(DueFell())
    draft.emit(GameEnded(found, public_value(ended), scores))
    draft.emit(PhaseBegan(Phase.ENDED, draft.table.round, quarter=draft.table.quarter))


def outcome(table: Table) -> Outcome:
    """How the game ended (the table of RULES section 7)."""
    live = sum(1 for one in table.dependencies if one.state is State.LIVE)
    if table.launched is not None:
        if live >= table.need and table.citizens_rating >= GOOD_RATING:
            return Outcome.JOINED_UP
        return Outcome.FACADE if table.citizens_rating >= FAIR_RATING else Outcome.WITHDRAWN
    signed = sum(1 for one in table.dependencies if one.state in {State.SIGNED, State.LIVE})
    is_paper = signed >= table.need and not table.stopped
    return Outcome.PAPER if is_paper else Outcome.NOT_LAUNCHED


def public_value(table: Table) -> int:
    """The same for all: the outcome, less fragmentation, more for an early launch that held."""
    params = table.params
    value = {
        Outcome.JOINED_UP: params.joined_up_value,
        Outcome.FACADE: params.facade_value,
        Outcome.WITHDRAWN: params.withdrawn_value,
        Outcome.PAPER: params.paper_value,
    }.get(table.outcome or Outcome.NOT_LAUNCHED, 0)
    value -= table.fragmentation // 2
    if table.outcome is Outcome.JOINED_UP and table.launched is not None:
        value += params.early_value * (params.rounds - table.launched)
    return value


def score(table: Table, seat: SeatId, rules: Ruleset) -> Score:
    """A seat's own score, item by item."""
    held, params = table.seat(seat), table.params
    goal = all_met(rules.seat(seat).goal, table, seat)
    concern = all_met(rules.concern(held.concern).met_when, table, seat)
    return Score(
        seat=seat,
        autonomy=held.autonomy,
        budget=held.budget // 2,
        portals=held.portals * params.portal_points,
        tokens=table.tokens_here(seat) // params.tokens_a_point * params.tokens_points,
        goal=params.goal_points * goal,
        core_value=params.core_value_points * core_value_kept(table, seat),
        concern=params.concern_points * concern,
    )
