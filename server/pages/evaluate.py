"""Evaluators' page, the staff of a session, and what is judged by its evaluation guide."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.pages.base import Web, get, post, replied
from server.protocol.evaluating import (
    DropEvaluation,
    NewStaff,
    OwnName,
    PutEvaluation,
    StaffMade,
)
from server.protocol.problems import not_found
from server.protocol.replies import Fine
from server.roles.evaluating import Judge
from server.sessions.doors import CODE_DAYS
from server.sessions.qr import qr_of
from server.sessions.staffing import appointed, named


@dataclass(frozen=True, slots=True)
class EvaluatePage:
    """The page of an evaluator, and what it asks."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [
            get("/evaluate/{session}", self.page),
            post("/api/sessions/{session}/staff", self.staff),
            post("/api/sessions/{session}/staff/own", self.own_name),
            get("/api/sessions/{session}/evaluations", self.read),
            post("/api/sessions/{session}/evaluations", self.put),
            post("/api/sessions/{session}/evaluations/drop", self.drop),
            get("/api/sessions/{session}/evidence", self.evidence),
        ]

    async def page(self, request: Request) -> Response:
        """The page."""
        of = str(request.path_params["session"])
        role = self.web.desk.evaluator(await self.web.grant(request, ("evaluator", of)), of)
        session = role.session
        data = {
            "page": "evaluate",
            "session": {"id": session.id, "title": session.row.title},
            "person": {"id": role.person.id, "name": role.person.name},
            "board": f"/board/{session.rules.digest}",
            "socket": f"/socket/evaluator/{session.id}",
            "sees": session.options.evaluators,
        }
        return self.web.page("evaluate.html", data)

    async def staff(self, request: Request) -> Response:
        """Appoint somebody."""
        asked, role = await self.web.body(request, NewStaff), await self.web.facilitator(request)
        desk = self.web.desk
        person = await appointed(desk.lobby, role.session, asked)
        address = await desk.doors.invitation(role.session, person)
        return replied(
            StaffMade(person=person.id, address=address, qr=qr_of(address), days=CODE_DAYS)
        )

    async def own_name(self, request: Request) -> Response:
        """Say one's own name."""
        asked, of = await self.web.body(request, OwnName), str(request.path_params["session"])
        desk = self.web.desk
        grant = await self.web.grant(request, ("facilitator", of))
        role = desk.facilitator(grant, of)
        if grant is not None:
            await named(desk.lobby, role.session, grant, asked.name)
        return replied(Fine())

    async def read(self, request: Request) -> Response:
        """What was judged."""
        judge = await self._judge(request)
        found = self.web.desk.evaluating.read(judge.session, judge.person, own=judge.own)
        return replied(await found)

    async def put(self, request: Request) -> Response:
        """Judge."""
        asked, judge = await self.web.body(request, PutEvaluation), await self._judge(request)
        await self.web.desk.evaluating.put(judge.session, asked, judge.person)
        return replied(Fine())

    async def drop(self, request: Request) -> Response:
        """Take a judgement back."""
        asked, judge = await self.web.body(request, DropEvaluation), await self._judge(request)
        await self.web.desk.evaluating.drop(judge.session, asked.id, judge.person)
        return replied(Fine())

    async def evidence(self, request: Request) -> Response:
        """Where the log of the table `?table=` shows what the guide asks for."""
        judge = await self._judge(request)
        place = judge.session.places.get(request.query_params.get("table", ""))
        if place is None:
            raise not_found()
        found = self.web.desk.evaluating.evidence(judge.session, place.live, judge.viewer)
        return replied(await found)

    async def _judge(self, request: Request) -> Judge:
        of = str(request.path_params["session"])
        grant = await self.web.grant(request, ("facilitator", of), ("evaluator", of))
        return self.web.desk.judge(grant, of)
