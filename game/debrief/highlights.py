"""Moments of a log that may be worth a clip in the debrief, found by what happened in them.

No estimate of a model is in it: what people marked, promised, decided and were surprised by. It
says what happened as the facilitator reads it and as all could read it; never what it meant.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from game.debrief.rollouts import is_in_play, line_of
from game.log import Entry
from game.views.line import Line
from game.views.lines import lines
from game.views.view import FACILITATOR, OBSERVER

MOST: Final = 12
"""Besides those of `ALWAYS`: a longer list would be the log again."""
EACH: Final = 3
"""Of one sort, so that it does not push out all others; those in which most happened."""
MARKED: Final = "marked"
PROMISE: Final = "promise"
ALWAYS: Final = frozenset({MARKED, PROMISE})
"""Sorts of which none is left out. People ask for every broken promise, and there are few such
moments: promises are judged together, once a reveal and once a vote.
"""
KINDS: Final[dict[str, str]] = {
    "moment_marked": MARKED,
    "noted": MARKED,
    "stopped": "stopped",
    "vote_failed": "vote",
    "vote_passed": "vote",
    "promise_broken": PROMISE,
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
    """All that was marked, every broken promise, and the moments that tell most of each other
    sort, in the order of the log.
    """
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
            # A promise that broke with the vote belongs to it, and is told with it.
            sorts = {KINDS[best.kind], PROMISE}
            shown = tuple(line for line in told if KINDS[line.kind] in sorts)
            read = lines(entry, one.table, OBSERVER)
            public = tuple(line for line in read if KINDS.get(line.kind) in sorts)
            found.append((rank(best), Highlight(one.version, KINDS[best.kind], shown, public)))
    return tuple(sorted(chosen(found), key=lambda one: one.version))


def chosen(found: Sequence[tuple[int, Highlight]]) -> list[Highlight]:
    """Those that are never left out, and the best of the rest: few of each sort."""
    kept = [one for _, one in found if one.kind in ALWAYS]
    others = [pair for pair in found if pair[1].kind not in ALWAYS]
    counts: Counter[str] = Counter()
    for _, one in sorted(others, key=lambda pair: (pair[0], -len(pair[1].lines))):
        if counts[one.kind] < EACH and counts.total() < MOST:
            counts[one.kind] += 1
            kept.append(one)
    return kept


def rank(line: Line) -> int:
    """How much a line gives to talk about: 0 is most."""
    return list(KINDS).index(line.kind)
