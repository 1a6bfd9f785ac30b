"""The ways into a session: join codes and one-time links.

Wrong, closed and expired codes look alike. Links have 128 bits, which nobody guesses: a right one
gets in however often others were wrong; a wrong one counts as a wrong code does.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Final, Literal

from sqlmodel import Session as Db

from server.auth.codes import new_code, read_code
from server.auth.passes import hashed, new_pass
from server.auth.vouchers import Vouchers
from server.homes import Elsewhere
from server.protocol.problems import Problem, link_used, not_found, wrong_code
from server.protocol.session import JoinView
from server.sessions.lobby import Lobby
from server.sessions.people import Person
from server.sessions.qr import qr_of
from server.sessions.session import LiveSession
from server.sessions.tries import Asker, Tries
from server.store.passes import (
    add_link,
    codes_of,
    grant,
    open_code,
    open_link,
    redeem,
    session_by_code,
    set_codes_open,
)
from server.store.schema import (
    JoinCodeRow,
    LinkRow,
    PassKind,
    PassRow,
    PersonRow,
)

CODE_DAYS: Final = 14
LINK_MINUTES: Final = 15
A_LINK: Final = "ask the facilitator for a private link, which works at once"


class Doors:
    """`address` is what players type, such as `http://192.168.1.5:8000`."""

    def __init__(self, lobby: Lobby, address: str, vouchers: Vouchers) -> None:
        self.address = address
        self._vouchers = vouchers
        self._tries = Tries(lobby.homes, lobby.world.time, vouchers, A_LINK)
        self._lobby = lobby
        self._store = lobby.world.store
        self.on_redeemed: Callable[[Db, LinkRow], PersonRow | None] = lambda _db, _link: None
        """Who comes in by a link that names nobody yet, made in the same transaction."""

    # --- join codes

    async def session_of(self, typed: str, asker: Asker) -> LiveSession:
        """The session that a join code opens.

        Raises:
            Problem: it opens none, or this address was wrong too often.
            Elsewhere: another worker counts, or has the session.
        """
        self._tries.check(typed, asker)
        code = read_code(typed)
        found = None
        if code is not None:
            now = self._lobby.now()
            found = await self._store.look(lambda db: session_by_code(db, code, now))
        if found is not None and not self._lobby.homes.here(found):
            raise Elsewhere(found, self._vouchers.of(typed))
        session = self._lobby.sessions.get(found) if found else None
        if session is None:
            self._tries.failed(asker)
            raise wrong_code()
        return session

    async def renew_code(self, session: LiveSession) -> JoinView:
        """A new code; the old ones open nothing any more."""
        until = self._lobby.now() + timedelta(days=CODE_DAYS)

        def write(db: Db) -> str:
            set_codes_open(db, session.id, is_open=False)
            while True:
                row = JoinCodeRow(code=new_code(), session_id=session.id, expires_at=until)
                if open_code(db, row):
                    return row.code

        session.join = self._join_view(await self._store.run(write), is_open=True)
        session.changed()
        return session.join

    async def set_open(self, session: LiveSession, *, is_open: bool) -> None:
        """Close the code, or open the newest one again."""
        if session.join is None:
            raise not_found()
        code = session.join.code

        def write(db: Db) -> None:
            set_codes_open(db, session.id, is_open=False)
            row = db.get(JoinCodeRow, code)
            if row is not None:
                row.is_open = is_open
                db.add(row)

        await self._store.run(write)
        session.join = self._join_view(code, is_open=is_open)
        session.changed()

    async def remember_code(self, session: LiveSession) -> None:
        """Find the code of a session that was taken up again."""
        codes = await self._store.look(lambda db: codes_of(db, session.id))
        if codes:
            newest = next((one for one in codes if one.is_open), codes[0])
            session.join = self._join_view(newest.code, is_open=newest.is_open)

    def _join_view(self, code: str, *, is_open: bool) -> JoinView:
        address = f"{self.address}/j/{code}"
        return JoinView(code=code, address=address, open=is_open, qr=qr_of(address))

    # --- one-time links

    async def person_link(self, session: LiveSession, person: Person) -> str:
        """The address of a link by which somebody comes in with one more device."""
        return await self._link(session, pass_kind(person), person_id=person.id)

    async def invitation(self, session: LiveSession, person: Person) -> str:
        """The same for somebody who was appointed and may come days later."""
        days = timedelta(days=CODE_DAYS)
        return await self._link(session, pass_kind(person), person_id=person.id, lasts=days)

    async def link(
        self, session: LiveSession, kind: Literal["screen", "facilitator"], table: str | None = None
    ) -> str:
        """The address of a link for a room display, or for a second facilitator."""
        return await self._link(session, PassKind(kind), table_id=table)

    async def _link(
        self,
        session: LiveSession,
        kind: PassKind,
        *,
        person_id: str | None = None,
        table_id: str | None = None,
        lasts: timedelta = timedelta(minutes=LINK_MINUTES),
    ) -> str:
        """Good for one pass, once."""
        code = new_pass()
        row = LinkRow(
            hash=hashed(code),
            session_id=session.id,
            kind=kind,
            person_id=person_id,
            table_id=table_id,
            expires_at=self._lobby.now() + lasts,
        )
        await self._store.run(lambda db: add_link(db, row))
        return self.redeem_address(code)

    def redeem_address(self, code: str) -> str:
        """Where a one-time link leads; the code stands in the fragment, which no log holds."""
        return f"{self.address}/redeem#{code}"

    async def link_of(self, code: str, asker: Asker) -> tuple[LiveSession, LinkRow]:
        """A link that can still be used, with its session; looking does not use it.

        Raises:
            Problem: it is wrong, used or expired, or this address was wrong too often.
            Elsewhere: another worker counts, or has the session.
        """
        hash_, now = hashed(code), self._lobby.now()
        link = await self._store.look(lambda db: open_link(db, hash_, now))
        if link is not None:
            self._lobby.homes.check(link.session_id)
        session = self._lobby.sessions.get(link.session_id) if link else None
        if link is None or session is None:
            raise self._no_link(code, asker)
        return session, link

    async def redeemed(self, code: str, asker: Asker) -> tuple[LinkRow, PersonRow | None, str]:
        """The link, used up; who was made by it, if it names nobody; and the pass that it gave.

        Raises:
            Problem: it is wrong, used or expired, or this address was wrong too often.
            Elsewhere: another worker counts, or has the session; the link is not used up.
        """
        hash_, secret, now = hashed(code), new_pass(), self._lobby.now()

        def write(db: Db) -> tuple[LinkRow | None, PersonRow | None]:
            link = redeem(db, hash_, now)
            if link is None:
                return None, None
            self._lobby.homes.check(link.session_id)  # what it raises undoes this
            made = self.on_redeemed(db, link)
            grant(db, pass_by(link, made, secret))
            return link, made

        def pass_by(link: LinkRow, made: PersonRow | None, secret: str) -> PassRow:
            return PassRow(
                hash=hashed(secret),
                session_id=link.session_id,
                kind=link.kind,
                person_id=link.person_id if made is None else made.id,
                table_id=link.table_id,
                created_at=now,
            )

        link, made = await self._store.run(write)
        if link is None or link.session_id not in self._lobby.sessions:
            raise self._no_link(code, asker)
        return link, made, secret

    def _no_link(self, code: str, asker: Asker) -> Problem:
        """What is told of a wrong link."""
        self._tries.check(code, asker)
        self._tries.failed(asker)
        return link_used()


def pass_kind(person: Person) -> PassKind:
    """What the pass of somebody says that they are."""
    return PassKind(person.kind.value)
