"""The facilitator's hand on the course of the game (RULES section 10)."""

from typing import Annotated, ClassVar

from msgspec import Meta

from game.course.gates import clock_ends, go_on, settle
from game.course.rounds import begin_round, finish
from game.course.scores import end_game
from game.draft import Draft
from game.events.control import Adjusted
from game.events.course import AutopilotSet, Extended, Paused, Resumed, Rewound
from game.forms import ALL_PHASES, Control, Words
from game.model.table import Table
from game.ruleset import Ruleset
from game.vocabulary import Holder, Phase, Reason, Refused, TextId


class Start(Control, frozen=True):
    """Begin round 1, or the practice round of a first game; every seat must be held."""

    phases = frozenset({Phase.LOBBY})

    def check(self, table: Table, rules: Ruleset) -> None:
        """A person or a bot on every seat."""
        empty = [seat.id for seat in table.seats if seat.holder is Holder.NOBODY]
        if empty:
            raise Refused(Reason.SEATS_EMPTY, ", ".join(empty))

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Begin."""
        begin_round(draft, 0 if draft.table.practice else 1)


class Pause(Control, frozen=True):
    """Stop play and the game clock, with a word to all; `emergency`: for a real one."""

    phases = ALL_PHASES
    while_paused: ClassVar[bool] = True
    while_due: ClassVar[bool] = True
    text: Words | None = None
    emergency: bool = False

    def check(self, table: Table, rules: Ruleset) -> None:
        """Not paused yet, or only for something less."""
        if table.paused and (table.emergency or not self.emergency):
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Pause."""
        text = None if self.text is None else TextId(self.text)
        draft.emit(Paused(text, self.emergency))


class Resume(Control, frozen=True):
    """Let play and the clock go on."""

    phases = ALL_PHASES
    while_paused: ClassVar[bool] = True
    while_due: ClassVar[bool] = True

    def check(self, table: Table, rules: Ruleset) -> None:
        """It must be paused."""
        if not table.paused:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Resume; a gate that nobody holds shut any more opens."""
        draft.emit(Resumed())
        settle(draft, rules)


class Extend(Control, frozen=True):
    """Give the phase more time, or (below 0) less, in seconds."""

    of_the_phase: ClassVar[bool] = True
    while_paused: ClassVar[bool] = True
    while_due: ClassVar[bool] = True
    seconds: Annotated[int, Meta(ge=-3600, le=3600)]

    def check(self, table: Table, rules: Ruleset) -> None:
        """The phase must have a clock."""
        if table.length_s is None:
            raise Refused(Reason.WRONG_PHASE)
        if not self.seconds:
            raise Refused(Reason.OUT_OF_RANGE, "0 s")

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Extend it."""
        draft.emit(Extended(self.seconds))


class NextPhase(Control, frozen=True):
    """End this phase now, whoever is still missing."""

    of_the_phase: ClassVar[bool] = True

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Go on."""
        go_on(draft, rules)


class SetAutopilot(Control, frozen=True):
    """Let the clock end all phases, or leave that to the facilitator again."""

    phases = ALL_PHASES
    while_paused: ClassVar[bool] = True
    while_due: ClassVar[bool] = True
    on: bool

    def check(self, table: Table, rules: Ruleset) -> None:
        """Something new."""
        if table.autopilot == self.on:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Set it."""
        draft.emit(AutopilotSet(self.on))


class EndGame(Control, frozen=True):
    """End the game now, for a stated reason; the outcome is read from the table."""

    while_paused: ClassVar[bool] = True
    while_due: ClassVar[bool] = True
    text: Words

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """End it."""
        draft.emit(Adjusted(TextId(self.text)))
        if draft.table.paused:
            draft.emit(Resumed())
        if draft.table.phase is Phase.YEAR_ONE:
            end_game(draft, rules)
        else:
            finish(draft, rules)


class Rewind(Control, frozen=True):
    """Set the table back to as it was after entry `to`; the entries since then are kept aside."""

    phases = ALL_PHASES
    while_paused: ClassVar[bool] = True
    while_due: ClassVar[bool] = True
    to: Annotated[int, Meta(ge=1)]
    text: Words
    parent: Annotated[str, Meta(max_length=40)] = ""
    """The id of the table whose log all entries before this one are; empty: they are its own."""

    def check(self, table: Table, rules: Ruleset) -> None:
        """An entry before the last one."""
        if self.to >= table.version:
            raise Refused(Reason.OUT_OF_RANGE, f"{self.to} of {table.version - 1}")

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Rewind; `fold` finds the table of then."""
        draft.emit(Rewound(self.to, TextId(self.text)))


class TimeUp(Control, frozen=True):
    """The clock of this phase has run out. It names the phase that it means."""

    phase: Phase
    round: int
    quarter: int = 0

    def check(self, table: Table, rules: Ruleset) -> None:
        """The phase that is meant is still the one, and it is one that the clock ends."""
        meant = (self.phase, self.round, self.quarter)
        if meant != (table.phase, table.round, table.quarter) or not clock_ends(table):
            raise Refused(Reason.WRONG_PHASE)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Go on."""
        go_on(draft, rules)
