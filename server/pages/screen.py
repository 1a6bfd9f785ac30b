"""The room display: it shows what every seat may see, and asks for nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.pages.base import Web, get


@dataclass(frozen=True, slots=True)
class ScreenPage:
    """The display of one table."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [get("/screen/{session}", self.page), get("/screen/{session}/{table}", self.page)]

    async def page(self, request: Request) -> Response:
        """The page."""
        of, table = str(request.path_params["session"]), request.path_params.get("table")
        grant = await self.web.grant(request, ("screen", of), ("facilitator", of))
        role = self.web.desk.screen(grant, of, None if table is None else str(table))
        session = role.session
        data = {
            "page": "screen",
            "session": {"id": session.id, "title": session.row.title},
            "board": f"/board/{session.rules.digest}",
            "socket": f"/socket/screen/{session.id}" + (f"/{table}" if table else ""),
        }
        return self.web.page("screen.html", data)
