"""Injecting cards, from the decks or written by the facilitator (RULES section 10)."""

from typing import Annotated, ClassVar

from msgspec import Meta, json
from msgspec.structs import replace

from game.acts import named
from game.controls.chance import LUCK
from game.course.cards import give_card, play_card
from game.draft import Draft
from game.events.control import Adjusted
from game.events.tracks import CardDrawn, CardSent
from game.forms import Control, Words
from game.model.table import Table
from game.parse.cards import check_cards
from game.parse.parts import Reader
from game.references import known_seat
from game.ruleset import Card, Ruleset
from game.vocabulary import CardId, Phase, Reason, Refused, SeatId, TextId


class Inject(Control, frozen=True):
    """Lay any event card of the ruleset on the table now, or one written for the occasion; or
    (`to`) give it to some seats alone: others see what it does, and not the card.
    """

    phases = frozenset({Phase.BRIEFING, Phase.TALK, Phase.PLAN, Phase.REVEAL})
    while_paused: ClassVar[bool] = True
    card: CardId | None = None
    written: Card | None = None
    luck: Annotated[int, Meta(ge=0, lt=LUCK)] = 0
    text: Words | None = None
    """Why; of a written card: its headline, below it its story, and last a line for each option."""
    to: Annotated[tuple[SeatId, ...], Meta(max_length=7)] = ()
    """Who alone is given it; empty: it lies on the table for all."""

    def check(self, table: Table, rules: Ruleset) -> None:
        """Either a card that there is, or a written one that a deck could hold."""
        if (self.card is None) == (self.written is None):
            raise Refused(Reason.OUT_OF_RANGE, "card or written")
        known = [one.id for one in (*rules.events, *rules.year_one)]
        if self.written is not None:
            if self.text is None:
                raise Refused(Reason.NEEDS_REASON)
            if self.written.id in known:
                raise Refused(Reason.ALREADY, f"card {self.written.id[:40]}")
            check_written(self.written, rules)
        elif self.card not in known:
            raise Refused(Reason.UNKNOWN, f"card {self.card}"[:60])
        self.check_aim(table, rules)

    def check_aim(self, table: Table, rules: Ruleset) -> None:
        """Seats of this table; a choice is for all to see, so such a card is for all."""
        for seat in self.to:
            known_seat(table, seat)
        if self.to and self.chosen(rules).choice is not None:
            raise Refused(Reason.OUT_OF_RANGE, "a card with a choice is for all")

    def chosen(self, rules: Ruleset) -> Card:
        """The card that is meant."""
        return rules.card(named(self.card)) if self.written is None else self.written

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Lay it, or give it to those for whom it is."""
        if self.to:
            give_card(draft, self.sent(), self.chosen(rules).effects)
        else:
            self.lay(draft, rules)

    def sent(self) -> CardSent:
        """The card for those to whom it goes, each once."""
        text = None if self.text is None else TextId(self.text)
        to = tuple(dict.fromkeys(self.to))
        if self.written is None:
            return CardSent(named(self.card), to, self.luck, reason=text)
        written = json.encode(self.written).decode()
        return CardSent(self.written.id, to, self.luck, written, text)

    def lay(self, draft: Draft, rules: Ruleset) -> None:
        """Lay it on the table."""
        text = None if self.text is None else TextId(self.text)
        if self.written is not None:
            written = json.encode(self.written).decode()
            drawn = CardDrawn(
                self.written.id, self.luck, injected=True, written=written, words=text
            )
        else:
            drawn = CardDrawn(named(self.card), self.luck, injected=True)
            if text is not None:
                draft.emit(Adjusted(text))
        play_card(draft, rules, drawn)


def check_written(card: Card, rules: Ruleset) -> None:
    """Refused: it could not stand in this ruleset; says the first fault and its place.

    A card that does nothing is no fault here: the facilitator may just tell a story.
    """
    if not card.effects and card.choice is None:
        return
    deck = json.encode(replace(rules, texts={}, events=(card,), year_one=()))
    reader = Reader(json.decode(deck))
    parts = reader.parts()
    for fault in (*reader.faults, *check_cards(parts)):
        raise Refused(Reason.OUT_OF_RANGE, f"{fault.path.removeprefix('events[0].')} {fault.value}")
