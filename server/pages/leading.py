"""Leading a debrief by JSON: its plan, where it stands, and what people answer. No page."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.pages.base import Web, get, post, replied
from server.protocol.leading import Answers, Lead, PutPlan


@dataclass(frozen=True, slots=True)
class LeadingPage:
    """What leads a debrief, and who follows it."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses."""
        return [
            get("/api/tables/{table}/playlist", self.playlist),
            post("/api/tables/{table}/playlist", self.put),
            get("/api/tables/{table}/lead", self.now),
            post("/api/tables/{table}/lead", self.lead),
            get("/api/tables/{table}/collected", self.collected),
            get("/api/tables/{table}/causes", self.causes),
            get("/api/people/{person}/answers", self.own),
            post("/api/people/{person}/answers", self.answer),
        ]

    async def playlist(self, request: Request) -> Response:
        """The plan, and what may be added."""
        return replied(await self.web.desk.leading.playlist(await self.web.staff(request)))

    async def put(self, request: Request) -> Response:
        """Keep the plan."""
        asked, reader = await self.web.body(request, PutPlan), await self.web.staff(request)
        return replied(await self.web.desk.leading.put(reader, asked))

    async def now(self, request: Request) -> Response:
        """Where it stands."""
        return replied(self.web.desk.leading.now(await self.web.reader(request)))

    async def lead(self, request: Request) -> Response:
        """Go there with everybody."""
        asked, reader = await self.web.body(request, Lead), await self.web.staff(request)
        return replied(await self.web.desk.leading.lead(reader, asked))

    async def collected(self, request: Request) -> Response:
        """Everything that was answered, without names."""
        return replied(await self.web.desk.leading.collected(await self.web.staff(request)))

    async def causes(self, request: Request) -> Response:
        """Who moved what."""
        return replied(await self.web.desk.leading.causes(await self.web.reader(request)))

    async def own(self, request: Request) -> Response:
        """What one has answered oneself."""
        one = await self.web.person(request)
        table = request.query_params.get("table")
        return replied(await self.web.desk.leading.own(one.session, one.person, table))

    async def answer(self, request: Request) -> Response:
        """Answer."""
        asked, one = await self.web.body(request, Answers), await self.web.person(request)
        return replied(await self.web.desk.leading.answer(one.session, one.person, asked))
