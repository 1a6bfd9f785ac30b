"""What a seat may do now, for the facilitator who is about to act for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.menu import menu
from server.pages.base import Web, get, replied
from server.protocol.problems import not_found


@dataclass(frozen=True, slots=True)
class MenusPage:
    """The menu of any seat; doing what it lists is the control `act_for`."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [get("/api/sessions/{session}/menus/{table}/{seat}", self.menu)]

    async def menu(self, request: Request) -> Response:
        """One menu."""
        seat = request.path_params["seat"]
        session = (await self.web.facilitator(request)).session
        place = session.places.get(request.path_params["table"])
        if place is None:
            raise not_found()
        now = place.live.table
        found = next((one.id for one in now.seats if one.id == seat), None)
        if found is None:
            raise not_found()
        return replied(menu(now, found, place.live.rules))
