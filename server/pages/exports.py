"""The record of a table as files: any format with any eyes that the asker has."""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.debriefs.readers import Reader
from server.exports import EXPORTS, Export
from server.exports.base import CannotMake, Names, Writer, told
from server.exports.report import in_template
from server.exports.report.document import NoTemplate
from server.pages.base import Web, flag, get, post
from server.protocol.problems import Problem, not_found, not_yours
from server.protocol.strict import Malformed

LARGEST: Final = 4_000_000
"""Bytes of a template."""
AT_ONCE: Final = 2
"""Files made at the same time: one that takes long, and one beside it."""


@dataclass(frozen=True, slots=True)
class ExportsPage:
    """What can be downloaded of a table."""

    web: Web
    turn: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [
            get("/api/tables/{table}/exports/{format}", self.export),
            post("/api/tables/{table}/exports/document", self.in_template, most=LARGEST),
        ]

    async def export(self, request: Request) -> Response:
        """A file of one format, made now."""
        reader = await self.web.reader(request)
        name = str(request.path_params["format"])
        made = EXPORTS.get(name)
        if made is None:
            raise not_found()
        return await self._made(request, reader, made, made.writer)

    async def in_template(self, request: Request) -> Response:
        """The report on top of a document that is sent along."""
        self.web.check_origin(request)
        reader = await self.web.staff(request)
        template = await request.body()
        writer = partial(in_template, template=template)
        try:
            return await self._made(request, reader, EXPORTS["document"], writer)
        except NoTemplate as fault:
            raise Problem("no_template", str(fault)) from None

    async def _made(
        self, request: Request, reader: Reader, made: Export, writer: Writer
    ) -> Response:
        eyes, names = self._asked(request, reader, made)
        seen = told(
            await self.web.record(reader),
            eyes,
            secrets.token_bytes(16),
            names=names,
            words=flag(request, "words", default=True),
            model=flag(request, "model", default=True),
            debrief=f"{self.web.desk.addresses[0]}/debrief/{reader.table.id}",
        )
        try:
            # One after the other: a whole class may take its debrief along at once.
            async with self.turn:
                body = await asyncio.to_thread(writer, seen)
        except CannotMake as fault:
            raise Problem("not_installed", str(fault)) from None
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
