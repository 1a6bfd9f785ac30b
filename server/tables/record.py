"""All that was collected at one table, gathered for what leaves the server. Nothing is left out
here and nothing is shown: what a reader may see of it, `server.exports` builds from views.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlmodel import Session as Db

from game.log import Entry, Wording
from game.ruleset import Ruleset
from server.store.contract import Store
from server.store.people import people_of
from server.store.schema import PersonKind, SessionRow, TableRow
from server.tables.archive import Archive

STAFF_KINDS: Final = frozenset({PersonKind.FACILITATOR, PersonKind.EVALUATOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A person of the session; `name` is empty once it was erased."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One table as it was played, with everything that people left behind."""

    session: str
    title: str
    table: str
    name: str
    """Of the table."""
    number: int
    created: datetime
    rules: Ruleset
    entries: tuple[Entry, ...]
    wordings: tuple[Wording, ...]
    people: tuple[Somebody, ...] = ()

    @property
    def words(self) -> Mapping[str, str]:
        """What people wrote, by the ids of the log."""
        return {one.id: one.words for one in self.wordings}

    @property
    def names(self) -> Mapping[str, str]:
        """The names of people by their ids; who was erased has none."""
        return {one.id: one.name for one in self.people if one.name}


async def gathered(store: Store, session: SessionRow, table: TableRow, rules: Ruleset) -> Record:
    """Everything of one table."""
    archive = Archive(store, table.id)
    return Record(
        session=session.id,
        title=session.title,
        table=table.id,
        name=table.name,
        number=table.number,
        created=session.created_at,
        rules=rules,
        entries=tuple(await archive.entries()),
        wordings=await archive.kept_words(),
        people=await store.look(lambda db: tuple(_people(db, session.id))),
    )


def _people(db: Db, session_id: str) -> Iterable[Somebody]:
    return (
        Somebody(id=one.id, name=one.name, kind=one.kind.value) for one in people_of(db, session_id)
    )
