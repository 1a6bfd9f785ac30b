"""Before the start and after a pause: does everybody receive and answer, and a count to go on."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.pages.base import Web, post, replied
from server.protocol.bodies import Checked, CountDown, SetCheck
from server.protocol.problems import Problem
from server.protocol.replies import Fine
from server.sessions.check import Check


@dataclass(frozen=True, slots=True)
class ChecksPage:
    """What concerns every screen of a session, and is no part of the game."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [
            post("/api/sessions/{session}/check", self.check),
            post("/api/people/{person}/check", self.heard),
            post("/api/sessions/{session}/countdown", self.countdown),
        ]

    async def check(self, request: Request) -> Response:
        """Begin a check, or end it."""
        asked, role = await self.web.body(request, SetCheck), await self.web.facilitator(request)
        session, time = role.session, self.web.desk.time
        session.check = Check(time, before_start=not session.begun) if asked.on else None
        session.changed()
        return replied(Fine())

    async def heard(self, request: Request) -> Response:
        """A device shows it, or its person has pressed it; one of an earlier check is let pass."""
        asked, one = await self.web.body(request, Checked), await self.web.person(request)
        check = one.session.check
        if check is not None and check.id == asked.id:
            check.heard(one.person.id, tapped=asked.tapped)
            one.session.changed()
        return replied(Fine())

    async def countdown(self, request: Request) -> Response:
        """Count down to the end of a pause, or count no more."""
        asked, role = await self.web.body(request, CountDown), await self.web.facilitator(request)
        named = role.session.tables if asked.table is None else (role.table(asked.table),)
        paused = [table for table in named if table.table.paused and not role.session.over]
        if not paused:
            raise Problem("not_paused", "Nothing is paused here.")
        for table in paused:
            if asked.seconds:
                table.countdown.start(asked.seconds, role.who)
            else:
                table.countdown.cancel()
        return replied(Fine())
