"""What never changes of a ruleset version and everybody may read, by digest; no seat's brief."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from msgspec import json
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.pages.base import Web
from server.protocol.problems import not_found
from server.tables.board import board_of


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The board of a ruleset version, alike for everybody who plays by it."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        # It is sent compressed: it holds no secret, and nothing of what the one who asks sends.
        smaller = [Middleware(GZipMiddleware, minimum_size=500)]
        return [Route("/board/{digest}", self.board, methods=["GET"], middleware=smaller)]

    async def board(self, request: Request) -> Response:
        """The board; asked again it is answered by its tag alone."""
        rules = await self.web.desk.lobby.rules_of(str(request.path_params["digest"]))
        if rules is None:
            raise not_found()
        body = json.encode(board_of(rules))
        tag = f'W/"{sha256(body).hexdigest()[:32]}"'
        headers = {"Cache-Control": "no-cache", "ETag": tag}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(body, media_type="application/json", headers=headers)
