"""What was worked out about a session and lies in files: it goes when the session is deleted.

Two sessions may hold one log (a file can be taken in again), and many are laid alike: what another
one still has stays.
"""

from dataclasses import dataclass

from sqlmodel import Session as Db

from game import log
from server.store.contract import Store
from server.store.sessions import first_entries, hashes_of
from server.tables.play import folded
from server.work.alternatives import Alternatives
from server.work.curves import Curves
from server.work.placings import Placings


@dataclass(frozen=True, slots=True)
class Leftovers:
    """The files of this server, and who still has what they belong to."""

    store: Store
    curves: Curves
    alternatives: Alternatives
    placings: Placings

    async def clear(self, session_id: str) -> None:
        """Delete what belongs to this session alone; called while its log is still there.

        Raises:
            StoreUnavailable: nothing was deleted.
        """
        hashes = await self.curves.hashes() | await self.alternatives.hashes()
        if hashes:
            own = await self.store.look(lambda db: hashes_of(db, session_id, hashes))
            await self.curves.forget(own)
            await self.alternatives.forget(own)
        keys = await self.placings.keys()
        if keys:
            spreads = await self.store.look(lambda db: self._spreads(db, session_id, keys))
            await self.placings.forget(spreads)

    def _spreads(self, db: Db, session_id: str, keys: frozenset[str]) -> frozenset[str]:
        """Those of these keys under which tables of this session are placed, and of no other."""
        left = set(map(self._key, first_entries(db, session_id, of_others=False))) & keys
        for body in first_entries(db, session_id, of_others=True) if left else ():
            left.discard(self._key(body))
            if not left:
                break
        return frozenset(left)

    def _key(self, body: bytes) -> str:
        laid = folded([log.decode(body)]).table
        return self.placings.key(laid.digest, laid)
