"""Where a game can be set back to, and what that would set aside; asked by the console."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import Raw, json
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.debriefs.points import points, tried
from server.pages.base import Web, get, replied
from server.protocol.problems import not_found
from server.protocol.rewinds import Points

LONGEST_NUMBER = 9


@dataclass(frozen=True, slots=True)
class RewindsPage:
    """What the console asks before a rewind; the rewind itself is a control."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [
            get("/api/tables/{table}/points", self.points),
            get("/api/tables/{table}/rewind/{version}", self.tried),
        ]

    async def points(self, request: Request) -> Response:
        """All points."""
        table = (await self.web.staff(request)).table
        entries = await table.archive.entries()
        found = await asyncio.to_thread(points, entries)
        named = table.archive.words_in((Raw(json.encode(found)),))
        return replied(Points(points=found, words=named))

    async def tried(self, request: Request) -> Response:
        """One of them, tried."""
        table, version = (await self.web.staff(request)).table, request.path_params["version"]
        if not version.isdecimal() or len(version) > LONGEST_NUMBER:
            raise not_found()
        entries = await table.archive.entries()
        try:
            trial = await asyncio.to_thread(tried, entries, int(version), table.archive.words)
        except LookupError:
            raise not_found() from None
        return replied(trial)
