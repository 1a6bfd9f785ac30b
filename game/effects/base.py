"""What an effect of a card is, when it counts, and whom its selectors name."""

from typing import Final

from msgspec import Struct, field

from game.draft import Draft
from game.events.base import snake
from game.model.dependencies import Dependency
from game.model.table import Table
from game.moves import side_of
from game.vocabulary import Architecture, Rationality, SeatId, State, Track

ALL: Final = "all"
DRAWN: Final = "drawn"
PARTIES: Final = "parties:"
"""`parties:<dependency>` selects the two agencies of a dependency."""


class Condition(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """What must be so for an effect to count; several fields are joined by *and*."""

    track: Track | None = None
    at_least: int | None = None
    frame_is_agenda: bool | None = None
    agenda: Rationality | None = None
    live_at_least: int | None = None
    fragmentation_at_least: int | None = None
    architecture: Architecture | None = None
    launched: bool | None = None

    def holds(self, table: Table) -> bool:
        """Whether it is so now."""
        live = sum(1 for one in table.dependencies if one.state is State.LIVE)
        fits = (
            self.track is None or table.track(self.track) >= (self.at_least or 0),
            self.frame_is_agenda in {None, table.frame == table.agenda},
            self.agenda in {None, table.agenda},
            live >= (self.live_at_least or 0),
            table.fragmentation >= (self.fragmentation_at_least or 0),
            self.architecture in {None, table.architecture},
            self.launched in {None, table.launched is not None},
        )
        return all(fits)


class Effect(
    Struct,
    frozen=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    gc=False,
    tag_field="type",
    tag=snake,
    kw_only=True,
):
    """One thing that a card does; counts only where its condition holds."""

    when: Condition | None = field(default=None, name="if")

    def apply(self, draft: Draft, luck: int) -> bool:
        """Let it happen; whether there was anything to act on."""
        raise NotImplementedError

    @property
    def lucky(self) -> bool:
        """Whether chance decides which of several targets it meets."""
        return False


def seats_of(table: Table, who: str) -> list[SeatId]:
    """The seated agencies that a selector names."""
    if who.startswith(PARTIES):
        sides = [one.sides for one in table.dependencies if one.id == who.removeprefix(PARTIES)]
        return [side.seat for pair in sides for side in pair]
    return [seat.id for seat in table.seats if who in {ALL, seat.id, seat.rationality.value}]


def dependencies_of(
    table: Table, which: str, luck: int, among: list[Dependency] | None = None
) -> list[Dependency]:
    """The dependencies that a selector names: all, one drawn, one by id, or those of a seat."""
    pool = list(table.dependencies) if among is None else among
    if which == DRAWN:
        found = drawn([one for one in pool if is_open(one)], luck)
        return [] if found is None else [found]
    return [
        one for one in pool if which in {ALL, one.id} or side_of(one, SeatId(which)) is not None
    ]


def drawn(pool: list[Dependency], luck: int) -> Dependency | None:
    """The one of the pool that chance has picked."""
    return pool[luck % len(pool)] if pool else None


def is_open(one: Dependency) -> bool:
    """Neither signed nor live nor suspended."""
    return one.state is State.OPEN
