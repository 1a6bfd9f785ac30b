"""The page with the list of those who are expected, and the slips with their private links."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.pages.base import Web, get, post, replied
from server.protocol.bodies import Nothing
from server.protocol.rosters import PutRoster


@dataclass(frozen=True, slots=True)
class RosterPage:
    """The list of a session, and what its page asks."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [
            get("/console/{session}/roster", self.page),
            get("/api/sessions/{session}/roster", self.seen),
            post("/api/sessions/{session}/roster", self.put),
            post("/api/sessions/{session}/roster/links", self.links),
        ]

    async def page(self, request: Request) -> Response:
        """The page."""
        session = (await self.web.facilitator(request)).session
        data = {
            "page": "roster",
            "session": {"id": session.id, "title": session.row.title},
            "board": f"/board/{session.rules.digest}",
            "tables": [
                {"id": place.row.id, "name": place.row.name} for place in session.places.values()
            ],
            "seats": [seat.id for seat in session.tables[0].table.seats],
            "roster": await self.web.desk.rosters.seen(session),
        }
        return self.web.page("roster.html", data)

    async def seen(self, request: Request) -> Response:
        """The list."""
        return replied(
            await self.web.desk.rosters.seen((await self.web.facilitator(request)).session)
        )

    async def put(self, request: Request) -> Response:
        """Keep a list, or try it."""
        asked, session = (
            await self.web.body(request, PutRoster),
            (await self.web.facilitator(request)).session,
        )
        return replied(await self.web.desk.rosters.put(session, asked))

    async def links(self, request: Request) -> Response:
        """New links for all who have not come."""
        await self.web.body(request, Nothing)
        return replied(
            await self.web.desk.rosters.links((await self.web.facilitator(request)).session)
        )
