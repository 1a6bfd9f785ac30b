"""A session as one file: a line that says what it is, then the lines of each table's log.

The header holds what lies beside the logs. Links, passes and codes are no part of it: whoever has
the file reads everything, but is nobody by it.
"""

from typing import Final, Literal

from msgspec import UNSET, Struct, UnsetType, field

from server.protocol.bodies import NewSession
from server.protocol.replies import Reply

FORMAT: Final = "joined-up-backup"
VERSION: Final = 1
LARGEST: Final = 64 * 1024 * 1024
MOST_TABLES: Final = 200


class TableKept(Struct, frozen=True, kw_only=True):
    """A table; `lines` of its log follow in the file, in the order of the tables."""

    name: str
    number: int
    clock_ms: int
    parent: int | None
    """The number of the table that it was forked from."""
    parent_version: int | None
    lines: int


class BackupHeader(Struct, frozen=True, kw_only=True):
    """The first line. `rows`: by kind, as the database has them; tables by their numbers."""

    format: str
    version: int
    title: str
    state: Literal["waiting", "playing", "ended"]
    options: NewSession
    names: bool
    tables: tuple[TableKept, ...]
    rows: dict[str, list[dict[str, object]]]


class Restored(Reply, frozen=True):
    """A session out of a backup. `names`: people have theirs; else they are numbered."""

    session: str
    address: str
    names: bool
    pass_: str | UnsetType = field(name="pass", default=UNSET)
