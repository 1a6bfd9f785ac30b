"""Chance as it is played: what it does now, by the game's seed.

The same seed gives the same cards, whatever is played, and a rewind draws the same again.
"""

from typing import assert_never

from game.acts import named
from game.controls.chance import LUCK, DrawCard, Open, ShowHeadline, Spoil
from game.course.cards import next_card
from game.course.reveal import haphazard_acts
from game.model.table import Table
from game.opening import again
from game.rng import Dice
from game.ruleset import Ruleset
from game.vocabulary import Due, Rationality


def owed(table: Table, rules: Ruleset) -> Open | DrawCard | ShowHeadline | Spoil | None:
    """What chance has to do now; None: nothing."""
    match table.due:
        case None:
            return None
        case Due.DEAL:
            return again(table, rules)
        case Due.CARD:
            return card(table, rules)
        case Due.HEADLINE:
            return headline(table)
        case Due.HAPHAZARD:
            return haphazard(table)
        case _:
            assert_never(table.due)


def card(table: Table, rules: Ruleset) -> DrawCard:
    """The next card of the deck, with the luck of this round or quarter."""
    drawn = named(next_card(table))
    if not rules.card(drawn).is_lucky:
        return DrawCard(drawn)
    stream = f"luck {table.quarter}"
    return DrawCard(drawn, Dice(table.seed, table.round, stream, table.drawn).below(LUCK))


def headline(table: Table) -> ShowHeadline:
    """Mostly the next agenda, else any of the four: a shift can be seen coming (C11)."""
    dice = Dice(table.seed, table.round, "headline")
    if dice.share() < table.params.headline_share and table.agenda_deck:
        return ShowHeadline(table.agenda_deck[0].rationality)
    return ShowHeadline(dice.pick(tuple(Rationality)))


def haphazard(table: Table) -> Spoil:
    """Which actions of houses without backing fail (coded: C17)."""
    dice = Dice(table.seed, table.round, "haphazard")
    share = table.params.haphazard_share
    return Spoil(tuple(one for one in haphazard_acts(table) if dice.share() < share))
