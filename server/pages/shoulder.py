"""A seat's page as it sees it, for the facilitator who has said why: it shows, and does nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.views.briefs import briefs
from game.views.view import seat_viewer
from server.pages.base import Web, get, replied
from server.protocol.replies import Briefs
from server.roles.shoulder import ShoulderRole
from server.rulesets import LANGUAGE


@dataclass(frozen=True, slots=True)
class ShoulderPage:
    """The page of a look that is in the log."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [
            get("/shoulder/{session}/{table}/{look}", self.page),
            get("/api/sessions/{session}/looks/{table}/{look}/briefs", self.briefs),
        ]

    async def page(self, request: Request) -> Response:
        """The player page of the seat, read-only."""
        role = await self._role(request)
        session, table, seat = role.session, role.table, role.seat
        look = str(request.path_params["look"])
        holder = table.table.seat(seat).person
        person = session.people.get(holder or "")
        place = f"{session.id}/{table.id}/{look}"
        data = {
            "page": "shoulder",
            "person": {"id": holder or "", "name": person.name if person else ""},
            "session": {"id": session.id, "title": session.row.title},
            "board": f"/board/{session.rules.digest}",
            "briefs": f"/api/sessions/{session.id}/looks/{table.id}/{look}/briefs",
            "socket": f"/socket/shoulder/{place}",
            "looking": True,
        }
        return self.web.page("play.html", data)

    async def briefs(self, request: Request) -> Response:
        """What the seat alone reads of itself."""
        role = await self._role(request)
        table = role.table
        own = briefs(table.table, seat_viewer(role.seat), table.rules, LANGUAGE)
        return replied(Briefs(briefs=own))

    async def _role(self, request: Request) -> ShoulderRole:
        of, table, look = (str(request.path_params[one]) for one in ("session", "table", "look"))
        grant = await self.web.grant(request, ("facilitator", of))
        return await self.web.desk.shoulder(grant, of, table, look)
