"""The remote: what a facilitator needs who walks about with a phone in one hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.pages.base import Web, get


@dataclass(frozen=True, slots=True)
class RemotePage:
    """A page of few large buttons; it asks by the console's socket and addresses."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [get("/remote/{session}", self.page)]

    async def page(self, request: Request) -> Response:
        """The page."""
        session = (await self.web.facilitator(request)).session
        data = {
            "page": "remote",
            "session": {"id": session.id, "title": session.row.title},
            "board": f"/board/{session.rules.digest}",
            "socket": f"/socket/facilitator/{session.id}",
        }
        return self.web.page("remote.html", data)
