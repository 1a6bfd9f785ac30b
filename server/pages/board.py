"""What never changes of a ruleset version and everybody may read, by digest; no seat's brief."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from gzip import compress
from hashlib import sha256

from msgspec import json
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.ruleset import Ruleset
from server.pages.base import Web, get
from server.protocol.problems import not_found
from server.sessions.board import board_of


@dataclass(frozen=True, slots=True)
class Made:
    """The board of a ruleset, ready to be sent."""

    rules: Ruleset
    body: bytes
    packed: bytes
    tag: str


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The board of a ruleset version, alike for everybody who plays by it."""

    web: Web
    _made: dict[str, Made] = field(default_factory=dict)
    """By digest: a whole class asks for the same one."""

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [get("/board/{digest}", self.board)]

    async def board(self, request: Request) -> Response:
        """The board; asked again it is answered by its tag alone."""
        rules = await self.web.desk.lobby.rules_of(str(request.path_params["digest"]))
        if rules is None:
            raise not_found()
        made = self._of(rules)
        headers = {"Cache-Control": "no-cache", "ETag": made.tag, "Vary": "Accept-Encoding"}
        if request.headers.get("if-none-match") == made.tag:
            return Response(status_code=304, headers=headers)
        # It is sent packed: it holds no secret, and nothing of what the one who asks sends.
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            return Response(made.packed, media_type="application/json", headers=headers)
        return Response(made.body, media_type="application/json", headers=headers)

    def _of(self, rules: Ruleset) -> Made:
        made = self._made.get(rules.digest)
        if made is None or made.rules is not rules:
            body = json.encode(board_of(rules))
            tag = f'W/"{sha256(body).hexdigest()[:32]}"'
            made = self._made[rules.digest] = Made(rules, body, compress(body, mtime=0), tag)
        return made
