"""What the facilitator says, notes and shows; the table stays as it is (RULES section 10)."""

from typing import Annotated, ClassVar, Final

from msgspec import Meta

from game.draft import Draft
from game.events.control import (
    HelpAsked,
    LookedOver,
    MomentMarked,
    Noted,
    RoomLocked,
    SecretOpened,
    Spoke,
    Spotlit,
    Struck,
    TalkCounted,
)
from game.forms import ALL_PHASES, Control, Words
from game.model.jots import MOST_JOTS
from game.model.table import Table
from game.references import known_seat
from game.ruleset import Ruleset
from game.vocabulary import NoteId, ObjectiveId, Phase, Reason, Refused, SeatId, TextId, Topic

Tag = Annotated[str, Meta(min_length=1, max_length=24)]
SECRETS: Final = frozenset(
    {"all", "truth", "deals", "messages", "plans", "back_ledger", "headlines", "pulses"}
)
SECRETS_OF_SEATS: Final = frozenset({"concern", "brief"})


class RoomControl(Control, frozen=True):
    """A control that does not touch play, possible at any time."""

    phases = ALL_PHASES
    while_paused: ClassVar[bool] = True
    while_due: ClassVar[bool] = True


class Speak(RoomControl, frozen=True):
    """Speak to all or (`to`) to one seat."""

    text: Words
    to: SeatId | None = None

    def check(self, table: Table, rules: Ruleset) -> None:
        """To a seat of this table."""
        if self.to is not None:
            known_seat(table, self.to)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Speak."""
        draft.emit(Spoke(TextId(self.text), self.to))


class Note(RoomControl, frozen=True):
    """Take a private note, pinned to this moment."""

    text: Words
    tags: Annotated[tuple[Tag, ...], Meta(max_length=8)] = ()
    objective: Annotated[ObjectiveId, Meta(min_length=1, max_length=40)] | None = None
    """What of the evaluation guide it bears on. The guide is no rule: whoever takes the note in
    sees to it that there is such an objective.
    """

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Note it."""
        note = NoteId(f"n{draft.table.version}")
        draft.emit(Noted(note, TextId(self.text), self.tags, self.objective))


class MarkMoment(RoomControl, frozen=True):
    """Mark this moment for the debrief."""

    text: Words | None = None

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Mark it."""
        draft.emit(MomentMarked(None if self.text is None else TextId(self.text)))


class CountTalk(RoomControl, frozen=True):
    """Count something said aloud by what it was about (C02)."""

    topic: Topic

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Count it."""
        draft.emit(TalkCounted(self.topic))


class Strike(RoomControl, frozen=True):
    """Take back one of the last notes, marks or counts: it stays in the log, and nobody who looks
    back reads it.
    """

    of: Annotated[int, Meta(ge=1)]

    def check(self, table: Table, rules: Ruleset) -> None:
        """One of the last, and not taken back yet."""
        if self.of not in [one.version for one in table.jots[-MOST_JOTS:]]:
            raise Refused(Reason.UNKNOWN, f"entry {self.of}")

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Strike it."""
        draft.emit(Struck(self.of))


class Spotlight(RoomControl, frozen=True):
    """Show this scene on the room display; left out: what fits the phase.

    A thing stands large on all phones too: `text` with its words, `card:<id>` (the one on the
    table), `dependency:<id>`, `agency:<seat>`, `promise:<id>` (an open one).
    """

    scene: Annotated[str, Meta(min_length=1, max_length=60)] | None = None
    text: Words | None = None

    def check(self, table: Table, rules: Ruleset) -> None:
        """A thing that all may see, and words where words are shown."""
        if (self.scene == "text") != (self.text is not None):
            raise Refused(Reason.OUT_OF_RANGE, "text")
        kind, _, of = (self.scene or "").partition(":")
        if of and of not in shown_to_all(table, kind):
            raise Refused(Reason.UNKNOWN, self.scene or "")

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Show it."""
        text = None if self.text is None else TextId(self.text)
        draft.emit(Spotlit(self.scene, text))


def shown_to_all(table: Table, kind: str) -> set[str]:
    """What of a kind can be spotlit: a promise in confidence is as unknown as one of no game."""
    match kind:
        case "card":
            return set() if table.standing is None else {table.standing.card}
        case "dependency":
            return {one.id for one in table.dependencies}
        case "agency":
            return {one.id for one in table.seats}
        case "promise":
            return {one.id for one in table.promises if not one.confidential}
        case _:
            return set()


class LockRoom(RoomControl, frozen=True):
    """Let nobody new join, or let people join again."""

    locked: bool = True

    def check(self, table: Table, rules: Ruleset) -> None:
        """Something new."""
        if table.locked == self.locked:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Lock it."""
        draft.emit(RoomLocked(self.locked))


class SettleHelp(RoomControl, frozen=True):
    """A raised hand has been seen to; with an answer that this seat alone reads."""

    seat: SeatId
    text: Words | None = None

    def check(self, table: Table, rules: Ruleset) -> None:
        """Its hand is raised."""
        known_seat(table, self.seat)
        if not table.seat(self.seat).asks_help:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Take it down."""
        text = None if self.text is None else TextId(self.text)
        draft.emit(HelpAsked(self.seat, asks=False, text=text))


class LookOver(RoomControl, frozen=True):
    """Look at the page of a seat as it sees it, for a stated reason; all read of it at the end."""

    phases = ALL_PHASES - {Phase.LOBBY}
    seat: SeatId
    text: Words

    def check(self, table: Table, rules: Ruleset) -> None:
        """A seat of this table."""
        known_seat(table, self.seat)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Look."""
        draft.emit(LookedOver(self.seat, TextId(self.text)))


class OpenSecret(RoomControl, frozen=True):
    """In the debrief, open one secret to all: `all`, `concern:<seat>`, `brief:<seat>`, `truth`,
    `deals`, `messages`, `plans`, `back_ledger`, `headlines`, `pulses`.
    """

    phases = frozenset({Phase.ENDED})
    secret: Annotated[str, Meta(min_length=1, max_length=60)]

    def check(self, table: Table, rules: Ruleset) -> None:
        """One that there is, and not open yet."""
        kind, _, seat = self.secret.partition(":")
        if kind not in (SECRETS_OF_SEATS if seat else SECRETS):
            raise Refused(Reason.UNKNOWN, f"secret {self.secret}")
        if seat:
            known_seat(table, SeatId(seat))
        if self.secret in table.opened_secrets:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Open it."""
        draft.emit(SecretOpened(self.secret))
