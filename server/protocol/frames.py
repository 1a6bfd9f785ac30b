"""The frames of the socket, and the view that they carry.

JSON texts both ways. A view is put together from parts that were encoded once and are shared by
all who may see them; here they are `Raw`, their types stand in `game.views` and `game.menu`.
"""

from typing import Annotated, Final, Literal, TypeAlias

from msgspec import Meta, Raw, Struct

from game.vocabulary import Phase
from server.protocol.strict import Malformed, checked, fitted

ID_SIGNS: Final = 64

CommandId: TypeAlias = Annotated[str, Meta(min_length=1, max_length=ID_SIGNS, pattern="^[!-~]+$")]
"""Made by the sender; the same id again is answered and not done again."""
ShortId: TypeAlias = Annotated[str, Meta(max_length=64)]
Count: TypeAlias = Annotated[int, Meta(ge=0, le=1_000_000)]

SEEN_LINES: Final = 40


class Inward(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a client sends."""


class Hello(Inward, frozen=True, rename={"pass_": "pass"}):
    """The first frame of a program: its pass, within five seconds."""

    pass_: Annotated[str, Meta(max_length=200)]


class Seen(Inward, frozen=True):
    """The phase that stood before the sender, as the public part of the view names it."""

    round: Count
    quarter: Count
    phase: Phase


class Ask(Inward, frozen=True):
    """A command; `table` from a facilitator alone, whose socket shows several tables."""

    id: CommandId
    command: dict[str, object]
    table: ShortId | None = None
    seen: Seen | None = None
    """Given, a command that means this phase is refused as `no_longer` once it is over."""


class Older(Inward, frozen=True):
    """Lines of the log before the one with this number."""

    id: CommandId
    older: Count
    table: ShortId | None = None


Inbound: TypeAlias = Hello | Ask | Older


def inbound(text: str) -> Inbound:
    """Read a client's frame.

    Raises:
        Malformed: with the place.
    """
    value = checked(text)
    if not isinstance(value, dict):
        raise Malformed("A frame is a JSON object.", "$")
    if "pass" in value:
        return fitted(value, Hello)
    if "older" in value:
        return fitted(value, Older)
    return fitted(value, Ask)


def id_of(text: str) -> str | None:
    """The id of a frame that may be malformed otherwise, so that its answer finds home."""
    try:
        value = checked(text)
    except Malformed:
        return None
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str) and len(found) <= ID_SIGNS else None


class Outward(Struct, frozen=True, kw_only=True):
    """What the server sends."""


class Done(Outward, frozen=True, tag_field="type", tag="done"):
    """Accepted and on disk; the view of this version, or a newer one, shows what came of it."""

    id: str
    version: int


class Refusal(Outward, frozen=True, tag_field="type", tag="refused"):
    """Not done. `reason` is a word of the game's texts, or one of the server's own.

    The server's: `stale`, `busy`, `storage`, `restarting`, `not_here`, `no_longer`; then `detail`
    is a sentence.
    """

    id: str
    reason: str
    detail: str = ""


class Fault(Outward, frozen=True, tag_field="type", tag="error"):
    """The frame was malformed; sending it again as it is helps nothing."""

    id: str | None
    sentence: str
    where: str = ""


class Lines(Outward, frozen=True, tag_field="type", tag="lines"):
    """Lines of the log as this viewer may read them; `first` is the number of the first."""

    id: str
    first: int
    lines: tuple[Raw, ...]
    words: dict[str, str] = {}
    """What people wrote, by the ids that the lines hold."""


class Tick(Outward, frozen=True, tag_field="type", tag="tick"):
    """Game time now, in milliseconds, for each table of this socket; and a sign of life."""

    at_ms: int
    running: bool
    table: str | None = None


class ViewFrame(Outward, frozen=True, tag_field="type", tag="view"):
    """The whole newest view; `version` counts the views of this viewer since the server began."""

    table: str | None
    version: int
    at_ms: int
    view: "View"


Answer: TypeAlias = Done | Refusal
Outbound: TypeAlias = Done | Refusal | Fault | Lines | Tick | ViewFrame


class SeatActivity(Struct, frozen=True, kw_only=True):
    """The last command of a seat, or one that was done for it; game time."""

    seat: str
    at_ms: int
    type: str
    via: str


class PairActivity(Struct, frozen=True, kw_only=True):
    """When two last dealt with each other in this round; game time."""

    a: str
    b: str
    at_ms: int


class SeatAway(Struct, frozen=True, kw_only=True):
    """Nobody of a seat is connected, and when a bot sits in for it; game time."""

    seat: str
    since_ms: int
    sits_in_ms: int


class Activity(Struct, frozen=True, kw_only=True):
    """What the console asks besides the table to see who needs a hand."""

    since_ms: int
    """Game time at which the phase began."""
    seats: tuple[SeatActivity, ...]
    pairs: tuple[PairActivity, ...]
    away: tuple[SeatAway, ...]
    """Where a bot sits in for who is away."""


class ClockView(Struct, frozen=True, kw_only=True):
    """The game clock; `ends_ms` is the game time at which the phase ends, None: it has no clock."""

    running: bool
    ends_ms: int | None
    resumes_s: int | None = None
    """A count of so many seconds runs since this was first told; play goes on at its end."""


class View(Struct, frozen=True, kw_only=True):
    """Everything that this viewer may see now."""

    kind: Literal["waiting", "seat", "observer", "screen", "facilitator"]
    seat: str | None
    session: Raw
    clock: ClockView | None
    public: Raw
    """`game.views`, what all may see; null while waiting."""
    own: Raw
    """`game.views`, what this viewer alone may see besides."""
    menu: Raw
    """`game.menu` of the seat; null for everybody else."""
    staff: Raw
    """`game.views`, what the facilitator sees besides; null for everybody else."""
    activity: Raw
    """`Activity`, for the facilitator; null for everybody else."""
    opened: Raw
    """`game.views`, what the debrief has opened to all; null before that."""
    lines: tuple[Raw, ...]
    """The newest lines of the log, as this viewer may read them."""
    first: int
    """The number of the first of them; 0: there are none older."""
    words: dict[str, str]
    """What people wrote, by the ids that public, own and lines hold."""
    head: str | None = None
    """The head of the log's hash chain: for the facilitator, and for all when the game is over."""
