"""Moments of a log that may be worth a clip in the debrief, found by what happened in them.

No estimate of a model is in it: what people marked, promised, decided and were surprised by. It
says what happened as the facilitator reads it and as all could read it; never what it meant.
"""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from game.log import Entry
from game.rollouts import is_in_play, line_of
from game.views.line import Line
from game.views.lines import lines
from game.views.view import FACILITATOR, OBSERVER

MOST: Final = 12
"""Besides what the facilitator marked: a longer list would be the log again."""
EACH: Final = 3
"""Of one kind, so that one sort of moment does not push out all others."""
MARKED: Final = "marked"
KINDS: Final[dict[str, str]] = {
    "moment_marked": MARKED,
    "noted": MARKED,
    "stopped": "stopped",
    "vote_failed": "vote",
    "vote_passed": "vote",
    "promise_broken": "promise",
    "signed_by_directive_under_protest": "directive",
    "signed_by_directive": "directive",
    "architecture_adopted": "architecture",
    "central_adopted": "architecture",
    "choice_taken": "choice",
    "choice_taken_by_default": "choice",
    "tokens_lost_guard": "guard",
    "tokens_lost_portal": "guard",
    "suspended": "suspended",
    "went_live": "live",
    "card_injected": "control",
    "adjusted": "control",
    "rewound": "control",
}
"""Which sort of moment a kind of line makes, those that give most to talk about first."""


class Highlight(Struct, frozen=True):
    """A moment that may be worth a clip."""

    version: int
    kind: str
    lines: tuple[Line, ...]
    """What made it one, as the facilitator reads it."""
    open: tuple[Line, ...]
    """The same as everybody could read it: fit for the room display."""


def highlights(entries: Sequence[Entry]) -> tuple[Highlight, ...]:
    """All that was marked, and the moments that tell most of each sort, in the order of the log."""
    found: list[tuple[int, Highlight]] = []
    line = line_of(entries)
    struck = line[-1].table.struck if line else ()
    for one in line:
        if not is_in_play(one.table):
            continue
        entry = entries[one.version - 1]
        now = replace(one.table, struck=struck)
        told = [line for line in lines(entry, now, FACILITATOR) if line.kind in KINDS]
        if told:
            best = min(told, key=rank)
            sort = KINDS[best.kind]
            shown = tuple(line for line in told if KINDS[line.kind] == sort)
            read = lines(entry, one.table, OBSERVER)
            public = tuple(line for line in read if KINDS.get(line.kind) == sort)
            found.append((rank(best), Highlight(one.version, sort, shown, public)))
    return tuple(sorted(chosen(found), key=lambda one: one.version))


def chosen(found: Sequence[tuple[int, Highlight]]) -> list[Highlight]:
    """What was marked, and the best of the rest: few of each kind."""
    kept = [one for _, one in found if one.kind == MARKED]
    others = [one for _, one in sorted(found, key=lambda pair: pair[0]) if one.kind != MARKED]
    counts: dict[str, int] = {}
    for one in others:
        counts[one.kind] = counts.get(one.kind, 0) + 1
        if counts[one.kind] <= EACH and sum(map(is_other, kept)) < MOST:
            kept.append(one)
    return kept


def is_other(one: Highlight) -> bool:
    """Whether nobody marked it."""
    return one.kind != MARKED


def rank(line: Line) -> int:
    """How much a line gives to talk about: 0 is most."""
    return list(KINDS).index(line.kind)
