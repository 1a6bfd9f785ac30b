"""Playing on from an earlier moment: a new table beside the old one, with the same people.

Its log begins with the whole log of the other table, hash by hash, and then sets itself back; so it
can be verified by itself, names its parent, and holds both lines. The other table stays as it is.
"""

from game.controls.course import Rewind
from game.log import decode
from game.vocabulary import FACILITATOR, Phase
from server.auth.passes import new_id
from server.debriefs.readers import Reader
from server.protocol import words
from server.protocol.bodies import Fork
from server.protocol.problems import Problem
from server.sessions.lobby import Lobby
from server.sessions.session import LiveSession
from server.store.contract import Row, StoreUnavailable
from server.store.schema import SessionState, TableRow
from server.store.sessions import add_table
from server.tables.asked import Asked, Declined
from server.tables.live import LiveTable
from server.tables.play import folded, key_of

NOT_FROM_HERE = frozenset({Phase.LOBBY, Phase.ENDED})


async def fork(lobby: Lobby, reader: Reader, asked: Fork) -> LiveTable:
    """A new table of the session that plays on from an entry, paused; `reader` is who wants it.

    Raises:
        Problem: the session is over, the game still runs, or there is no play at that entry.
        StoreUnavailable: it cannot be written; nothing was made that anybody sees.
    """
    session, table = reader.session, reader.table
    _may(session, table)
    store = lobby.world.store
    bodies = await store.read(table.id)
    entries = [decode(body) for body in bodies]
    if not 1 <= asked.version < len(entries):
        raise Problem("out_of_range", f"Choose an entry from 1 to {len(entries) - 1}.")
    if folded(entries[: asked.version]).table.phase in NOT_FROM_HERE:
        raise Problem("out_of_range", "Nothing is in play at this moment: choose another.")
    parent = session.places[table.id].row
    row = TableRow(
        id=new_id(session.id),
        session_id=session.id,
        name=words.title(asked.name) if asked.name else _named(session, parent.name),
        number=max(place.row.number for place in session.places.values()) + 1,
        state=SessionState.PLAYING,
        parent_id=table.id,
        parent_version=asked.version,
        clock_ms=entries[-1].at_ms,
    )
    words_said = await store.salted_wordings(table.id)
    for entry, body in zip(entries, bodies, strict=True):
        copied = Row(
            session_id=session.id,
            table_id=row.id,
            version=entry.version,
            command_id=key_of(entry.by, entry.id),
            hash=entry.hash,
            body=body,
        )
        await store.append(copied, words_said if entry.version == 1 else ())
    # Until the table has its row nobody can find it, and what was written of it does no harm.
    await store.run(lambda db: add_table(db, row))
    return await _begun(lobby, reader, row, asked)


def _may(session: LiveSession, table: LiveTable) -> None:
    if session.over:
        sentence = "This session is over. Start a new one to play, or read its logs."
        raise Problem("session_over", sentence)
    if table.table.phase is not Phase.ENDED:
        sentence = "End the game at this table first: nobody can sit at two tables."
        raise Problem("still_playing", sentence)
    here = _sitting(table)
    for other in session.tables:
        if other is table or other.table.phase is Phase.ENDED:
            continue
        if here & _sitting(other):
            name = session.places[other.id].row.name
            sentence = f"Its people still play at {name}: end the game there first."
            raise Problem("still_playing", sentence)


def _sitting(table: LiveTable) -> set[str]:
    return {person for seat in table.table.seats for person in seat.people}


def _named(session: LiveSession, parent: str) -> str:
    taken = {place.row.name for place in session.places.values()}
    number = next(n for n in range(2, len(taken) + 3) if f"{parent}, line {n}" not in taken)
    return f"{parent}, line {number}"


async def _begun(lobby: Lobby, reader: Reader, row: TableRow, asked: Fork) -> LiveTable:
    session = reader.session
    made = session.add_table(row, lobby.world)
    await made.start(row.clock_ms)
    command = Rewind(asked.version, asked.text, parent=row.parent_id or "")
    set_back = Asked(command=command, by=FACILITATOR, id="fork", via="facilitator", who=reader.who)
    answer = await made.submit(set_back)
    if isinstance(answer, Declined):
        raise StoreUnavailable(answer.detail or answer.reason)
    for person in _sitting(made):
        session.move(person)
    session.changed()
    return made
