"""Lists of named people with their seats, and the links that are made for them."""

from typing import Annotated, Literal

from msgspec import Meta

from server.protocol.bodies import Body
from server.protocol.replies import LineFault, Reply
from server.protocol.session import Qr


class PutRoster(Body, frozen=True):
    """A list as CSV: name, table, seat; with a heading or without, by commas, semicolons or tabs.

    `dry_run`: only say what would be kept and what is wrong.
    """

    csv: Annotated[str, Meta(max_length=60_000)]
    dry_run: bool = False


class RosterLine(Reply, frozen=True):
    """Somebody who is expected. `table` and `seat` None: the facilitator decides; `here`: came."""

    number: int
    name: str
    table: str | None
    seat: str | None
    here: bool


class RosterSeen(Reply, frozen=True):
    """The list as it is, or would be; nothing is kept while there are faults."""

    lines: tuple[RosterLine, ...]
    faults: tuple[LineFault, ...]
    kept: bool


class RosterLink(Reply, frozen=True):
    """The private link of somebody, good once."""

    number: int
    name: str
    table: str | None
    seat: str | None
    address: str
    qr: Qr


class RosterLinks(Reply, frozen=True):
    """New links for all who have not come yet; those made before open nothing any more."""

    links: tuple[RosterLink, ...]
    days: int


class LinkSeen(Reply, frozen=True):
    """What a one-time link is for. `press`: it is for somebody by name, who uses it on purpose."""

    kind: Literal["player", "observer", "screen", "facilitator", "evaluator"]
    press: bool
    session: str
    name: str | None
    seat: str | None
    """The agency that is kept for them."""
    watched: Literal["no", "room", "all"]
