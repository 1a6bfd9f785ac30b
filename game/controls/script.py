"""The facilitator's script of injects: written, held back, skipped, laid and judged (U13)."""

from typing import Annotated, ClassVar

from msgspec import Meta
from msgspec.structs import replace

from game.controls.cards import Inject
from game.controls.chance import LUCK
from game.draft import Draft
from game.events.control import LineFired, LineHeld, LineJudged, LineRemoved, LineSet, LineSkipped
from game.forms import ALL_PHASES, Control, Words
from game.model.cards import ScriptLine
from game.model.table import Table
from game.parse.script import first_fault
from game.ruleset import Card, Ruleset
from game.script import (
    LAST_NUMBER,
    MOST_LINES,
    SCRIPT_PHASES,
    LineSpec,
    decoded,
    laid_line,
    line_of,
)
from game.vocabulary import CardId, CardKind, Reason, Refused, TextId

Number = Annotated[int, Meta(ge=1, le=LAST_NUMBER)]


class ScriptControl(Control, frozen=True, kw_only=True):
    """A control of the script, possible at any time; it does not touch play."""

    phases = ALL_PHASES
    while_paused: ClassVar[bool] = True
    while_due: ClassVar[bool] = True


class SetLine(ScriptControl, frozen=True, kw_only=True):
    """Write a line of the script, or write it anew. `text`: its words, a line each: headline,
    story, expected action, objective, contingency; then one for each option of its choice.
    """

    line: LineSpec
    text: Words | None = None

    def check(self, table: Table, rules: Ruleset) -> None:
        """It could stand in this ruleset; what was laid stays as it was laid."""
        old = line_of(table, self.line.number)
        if old is not None and old.fired:
            raise Refused(Reason.ALREADY, f"line {self.line.number} was laid")
        if old is None and len(table.script) >= MOST_LINES:
            raise Refused(Reason.OUT_OF_RANGE, f"{MOST_LINES} lines")
        fault = first_fault(self.line, rules)
        if fault is not None:
            raise Refused(Reason.OUT_OF_RANGE, fault)
        if self.line.card is None and self.text is None and (old is None or old.words is None):
            raise Refused(Reason.NEEDS_REASON, "a headline")

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Keep it; without new words it keeps its old ones."""
        old = line_of(draft.table, self.line.number)
        kept = None if old is None else old.words
        words = kept if self.text is None else TextId(self.text)
        held = old is not None and old.held
        draft.emit(LineSet(replace(laid_line(self.line), words=words, held=held)))


class LineControl(ScriptControl, frozen=True, kw_only=True):
    """A control of one line."""

    number: Number

    def check(self, table: Table, rules: Ruleset) -> None:
        """There is such a line."""
        line = line_of(table, self.number)
        if line is None:
            raise Refused(Reason.UNKNOWN, f"line {self.number}")
        self.check_line(line, rules)

    def check_line(self, line: ScriptLine, rules: Ruleset) -> None:
        """Refused: it cannot be done with this line."""


class RemoveLine(LineControl, frozen=True, kw_only=True):
    """Take a line out of the script."""

    def check_line(self, line: ScriptLine, rules: Ruleset) -> None:
        """What was laid stays in the record."""
        if line.fired:
            raise Refused(Reason.ALREADY, f"line {line.number} was laid")

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Take it out."""
        draft.emit(LineRemoved(self.number))


class HoldLine(LineControl, frozen=True, kw_only=True):
    """Hold a line back, or let it come again."""

    held: bool = True

    def check_line(self, line: ScriptLine, rules: Ruleset) -> None:
        """Something new."""
        if line.held == self.held:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Hold it."""
        draft.emit(LineHeld(self.number, self.held))


class SkipLine(LineControl, frozen=True, kw_only=True):
    """Leave a line out, or let it come after all; `text`: why."""

    skipped: bool = True
    text: Words | None = None

    def check_line(self, line: ScriptLine, rules: Ruleset) -> None:
        """Something new, and not laid yet."""
        if line.skipped == self.skipped or line.fired:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Skip it."""
        reason = None if self.text is None else TextId(self.text)
        draft.emit(LineSkipped(self.number, self.skipped, reason))


class FireLine(LineControl, frozen=True, kw_only=True):
    """Lay the card of a line now. `text`: headline and story as they are to be read, and a
    line for each option, where the card is none of the decks.
    """

    phases = frozenset(SCRIPT_PHASES)
    while_due: ClassVar[bool] = False
    luck: Annotated[int, Meta(ge=0, lt=LUCK)] = 0
    text: Words | None = None

    def check_line(self, line: ScriptLine, rules: Ruleset) -> None:
        """Once, and not while it is skipped."""
        if line.fired or line.skipped:
            raise Refused(Reason.ALREADY, f"line {line.number}")

    def check(self, table: Table, rules: Ruleset) -> None:
        """Its card can be laid now."""
        super().check(table, rules)
        self.inject(table).check(table, rules)

    def inject(self, table: Table) -> Inject:
        """What it does; those at whom it is aimed and who do not sit here are left out."""
        line = line_of(table, self.number)
        spec = LineSpec(number=self.number) if line is None else decoded(line.body)
        seated = [seat.id for seat in table.seats]
        to = tuple(seat for seat in spec.to if seat in seated) or spec.to
        if spec.card is not None:
            return Inject(spec.card, luck=self.luck, text=self.text, to=to)
        card = Card(
            id=CardId(f"line_{self.number}"),
            kind=spec.kind or CardKind.CITIZEN,
            effects=spec.effects,
            choice=spec.choice,
        )
        return Inject(written=card, luck=self.luck, text=self.text, to=to)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Lay it."""
        inject = self.inject(draft.table)
        draft.emit(LineFired(self.number))
        inject.happen(draft, rules)


class JudgeLine(LineControl, frozen=True, kw_only=True):
    """Say that what a laid line expects has come, or that it will not."""

    met: bool = True

    def check_line(self, line: ScriptLine, rules: Ruleset) -> None:
        """It was laid, and this is news."""
        if not line.fired:
            raise Refused(Reason.TOO_EARLY, f"line {line.number}")
        if line.met == self.met:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Note it."""
        draft.emit(LineJudged(self.number, self.met))
