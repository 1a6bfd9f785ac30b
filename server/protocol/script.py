"""The script of a table on the wire: its lines as they stand, sheets taken in, and dry runs."""

from typing import Annotated, Literal

from msgspec import Meta

from game.dryrun.differences import Change
from game.dryrun.foresight import Later
from game.dryrun.prospects import Prospect
from game.dryrun.trying import OptionRun
from game.parse.forms import Form
from game.script import LineSpec, LineWords
from game.staging import Executed
from game.standings import Standing
from game.views.line import Line
from server.protocol.bodies import Body
from server.protocol.replies import Reply


class ScriptRow(Reply, frozen=True):
    """A line: what its author wrote, what it says, and how it stands."""

    line: LineSpec
    words: LineWords
    own: bool
    """Its words were written at the table; else the ruleset has them."""
    held: bool
    skipped: bool
    standing: Standing


class Script(Reply, frozen=True):
    """The script of a table as it stands; times in milliseconds of game time."""

    at_ms: int
    """Now."""
    next_ms: int | None
    """When a line changes by time alone next."""
    lines: tuple[ScriptRow, ...]
    executed: tuple[Executed, ...]
    """Every inject that was laid, in the order of the log, those set aside by a rewind included."""
    words: dict[str, str]
    """Of the cards that were written for it, by id."""
    luck: int
    """How many values the `luck` of an inject has; it picks among targets."""
    effects: tuple[Form, ...]
    """What a card written at the table can do."""
    cues: tuple[Form, ...]
    """What a line can wait for, or expect."""


class TryCommand(Body, frozen=True):
    """A control, as in `Control`, to be tried on a copy."""

    command: dict[str, object]


class Audience(Reply, frozen=True):
    """What one viewer would notice."""

    viewer: str
    """The id of a seat, `observer`, or `screen`."""
    seat: str | None
    sees: bool
    """Something on the page, or in the log, changes."""
    lines: tuple[Line, ...]


class DryRun(Reply, frozen=True):
    """What a control would do; nothing was done."""

    reason: str | None
    """Why it would be refused; null: it would be done."""
    detail: str
    audience: tuple[Audience, ...]
    changes: tuple[Change, ...]
    lost: tuple[Prospect, ...]
    """Goals that can be met now and could not be met any more."""
    unmet: tuple[Prospect, ...]
    """Goals that are met as things stand, and would not be; they can come back."""
    options: tuple[OptionRun, ...]
    """What each option of a choice that opens would change besides, in their order."""
    later: tuple[Later, ...]
    """What would happen by itself later, and would not without it."""
    stopped: tuple[Later, ...]
    """What would happen by itself later, and would not any more."""
    undo: dict[str, object] | None
    """The control that sets it back, with its `text` still to be written; null: only a rewind."""
    words: dict[str, str]
    """What the lines name, by id."""


class SheetBody(Body, frozen=True):
    """A sheet as text."""

    csv: Annotated[str, Meta(max_length=400_000)]


class SheetRowSeen(Reply, frozen=True):
    """A row without a fault, and what it would do to the script."""

    row: int
    number: int
    headline: str
    does: Literal["new", "changed", "same", "laid"]
    """`laid`: the line was laid already and stays as it is."""


class SheetFault(Reply, frozen=True):
    """What is wrong in a sheet. Rows count from 1, which is the header; 0: the whole."""

    row: int
    column: str
    sentence: str


class SheetSeen(Reply, frozen=True):
    """What a sheet would bring; nothing was stored."""

    rows: tuple[SheetRowSeen, ...]
    faults: tuple[SheetFault, ...]


class SheetTaken(Reply, frozen=True):
    """How many lines a sheet has brought."""

    taken: int
    left: int
    """Rows that change nothing, or whose line was laid already."""
