"""Events of what the facilitator does, and of the script."""

from typing import TypeAlias

from game.events.base import Event
from game.model.cards import ScriptLine
from game.model.seats import StandIn
from game.vocabulary import NoteId, ObjectiveId, PersonId, SeatId, TextId, Topic


class ControlEvent(Event, frozen=True):
    """What the facilitator does besides moving the game along."""


class Adjusted(ControlEvent, frozen=True):
    """The events beside this one were the facilitator's, for a stated reason."""

    reason: TextId


class Spoke(ControlEvent, frozen=True):
    """The facilitator spoke to one seat or (None) to all."""

    text: TextId
    to: SeatId | None = None


class Noted(ControlEvent, frozen=True):
    """A private note of the facilitator."""

    note: NoteId
    text: TextId
    tags: tuple[str, ...] = ()
    objective: ObjectiveId | None = None
    """What of the evaluation guide it bears on."""


class PersonRemoved(ControlEvent, frozen=True):
    """Somebody was shut out of the session, or let back in."""

    person: PersonId
    removed: bool
    seat: SeatId | None = None
    """Where they sat at this table."""
    reason: TextId | None = None


class MomentMarked(ControlEvent, frozen=True):
    """This moment is worth a talk in the debrief."""

    text: TextId | None = None


class TalkCounted(ControlEvent, frozen=True):
    """Something said aloud was about this."""

    topic: Topic


class Spotlit(ControlEvent, frozen=True):
    """The room display shows this (None: what fits the phase); a thing stands on all phones too."""

    scene: str | None = None
    text: TextId | None = None


class RoomLocked(ControlEvent, frozen=True):
    """Nobody new may join, or may again."""

    locked: bool


class StandInSet(ControlEvent, frozen=True):
    """A bot sits in by itself for who is away, as told here; None: not any more."""

    stand_in: StandIn | None = None


class Struck(ControlEvent, frozen=True):
    """A note, a mark or a count was taken back: looking back, nobody reads it any more."""

    of: int
    """Its entry, which stays in the log."""


class SecretOpened(ControlEvent, frozen=True):
    """In the debrief the facilitator opened this secret to all."""

    secret: str


class HelpAsked(ControlEvent, frozen=True):
    """A seat asks the facilitator to come, or needs that no longer; a question, or its answer."""

    seat: SeatId
    asks: bool
    text: TextId | None = None


class ActedFor(ControlEvent, frozen=True):
    """The facilitator did the events beside this one for a seat; `what` is the seat's command."""

    seat: SeatId
    what: str
    reason: TextId


class LookedOver(ControlEvent, frozen=True):
    """The facilitator looked at the page of a seat, for a stated reason."""

    seat: SeatId
    reason: TextId


class LineSet(ControlEvent, frozen=True):
    """A line of the script was written, or written anew."""

    line: ScriptLine


class LineRemoved(ControlEvent, frozen=True):
    """A line left the script."""

    number: int


class LineHeld(ControlEvent, frozen=True):
    """A line is held back, or may come again."""

    number: int
    held: bool


class LineSkipped(ControlEvent, frozen=True):
    """A line will not come, or may come after all."""

    number: int
    skipped: bool
    reason: TextId | None = None


class LineFired(ControlEvent, frozen=True):
    """The events beside this one are what a line of the script did."""

    number: int


class LineJudged(ControlEvent, frozen=True):
    """What a line expects has come, or will not."""

    number: int
    met: bool


AnyControlEvent: TypeAlias = (
    Adjusted | Spoke | Noted | MomentMarked | TalkCounted | Spotlit | RoomLocked | SecretOpened
    | StandInSet | PersonRemoved | Struck | HelpAsked | ActedFor | LookedOver
    | LineSet | LineRemoved | LineHeld | LineSkipped | LineFired | LineJudged
)  # fmt: skip
