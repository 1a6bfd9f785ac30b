"""Sessions and people in lists, told from their rows where they live in another worker."""

from dataclasses import dataclass

from server.protocol.replies import SessionCard, TableCard
from server.rulesets import text_of
from server.sessions.grants import Grant
from server.sessions.lobby import Lobby
from server.sessions.session import LiveSession
from server.store.people import person_of
from server.store.schema import PassKind, SessionRow, SessionState, TableRow
from server.store.sessions import session_of, tables_of

PHASES = {SessionState.WAITING: "lobby", SessionState.PLAYING: "playing"}
"""What is known of a game from its row; where it lives its phase is."""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whom a pass lets be, and the title of their session."""

    person: str
    name: str
    title: str


async def known(lobby: Lobby, grant: Grant) -> Known | None:
    """Who the holder of a pass is; None: nobody, or they have left."""
    if grant.kind not in {PassKind.PLAYER, PassKind.OBSERVER}:
        return None
    person, session = await lobby.world.store.look(
        lambda db: (person_of(db, grant.person_id or ""), session_of(db, grant.session_id))
    )
    if person is None or session is None or person.left_at is not None:
        return None
    return Known(person.id, person.name, session.title)


async def card_elsewhere(lobby: Lobby, grant: Grant) -> SessionCard | None:
    """The session of a facilitator in another worker, in a list; None: the pass opens none."""
    if grant.kind is not PassKind.FACILITATOR:
        return None
    session, tables = await lobby.world.store.look(
        lambda db: (session_of(db, grant.session_id), tables_of(db, grant.session_id))
    )
    rules = None if session is None else await lobby.rules_of(session.ruleset_digest)
    if session is None or rules is None:
        return None
    cards = tuple(_table(one, PHASES.get(one.state, "ended"), 0) for one in tables)
    return _card(session, text_of(rules, "ruleset.name"), session.state, cards)


def card_here(session: LiveSession) -> SessionCard:
    """A session of this worker in a list."""
    cards = tuple(
        _table(place.row, place.live.table.phase.value, place.live.table.round)
        for place in session.places.values()
    )
    return _card(session.row, text_of(session.rules, "ruleset.name"), session.state, cards)


def _table(row: TableRow, phase: str, number: int) -> TableCard:
    return TableCard(id=row.id, name=row.name, number=row.number, phase=phase, round=number)


def _card(
    row: SessionRow, ruleset: str, state: SessionState, tables: tuple[TableCard, ...]
) -> SessionCard:
    return SessionCard(
        id=row.id,
        title=row.title,
        ruleset=ruleset,
        state=state.value,
        created=row.created_at.isoformat(),
        tables=tables,
    )
