"""What is asked of the log, alike for every store: by SQLModel, through `look` and `run`.

Reads are rare (a table opened, another worker's entry), so they need no SQL by hand.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import TypeVar

from sqlalchemy import bindparam, func, text, update
from sqlmodel import Session, col, select

from server.store.contract import StoreUnavailable, Wording
from server.store.schema import EntryRow, TableRow, WordingRow

T = TypeVar("T")


class Reading(ABC):
    """The questions of `Store`, answered by means of its `look` and `run`."""

    @property
    @abstractmethod
    def trouble(self) -> str | None:
        """See `Store.trouble`."""

    @abstractmethod
    async def run(self, change: Callable[[Session], T]) -> T:
        """See `Store.run`."""

    @abstractmethod
    async def look(self, question: Callable[[Session], T]) -> T:
        """See `Store.look`."""

    async def read(self, table_id: str, after: int = 0, limit: int | None = None) -> list[bytes]:
        """See `Store.read`."""
        return await self.look(lambda db: _bodies(db, table_id, after, limit))

    async def head(self, table_id: str) -> int:
        """See `Store.head`."""
        return (await self.heads((table_id,))).get(table_id, 0)

    async def heads(self, table_ids: Iterable[str]) -> dict[str, int]:
        """See `Store.heads`."""
        asked = tuple(table_ids)
        return await self.look(lambda db: _heads(db, asked))

    async def wordings(self, table_id: str) -> dict[str, str]:
        """See `Store.wordings`."""
        return {each.text_id: each.words for each in await self.salted_wordings(table_id)}

    async def salted_wordings(self, table_id: str) -> tuple[Wording, ...]:
        """See `Store.salted_wordings`."""
        return await self.look(lambda db: _wordings(db, table_id))

    async def put_clock(self, game_ms: Mapping[str, int]) -> None:
        """See `Store.put_clock`."""
        kept = dict(game_ms)
        if kept:
            await self.run(lambda db: _put_clock(db, kept))

    async def check(self) -> None:
        """See `Store.check`."""
        with suppress(StoreUnavailable):
            await (self.look(_revision) if self.trouble is None else self.run(_written_again))

    async def clocks(self) -> dict[str, int]:
        """See `Store.clocks`."""
        return await self.look(_clocks)


def _revision(db: Session) -> None:
    db.connection().execute(text("select version_num from alembic_version"))


def _written_again(db: Session) -> None:
    # A true write that changes nothing: an empty transaction commits on a full disk too.
    db.connection().execute(text("update alembic_version set version_num = version_num"))


def _bodies(db: Session, table_id: str, after: int, limit: int | None) -> list[bytes]:
    asked = (
        select(EntryRow.body)
        .where(EntryRow.table_id == table_id, EntryRow.version > after)
        .order_by(col(EntryRow.version))
    )
    return list(db.exec(asked if limit is None else asked.limit(limit)))


def _heads(db: Session, table_ids: tuple[str, ...]) -> dict[str, int]:
    asked = (
        select(EntryRow.table_id, func.max(col(EntryRow.version)))
        .where(col(EntryRow.table_id).in_(table_ids))
        .group_by(EntryRow.table_id)
    )
    return dict(db.exec(asked).all())


def _wordings(db: Session, table_id: str) -> tuple[Wording, ...]:
    asked = select(WordingRow).where(WordingRow.table_id == table_id).order_by(WordingRow.text_id)
    return tuple(
        Wording(text_id=row.text_id, salt=row.salt, words=row.words) for row in db.exec(asked)
    )


def _put_clock(db: Session, game_ms: dict[str, int]) -> None:
    db.connection().execute(
        update(TableRow)
        .where(col(TableRow.id) == bindparam("of"))
        .values(clock_ms=bindparam("ms")),
        [{"of": table_id, "ms": ms} for table_id, ms in sorted(game_ms.items())],
    )


def _clocks(db: Session) -> dict[str, int]:
    return dict(db.exec(select(TableRow.id, TableRow.clock_ms)).all())
