"""Playing on from an earlier moment of a finished game."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.debriefs.forks import fork
from server.pages.base import Web, post, replied
from server.protocol.bodies import Fork
from server.protocol.replies import Forked


@dataclass(frozen=True, slots=True)
class ForkPage:
    """What the debrief asks to let people play on; it has no page of its own."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [post("/api/tables/{table}/fork", self.fork)]

    async def fork(self, request: Request) -> Response:
        """Play on from an earlier moment at a new table."""
        asked = await self.web.body(request, Fork)
        reader = await self.web.staff(request)
        made = await fork(self.web.desk.lobby, reader, asked)
        name = reader.session.places[made.id].row.name
        address = f"/console/{reader.session.id}#table-{made.id}"
        return replied(Forked(table=made.id, name=name, address=address))
