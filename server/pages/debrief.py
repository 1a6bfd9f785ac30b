"""The debrief of a table, and its log: read moment by moment, taken out, taken in again."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.findings import debrief_prompts
from server.exports.log import LARGEST, taken, taken_in, written
from server.pages.base import Web, flag, get, post, replied
from server.protocol.problems import no_key
from server.protocol.replies import Briefs, Imported
from server.protocol.strict import Malformed
from server.sessions.session import LiveSession
from server.sessions.staffing import names_of_staff


@dataclass(frozen=True, slots=True)
class DebriefPage:
    """The debrief, and what it asks."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [
            get("/debrief/{table}", self.page),
            get("/imported/{table}", self.page),
            get("/api/tables/{table}/course", self.course),
            get("/api/tables/{table}/at/{version}", self.moment),
            get("/api/tables/{table}/briefs", self.briefs),
            get("/api/tables/{table}/log", self.log),
            post("/api/logs", self.take_in, most=LARGEST),
        ]

    async def page(self, request: Request) -> Response:
        """The page."""
        reader = await self.web.reader(request)
        session, table = reader.session, reader.table
        open_ = not session.over
        data = {
            "page": "debrief",
            "table": {"id": table.id, "name": session.places[table.id].row.name},
            "session": {"id": session.id, "title": session.row.title},
            "board": f"/board/{session.row.ruleset_digest}",
            "course": f"/api/tables/{table.id}/course",
            "moment": f"/api/tables/{table.id}/at/",
            "imported": session.row.ruleset_digest.startswith("import-"),
            "eyes": reader.eyes,
            "socket": reader.socket,
            "briefs": f"/api/tables/{table.id}/briefs",
            "causes": f"/api/tables/{table.id}/causes",
            "file": None if reader.is_staff else f"/api/tables/{table.id}/exports/debrief",
            "report": f"/report/{table.id}" if reader.is_staff else None,
            "log": f"/api/tables/{table.id}/log" if reader.is_staff else None,
            "curve": f"/api/tables/{table.id}/curve" if reader.is_staff else None,
            "placing": f"/api/tables/{table.id}/placing" if reader.is_staff else None,
            "fork": f"/api/tables/{table.id}/fork" if reader.is_staff and open_ else None,
            "prompts": debrief_prompts() if reader.is_staff else (),
            "tables": tables_of(session) if reader.is_staff else (),
            "staff": names_of_staff(session) if reader.is_staff else {},
        }
        return self.web.page("debrief.html", data)

    async def course(self, request: Request) -> Response:
        """The log in short."""
        return replied(await (await self.web.reader(request)).course())

    async def moment(self, request: Request) -> Response:
        """The table after an entry, with somebody's eyes."""
        reader = await self.web.reader(request)
        version = str(request.path_params["version"])
        if not version.isdecimal() or len(version) > len("100000"):
            raise Malformed("The version is a number.", "version")
        eyes = request.query_params.get("eyes", reader.eyes[0])
        of_all = flag(request, "of_all", default=False)
        return replied(await reader.at(int(version), eyes, of_all=of_all))

    async def briefs(self, request: Request) -> Response:
        """What seats alone read of themselves, as far as it is open here."""
        return replied(Briefs(briefs=(await self.web.reader(request)).briefs()))

    async def log(self, request: Request) -> Response:
        """The whole log, to be kept or read elsewhere."""
        reader = await self.web.staff(request)
        session, table = reader.session, reader.table
        entries, kept = await table.archive.entries(), await table.archive.kept_words()
        name = session.places[table.id].row.name
        body = written((session.row.title, name), session.rules, entries, kept)
        headers = {"Content-Disposition": f'attachment; filename="joined-up-{table.id}.jsonl"'}
        return Response(body, media_type="application/x-ndjson", headers=headers)

    async def take_in(self, request: Request) -> Response:
        """Take in a log from elsewhere."""
        self.web.check_origin(request)
        if not await self.web.may_create(request):
            raise no_key("Reading logs")
        read = await asyncio.to_thread(taken, await request.body())
        session, table, secret = await self.web.desk.debrief.take_in(taken_in(read))
        found = Imported(session=session, table=table, address=f"/imported/{table}")
        return self.web.handed(
            request,
            found,
            ("facilitator", session),
            secret,
            bearer="authorization" in request.headers,
        )


def tables_of(session: LiveSession) -> list[dict[str, object]]:
    """The tables of a session as the debrief names them."""
    return [
        {
            "id": place.row.id,
            "name": place.row.name,
            "parent": place.row.parent_id,
            "parent_version": place.row.parent_version,
        }
        for place in session.places.values()
    ]
