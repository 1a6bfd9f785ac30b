"""Games that laws are tried on: played once, looked at from many positions."""

from collections.abc import Callable
from functools import cache
from random import Random
from typing import Final, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from game.acts import Act
from game.log import Entry
from game.model.cards import Sent
from game.model.deals import Deal, Promise
from game.model.pulses import PulseAnswer
from game.model.seats import Seat
from game.model.table import Table
from game.ruleset import Ruleset
from game.talk.pulses import answers
from game.views.shown import back_ledger_open
from game.vocabulary import CardId, DependencyId, SeatId
from tests.playing import Game, closing, plan, play, setup_of
from tests.rulesets import COUNT, RULESETS, TINY, load

Agreed = TypeVar("Agreed", Deal, Promise)

FOLDERS: Final = {path.parent.name: path.parent for path in RULESETS.glob("*/ruleset.toml")} | {
    "count": COUNT
}


class Position(Struct, frozen=True):
    """A game at one of its entries."""

    rules: Ruleset
    game: Game
    place: int
    """The table is the one before this entry."""

    @property
    def table(self) -> Table:
        return self.game.tables[self.place - 1]

    @property
    def entry(self) -> Entry:
        return self.game.entries[self.place]

    @property
    def after(self) -> Table:
        return self.game.tables[self.place]


@cache
def rules_of(name: str) -> Ruleset:
    return load(FOLDERS[name])


@cache
def played(number: int) -> Game:
    """One of the games: mostly `tiny`, every fifth `newborn`; every second with controls."""
    name = "newborn" if number % 5 == 4 and "newborn" in FOLDERS else TINY.name
    odd = number % 2 == 1
    game = play(rules_of(name), setup_of(number), number, controls=odd, asks=not odd)
    return closing(game)


def position(number: int, games: int, *, controls: bool = True) -> Position:
    """A position by number, in one of so many games, or in one where nobody interferes."""
    chance = Random(number)
    which = chance.randrange(games)
    game = played(which if controls else which - which % 2)
    return Position(game.rules, game, chance.randrange(1, len(game.entries)))


def told_otherwise(table: Table, viewer: SeatId | None, chance: Random) -> Table:
    """The table with all changed at random that this seat (None: an observer) cannot know."""
    mine = set() if viewer is None else set(table.seat(viewer).known)
    shown = {"truth", "all"} & set(table.opened_secrets)
    unknown = {one.id for one in table.dependencies if not (one.common or one.id in mine or shown)}
    hidden = replace(
        table,
        seed=str(chance.random()),
        agenda_deck=table.agenda_deck
        if {"headlines", "all"} & set(table.opened_secrets)
        else tuple(chance.sample(table.agenda_deck, len(table.agenda_deck))),
        event_deck=tuple(chance.sample(table.event_deck, len(table.event_deck))),
        year_one_deck=tuple(chance.sample(table.year_one_deck, len(table.year_one_deck))),
        sent=(*(one for one in table.sent if viewer in one.to), *for_others(table, viewer)),
        dependencies=tuple(
            replace(one, real=chance.random() < 0.5) if one.id in unknown else one
            for one in table.dependencies
        ),
    )
    if table.opened_secrets:
        return hidden
    deals = whose(viewer, list(table.deals))
    promises = whose(viewer, list(table.promises))
    hidden = replace(hidden, deals=tuple(deals), promises=tuple(promises))
    return replace(
        hidden,
        seats=tuple(
            one if one.id == viewer else disguised(hidden, one, chance) for one in hidden.seats
        ),
    )


def for_others(table: Table, viewer: SeatId | None) -> tuple[Sent, ...]:
    """A card that only the others were given."""
    return (Sent(CardId("secret"), tuple(one.id for one in table.seats if one.id != viewer)),)


def whose(viewer: SeatId | None, some: list[Agreed]) -> list[Agreed]:
    """Those that a seat may know of."""
    return [one for one in some if not one.confidential or viewer in {one.by, one.to}]


def disguised(table: Table, held: Seat, chance: Random) -> Seat:
    """Another seat as it might be, for all that one can tell from outside."""
    common = tuple(one.id for one in table.dependencies if one.common)
    others = [one.id for one in table.dependencies if not one.common and chance.random() < 0.5]
    return replace(
        held,
        concern=chance.choice([one.concern for one in table.seats]),
        hand=chance.randrange(9),
        known=(*common, *(DependencyId(one) for one in others)),
        backing=chance.randrange(6),
        routines=held.routines if back_ledger_open(table) else chance.randrange(4),
        scanned=chance.choice([None, table.agenda]),
        broken=chance.randrange(4),
        plan=disguised_plan(table, held, chance),
        vote=None if held.vote is None else chance.random() < 0.5,
        pulses=disguised_answers(table, chance),
    )


def disguised_plan(table: Table, held: Seat, chance: Random) -> tuple[Act, ...] | None:
    """Another plan, where there is one."""
    return None if held.plan is None else plan(chance, table, held.id)


def disguised_answers(table: Table, chance: Random) -> tuple[PulseAnswer, ...]:
    """Other answers to some of the facilitator's questions."""
    return tuple(
        PulseAnswer(one.id, chance.choice(answers(table, one)))
        for one in table.pulses
        if chance.random() < 0.7
    )


Law = Callable[[int, int], None]
"""A law, tried at one position: its number, and of how many games."""
