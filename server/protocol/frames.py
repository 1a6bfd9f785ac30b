"""The frames of the socket, and the view that they carry.

JSON texts both ways. A view is put together from parts that were encoded once and are shared by
all who may see them; here they are `Raw`, their types stand in `game.views` and `game.menu`.
"""

from typing import Annotated, Final, Literal, TypeAlias

from msgspec import UNSET, Meta, Raw, Struct, UnsetType

from server.protocol.expecting import ExpectedPerson, SlotView
from server.protocol.lead import LeadView
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


class Ask(Inward, frozen=True):
    """A command; `table` from a facilitator alone, whose socket shows several tables."""

    id: CommandId
    command: dict[str, object]
    table: ShortId | None = None


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

    The server's: `stale`, `busy`, `storage`, `restarting`, `not_here`; `detail` is a sentence then.
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


class Qr(Struct, frozen=True, kw_only=True):
    """A QR code as a path for `<svg viewBox="0 0 size size">`, drawn with a stroke of width 1."""

    size: int
    path: str


class JoinView(Struct, frozen=True, kw_only=True):
    """How people come in."""

    code: str
    address: str
    open: bool
    qr: Qr


class Sharer(Struct, frozen=True, kw_only=True):
    """One more person in a seat; `devices` are connected now."""

    person: str
    name: str
    devices: int


class SeatPlace(Struct, frozen=True, kw_only=True):
    """A seat and who sits there; `devices` of `person` are connected now."""

    seat: str
    person: str | None
    name: str | None
    bot: str | None
    devices: int
    sharers: tuple[Sharer, ...]
    """Who shares the seat with `person` and acts for it alike."""


class TablePlace(Struct, frozen=True, kw_only=True):
    """A table of the session."""

    id: str
    name: str
    number: int
    state: Literal["waiting", "playing", "ended"]
    phase: str
    round: int
    parent: str | None
    """The table that it was forked from; its log shares the entries up to `parent_version`."""
    parent_version: int | None
    seats: tuple[SeatPlace, ...]


class SeatWish(Struct, frozen=True, kw_only=True):
    """A seat that somebody asks to share."""

    table: str
    seat: str


class WaitingPerson(Struct, frozen=True, kw_only=True):
    """Somebody without a seat; `here`: connected now."""

    person: str
    name: str
    here: bool
    wish: SeatWish | None


class PersonPlace(Struct, frozen=True, kw_only=True):
    """Somebody in the session, as the facilitator sees it."""

    person: str
    name: str
    kind: Literal["player", "observer", "evaluator", "facilitator"]
    table: str | None
    seat: str | None
    devices: int


class CheckedPerson(Struct, frozen=True, kw_only=True):
    """How far somebody has come; milliseconds after the check began, None: not yet."""

    person: str
    shown_ms: int | None
    tapped_ms: int | None


class CheckView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A check that everybody can receive and answer is under way."""

    id: str
    people: tuple[CheckedPerson, ...] | UnsetType = UNSET
    """Facilitator."""


class LeftPerson(Struct, frozen=True, kw_only=True):
    """Somebody who has left or was removed, and can be let back in."""

    person: str
    name: str


class SessionView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the server itself knows of a session, for one kind of viewer."""

    id: str
    title: str
    state: Literal["waiting", "playing", "ended"]
    assigns: bool
    tables: tuple[TablePlace, ...]
    waiting: tuple[WaitingPerson, ...]
    people: int
    pace: int | UnsetType = UNSET
    """How many times as fast as the wall clock a rehearsal is played."""
    check: CheckView | UnsetType = UNSET
    join: JoinView | UnsetType | None = UNSET
    """Facilitator and screen."""
    people_of: tuple[PersonPlace, ...] | UnsetType = UNSET
    """Facilitator."""
    left: tuple[LeftPerson, ...] | UnsetType = UNSET
    """Facilitator."""
    slot: SlotView | UnsetType = UNSET
    """Facilitator."""
    expected: tuple[ExpectedPerson, ...] | UnsetType = UNSET
    """Facilitator."""
    leads: tuple[LeadView, ...] | UnsetType = UNSET
    """Where the debriefs stand, once somebody leads them."""


class SeatWatch(Struct, frozen=True, kw_only=True):
    """The last command of a seat, or one that was done for it; game time."""

    seat: str
    at_ms: int
    type: str
    via: str


class PairWatch(Struct, frozen=True, kw_only=True):
    """When two last dealt with each other in this round; game time."""

    a: str
    b: str
    at_ms: int


class AwayWatch(Struct, frozen=True, kw_only=True):
    """Nobody of a seat is connected, and when a bot sits in for it; game time."""

    seat: str
    since_ms: int
    sits_in_ms: int


class Watch(Struct, frozen=True, kw_only=True):
    """What the console asks besides the table to see who needs a hand."""

    since_ms: int
    """Game time at which the phase began."""
    seats: tuple[SeatWatch, ...]
    pairs: tuple[PairWatch, ...]
    away: tuple[AwayWatch, ...]
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
    watch: Raw
    """`Watch`, for the facilitator; null for everybody else."""
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
