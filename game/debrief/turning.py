"""Turning points: where a curve of estimates swings most, and what the log says happened there.

It names what lay between two points, never why the chance moved: that is for people to say.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot
from typing import Final

from msgspec import Struct

from game.debrief.rollouts import LAUNCHED, Estimate, Moment, line_of
from game.log import Entry
from game.simulate.tally import Figure
from game.views.line import Line
from game.views.lines import lines
from game.views.view import FACILITATOR
from game.vocabulary import Outcome

MOST: Final = 5
"""Turning points of one curve: more than a debrief can talk about help nobody."""
TOLD: Final = 4
"""Lines of one turning point."""
CURVES: Final[dict[str, frozenset[Outcome]]] = {
    Outcome.JOINED_UP.value: frozenset({Outcome.JOINED_UP}),
    "launched": LAUNCHED,
    **{one.value: frozenset({one}) for one in Outcome if one is not Outcome.JOINED_UP},
}
"""What a curve can be the chance of: each outcome, and a launch at all."""
TELLING: Final = (
    "game_ended",
    "stopped",
    "rewound",
    "launched",
    "vote_passed",
    "vote_failed",
    "card_injected",
    "adjusted",
    "suspended",
    "went_live_again",
    "went_live",
    "promise_broken",
    "tokens_lost_broken_promise",
    "tokens_lost_witnessed",
    "tokens_lost_guard",
    "tokens_lost_portal",
    "tokens_lost_card",
    "card_drawn",
    "agenda_shifted",
    "signed_by_directive_under_protest",
    "signed_by_directive",
    "signed_under_protest",
    "signed",
    "architecture_adopted",
    "central_adopted",
    "building_frozen",
    "became_common_dead_end",
    "became_common_real",
    "choice_taken",
    "choice_taken_by_default",
    "promise_kept",
    "deal_accepted",
    "track_fell",
    "track_rose",
)
"""Kinds of lines that are told of a turning point, those that change most first."""


class Turn(Struct, frozen=True):
    """A turning point of one curve."""

    first: int
    """The entry of the estimate before it."""
    last: int
    """The entry of the estimate after it."""
    version: int
    """The entry that tells most of what lay between them."""
    before: float
    after: float
    lines: tuple[Line, ...]
    """As the facilitator reads them, in their order; empty: nothing of the kinds that are told."""


def turns_of(
    entries: Sequence[Entry], points: Sequence[Estimate], of: frozenset[Outcome]
) -> tuple[Turn, ...]:
    """The largest swings of the chance of these outcomes, in the order of the log.

    Swings that counting so few games could make by itself are none.
    """
    swings = [
        (before, now)
        for before, now in pairwise(points)
        if is_more_than_chance(before.chance(of), now.chance(of))
    ]
    swings.sort(key=lambda pair: -abs(pair[1].chance(of).mean - pair[0].chance(of).mean))
    line = line_of(entries)
    return tuple(
        turn(entries, line, pair, of)
        for pair in sorted(swings[:MOST], key=lambda pair: pair[0].version)
    )


def is_more_than_chance(one: Figure, other: Figure) -> bool:
    """Whether two shares differ by more than their intervals explain.

    >>> is_more_than_chance(Figure(0.5, 0.43, 0.57), Figure(0.6, 0.53, 0.67))
    True
    >>> is_more_than_chance(Figure(0.5, 0.43, 0.57), Figure(0.55, 0.48, 0.62))
    False
    """
    return abs(one.mean - other.mean) > hypot(
        (one.high - one.low) / 2, (other.high - other.low) / 2
    )


def turn(
    entries: Sequence[Entry],
    line: Sequence[Moment],
    pair: tuple[Estimate, Estimate],
    of: frozenset[Outcome],
) -> Turn:
    """What lay between two estimates."""
    before, now = pair
    told = telling(entries, [one for one in line if before.version < one.version <= now.version])
    return Turn(
        first=before.version,
        last=now.version,
        version=min(told, key=rank)[0] if told else now.version,
        before=before.chance(of).mean,
        after=now.chance(of).mean,
        lines=tuple(one for _, one in told),
    )


def telling(entries: Sequence[Entry], passed: Sequence[Moment]) -> list[tuple[int, Line]]:
    """The lines of these moments that tell most, each with its entry, in their order."""
    found = [
        (one.version, told)
        for one in passed
        for told in lines(entries[one.version - 1], one.table, FACILITATOR)
        if told.kind in TELLING
    ]
    chosen = sorted(range(len(found)), key=lambda at: (rank(found[at]), at))[:TOLD]
    return [found[at] for at in sorted(chosen)]


def rank(told: tuple[int, Line]) -> int:
    """How much a line tells: 0 is most."""
    return TELLING.index(told[1].kind)
