"""The guides and scripts of the scenarios, held to games: what they ask for comes about in them."""

from functools import cache

import pytest

from game.cues import holds
from game.debrief.rollouts import Moment, line_of
from game.evidence import sightings
from game.log import NO_HASH, Entry, sealed
from game.opening import Setup
from game.simulate.play import play_game
from tests.rulesets import RULESETS, load

SCENARIOS = (
    "functional_equivalents",
    "new_address",
    "newborn",
    "one_counter",
    "the_partnership",
)
POPULATIONS = ("mixed", "fickle", "self_serving", "random")


@cache
def games(name: str) -> tuple[tuple[tuple[Entry, ...], tuple[Moment, ...]], ...]:
    """A game of each of four populations of bots, with the table after each entry."""
    found = []
    for bots in POPULATIONS:
        before, entries = NO_HASH, list[Entry]()
        played = play_game(load(RULESETS / name), Setup("guides", bots=bots), keep=True)
        for version, turn in enumerate(played.turns, start=1):
            bare = Entry(
                version=version,
                at_ms=version * 1000,
                wall_ms=version * 1000,
                by=turn.by,
                via="bot",
                command=turn.command,
                events=turn.events,
                id=str(version),
                salt="",
                hash="",
            )
            entries.append(sealed(bare, before))
            before = entries[-1].hash
        found.append((tuple(entries), line_of(entries)))
    return tuple(found)


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_guide_has_five_objectives_and_each_can_be_seen_in_games(name: str) -> None:
    objectives = load(RULESETS / name).objectives
    assert len(objectives) == 5
    shown = {
        sighting.objective
        for entries, line in games(name)
        for sighting in sightings(
            ((entries[one.version - 1], one.table) for one in line), objectives
        )
    }
    assert shown == {one.id for one in objectives}


@pytest.mark.parametrize("name", SCENARIOS)
def test_what_a_script_waits_for_and_expects_comes_about_in_games(name: str) -> None:
    tables = [moment.table for _, line in games(name) for moment in line]
    for one in load(RULESETS / name).script:
        assert any(all(holds(cue, table) for cue in one.when) for table in tables), one.number
        assert any(all(holds(cue, table) for cue in one.expect) for table in tables), one.number
