"""Event cards on the table: drawn or injected, their effects, their choices (RULES section 5)."""

from collections import Counter

from game.acts import named
from game.choice import Choice
from game.draft import Draft
from game.effects import AnyEffect, apply_all
from game.effects.base import ALL
from game.events.tracks import CardDrawn, CardSent, ChoiceOpened, ChoiceTaken
from game.model.table import Table
from game.ruleset import Card, Ruleset
from game.vocabulary import CardId, OptionId, Phase


def play_card(draft: Draft, rules: Ruleset, drawn: CardDrawn) -> Card:
    """Lay a card on the table and let it act; its choice opens, or takes the default at once.

    A choice can be made in Briefing and Talk; a card that comes later leaves no time for it.
    """
    take_choice(draft, rules)
    draft.emit(drawn)
    card = rules.card(drawn.card, drawn.written)
    apply_all(draft, card.id, card.effects, drawn.luck)
    if card.choice is not None:
        draft.emit(ChoiceOpened(card.id))
        if draft.table.phase not in {Phase.BRIEFING, Phase.TALK}:
            take_choice(draft, rules)
    return card


def give_card(draft: Draft, sent: CardSent, effects: tuple[AnyEffect, ...]) -> None:
    """Give a card to some seats alone, and let it act; what lies on the table stays there.

    An effect that finds nothing is not told: that would tell others of the card.
    """
    draft.emit(sent)
    for effect in effects:
        if effect.when is None or effect.when.holds(draft.table):
            effect.apply(draft, sent.luck)


def take_choice(draft: Draft, rules: Ruleset) -> None:
    """The open choice is made: most votes, or the default where there is none or a tie."""
    standing = draft.table.standing
    if standing is None or not standing.choosing:
        return
    card = rules.card(standing.card, standing.written)
    choice = named(card.choice)
    chosen = voted(draft.table, choice)
    option = choice.default if chosen is None else chosen
    draft.emit(ChoiceTaken(card.id, option, by_default=chosen is None))
    effects = next(one.effects for one in choice.options if one.id == option)
    apply_all(draft, card.id, effects, standing.luck)


def voted(table: Table, choice: Choice) -> OptionId | None:
    """What those who may choose have chosen; None: nothing, or a tie."""
    votes = Counter(
        seat.choice
        for seat in table.seats
        if seat.choice is not None and choice.by in {ALL, seat.id}
    )
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def next_card(table: Table) -> CardId | None:
    """The card that chance draws next; None: no card is left.

    In year one the year-one deck, else the rest of the events (RULES section 7). A practice
    round takes the last card, so that it shows none of those to come first.
    """
    deck = deck_now(table)
    if not deck:
        return None
    return deck[-1] if table.practice else deck[0]


def deck_now(table: Table) -> tuple[CardId, ...]:
    """The deck that is drawn from in this phase."""
    if table.phase is Phase.YEAR_ONE and table.year_one_deck:
        return table.year_one_deck
    return table.event_deck
