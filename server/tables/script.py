"""The script of one table as it is played: what is proposed now, what the autopilot lays, and the
record of what was laid. Read off the entries by `game.staging`; nothing is decided here.
"""

from collections.abc import Sequence

from game.controls.chance import LUCK
from game.controls.script import FireLine
from game.fold import rewound_to
from game.log import Entry
from game.model.table import Table
from game.rng import Dice
from game.ruleset import Ruleset
from game.script import LineWords, card_words, decoded, line_of, parted
from game.staging import Executed, Staging, staged, staged_by
from game.standings import next_auto_ms, to_fire
from server.rulesets import LANGUAGE
from server.tables.play import Play, walked


def executed(entries: Sequence[Entry]) -> tuple[Executed, ...]:
    """Every inject of a log as it was laid: planned and actual time, whom it was for, what it
    expected and how long that took. What a rewind set aside is marked so.
    """
    return staged_by(walked(Play(), entries)).executed


class Script:
    """The script of one table, entry by entry."""

    def __init__(self) -> None:
        self.staging = Staging()
        self._declined: set[tuple[int, int]] = set()

    def took(self, entry: Entry, table: Table, before: Sequence[Entry]) -> None:
        """Remember an entry; `table` is the one after it, `before` all earlier ones (asked only
        where this one rewinds).
        """
        to = rewound_to(entry)
        then = None if to is None else staged_by(walked(Play(), before[:to]))
        self.staging = staged(self.staging, entry, table, then)

    def fires(self, now_ms: int) -> int | None:
        """The line that the autopilot lays now; None: none."""
        without = {line for line, phase_ms in self._declined if phase_ms == self.staging.phase_ms}
        return to_fire(self.staging, now_ms, frozenset(without))

    def next_ms(self, now_ms: int) -> int | None:
        """When the autopilot may have one next."""
        return next_auto_ms(self.staging, now_ms)

    def declined(self, number: int) -> None:
        """It could not be laid: not again in this phase, so that nothing waits for it."""
        self._declined.add((number, self.staging.phase_ms))


def earlier(one: int | None, other: int | None) -> int | None:
    """The earlier of two times that may not be."""
    return min((time for time in (one, other) if time is not None), default=None)


def words_of(table: Table, number: int, rules: Ruleset, written: dict[str, str]) -> LineWords:
    """The words of a line: those written at the table, else those of the ruleset."""
    line = line_of(table, number)
    if line is not None and line.words is not None:
        return parted(written.get(line.words, ""))
    return rules.line_words(LANGUAGE, number)


def fire(table: Table, number: int, rules: Ruleset, written: dict[str, str]) -> FireLine:
    """The command that lays a line, with the words of its card where it is none of the decks."""
    line = line_of(table, number)
    own = line is not None and decoded(line.body).card is None
    text = card_words(words_of(table, number, rules, written)) if own else ""
    luck = Dice(table.seed, table.round, "line", number).below(LUCK)
    return FireLine(number=number, text=text or None, luck=luck)
