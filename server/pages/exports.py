"""The record of a table as files: any format with any eyes that the asker has."""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.exports import EXPORTS, Export
from server.exports.base import CannotMake, Names, told
from server.pages.base import Web, flag, get
from server.protocol.problems import Problem, not_found, not_yours
from server.protocol.strict import Malformed
from server.tables.debrief import Reader


@dataclass(frozen=True, slots=True)
class ExportsPage:
    """What can be downloaded of a table."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [get("/api/tables/{table}/exports/{format}", self.export)]

    async def export(self, request: Request) -> Response:
        """A file of one format, made now."""
        reader = await self.web.reader(request)
        name = str(request.path_params["format"])
        made = EXPORTS.get(name)
        if made is None:
            raise not_found()
        eyes, names = self._asked(request, reader, made)
        seen = told(
            await self.web.record(reader),
            eyes,
            secrets.token_bytes(16),
            names=names,
            words=flag(request, "words", default=True),
            debrief=f"{self.web.desk.addresses[0]}/debrief/{reader.table.id}",
        )
        try:
            body = await asyncio.to_thread(made.writer, seen)
        except CannotMake as fault:
            raise Problem(501, "not_here", str(fault)) from None
        file = f"joined-up-{reader.table.id}{'' if eyes == 'facilitator' else '-' + eyes}"
        headers = {"Content-Disposition": f'attachment; filename="{file}{made.suffix}"'}
        return Response(body, media_type=made.media, headers=headers)

    def _asked(self, request: Request, reader: Reader, made: Export) -> tuple[str, Names]:
        """Whose eyes, and whether with names; refused where they are not the asker's."""
        eyes = request.query_params.get("eyes", reader.eyes[0])
        reader.viewer(eyes)
        named = flag(request, "names", default=False)
        if not reader.is_staff and (named or not made.own):
            raise not_yours()
        if made is EXPORTS["log"] and eyes != "facilitator":
            raise Malformed("A log holds everything; it cannot be had with other eyes.", "eyes")
        return eyes, "names" if named else "pseudonyms"
