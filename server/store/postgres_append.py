"""A batch of appends in one statement of PostgreSQL, and so in one transaction and round trip.

`on conflict do nothing` lets losers fall out; each winner brings its wordings along.
"""

from collections.abc import Sequence
from typing import TypeAlias

import asyncpg

from server.store.batches import Item, Outcome
from server.store.contract import Already, Appended, Behind, Written

APPEND = """
with won as (
    insert into entry (session_id, table_id, version, command_id, hash, body)
    select * from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::bytea[])
    on conflict do nothing
    returning session_id, table_id, version, command_id
), said as (
    insert into wording (session_id, table_id, text_id, salt, words)
    select won.session_id, table_id, given.text_id, given.salt, given.words
    from unnest($7::text[], $8::text[], $9::text[], $10::text[], $11::text[])
        as given (table_id, command_id, text_id, salt, words)
    join won using (table_id, command_id)
)
select table_id, command_id, version from won
"""

HEADS = """
select max(version), max(version) filter (where command_id = $2) from entry where table_id = $1
"""

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"


async def append_all(connection: Connection, items: Sequence[Item]) -> list[Outcome]:
    """Append the items; of two that clash the earlier wins.

    Raises:
        asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError: the database;
            a clash is an outcome, not an error.
    """
    try:
        won = await _insert(connection, items)
    except asyncpg.IntegrityConstraintViolationError as fault:
        if len(items) == 1:
            return [fault]  # neither version nor command clashed: a text id was used twice
        return [(await append_all(connection, (item,)))[0] for item in items]
    return [
        Written() if won.pop(_key(item), None) else await _clash(connection, item) for item in items
    ]


async def _insert(
    connection: Connection, items: Sequence[Item]
) -> dict[tuple[str, str, int], bool]:
    # In one order everywhere, so that two workers never wait for each other in a circle.
    rows = [item.row for item in sorted(items, key=lambda item: item.row.table_id)]
    said = [(item.row, wording) for item in items for wording in item.wordings]
    won = await connection.fetch(
        APPEND,
        [row.session_id for row in rows],
        [row.table_id for row in rows],
        [row.version for row in rows],
        [row.command_id for row in rows],
        [row.hash for row in rows],
        [row.body for row in rows],
        [row.table_id for row, _ in said],
        [row.command_id for row, _ in said],
        [wording.text_id for _, wording in said],
        [wording.salt for _, wording in said],
        [wording.words for _, wording in said],
    )
    return dict.fromkeys(map(_named, won), True)


def _named(row: asyncpg.Record) -> tuple[str, str, int]:
    return (row["table_id"], row["command_id"], row["version"])


def _key(item: Item) -> tuple[str, str, int]:
    return (item.row.table_id, item.row.command_id, item.row.version)


async def _clash(connection: Connection, item: Item) -> Appended:
    found = await connection.fetchrow(HEADS, item.row.table_id, item.row.command_id)
    head, already = (None, None) if found is None else (found[0], found[1])
    # Head None: the whole session was erased since; reading on shows an empty log.
    return Behind(head or 0) if already is None else Already(already)
