"""Who holds the key that the terminal printed has the machine, and with it all its sessions.

Passes live in a browser, under the address by which it knew the server. Another network gives the
laptop another address, and another browser knows nothing: without this, what was set up yesterday
could not be opened today.
"""

from collections.abc import Mapping
from typing import Final

from sqlmodel import Session as Db

from server.auth.passes import hashed, new_pass
from server.sessions.lobby import Lobby
from server.store.passes import grant
from server.store.schema import PassKind, PassRow
from server.store.sessions import all_sessions

MOST: Final = 40
"""More cookies than that, and requests grow too long."""


async def passes_of_all(lobby: Lobby, held: Mapping[str, str]) -> dict[str, str]:
    """A facilitator's pass for each session kept here, newest first, but for those `held`."""
    good = {session for session, secret in held.items() if await lobby.grant(secret) is not None}
    rows = await lobby.world.store.look(all_sessions)
    fresh = {row.id: new_pass() for row in rows[:MOST] if row.id not in good}
    now = lobby.now()

    def write(db: Db) -> None:
        for session, secret in fresh.items():
            grant(
                db,
                PassRow(
                    hash=hashed(secret),
                    session_id=session,
                    kind=PassKind.FACILITATOR,
                    created_at=now,
                ),
            )

    if fresh:
        await lobby.world.store.run(write)
    return fresh
