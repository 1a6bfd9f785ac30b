"""The logs of a server that is not running: found, read, and taken in. Nothing is played here."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from server.auth.vouchers import Vouchers
from server.debriefs.readers import Debrief, TakenIn
from server.debriefs.record import Record, gathered
from server.rulesets import OWN_FOLDER, load
from server.sessions.doors import Doors
from server.sessions.lobby import Lobby
from server.settings.values import Database, SqliteAt
from server.store.contract import Store, StoreUnavailable
from server.store.opening import open_store
from server.store.sessions import all_sessions, tables_of
from server.tables.clock import Time
from server.tables.live import World


class NoDatabase(Exception):
    """The database cannot be used now; the sentence says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A table in the database."""

    table: str
    session: str
    name: str
    state: str
    entries: int


@asynccontextmanager
async def opened(database: Database, *, made: bool = False) -> AsyncGenerator[Store]:
    """The store of a database that is there, or, with `made`, is made now.

    Raises:
        NoDatabase: there is none, a server holds it, or it cannot be read or written.
    """
    if isinstance(database, SqliteAt) and not made and not database.path.is_file():
        message = f"There is no database {database.path}."
        raise NoDatabase(message)
    try:
        store = await open_store(database)
        try:
            yield store
        finally:
            await store.close()
    except StoreUnavailable as fault:
        raise NoDatabase(str(fault)) from fault


async def listed(database: Database) -> tuple[Listed, ...]:
    """Every table of the database, those of the newest session first.

    Raises:
        NoDatabase: see `opened`.
    """
    async with opened(database) as store:
        rows = await store.look(
            lambda db: [(row, table) for row in all_sessions(db) for table in tables_of(db, row.id)]
        )
        heads = await store.heads(table.id for _, table in rows)
    return tuple(
        Listed(
            table=table.id,
            session=row.title,
            name=table.name,
            state=table.state.value,
            entries=heads.get(table.id, 0),
        )
        for row, table in rows
    )


async def record_of(database: Database, table_id: str, time: Time) -> Record | None:
    """All that was collected at a table; None: there is no such table.

    Raises:
        NoDatabase: see `opened`, or the ruleset of the table cannot be read any more.
    """
    async with opened(database) as store:
        rows = await store.look(
            lambda db: [
                (row, table)
                for row in all_sessions(db)
                for table in tables_of(db, row.id)
                if table.id == table_id
            ]
        )
        if not rows:
            return None
        row, table = rows[0]
        rules = await Lobby(World(store, time), load((OWN_FOLDER,))).rules_of(row.ruleset_digest)
        if rules is None:
            message = f"The ruleset {row.ruleset_id} of this table cannot be read."
            raise NoDatabase(message)
        return await gathered(store, row, table, rules)


async def take_in(database: Database, log: TakenIn, time: Time, address: str) -> str:
    """Keep a log from elsewhere; the address, once the server runs, that opens its session once.

    Raises:
        NoDatabase: see `opened`.
        Problem: its entries are no game that can be shown.
    """
    async with opened(database, made=True) as store:
        lobby = Lobby(World(store, time), load((OWN_FOLDER,)))
        session, _, _ = await Debrief(lobby).take_in(log)
        return await Doors(lobby, address, Vouchers()).link(lobby.sessions[session], "facilitator")
