"""Whether the server is well, for whoever watches it; nothing about anybody's game."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.pages.base import Web, get, replied
from server.protocol.replies import Health


@dataclass(frozen=True, slots=True)
class HealthPage:
    """One small answer."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The address."""
        return [get("/health", self.health)]

    async def health(self, _request: Request) -> Response:
        """503 while the store cannot be read or written, or the server is stopping."""
        desk = self.web.desk
        trouble = desk.lobby.world.store.trouble
        well = trouble is None and not desk.draining
        tables = sum(len(session.tables) for session in desk.lobby.sessions.values())
        value = Health(well=well, trouble=trouble, tables=tables, sockets=desk.sockets)
        return replied(value, 200 if well else 503)
