"""Records for tests of what leaves the server: games played at random, with people in the seats."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from random import Random
from typing import Final

from msgspec.structs import replace as struct_replace

from game.controls.course import Resume, Start
from game.controls.pulses import ClosePulse
from game.controls.seats import FillSeat
from game.log import Wording
from game.vocabulary import FACILITATOR, PersonId, Phase, TextId
from server.debriefs.record import Record, Somebody
from tests.laws.games import FOLDERS
from tests.playing import Game, any_control, closing, questions, setup_of, turn
from tests.rulesets import load

WHEN: Final = datetime(2026, 3, 5, 9, tzinfo=UTC)
NAMES: Final = ("Ana Canary", "Ben Canary", "Cem Canary", "Dia Canary", "Eve Canary")
LEADERS: Final = ("leader-ann", "leader-bob")
"""The ids of two facilitators."""


@cache
def game_of(number: int, name: str = "tiny", *, controls: bool = True, opened: bool = True) -> Game:
    """A whole game with a person in every seat; `opened`: its debrief has opened everything."""
    rules, chance = load(FOLDERS[name]), Random(number)
    game = Game(rules, setup_of(number))
    for place, seat in enumerate(game.table.seats):
        game.do(FACILITATOR, FillSeat(seat.id, PersonId(f"person-{place}")))
    game.do(FACILITATOR, Start())
    while game.table.phase is not Phase.ENDED:
        if game.table.phase is Phase.VOTE and not game.table.pulses:
            questions(game)
            game.may(FACILITATOR, ClosePulse())
        for _ in range(chance.randrange(3) if controls else 0):
            game.may(FACILITATOR, any_control(chance, game.table))
            game.chance()
        if game.table.paused:
            game.may(FACILITATOR, Resume())
        game.chance()
        turn(game, chance)
        game.chance()
    return closing(game) if opened else game


def record_of(game: Game, words: Mapping[str, str] | None = None) -> Record:
    """The record of a game; `words`: what people wrote, by its id."""
    given = {f"words {number}": f"Spoken words, {number}." for number in range(9)} | dict(
        words or {}
    )
    return Record(
        session="session-1",
        title="A session",
        table="table-1",
        name="Table 1",
        number=1,
        created=WHEN,
        rules=game.rules,
        entries=tuple(game.entries),
        wordings=tuple(Wording(TextId(id), "", text) for id, text in given.items()),  # noqa: A001
        people=tuple(
            Somebody(id=f"person-{number}", name=name, kind="player")
            for number, name in enumerate(NAMES)
        ),
    )


def by_two(record: Record) -> Record:
    """The same, led by two facilitators in turn."""
    entries = tuple(
        struct_replace(one, who=PersonId(LEADERS[one.version % 2]))
        if one.via == "facilitator"
        else one
        for one in record.entries
    )
    people = tuple(Somebody(id=one, name=f"{one} Canary", kind="facilitator") for one in LEADERS)
    return replace(record, entries=entries, people=(*record.people, *people))
