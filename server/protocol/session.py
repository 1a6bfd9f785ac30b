"""What the server itself knows of a session, for each kind of viewer: tables, people, the ways in.

Nothing of the game stands here; `frames.View` carries it beside the game's part.
"""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from server.protocol.lead import LeadView


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


class ExpectedPerson(Struct, frozen=True, kw_only=True):
    """Somebody on the list who has not come yet, and whose seat is kept."""

    table: str
    seat: str
    name: str


class LeftPerson(Struct, frozen=True, kw_only=True):
    """Somebody who has left or was removed, and can be let back in."""

    person: str
    name: str
    table: str | None
    seat: str | None
    """Where they sat: theirs again when they are let back in, if no other person sits there, or
    one who shared it with them.
    """
    shares: bool
    """Whether they would share it again with whoever sits there."""


class SlotView(Struct, frozen=True, kw_only=True):
    """The booked slot: how long, and since when the first table plays (ms since 1970, UTC)."""

    booked_min: int | None
    began_ms: int | None
    lengths: dict[str, int]
    """Seconds of each phase, as planned at set-up."""
    rehearsal: bool
    """Bots play it fast, and nothing of it is kept."""


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
