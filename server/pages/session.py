"""The console of one session, and everything that its facilitator may ask by JSON."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.bots.lineup import HOUSE, OFFERED
from game.views.view import FACILITATOR
from server.pages.base import Web, get, post, replied
from server.protocol.bodies import Control, Door, NewLink, Nothing, SetPerson, SetSeat
from server.protocol.frames import Ask
from server.protocol.problems import not_found
from server.protocol.replies import CodeMade, Fine, LinkMade
from server.protocol.strict import Malformed
from server.sessions.doors import LINK_MINUTES
from server.sessions.qr import qr_of
from server.sessions.seen import session_view
from server.sessions.upkeep import check_over, delete, forget


@dataclass(frozen=True, slots=True)
class SessionPage:
    """The console of a session, and what it asks."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [
            get("/console/{session}", self.page),
            get("/api/sessions/{session}", self.seen),
            get("/api/sessions/{session}/view", self.view),
            post("/api/sessions/{session}/control", self.control),
            post("/api/sessions/{session}/seat", self.seat),
            post("/api/sessions/{session}/person", self.person),
            post("/api/sessions/{session}/door", self.door),
            post("/api/sessions/{session}/code", self.code),
            post("/api/sessions/{session}/link", self.link),
            post("/api/sessions/{session}/end", self.end),
            post("/api/sessions/{session}/forget", self.forget),
            post("/api/sessions/{session}/delete", self.delete),
        ]

    async def page(self, request: Request) -> Response:
        """The page."""
        role = await self.web.facilitator(request)
        session = role.session
        data = {
            "page": "session",
            "session": {"id": session.id, "title": session.row.title},
            "board": f"/board/{session.rules.digest}",
            "socket": f"/socket/facilitator/{session.id}",
            "address": self.web.desk.doors.address,
            "addresses": self.web.desk.addresses,
            "me": role.who,
            "bots": OFFERED,
            "bot": HOUSE,
        }
        return self.web.page("session.html", data)

    async def seen(self, request: Request) -> Response:
        """The session as its facilitator sees it."""
        return replied(session_view((await self.web.facilitator(request)).session, staff=True))

    async def view(self, request: Request) -> Response:
        """The newest view of a table."""
        role = await self.web.facilitator(request)
        table = role.table(request.query_params.get("table"))
        newest = await table.newest(FACILITATOR)
        return Response(newest.frame, media_type="application/json")

    async def control(self, request: Request) -> Response:
        """Do a control."""
        asked, role = await self.web.body(request, Control), await self.web.facilitator(request)
        frame = Ask(id=asked.id, table=asked.table, command=asked.command)
        return replied(await role.ask(frame))

    async def seat(self, request: Request) -> Response:
        """Fill or free a seat."""
        asked, role = await self.web.body(request, SetSeat), await self.web.facilitator(request)
        await role.seating.set_seat(role.session, asked)
        return replied(Fine())

    async def person(self, request: Request) -> Response:
        """Let in, make an observer, remove."""
        asked, role = await self.web.body(request, SetPerson), await self.web.facilitator(request)
        await role.seating.set_person(role.session, asked)
        return replied(Fine())

    async def door(self, request: Request) -> Response:
        """Open or close the join code."""
        asked, role = await self.web.body(request, Door), await self.web.facilitator(request)
        await self.web.desk.doors.set_open(role.session, is_open=asked.open)
        return replied(Fine())

    async def code(self, request: Request) -> Response:
        """A new join code."""
        await self.web.body(request, Nothing)
        session = (await self.web.facilitator(request)).session
        made = await self.web.desk.doors.renew_code(session)
        return replied(CodeMade(code=made.code, address=made.address, qr=made.qr))

    async def link(self, request: Request) -> Response:
        """A one-time link."""
        asked, role = await self.web.body(request, NewLink), await self.web.facilitator(request)
        if asked.table is not None and asked.table not in role.session.places:
            raise not_found()
        desk = self.web.desk
        if asked.kind == "person":
            if asked.person is None:
                raise Malformed("Name the person for whom it is.", "$.person")
            person = desk.seating.person(role.session, asked.person)
            address = await desk.doors.person_link(role.session, person)
        else:
            address = await desk.doors.link(role.session, asked.kind, asked.table)
        return replied(LinkMade(address=address, qr=qr_of(address), minutes=LINK_MINUTES))

    async def end(self, request: Request) -> Response:
        """End the session."""
        await self.web.body(request, Nothing)
        role = await self.web.facilitator(request)
        session = role.session
        if session.options.rehearsal:
            await self.web.desk.rehearsals.discard(session)
            return replied(Fine())
        await self.web.desk.lobby.end(session, self.web.desk.retention_days, role.who)
        await self.web.desk.doors.set_open(session, is_open=False)
        return replied(Fine())

    async def forget(self, request: Request) -> Response:
        """Forget the people of a session that is over."""
        await self.web.body(request, Nothing)
        await forget(self.web.desk.lobby, (await self.web.facilitator(request)).session)
        return replied(Fine())

    async def delete(self, request: Request) -> Response:
        """Delete a session that is over."""
        await self.web.body(request, Nothing)
        session = (await self.web.facilitator(request)).session
        check_over(session)
        await delete(self.web.desk.lobby, session.id)
        answer = replied(Fine())
        self.web.drop(request, answer, ("facilitator", session.id))
        return answer
