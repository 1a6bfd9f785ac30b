"""A line of the log, and the eyes that read it."""

from msgspec import Struct, json

from game.acts import Act, named
from game.log import Entry, Via
from game.model.table import Table
from game.ruleset import Card
from game.views.deals import DealView
from game.views.shown import is_opened
from game.vocabulary import Actor, CardId, OptionId, PersonId, Phase, SeatId, TextId


class Line(Struct, frozen=True, omit_defaults=True, gc=False):
    """One line: what happened, as this viewer may know it."""

    kind: str
    """Its words stand in the texts under `lines.<kind>`."""
    at_ms: int
    round: int
    phase: Phase
    by: Actor
    via: Via
    params: dict[str, str | int]
    """What fills the words: ids of seats, dependencies, tracks ..., and numbers."""
    act: Act | None = None
    deal: DealView | None = None
    text: TextId | None = None
    """Somebody's own words, kept apart under this id."""
    confidential: bool = False
    """Not for all eyes."""
    control: bool = False
    """The facilitator's doing."""
    who: PersonId | None = None
    """Which of the facilitators; told to the staff alone."""


class Eyes(Struct, frozen=True, gc=False):
    """One viewer reading one entry."""

    seat: SeatId | None
    """None: no seat (an observer, the room display, or the facilitator)."""
    staff: bool
    """The facilitator, who may read everything."""
    entry: Entry
    table: Table
    """The table after the entry."""

    def among(self, *seats: SeatId | None) -> bool:
        """Whether this viewer is one of these seats, or the facilitator."""
        return self.staff or (self.seat is not None and self.seat in seats)

    def opened(self, secret: str) -> bool:
        """Whether the debrief has opened this to all; the table says what lies open by now."""
        return is_opened(self.table, secret)

    def option(self, kind: str, card: CardId, option: OptionId, seat: SeatId | None = None) -> Line:
        """A line about an option; where the facilitator wrote the card, it leads to its words: the
        last lines of the card's own, one for each of `of` options, `place` counted from 0.
        """
        standing = self.table.standing
        if standing is None or standing.card != card or standing.written is None:
            return self.line(kind, seat=seat, option=option, card=card)
        choice = named(json.decode(standing.written, type=Card).choice)
        ids = [one.id for one in choice.options]
        return self.line(
            kind,
            seat=seat,
            option=option,
            card=card,
            place=ids.index(option),
            of=len(ids),
            text=standing.words,
        )

    def line(
        self,
        kind: str,
        *,
        act: Act | None = None,
        deal: DealView | None = None,
        text: TextId | None = None,
        confidential: bool = False,
        control: bool = False,
        **params: str | int | None,
    ) -> Line:
        """A line of this entry; params that are None are left out."""
        return Line(
            kind=kind,
            at_ms=self.entry.at_ms,
            round=self.table.round,
            phase=self.table.phase,
            by=self.entry.by,
            via=self.entry.via,
            params={name: value for name, value in params.items() if value is not None},
            act=act,
            deal=deal,
            text=text,
            confidential=confidential,
            control=control,
            who=self.entry.who if self.staff else None,
        )
