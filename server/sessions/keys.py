"""Facilitator keys: whoever holds one may create sessions. Each start of the server makes one."""

from datetime import datetime
from typing import Final

from sqlalchemy import update
from sqlmodel import Session as Db
from sqlmodel import col

from server.auth.passes import hashed, new_pass
from server.auth.vouchers import Vouchers
from server.protocol.problems import Problem
from server.sessions.lobby import Lobby
from server.sessions.tries import Asker, Tries
from server.store.contract import Store
from server.store.passes import add_facilitator_key, facilitator_key_of, revoke_facilitator_key
from server.store.schema import FacilitatorKeyRow

OF_THE_START: Final = "of the server's start"
WRONG_KEY: Final = "This key opens nothing. Ask whoever runs this server."
USED_KEY: Final = (
    "This key opens nothing. It works once, in one browser: stop the server and start it again, "
    "and its terminal shows a new one. What was played is kept."
)
A_RESTART: Final = "start the server again, whose terminal shows the way in"


class Keys:
    """The facilitator keys of this server."""

    def __init__(self, lobby: Lobby, vouchers: Vouchers) -> None:
        self._store = lobby.world.store
        self._now = lobby.now
        self._tries = Tries(lobby.homes, lobby.world.time, vouchers, A_RESTART)

    async def is_good(self, secret: str | None) -> bool:
        """Whether this key lets its holder create sessions."""
        if not secret:
            return False
        hash_ = hashed(secret)
        return await self._store.look(lambda db: facilitator_key_of(db, hash_)) is not None

    async def take(self, secret: str, asker: Asker, *, once: bool) -> str:
        """The lasting key for the one that was typed or clicked; one for one use is used up.

        Raises:
            Problem: it is wrong, or this address was wrong too often.
            Elsewhere: another worker counts.
        """
        self._tries.check(secret, asker)
        if not await self.is_good(secret):
            self._tries.failed(asker)
            raise Problem("wrong_key", USED_KEY if once else WRONG_KEY)
        if not once:
            return secret
        lasting, hash_, now = new_pass(), hashed(secret), self._now()
        row = FacilitatorKeyRow(hash=hashed(lasting), label="facilitator", created_at=now)

        def write(db: Db) -> bool:
            if facilitator_key_of(db, hash_) is None:
                return False
            revoke_facilitator_key(db, hash_, now)
            add_facilitator_key(db, row)
            return True

        if not await self._store.run(write):
            raise Problem("wrong_key", "This key was used just now.")
        return lasting


async def keep_key(store: Store, secret: str, now: datetime) -> None:
    """Let the holder of this start's key create sessions; those of earlier starts end."""
    row = FacilitatorKeyRow(hash=hashed(secret), label=OF_THE_START, created_at=now)

    def write(db: Db) -> None:
        earlier = update(FacilitatorKeyRow).where(
            col(FacilitatorKeyRow.label) == OF_THE_START,
            col(FacilitatorKeyRow.revoked_at).is_(None),
        )
        db.exec(earlier.values({"revoked_at": now}))
        add_facilitator_key(db, row)

    await store.run(write)
