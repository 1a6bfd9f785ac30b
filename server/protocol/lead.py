"""Where a debrief stands, as everybody in the room is told; what facilitators send: `leading`.

Nothing here is secret: it goes to phones and to the room display.
"""

from typing import Literal

from msgspec import Struct


class Told(Struct, frozen=True, kw_only=True):
    """What all are told."""


class ClipShown(Told, frozen=True):
    """The clip that is talked about: `number` of `of`."""

    id: str
    number: int
    of: int
    title: str
    question: str


class PhaseShown(Told, frozen=True):
    """The phase of the debrief; no prompt: the words of its kind."""

    id: str
    prompt: str


class PollShown(Told, frozen=True):
    """What would you have done? `counts`, by option, once the facilitator has shown them."""

    question: str
    options: tuple[str, ...]
    state: Literal["open", "shown"]
    counts: tuple[int, ...] | None


class BoxShown(Told, frozen=True):
    """A time box, in milliseconds of the server's time of day."""

    ends_ms: int
    length_s: int


class LeadView(Told, frozen=True):
    """Where the debrief of a table stands.

    `version`: the entry at which all look, while they follow; None: at none. For a facilitator it
    is the number in the log, for others the number among the entries that all were told of.
    `speaks`: the seat that speaks about its own concern now, before it is opened.
    `answered` of `asked` people have answered the poll or form that is open.
    """

    table: str
    follow: bool
    version: int | None
    clip: ClipShown | None
    phase: PhaseShown | None
    speaks: str | None
    poll: PollShown | None
    form: Literal["reflection", "feedback"] | None
    answered: int
    asked: int
    box: BoxShown | None
