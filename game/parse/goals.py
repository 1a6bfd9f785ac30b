"""Checks of public goals and concerns: that they can be met, and can be missed."""

from collections.abc import Iterator
from typing import Final

from game.goals import Amount, AnyPredicate, Measure, OutcomeIs
from game.moves import HOLDING_MAX, TRACK_MAX, TRUST_MAX
from game.parse.faults import Fault, Place
from game.parse.parts import Parts
from game.parse.seats import pairs_of
from game.ruleset import SeatSpec
from game.vocabulary import Holding, Track

MOST_SEATS: Final = 7
OWN_DEPENDENCIES: Final = (Measure.LIVE, Measure.SIGNED, Measure.ANSWERED)
HIGHEST: Final = {
    Measure.BUDGET: HOLDING_MAX[Holding.BUDGET],
    Measure.AUTONOMY: HOLDING_MAX[Holding.AUTONOMY],
    Measure.ROUTINES: HOLDING_MAX[Holding.ROUTINES],
    Measure.PORTALS: HOLDING_MAX[Holding.PORTALS],
    Measure.COUNTER: TRACK_MAX[Track.COUNTER],
    Measure.SUPPORT: TRACK_MAX[Track.SUPPORT],
    Measure.FRAGMENTATION: MOST_SEATS * HOLDING_MAX[Holding.PORTALS],
    Measure.TOKENS: (MOST_SEATS - 1) * TRUST_MAX,
    Measure.BROKEN: 60,
    **dict.fromkeys(OWN_DEPENDENCIES, 20),
}
"""How high a measure can come."""


def check_goals(parts: Parts) -> Iterator[Fault]:
    """Every goal and concern."""
    for place, seat in parts.seats:
        yield from check_goal(seat.goal, place.at("goal"), parts)
        yield from check_reach(seat, place.at("goal"), parts)
    for place, concern in parts.concerns:
        yield from check_goal(concern.met_when, place.at("met_when"), parts)


def check_goal(goal: tuple[AnyPredicate, ...], place: Place, parts: Parts) -> Iterator[Fault]:
    """The predicates of one goal."""
    if not goal:
        yield place.fault("asks for nothing")
    for index, one in enumerate(goal):
        match one:
            case Amount():
                yield from check_amount(one, place.at(index), parts)
            case OutcomeIs() if not one.one_of:
                yield place.at(index).at("one_of").fault("names no outcome")
            case _:
                pass


def check_amount(one: Amount, place: Place, parts: Parts) -> Iterator[Fault]:
    """Bounds within the scale, and not the wrong way round."""
    high = HIGHEST[one.of]
    if one.at_least is None and one.at_most is None:
        yield place.fault("needs `at_least` or `at_most`")
    for field, value in (("at_least", one.at_least), ("at_most", one.at_most)):
        if value is not None and not 0 <= value <= high:
            yield place.at(field).fault(f"is not between 0 and {high}", value)
    if one.at_least is not None and one.at_most is not None and one.at_least > one.at_most:
        yield place.fault(f"asks for at least {one.at_least} and at most {one.at_most}")
    if one.by_round is not None and one.by_round > parts.params.rounds:
        last = parts.params.rounds
        yield place.at("by_round").fault(f"comes after the last round, {last}", one.by_round)


def check_reach(seat: SeatSpec, place: Place, parts: Parts) -> Iterator[Fault]:
    """A seat has as many dependencies as its goal asks for, at every table that seats it."""
    if "dependencies" not in parts.whole:
        return
    for size, seats in parts.seating.items():
        own = sum(seat.id in pair for pair in pairs_of(parts, seats)) if seat.id in seats else None
        for index, one in enumerate(seat.goal):
            if own is None or not isinstance(one, Amount) or one.of not in OWN_DEPENDENCIES:
                continue
            if one.at_least is not None and one.at_least > own:
                words = f"is out of reach with {size} players: {seat.id} has {own} dependencies"
                yield place.at(index).at("at_least").fault(words, one.at_least)
