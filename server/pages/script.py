"""The script of injects, and dry runs: what the console asks about them. It has no own page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.pages.base import Web, get, post, replied
from server.protocol.problems import Problem
from server.protocol.script import SheetBody, TryCommand
from server.tables.injects import look, script_now, sheet_of, take, tried

LARGEST: Final = 1_048_576  # bytes of a sheet, as JSON


@dataclass(frozen=True, slots=True)
class ScriptPage:
    """Injects and overrides."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [
            get("/api/tables/{table}/script", self.script),
            get("/api/tables/{table}/script.csv", self.sheet),
            post("/api/tables/{table}/script/look", self.look, most=LARGEST),
            post("/api/tables/{table}/script/take", self.take, most=LARGEST),
            post("/api/tables/{table}/dry-run", self.dry_run),
        ]

    async def script(self, request: Request) -> Response:
        """The script as it stands."""
        return replied(script_now((await self.web.staff(request)).table))

    async def sheet(self, request: Request) -> Response:
        """The script as a sheet."""
        table = (await self.web.staff(request)).table
        headers = {"Content-Disposition": f'attachment; filename="script-{table.id}.csv"'}
        return Response(sheet_of(table), media_type="text/csv", headers=headers)

    async def look(self, request: Request) -> Response:
        """What a sheet would bring."""
        asked = await self.web.body(request, SheetBody)
        return replied(await look((await self.web.staff(request)).table, asked.csv))

    async def take(self, request: Request) -> Response:
        """Take in a sheet."""
        asked = await self.web.body(request, SheetBody)
        reader = await self.web.staff(request)
        if reader.session.over:
            raise Problem("session_over", "This session has ended; its script stays as it is.")
        return replied(await take(reader.table, asked.csv, reader.who))

    async def dry_run(self, request: Request) -> Response:
        """Try a control on a copy."""
        asked = await self.web.body(request, TryCommand)
        return replied(await tried((await self.web.staff(request)).table, asked.command))
