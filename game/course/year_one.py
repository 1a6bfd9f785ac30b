"""Year one: four quarters without decisions, for all to see (RULES section 7)."""

from typing import Final

from game.course.cards import next_card, play_card
from game.course.scores import end_game
from game.draft import Draft
from game.events.course import DueFell, PhaseBegan
from game.events.dependencies import Suspended
from game.events.tracks import CardDrawn, QuarterClosed, TrackMoved
from game.moves import move_track
from game.ruleset import Ruleset
from game.vocabulary import CardId, CardKind, Due, Phase, State, Track

QUARTERS: Final = 4
ABSORBING_FROM: Final = 3
"""The counter absorbs the cases that bounce in so far as it stands above this."""
NO_CARD: Final = CardId("")
"""Stands in a quarter's record where the decks were empty."""


def begin_year_one(draft: Draft) -> None:
    """The service is open; from now on its rating moves by itself."""
    rating = draft.table.citizens_rating
    params = draft.table.params
    draft.emit(PhaseBegan(Phase.YEAR_ONE, draft.table.round, params.quarter_s))
    draft.emit(TrackMoved(Track.RATING, 0, rating))


def next_quarter(draft: Draft, rules: Ruleset) -> None:
    """The next quarter, up to its card; after the fourth the game is over."""
    table = draft.table
    if table.quarter == QUARTERS:
        end_game(draft, rules)
        return
    draft.emit(PhaseBegan(Phase.YEAR_ONE, table.round, table.params.quarter_s, table.quarter + 1))
    if next_card(draft.table) is None:
        close_quarter(draft, NO_CARD)
    else:
        draft.emit(DueFell(Due.CARD))


def play_quarter(draft: Draft, rules: Ruleset, drawn: CardDrawn) -> None:
    """Its card acts, what stands under protest may fall, cases bounce, the rating follows."""
    card = play_card(draft, rules, drawn)
    if card.kind in {CardKind.LEGAL, CardKind.INCIDENT}:
        for one in draft.table.dependencies:
            if one.state is State.LIVE and one.protested:
                draft.emit(Suspended(one.id))
    close_quarter(draft, card.id)


def close_quarter(draft: Draft, card: CardId) -> None:
    """Count the bounced cases; what the counter cannot absorb costs rating."""
    bounced = draft.table.bounced
    absorbed = min(bounced, max(0, draft.table.counter - ABSORBING_FROM))
    move_track(draft, Track.RATING, 1 if bounced == 0 else absorbed - bounced)
    draft.emit(QuarterClosed(card, bounced, absorbed))
