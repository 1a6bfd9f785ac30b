"""The script of a session: the injects that a facilitator has ready, and when each comes in.

A line waits for its moment (round, phase, time in the phase) and for its cues, which ask the table
whether something is so. No cue fires anything by itself; what a line does, its card does. The
words of a line are one text of five lines, and one for each option, so that the log can keep them
apart like all words.

Source: HSEEP 2020, master scenario events list (number, time, expected action, contingency).
"""

from functools import lru_cache
from typing import Final

from msgspec import Struct, json

from game.choice import Choice, Option
from game.cues import AnyCue
from game.effects import AnyEffect
from game.model.cards import ScriptLine
from game.model.table import Table
from game.vocabulary import (
    CardId,
    CardKind,
    Phase,
    SeatId,
)

SCRIPT_PHASES: Final = (Phase.BRIEFING, Phase.TALK, Phase.PLAN, Phase.REVEAL)
"""In which a line can be laid."""
COURSE: Final = (Phase.LOBBY, *SCRIPT_PHASES, Phase.VOTE, Phase.YEAR_ONE, Phase.ENDED)
LAST_NUMBER: Final = 999
LONGEST_S: Final = 7200
SHORTEST_WINDOW_S: Final = 10
MOST_CUES: Final = 8
MOST_EFFECTS: Final = 6
MOST_OPTIONS: Final = 3
MOST_LINES: Final = 200


class LineSpec(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, kw_only=True):
    """A line of the script as its author wrote it; what became of it lies with the table.

    Its card is one of the decks (`card`), or written for it (`kind`, `effects` and `choice`; the
    words lie apart). With neither it is a message.
    """

    number: int
    """Its place in the script, and its name."""
    round: int | None = None
    """None: any."""
    phase: Phase | None = None
    """None: any."""
    after_s: int = 0
    """Seconds of game time after that phase began."""
    when: tuple[AnyCue, ...] = ()
    """What else must be so; joined by *and*."""
    card: CardId | None = None
    kind: CardKind | None = None
    effects: tuple[AnyEffect, ...] = ()
    choice: Choice | None = None
    to: tuple[SeatId, ...] = ()
    """Who is told; empty: all."""
    expect: tuple[AnyCue, ...] = ()
    """How the expected action shows at the table; empty: the facilitator judges it."""
    window_s: int | None = None
    """Seconds of game time in which the expected action should come; None: no limit."""
    contingency: int | None = None
    """The line to lay where it does not come."""
    auto: bool = False
    """On autopilot the clock lays it when it is due."""

    @property
    def ways(self) -> tuple[Option, ...]:
        """The ways to take the choice of its own card; none: it poses none."""
        return () if self.choice is None else self.choice.options

    @property
    def is_timed(self) -> bool:
        """Whether it names a moment, by round or phase."""
        return self.round is not None or self.phase is not None


class LineWords(Struct, frozen=True, kw_only=True):
    """What a line says: headline, story and options to those it is for, the rest to facilitators
    alone.
    """

    headline: str = ""
    story: str = ""
    expected: str = ""
    objective: str = ""
    contingency: str = ""
    options: tuple[str, ...] = ()
    """What each way to take its choice is called, in their order."""


WORDS: Final = LineWords.__struct_fields__[:-1]
"""In the order in which they stand in the text of a line, a line each; then comes one an option."""


def joined(words: LineWords) -> str:
    r"""The words of a line as one text, a line each.

    >>> joined(LineWords(headline="Flood", objective="Calm"))
    'Flood\n\n\nCalm'
    """
    every = [*(getattr(words, name) for name in WORDS), *words.options]
    return "\n".join(" ".join(one.split()) for one in every).rstrip("\n")


def parted(text: str) -> LineWords:
    r"""The words of such a text; what is missing is empty.

    >>> parted("Flood\nThe river rises.").story
    'The river rises.'
    >>> parted("Flood\n\n\n\n\nStay\nGo").options
    ('Stay', 'Go')
    """
    found = text.split("\n")
    return LineWords(**dict(zip(WORDS, found, strict=False)), options=tuple(found[len(WORDS) :]))


def card_words(words: LineWords) -> str:
    r"""What those read whom the card is for: its headline, below it its story, and last a line for
    each option.
    """
    return "\n".join(one for one in (words.headline, words.story, *words.options) if one)


@lru_cache(maxsize=1024)
def decoded(body: str) -> LineSpec:
    """The line of this JSON, as a table keeps it."""
    return json.decode(body, type=LineSpec)


def laid_line(spec: LineSpec) -> ScriptLine:
    """A line as a table keeps it, nothing done about it yet."""
    return ScriptLine(number=spec.number, body=json.encode(spec).decode())


def line_of(table: Table, number: int) -> ScriptLine | None:
    """The line of this number; None: there is none."""
    return next((one for one in table.script if one.number == number), None)


def passed(spec: LineSpec, table: Table) -> bool:
    """Whether the moment of a line lies behind: its round, or its phase of that round, is over."""
    if spec.round is None or table.phase is Phase.ENDED:
        return table.phase is Phase.ENDED
    if table.round != spec.round or table.practice:
        return table.round > spec.round
    last = spec.phase or Phase.REVEAL
    return COURSE.index(table.phase) > COURSE.index(last)


def is_moment(spec: LineSpec, table: Table) -> bool:
    """Whether round and phase are those of the line, in play and not in practice."""
    return (
        (spec.round is None or spec.round == table.round)
        and (spec.phase is None or spec.phase is table.phase)
        and table.phase in SCRIPT_PHASES
        and not table.practice
    )
