"""What the JSON endpoints take; what they give stands in `replies`, the socket in `frames`."""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

from server.protocol.frames import CommandId, ShortId

Typed: TypeAlias = Annotated[str, Meta(max_length=400)]
"""A name or title as typed; `words` has the last say."""


class Body(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What comes in."""


class Nothing(Body, frozen=True):
    """An empty object."""


class Look(Body, frozen=True):
    """What does this join code open?"""

    code: ShortId


class Join(Body, frozen=True):
    """Come in, with or without a seat; `bearer`: answer with the pass instead of a cookie."""

    code: ShortId
    name: Typed
    table: ShortId | None = None
    seat: ShortId | None = None
    bearer: bool = False


class TakeSeat(Body, frozen=True):
    """Sit down in a free seat."""

    table: ShortId
    seat: ShortId


class Watch(Body, frozen=True):
    """Look at another table of the session, as an observer."""

    table: ShortId


class Wish(Body, frozen=True):
    """Ask to share a seat, where late ones do; both null: ask no more."""

    table: ShortId | None = None
    seat: ShortId | None = None


class Key(Body, frozen=True):
    """The facilitator key, printed at the server's start."""

    key: Annotated[str, Meta(max_length=200)]
    bearer: bool = False


class LinkCode(Body, frozen=True):
    """The code of a one-time link."""

    code: Annotated[str, Meta(max_length=200)]
    bearer: bool = False


class Lengths(Body, frozen=True):
    """Lengths of phases in seconds; null: as the ruleset says."""

    briefing: Annotated[int, Meta(ge=5, le=7200)] | None = None
    talk: Annotated[int, Meta(ge=5, le=7200)] | None = None
    plan: Annotated[int, Meta(ge=5, le=7200)] | None = None
    reveal: Annotated[int, Meta(ge=5, le=7200)] | None = None
    vote: Annotated[int, Meta(ge=5, le=7200)] | None = None
    quarter: Annotated[int, Meta(ge=5, le=7200)] | None = None


class SetupBody(Body, frozen=True):
    """How the game is set up; null: as the ruleset says."""

    governance: Literal["network", "hybrid", "hierarchy", "open"] | None = None
    """`open`: the seats back one in round 1."""
    architectures: bool | None = None
    inner_house: bool | None = None
    context: Literal["plain", "strong_registers", "federal", "hub_by_law"] | None = None
    """One that the ruleset offers."""
    first_game: bool = False
    stand_in_min: Annotated[int, Meta(ge=1, le=60)] | None = None
    """Minutes of game time after which a bot sits in for who is away; null: none does."""
    rounds: Annotated[int, Meta(ge=1, le=12)] | None = None
    lengths: Lengths = Lengths()
    seed: Annotated[str, Meta(min_length=1, max_length=64, pattern="^[!-~]+$")] | None = None


class NewSession(Body, frozen=True):
    """Make a session. `assigns`: the facilitator gives out the seats.

    `evaluators`: what evaluators see, as players are told before they join. `same_decks`: all
    tables draw the same cards. `booked_min`: how long the room is booked for play and debrief.
    """

    title: Typed
    ruleset: ShortId
    players: Annotated[int, Meta(ge=2, le=7)]
    tables: Annotated[int, Meta(ge=1, le=40)] = 1
    assigns: bool = False
    evaluators: Literal["room", "all"] = "room"
    same_decks: bool = True
    booked_min: Annotated[int, Meta(ge=10, le=1440)] | None = None
    rehearsal: bool = False
    """Bots play one table of it ten times as fast; it is deleted when it is left or closed."""
    setup: SetupBody = SetupBody()
    bearer: bool = False


class OwnCommand(Body, frozen=True):
    """A command of one's own seat."""

    id: CommandId
    command: dict[str, object]


class Control(Body, frozen=True):
    """A command of the facilitator at a table."""

    id: CommandId
    table: ShortId
    command: dict[str, object]


class SetSeat(Body, frozen=True):
    """Fill a seat with a person or a bot; neither: free it.

    `share`: the person sits down beside who sits there, and acts for the seat alike.
    """

    table: ShortId
    seat: ShortId
    person: ShortId | None = None
    bot: ShortId | None = None
    share: bool = False


class SetPerson(Body, frozen=True):
    """Make somebody an observer, or a player again who waits for a seat; remove them, or take
    that back (`readmit`).
    """

    person: ShortId
    do: Literal["observe", "admit", "remove", "readmit"]
    text: Annotated[str, Meta(min_length=1, max_length=1000)] | None = None
    """Why somebody is removed, for the log."""
    bot: ShortId | None = None
    """Of somebody who is removed and sits alone: the bot that plays from then on."""
    heir: ShortId | None = None
    """The same: who has the seat from then on. Neither: it stays empty."""


class SetCheck(Body, frozen=True):
    """Begin a check that everybody can receive and answer, or end it."""

    on: bool


class Checked(Body, frozen=True):
    """A device shows the check of this id, or (`tapped`) its person has pressed it."""

    id: ShortId
    tapped: bool


class CountDown(Body, frozen=True):
    """Let play go on after so many seconds, at one paused table or at all; 0: count no more."""

    seconds: Annotated[int, Meta(ge=0, le=60)]
    table: ShortId | None = None


class Door(Body, frozen=True):
    """Open or close the join code."""

    open: bool


class Fork(Body, frozen=True):
    """Play on from the moment after entry `version`, at a new table; `text`: what for."""

    version: Annotated[int, Meta(ge=1)]
    text: Annotated[str, Meta(min_length=1, max_length=1000)]
    name: str = ""
    """Of the new table; empty: after its parent."""


class NewLink(Body, frozen=True):
    """A one-time link: for a person's further device, a room display, a second facilitator."""

    kind: Literal["person", "screen", "facilitator"]
    person: ShortId | None = None
    table: ShortId | None = None
