"""The log of one table as the store has it, and what people wrote. Nothing is added here."""

from collections.abc import Iterable

from msgspec import Raw

from game import log
from game.log import Entry
from game.vocabulary import TextId
from server.store.contract import Store
from server.tables.telling import named_in


class Archive:
    """The log of one table."""

    def __init__(self, store: Store, table_id: str) -> None:
        self._store = store
        self._id = table_id
        self.words: dict[str, str] = {}
        """What people wrote, by the ids of the log."""

    async def entries(self) -> list[Entry]:
        """The whole log."""
        return [log.decode(body) for body in await self._store.read(self._id)]

    async def head(self) -> int:
        """How many entries it has."""
        return await self._store.head(self._id)

    async def renew(self) -> None:
        """Read the words again."""
        self.words = await self._store.wordings(self._id)

    async def kept_words(self) -> tuple[log.Wording, ...]:
        """The words with the salts of their ids, for an export."""
        return tuple(
            log.Wording(TextId(one.text_id), one.salt, one.words)
            for one in await self._store.salted_wordings(self._id)
        )

    def words_in(self, parts: Iterable[Raw]) -> dict[str, str]:
        """The words that these parts of a view name by id."""
        return named_in(parts, self.words)
