"""What the facilitator writes for the report of a table: scope, objectives, improvement plan."""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

from server.protocol.bodies import Body
from server.protocol.frames import Count, ShortId
from server.protocol.replies import Reply

SHORT, LONG = 160, 1200
Short: TypeAlias = Annotated[str, Meta(max_length=SHORT)]
Long: TypeAlias = Annotated[str, Meta(max_length=LONG)]
Day: TypeAlias = Annotated[str, Meta(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]
"""A day as `2026-03-05`; empty: none is set."""
Rating: TypeAlias = Literal["", "P", "S", "M", "U"]
"""Of exercise doctrine (HSEEP 2020), best first; empty: not rated."""


class Finding(Body, frozen=True):
    """A strength or an area for improvement; `version`: the entry of the log that shows it."""

    words: Long
    why: Long = ""
    version: Count | None = None


class Objective(Body, frozen=True):
    """What the session was to practise, and how it went."""

    id: ShortId
    title: Short
    rating: Rating = ""
    strengths: Annotated[tuple[Finding, ...], Meta(max_length=12)] = ()
    improvements: Annotated[tuple[Finding, ...], Meta(max_length=12)] = ()


class Measure(Body, frozen=True):
    """A line of the improvement plan."""

    action: Long
    owner: Short = ""
    contact: Short = ""
    start: Day = ""
    due: Day = ""
    status: Literal["open", "under_way", "done", "dropped"] = "open"


class ReportSheet(Body, frozen=True):
    """Everything in a report that does not come from the record of play.

    `draft` stands on every page until the facilitator says that the report is final.
    """

    draft: bool = True
    organisation: Short = ""
    place: Short = ""
    staff: Long = ""
    scope: Long = ""
    summary: Long = ""
    objectives: Annotated[tuple[Objective, ...], Meta(max_length=8)] = ()
    measures: Annotated[tuple[Measure, ...], Meta(max_length=60)] = ()


class PutSheet(Body, frozen=True):
    """The whole sheet; `revision`: of the sheet that it changes, so that nobody's work is lost."""

    revision: Count
    sheet: ReportSheet


class SheetSaved(Reply, frozen=True):
    """Who saved a revision, and when."""

    revision: int
    by: str
    """The facilitator's name; empty: nobody noted it, or a facilitator without a name."""
    mine: bool
    """Whoever asks saved it."""
    wall_ms: int | None
    """Milliseconds since 1970; None: nobody noted it."""


class SheetNow(Reply, frozen=True):
    """A sheet and its revision; 0: nobody has written any."""

    revision: int
    sheet: ReportSheet
    saved: SheetSaved | None = None
    """None: nobody has."""


class SheetRevisions(Reply, frozen=True):
    """Every revision of a sheet that is kept, the newest first."""

    revisions: tuple[SheetSaved, ...]
