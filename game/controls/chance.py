"""What chance does, as a player of its own: lay the table, draw, spread rumours, spoil."""

from typing import Annotated, ClassVar

from msgspec import Meta

from game.course.cards import deck_now, play_card
from game.course.pulses import close
from game.course.reveal import haphazard_acts, reveal
from game.course.rounds import draw_or_go_on
from game.course.year_one import play_quarter
from game.draft import Draft
from game.events.course import DueFell, Opened
from game.events.seats import ActSpoilt
from game.events.tracks import CardDrawn, HeadlineShown
from game.forms import Control
from game.model.table import Table
from game.ruleset import Ruleset
from game.vocabulary import CardId, Due, Phase, Rationality, Reason, Refused, SeatId

LUCK = 2520
"""Luck runs from 0 to below this: divisible by every number of targets up to ten."""


class ChanceCommand(Control, frozen=True):
    """Asked by chance alone, when it is due."""

    while_due: ClassVar[bool] = True
    while_paused: ClassVar[bool] = True
    owed: ClassVar[Due]

    def check(self, table: Table, rules: Ruleset) -> None:
        """Chance owes just this."""
        if table.due is not self.owed:
            raise Refused(Reason.NOTHING_DUE)


class Open(ChanceCommand, frozen=True):
    """Lay the table: at the beginning of a log, and anew after a practice round."""

    phases = frozenset({Phase.LOBBY, Phase.REVEAL})
    owed = Due.DEAL
    table: Table

    def check(self, table: Table, rules: Ruleset) -> None:
        """Nothing was laid before, or the practice round is over."""
        if table.version and table.due is not Due.DEAL:
            raise Refused(Reason.NOTHING_DUE)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Lay it; what was asked in the practice round is answered no more."""
        close(draft)
        draft.emit(Opened(self.table))


class DrawCard(ChanceCommand, frozen=True):
    """Draw this event card; `luck` decides which of several targets its effects meet."""

    phases = frozenset({Phase.BRIEFING, Phase.YEAR_ONE})
    owed = Due.CARD
    card: CardId
    luck: Annotated[int, Meta(ge=0, lt=LUCK)] = 0

    def check(self, table: Table, rules: Ruleset) -> None:
        """A card of the deck that is drawn from now."""
        super().check(table, rules)
        if self.card not in deck_now(table):
            raise Refused(Reason.NO_CARD_LEFT)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Draw it."""
        draft.emit(DueFell())
        drawn = CardDrawn(self.card, self.luck)
        if draft.table.phase is Phase.YEAR_ONE:
            play_quarter(draft, rules, drawn)
        else:
            play_card(draft, rules, drawn)
            draw_or_go_on(draft)


class ShowHeadline(ChanceCommand, frozen=True):
    """The rumour of this round names this frame."""

    phases = frozenset({Phase.BRIEFING})
    owed = Due.HEADLINE
    frame: Rationality

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Show it."""
        draft.emit(HeadlineShown(self.frame))
        draft.emit(DueFell())


class Spoil(ChanceCommand, frozen=True):
    """Of the plans of houses without backing, these actions fail: (seat, place in its plan)."""

    phases = frozenset({Phase.PLAN})
    owed = Due.HAPHAZARD
    acts: tuple[tuple[SeatId, int], ...] = ()

    def check(self, table: Table, rules: Ruleset) -> None:
        """Actions that can be spoilt, each once."""
        super().check(table, rules)
        if len(set(self.acts)) != len(self.acts) or set(self.acts) - set(haphazard_acts(table)):
            raise Refused(Reason.OUT_OF_RANGE)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Reveal, with these spoilt."""
        draft.emit(DueFell())
        for seat, place in self.acts:
            draft.emit(ActSpoilt(seat, place))
        reveal(draft)
