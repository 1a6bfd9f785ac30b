"""A decision as it is written down: the sealed entry, its row, and the words it carried."""

from collections.abc import Iterable

from game import log
from game.log import Entry
from server.store.contract import Row, Store, Wording
from server.tables.play import key_of


def row_of(session_id: str, table_id: str, entry: Entry) -> Row:
    """The row of an entry."""
    return Row(
        session_id=session_id,
        table_id=table_id,
        version=entry.version,
        command_id=key_of(entry.by, entry.id),
        hash=entry.hash,
        body=log.encode(entry),
    )


async def append_log(
    store: Store,
    place: tuple[str, str],
    entries: Iterable[Entry],
    wordings: tuple[log.Wording, ...],
) -> None:
    """Write a whole log at a place (session, table) that is new, the words with its first entry.

    Should this be cut short, no session knows of the rest.
    """
    for entry in entries:
        said = kept(wordings) if entry.version == 1 else ()
        await store.append(row_of(*place, entry), said)


def kept(wordings: tuple[log.Wording, ...]) -> tuple[Wording, ...]:
    """The words of an entry, as the store keeps them."""
    return tuple(Wording(text_id=one.id, salt=one.salt, words=one.words) for one in wordings)
